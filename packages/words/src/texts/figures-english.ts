type Worded = Readonly<Record<string, string | undefined>>;

/** How figures were worked out: what differs from the words that the calculations bring along, which are English. */
export const figuresEnglish = {
  /** By the id of the method: what the formula is for people, and what it cannot tell. */
  methods: {
    "institutions.membership":
      "For each source by itself: the row of the organisation and the party whose period holds the day, in a status that counts. A coarse date leaves its stretch open. A list of all says by its silence that there was no membership, for whom and what it knows and up to its last day; behind that day it says nothing.",
    "institutions.overlap":
      "By one source on one day: what both have in common / what either has (Jaccard). What a membership is worth is not said.",
    "institutions.centrality":
      "By one source on one day: states tied by the organisations they share, each counted as one or as 1 / (members - 1). Degree: neighbours. Strength: sum of the weights. Eigenvector: a state is the more central the more central its neighbours are; all together make 1. This is no measure of power.",
    "index.components":
      "Sum of weight x component / sum of weights. A component is (figure - worst) / (best - worst), held within 0 and 1. With one component missing the index is unknown. That a component measures what its name suggests is not said.",
    "coverage.matrix":
      "For each threat and country: the clauses that the table of threats names and that bind the country on the day, by its status and its side; the programmes that the table names and whose dates hold the day; the budgets for this country alone. A budget for several countries is named and never divided.",
    "coverage.double":
      "A threat and country with programmes that may be under way on the same day and whose donors have nobody in common. Whether that is double work or divided work only a person can say.",
    "coverage.dependence":
      "A threat and country of which all programmes under way on the day have one donor, or one implementer. How much would be lost is not said.",
    "programmes.totals":
      "The sum of the budgets in one currency, each programme once. A row over several phases stands for them. Where rows tell one sum apart, the least and the greatest are taken. Currencies are never added.",
    "evidence.support":
      "Statements with equal subject, predicate and object say the same; we count the sources behind them that are neither machine-written nor general knowledge. A contradiction is one that the table names, from either side; it counts where a source that counts stands behind it. Each source counts by itself, since no common origin is declared. This cannot tell which is true. A threat stands at a statement where whoever keeps the table read it so.",
    "money.check":
      "Each rule by itself, rounding of the print allowed for: a part above its whole, parts that do not add up, a total among its parts, a rate that cannot follow from its two figures, a figure about a thousand times out of line with its neighbours. This cannot tell which of the figures is wrong.",
    "evidence.figures":
      "Rows of one indicator, state and period stand beside each other; numbers are compared by value (0.50 is 0.5), with their units. This cannot tell which is right.",
    "evidence.codes":
      "For each code: the segments, and the interviews, to which at least one coder gave it; interviews are counted by sector and by country. It says how often a code was given, not how many people hold a view.",
    "evidence.agreement":
      "Over the segments that at least two coded: equal pairs of codes / all pairs; Cohen's kappa for two coders; Krippendorff's alpha for names. A segment that only one coded, or nobody, is no agreement and is only counted. Whether the codes are good ones this cannot tell.",
    "evidence.counts":
      "Rows of one data set that name the state, by the year of their first day. A row that names several states counts for each of them, so that counts of states are never added up. No row says nothing: the producer may not have looked.",
    "coverage.taken":
      "The sum of the amounts of one data set and year whose purpose our table declares to speak to the threat, for each recipient. What a coarser code or a missing title hides is undecided and stands apart. It is another count than budgets of programmes: the two are never added. That a purpose speaks to a threat is our reading.",
    "evidence.recommendations":
      "Statements whose kind is a recommendation, with the newest decision recorded on or before the day. Where nothing is recorded nothing is known: this cannot tell that a recommendation is still open.",
    "evidence.money":
      "From an undertaking or duty to its clause, from there to the threats whose row names the clause (or else its agreement), and to the programmes of these threats under way on the day. This cannot tell that nobody pays, nor that a programme pays for this very task.",
    "programmes.ends":
      "A programme that may be over by the day is followed by a later phase, or by a programme with a common threat and country that begins within a year of its end and lasts longer. This cannot tell that nobody goes on with the work: only that our table names nobody.",
    "powers.engagement":
      "Rows of our tables counted by power, state, year and kind, each once. Certain: it began by the end of the year, and it began in the year, or a source tells of it in the year or later. Perhaps: coarse dates, ends that nobody tells, a part in it that is not verified. A count says nothing of size, weight or effect, and there is no score over kinds.",
    "powers.share":
      "Certain engagements of the power / those of all powers shown, of one kind, in one state and year. What our tables lack is in neither.",
    "powers.trainings":
      "Lines of the report for a state and a year as the report counts years (here fiscal years), and the sum of the people they give. A line is a course or a place in it; lines and rows of our tables are never added.",
    "alignment.priorities":
      "Statements coded as actor, threat and weight from 0 to 1; the mean weight of each threat makes the actor's row. Cosine: sum of the products of two rows / product of their lengths (1: the same proportions). Jaccard: threats that both weigh / threats that either weighs. Statements of both count for both, so that they draw the two together. This cannot tell what actors want and do not say, and another coding gives another figure.",
    "alignment.reciprocity":
      "Of one kind: twice the lesser number of acts each way / all acts (1: as many back as there). Balance: (there - back) / all. An act is answered where one of the same kind comes back within the days asked. Kinds are never set off against each other; the weight of an act is not counted.",
    "alignment.definitions":
      "What each says of a term, in our own words, with words of at least four letters that all have and that only one has. Words differ where law agrees, and the reverse.",
  } as Worded,
  /** By the reason that the calculation gives. */
  excluded: {
    "stands again in the activities that this one contains":
      "of an activity that contains others: counted where these give it",
    "no theme named": "no threat named for it",
    "no donor named by its id": "no donor known",
    "no beginning known": "beginning not known",
    "not under way on the day": "not under way on this day",
    "cites no source by its id": "names no source by its id",
    "the producer gives no value": "its source gives no value",
    "no end known": "end not known",
    "no date given": "no date given",
    "names none of the states asked": "of other states only",
    "segment that nobody coded": "segment that nobody coded",
    "power or state not asked for": "of another power or state",
    "no kind given by the table of kinds": "our table of kinds does not name it",
    "no engagement, or counted elsewhere, by the table of kinds":
      "our table of kinds says that it is no engagement, or stands elsewhere",
  } as Worded,
  /** By the id of the set of purposes. */
  purposeSets: {} as Worded,
};
