type Worded = Readonly<Record<string, string | undefined>>;

/** What stands against threats, and how it was worked out: the words of methods, of what is left out and of gaps. */
export const coverageEnglish = {
  /** By the id of the method. */
  methods: {
    "coverage.matrix":
      "For each threat and country: the clauses that the table of threats names and that bind the country on the day, by its status and its side; the programmes that the table names and whose dates hold the day; the budgets for this country alone. A budget for several countries is named and never divided.",
    "coverage.double":
      "A threat and country with programmes that may be under way on the same day and whose donors have nobody in common. Whether that is double work or divided work only a person can say.",
    "coverage.dependence":
      "A threat and country of which all programmes under way on the day have one donor, or one implementer. How much would be lost is not said.",
    "programmes.totals":
      "The sum of the budgets in one currency, each programme once. A row over several phases stands for them. Where rows tell one sum apart, the least and the greatest are taken. Currencies are never added.",
  } as Worded,
  /** By the reason that the calculation gives. */
  excluded: {
    "programme that no threat names": "programme that no threat names",
    "no theme named": "no threat named for it",
    "no donor named by its id": "no donor known",
    "no beginning known": "beginning not known",
    "not under way on the day": "not under way on this day",
    "clause that no agreement here has": "clause that no agreement here has",
    "budget not known": "budget not known",
    "part of another row that is counted": "part of another row that is counted",
    "part of another row that is counted; budget not known": "part of another row that is counted; budget not known",
  } as Worded,
  gaps: {
    "no clause named": "our table names no clause for this threat",
    "clause not here": "no agreement here has the clauses that are named",
    "binding unverified": "whether the named clauses bind is not verified",
    "binds none": "none of the named clauses binds on this day, by our tables",
    "no programme named": "our table names no programme for this threat",
    "programmes elsewhere": "the named programmes are in other countries",
    "dates unknown": "dates do not say whether a programme is under way",
    "not under way": "the named programmes are not under way on this day",
    "budget unknown": "the budget of what is under way is not known",
  },
};
