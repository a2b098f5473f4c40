import type { Doubt, Forbidden, IdleClause, InstrumentBetween, PartyStanding, StandingDoubt } from "@kelisim/compare";

const UNSURE = "\u00a0?";
const plural = (count: number, one: string, many: string) =>
  `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
const list = (names: readonly string[]) => names.join(", ");
const INSTRUMENT_FORMS = {
  treaty: ["Treaties", "binding both"],
  "politically binding": ["Political documents", "both take part"],
  voluntary: ["Voluntary documents", "both take part"],
} as const;
/** What the tables know and no text here says. */
const NO_TEXT = ["No text held here", "both bound or taking part"] as const;

const GROUPS: Readonly<Record<InstrumentBetween["group"], (both: string) => string>> = {
  binds: (both) => both,
  "may bind": (both) => `${both}, not verified`,
  suspended: () => "suspended for one of them",
  "would bind": () => "would bind if what was signed takes effect for both",
  "no longer": () => "no longer between them",
};

const STANDINGS: Readonly<Record<PartyStanding["state"], string>> = {
  bound: "bound",
  unverified: "binding not verified",
  suspended: "suspended",
  "not yet": "not in effect yet",
  signed: "signed",
  ended: "no longer bound",
  "no row": "no row in our table",
};

/** English of agreements set side by side: between, overlaps, clashes, gaps. */
export const compareEnglish = {
  exact: "exact",
  notExact: (reasons: readonly string[]) => `not exact: ${reasons.join("; ")}`,
  doubt: (doubt: Doubt | { readonly kind: "planned" }): string => {
    switch (doubt.kind) {
      case "zones":
        return `zones ${doubt.zones[0]} and ${doubt.zones[1]} not compared`;
      case "window":
        return "other records are counted";
      case "own threshold":
        return `a party may have its own threshold of ${doubt.name}`;
      case "order":
        return "two attributes are set against each other";
      case "membership":
        return `membership in ${doubt.organisation} not looked up`;
      case "search":
        return "too many cases to try all";
      case "planned":
        return "if the act is to take place by that date, and not only to be planned";
    }
  },
  parties: (ids: readonly string[], most = 8) =>
    ids.length === 0
      ? "nobody in particular"
      : ids.length > most
        ? `${ids.length} parties`
        : ids.map((id) => id.replaceAll("-", "\u2011")).join(" "),
  example: (words: readonly string[]) => `For example: ${list(words)}`,
  noExample: "In every case.",
  denied: (words: string) => `not ${words}`,
  placeInZone: (zone: string, denied: boolean) => `a place ${denied ? "outside" : "in"} ${zone}`,
  unverifiedBinding: (pairs: readonly string[]) => `Binding not verified: ${list(pairs)}`,
  standing: (party: string, words: string) => `${party} ${words}`,
  clauseOf: (clause: string, title: string, article: string, unsure: boolean) =>
    `${title} (${clause}; ${article}${unsure ? UNSURE : ""})`,
  sourceOf: (source: string, confidence: string) => `${source}, confidence ${confidence}`,

  // Between
  betweenTitle: (a: string, b: string) => `Between ${a} and ${b}`,
  group: (form: InstrumentBetween["form"], group: InstrumentBetween["group"], count: number) => {
    const [name, both] = form === undefined ? NO_TEXT : INSTRUMENT_FORMS[form];
    return `${name}, ${GROUPS[group](both)} (${count})`;
  },
  nothingBetween: "Our tables hold no instrument with rows for both.",
  state: STANDINGS,
  provisional: "applied provisionally",
  standingDoubt: {
    "effect date unknown": "effect date unknown",
    "coarse date": "day of effect unknown",
    "general knowledge only": "general knowledge only",
    "low confidence": "low confidence",
    dispute: "sources disagree",
  } satisfies Readonly<Record<StandingDoubt, string>>,
  suspendedClauses: (party: string, clauses: readonly string[]) => `Suspended for ${party}: ${list(clauses)}`,
  owes: (from: string, to: string, parts: readonly string[]) =>
    `${from} to ${to}: ${parts.length === 0 ? "nothing" : list(parts)}`,
  owesAlike: (from: string, to: string, parts: readonly string[]) =>
    parts.length === 0
      ? "Owed to others or to nobody in particular: nothing between the two."
      : `each to the other (${from}, ${to}): ${list(parts)}`,
  counts: {
    duties: (n: number) => plural(n, "duty", "duties"),
    rights: (n: number) => plural(n, "right", "rights"),
    limits: (n: number) => plural(n, "limit", "limits"),
    standing: (n: number) => plural(n, "principle", "principles"),
  },
  sameSide: (side: string) => `Both are in the side ${side}: as a side they owe each other nothing.`,
  sides: (a: string, sideA: string, b: string, sideB: string) => `Sides: ${a} in ${sideA}, ${b} in ${sideB}`,
  reservation: (party: string, effect: string, clauses: readonly string[]) =>
    clauses.length === 0
      ? `Reservation of ${party}: ${effect} (no clause held here)`
      : `Between the two these do not apply, both ways: ${list(clauses)}. Reservation of ${party}: ${effect}`,
  remark: (kind: string, effect: string) => `Noted, ${kind}: ${effect}`,
  organisations: (count: number) => `Organisations both belong to (${count})`,
  organisation: (name: string, statuses: readonly string[], unsure: boolean) =>
    `${name}: ${statuses[0] === statuses[1] ? `both ${statuses[0]}` : list(statuses)}${unsure ? UNSURE : ""}`,
  membership: (party: string, status: string, from: string, to: string) =>
    `${party}: ${status}${from === "" ? ", since when is not known" : ` since ${from}`}${to === "" ? "" : ` until ${to}`}`,
  since: (act: string, effect: string, done: string) =>
    effect !== "" ? `${act}, in effect ${effect}` : done !== "" ? `${act} ${done}` : act,
  // Overlaps
  overlapsTitle: "Overlaps: one act for several agreements",
  overlapsBetween: (a: string, b: string) => `Overlaps between ${a} and ${b}`,
  overlapsNone: "No act was found that performs duties of several agreements.",
  overlap: (act: string, instruments: number) => `One act for ${instruments} agreements: ${act}`,
  overlapWhen: (cause: string) => `When: ${cause}`,
  every: (count: number, unit: string) => (count === 1 ? `every ${unit}` : `every ${count} ${unit}s`),
  underAll: (instruments: readonly string[]) => `Only where one record is made under all of: ${list(instruments)}`,
  underTitle: "If one record is made under several agreements",
  who: (debtors: string, creditors: string) => `By ${debtors}; to ${creditors}`,
  whoToAll: (debtors: string, parts: readonly string[]) =>
    `By ${debtors}; one notice to all of them: ${parts.join("; ")}`,
  toWhom: (clauses: string, parties: string) => `${parties} (${clauses})`,
  strictest: (clauses: readonly string[], undated: readonly string[]) =>
    `Strictest: ${list(clauses)}${clauses.length > 1 ? " (the same moment)" : ""}${undated.length === 0 ? "; exact" : `, among those with a date; no date yet: ${list(undated)}`}`,
  depends: (clauses: readonly string[], undated: readonly string[]) =>
    `Strictest: depends on the dates, between ${list(clauses)}${undated.length === 0 ? "" : `; no date yet: ${list(undated)}`}`,
  undated: (clauses: readonly string[]) =>
    clauses.length > 3 ? "Strictest: none has a date to compare." : `Strictest: no date to compare in ${list(clauses)}`,
  inCase: (guards: string, text: string) => `If ${guards}: ${text}`,
  otherwise: (text: string) => `Otherwise: ${text}`,
  tooManyCases: "Strictest: too many cases of guarded deadlines to list.",
  channels: (parts: readonly string[]) => `Channels: ${parts.join("; ")}`,
  noChannel: "not stated",
  thresholdsTitle: "The same act, from different numbers on",
  threshold: (act: string, attribute: string) => `${act}, by ${attribute}`,
  only: (range: string, noun: string, clauses: readonly string[]) => `${range} ${noun}: only ${list(clauses)}`,
  all: (range: string, noun: string, clauses: readonly string[]) => `${range} ${noun}: all of ${list(clauses)}`,
  alone: (attribute: string) =>
    `As far as ${attribute} alone decide; other figures bring some of these clauses about too.`,
  range: {
    between: (a: string, b: string) => `${a} to ${b}`,
    from: (a: string) => `from ${a}`,
    above: (a: string) => `above ${a}`,
    upTo: (b: string) => `up to ${b}`,
    below: (b: string) => `below ${b}`,
    any: "any number of",
    exactly: (a: string) => `exactly ${a}`,
  },
  overlapsFoot: (compared: number, apart: number) =>
    `${plural(compared, "duty", "duties")} set side by side; ${apart.toLocaleString("en")} that follow a miss or becoming bound have no common cause and were not.`,

  // Clashes
  clashesTitle: "Clashes: what agreements ask and forbid at once",
  clashesBetween: (a: string, b: string) => `Clashes between ${a} and ${b}`,
  clashesNone: "No clash was found between agreements that bind the same parties.",
  share: "Told to send what another agreement forbids to send",
  do: "Told to do what another agreement forbids",
  may: "Allowed by one, forbidden by another",
  ifUnder: "Only where one record is made under both agreements",
  windows: "Dates that cannot both be kept",
  settled: "Settled by the text itself",
  asks: "asks",
  allows: "allows",
  forbids: "forbids",
  soonerWord: "by",
  laterWord: "and",
  way: {
    "another act": "A way remains: only some of the acts that would do are forbidden.",
    consent: "A way remains: a consent takes the act out of what is forbidden.",
    none: "No way remains that keeps both, by these two clauses.",
  } satisfies Readonly<Record<Forbidden["way"], string>>,
  forbiddenWhen: (words: string) => `Forbidden where: ${words}`,
  unlessConsent: "unless there is consent",
  underOnly: "Forbidden only where the record is made under that agreement.",
  settledBy: (clause: string) => `The texts settle it: ${clause} goes first.`,
  windowsText: (late: string) => `One act cannot serve both: ${late}`,
  openingAfter: (sooner: string, later: string) => `${sooner} ends before ${later} lets the act count.`,
  leadTimeText: (sooner: string, later: string) =>
    `What is due so soon (${sooner}) leaves no room for the lead time (${later}).`,
  clashesFoot: (acts: number, bans: number) =>
    `${plural(acts, "duty or right", "duties and rights")} set against ${plural(bans, "prohibition", "prohibitions")}, kind by kind. A rule written for a kind of its own that no duty asks for is not found.`,

  // Gaps
  gapsTitle: "Gaps: what texts and tables leave open",
  threatsTitle: (count: number, of: number) => `Threats without a duty to tell anybody (${count} of ${of})`,
  threatsUntabled: "The region has no table of threats.",
  threatWhy: {
    "none named": "no clause named in its row",
    "none tells": "its clauses oblige nobody to send anything",
    "not here": "its clauses stand in no text held here",
  },
  threat: (name: string, why: string, clauses: readonly string[]) =>
    `${name}: ${why}${clauses.length === 0 ? "" : ` (${list(clauses)})`}`,
  channelsTitle: (count: number, of: number) => `Duties and rights without a channel (${count} of ${of})`,
  channelsInTable: (clauses: readonly string[]) =>
    `A channel stands in the table, but not in the text: ${list(clauses)}`,
  remediesTitle: (count: number) => `Clauses that nothing here can bring about (${count})`,
  idle: (why: IdleClause["why"]): string => {
    switch (why.kind) {
      case "no date":
        return `waits for a miss of ${why.of}, which has no date`;
      case "no reading":
        return `waits for a miss of ${why.of}, whose "${why.term}" nobody has read as a number`;
      case "silence":
        return `waits for a miss of ${why.of}, but silence there means "${why.means}"`;
      case "nobody sends":
        return `begins with ${why.record}, which no clause lets anybody send`;
      case "idle cause":
        return `waits for ${why.of}, which nothing here can bring about`;
    }
  },
  membersTitle: (count: number) => `Members of an organisation without a binding row for its agreement (${count})`,
  membersRule:
    "Rule: the organisation's row names the agreement, or its name stands in the title, or a clause speaks of its members.",
  member: (state: string, parties: string) => `${state}: ${parties}`,
  none: "None found.",
};
