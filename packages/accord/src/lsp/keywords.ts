/** A phrase of the language: the word it begins with, how it is written, and what the reference says of it. */
export interface Phrase {
  readonly word: string;
  readonly form: string;
  /** A sentence of docs/language.md; a test keeps the two alike. */
  readonly says: string;
}

const phrase = (word: string, form: string, says: string): Phrase => ({ word, form, says });

/** What an editor tells about the words of the language. Of several phrases of a word the first is the usual one. */
export const PHRASES: readonly Phrase[] = [
  phrase(
    "instrument",
    'instrument NAME "Title"',
    "The clauses after an instrument belong to it, until the next instrument or the end of the file.",
  ),
  phrase("notice", "notice NAME { ... }", "A **notice** passes between parties; an **event** happens."),
  phrase("event", "event NAME by ATTRIBUTE { ... }", "A **notice** passes between parties; an **event** happens."),
  phrase(
    "duty",
    'duty ID "Title" article "..."',
    "A duty reads: head, *when it arises*, *who must do what to whom*, then lines in any order.",
  ),
  phrase(
    "right",
    'right ID "Title" article "..."',
    "As a duty, with `may`. Its deadline says until when it may be used; without one, as long as the instrument binds.",
  ),
  phrase(
    "limit",
    'limit ID "Title" article "..."',
    "the first term is who is limited; further terms are groups counted apart.",
  ),
  phrase(
    "prohibition",
    'prohibition ID "Title" article "..."',
    "Who may not is `each party`, `each side`, `side NAME`, named parties, `members of ORGANISATION`, with `and` and `except`.",
  ),
  phrase(
    "standing",
    'standing ID "Title" article "..."',
    "A principle that is in force or suspended, with nothing to compute beyond that.",
  ),
  phrase(
    "version",
    "version N",
    "`version N` counts changes of a kind (1 where absent). Of several versions clauses use the highest.",
  ),
  phrase(
    "kind",
    "kind treaty, politically binding or voluntary",
    "those bound are parties, participants, contributors",
  ),
  phrase("sides", "sides A = {X}, B = {Y, Z}", "several parties that owe and are owed as one"),
  phrase("zone", 'zone NAME = places "ID"', "a zone of the region's places"),
  phrase("time", "time zone Asia/Almaty", "days and dates are read in it (an IANA name)"),
  phrase("working", "working days NAME", "the region's calendar that lists working days"),
  phrase("month", "month end clip or overflow", "31 January + 1 month: the last of February, or 1 March"),
  phrase(
    "assume",
    'assume 42 days source "..." confidence medium',
    "A number that no source we hold confirms is marked, and shown as unverified wherever it appears",
  ),
  phrase("verified", "verified 48 hours", "exempts one number"),
  phrase("confidence", "confidence high, medium or low", "An assumption cannot have high confidence."),
  phrase("article", 'article "9(1)"', "to be exempt from a clause-wide `assume`"),
  phrase(
    "when",
    "when KIND x where CONDITION",
    "with each record of that kind that meets the condition. The name `x` is needed",
  ),
  phrase("under", "under INSTRUMENT", "only records made under this instrument"),
  phrase("every", "every year", "once each calendar period"),
  phrase("on", "on becoming bound", "once for each debtor, when it becomes bound"),
  phrase(
    "if",
    "if ID is not performed",
    "when that duty was not performed by its deadline; what its trigger named is in sight",
  ),
  phrase("must", "DEBTOR must send NOTICE n to CREDITOR", "Notices are sent; events are held or done."),
  phrase("may", "DEBTOR may send NOTICE n to CREDITOR", "As a duty, with `may`."),
  phrase("send", "send NOTICE n to WHOM", "Notices are sent; events are held or done."),
  phrase("hold", "hold EVENT e", "Notices are sent; events are held or done."),
  phrase("do", "do EVENT e for WHOM", "An event may be owed to nobody in particular: leave `for` out."),
  phrase("to", "to WHOM", "A notice needs `to`; `to nobody` where any address will do."),
  phrase("for", "for WHOM", "An event may be owed to nobody in particular: leave `for` out."),
  phrase(
    "where",
    "where CONDITION",
    "`where` says which records count: join them to the trigger (`i.exercise = e`) or to the period (`y.year = period`).",
  ),
  phrase("jointly", "DEBTOR jointly must ...", "several debtors owe as one, and the act of any of them discharges."),
  phrase("each", "each party", "every party bound at that moment"),
  phrase("the", "the other side", "the side to which the debtor does not belong"),
  phrase("side", "side NAME, side of e.host", "a side, as one"),
  phrase("members", "members of ORGANISATION", "the members of an organisation at that moment"),
  phrase("parties", "parties whose ZONE holds e.place", "the parties in whose own part of the zone the place lies"),
  phrase("except", "X except Y", "`A except B` is A and not B, and binds weakest."),
  phrase("within", "within 7 days of r.sent", "so long after"),
  phrase("no", "no later than 30 days before e.start", "so long before; a performance counts at any time before"),
  phrase("by", "by 15 December", "that day of the first year of the recurring period, or one or two years on"),
  phrase("at", "at the time of e.start", "the base itself"),
  phrase("immediately", 'immediately read as 24 hours by "WHO"', "no date: the duty stays open until performed"),
  phrase("read", 'read as 24 hours by "WHO"', "the number somebody gave the vague term."),
  phrase(
    "otherwise",
    "DEADLINE otherwise",
    "Several deadlines are tried in order: `if CONDITION` guards one, the last says `otherwise`.",
  ),
  phrase("sooner", "no sooner than 5 days before i.entry", "from when on the act"),
  phrase("silence", "silence means declined", "the effect the text itself gives to silence; no default"),
  phrase("counts", "counts when received", "the act counts when it is received (without it: when sent)"),
  phrase(
    "total",
    "total volume >= 100 million m3",
    "several acts together: performed when the running sum of the attribute reaches the amount",
  ),
  phrase("subject", "subject to ID, ID", "those clauses displace this one"),
  phrase(
    "notwithstanding",
    "notwithstanding ID",
    "this clause displaces that one. Priority exists only where it is written",
  ),
  phrase("channel", 'channel "..."', "how the act is validly done"),
  phrase("count", "count of KIND x where CONDITION in 30 days", "other records in the time that ends with the trigger"),
  phrase("sum", "sum of x.ATTRIBUTE of KIND x in 30 days", "other records in the time that ends with the trigger"),
  phrase(
    "threshold",
    "threshold NAME of e.host otherwise 9000",
    "the party's own threshold of that name, or the number",
  ),
  phrase("period", "period, next period, previous period", "the label of the recurring period"),
  phrase("is", "e.place is given, e.host is a member of ORGANISATION", "the attribute was given at all"),
  phrase(
    "in",
    "e.place in ZONE",
    "inside (of an area: any part of it); unknown where it is nearer to the edge than the map is accurate",
  ),
  phrase("latest", "latest ATTRIBUTE of KIND", "a stock: the value of the latest record"),
  phrase(
    "counted",
    "counted by x.start",
    "the date or instant that places a record in the window; else when it occurred",
  ),
  phrase(
    "temporary",
    "temporary excess up to 35 percent for at most 90 days once each year",
    "a stock may exceed the limit that far, that long, that often",
  ),
  phrase("unless", "unless consent", "a recorded consent takes a record out of the count"),
  phrase("owes", "WHO owes WHOM", "A principle that is in force or suspended, with nothing to compute beyond that."),
];

export function phrasesOf(word: string): readonly Phrase[] {
  return PHRASES.filter((candidate) => candidate.word === word);
}
