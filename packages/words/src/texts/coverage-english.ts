/** Why nothing, or nothing known, stands against a threat. */
export const coverageEnglish = {
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
