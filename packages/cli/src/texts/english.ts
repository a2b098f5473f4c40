import type { Comparison, TimeUnit } from "@kelisim/accord/program";
import type { State } from "@kelisim/duties";
import { compareEnglish } from "./compare-english.ts";
import { draftEnglish } from "./draft-english.ts";

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;

/** The mark of what no source we hold confirms, joined to its word so that no line begins with it. */
const UNSURE = "\u00a0?";

const plural = (count: number, one: string, many: string) =>
  `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
const list = (names: readonly string[]) => names.join(", ");
const listAnd = (names: readonly string[]) =>
  names.length < 2 ? list(names) : `${list(names.slice(0, -1))} and ${names.at(-1)}`;

const INSTRUMENT_MEMBERS = {
  treaty: ["party", "parties"],
  "politically binding": ["participant", "participants"],
  voluntary: ["contributor", "contributors"],
} as const;

const STATES: Readonly<Record<State | "unverified", string>> = {
  upcoming: "upcoming",
  open: "open",
  met: "met",
  "met late": "met late",
  overdue: "overdue",
  "not received by us": "not received by us",
  "date passed, nothing recorded here": "date passed, nothing recorded here",
  "lead time already passed": "lead time already passed",
  "waived by creditor": "waived by creditor",
  "closed by silence": "closed by silence",
  "not applicable": "not applicable",
  available: "available",
  used: "used",
  expired: "expired",
  within: "within the limit",
  exceeded: "above the limit",
  unknown: "unknown, not complete here",
  "in force": "in force",
  suspended: "suspended",
  unverified: "unverified",
};

/** English. One place for every text of the command, so that the next language translates this file and no other. */
export const english = {
  // Words
  nobody: "nobody in particular",
  side: (name: string) => `the side ${name}`,
  sideOf: (name: string, members: readonly string[]) => `the side ${name}: ${members.join(" ")}`,
  many: (count: number, kind: keyof typeof INSTRUMENT_MEMBERS) =>
    plural(count, INSTRUMENT_MEMBERS[kind][0], INSTRUMENT_MEMBERS[kind][1]),
  from: "from",
  or: " or ",
  and: " and ",
  whereStated: (text: string) => `${text} where stated`,
  yes: "yes",
  no: "no",
  thousands: ",",
  not: (text: string) => `not ${text}`,
  isGiven: (name: string) => `${name} given`,
  inZone: "in the zone",
  outsideZone: "outside the zone",
  memberOf: (who: string, organisation: string) => `${who} a member of ${organisation}`,
  theRecord: "the record",
  thePeriod: "the period",
  periodStart: "the start of the period",
  periodEnd: "the end of the period",
  theMoment: "that moment",
  boundSince: "becoming bound",
  theAttribute: (name: string) => `the ${name}`,
  overWindow: (of: string, window: string) => `${of} in ${window}`,
  compared: (op: Comparison, value: string, noun: string, unsure: boolean) =>
    `${{ ">=": "from", ">": "above", "<": "below", "<=": "up to", "=": "exactly", "!=": "other than" }[op]} ${value} ${noun}${unsure ? UNSURE : ""}`,
  equals: (op: Comparison, name: string, value: string, unsure: boolean) =>
    `${name}${{ ">=": " from", ">": " after", "<": " before", "<=": " until", "=": "", "!=": " other than" }[op]} ${value}${unsure ? UNSURE : ""}`,
  ownThreshold: (otherwise: string) => `own threshold, else ${otherwise}`,
  /** Nouns for the number of an attribute. */
  quantities: { personnel: "people", troops: "people", size: "people" } as Readonly<Record<string, string | undefined>>,
  attributes: { from: "sender", to: "addressee" } as Readonly<Record<string, string | undefined>>,
  /** What a deadline counts from. */
  bases: {
    sent: "it was sent",
    occurred: "it happened",
    received: "it was received",
    start: "the start",
    end: "the end",
  } as Readonly<Record<string, string | undefined>>,
  unit: (unit: TimeUnit | "hour", count: number) => (count === 1 ? unit : `${unit}s`),
  after: (duration: string, base: string) => `${duration} after ${base}`,
  before: (duration: string, base: string) => `${duration} before ${base}`,
  noLaterThan: (base: string) => `no later than ${base}`,
  dayAndMonth: (day: number, month: number) => `${day} ${MONTHS[month]}`,
  byDate: (date: string, years: number, unsure: boolean) =>
    `by ${date}${years === 0 ? "" : years === 1 ? " of the next year" : ` ${years} years on`}${unsure ? UNSURE : ""}`,
  byDateOf: (date: string, years: number, base: string, unsure: boolean) => {
    const count =
      Math.abs(years) === 1 ? "" : `${["", "", "second ", "third "][Math.abs(years)] ?? `${Math.abs(years)}th `}`;
    const where = years === 0 ? "of" : years < 0 ? "before" : "after";
    return `by ${date}${unsure ? UNSURE : ""} of the ${count}year ${where} ${base}`;
  },
  countsFrom: (moment: string) => `The act counts from ${moment} on.`,
  vague: (term: string) => `"${term}", no reading yet: no date is computed`,
  vagueRead: (term: string, duration: string, by: string) => `"${term}", read as ${duration} by ${by}`,
  noNumber: "no number in the text",
  noNumberKnown: "no number known: this part of the text was not read",
  guarded: (deadline: string, guard: string) => `${deadline} if ${guard}`,
  unsure: (text: string) => `${text}${UNSURE}`,
  weekdays: ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"],
  date: (day: number, month: number, year: number | undefined) =>
    `${day} ${MONTHS[month]}${year === undefined ? "" : ` ${year}`}`,
  fromDay: (date: string) => `from ${date}`,
  monthOfYear: (month: number, year: number) => `${MONTHS[month]} ${year}`,
  distance: (days: number) =>
    days === 0
      ? "today"
      : days === 1
        ? "tomorrow"
        : days === -1
          ? "yesterday"
          : days > 0
            ? `in ${days} days`
            : `${plural(-days, "day", "days")} ago`,
  confidence: { high: "high", medium: "med", low: "low" },
  states: STATES,
  list,
  listAnd,

  // Heads
  boardOf: (party: string) => `Board of ${party}`,
  asOf: (day: string, clock: string) => `as of ${day}, ${clock}`,
  endOfDay: (zone: string) => `end of day ${zone}`,
  knownAt: (moment: string) => `known ${moment}`,
  ground: (region: string, note: string) => `${region}. ${note}`,
  noRecords: "No records here. Silence says nothing.",
  withRecords: (files: number, records: number) =>
    `${plural(records, "record", "records")} from ${plural(files, "file", "files")}. What is not in them says nothing.`,
  withCoverage: (files: number, records: number) =>
    `${plural(records, "record", "records")} from ${plural(files, "file", "files")}, declared complete in part; only there does silence say something.`,
  ownDesk: (parties: string) => `This node is the desk of ${parties}.`,
  training: (region: string) => `TRAINING, ${region} (invented)`,

  // Board
  weOwe: "We owe",
  owedToUs: "Owed to us",
  overdueGroup: "Overdue",
  leadTimeGroup: "Lead time already passed",
  passedGroup: "Date passed, nothing recorded here",
  undatedGroup: "Open, no date we could verify",
  closedGroup: "Done or closed",
  notReceivedGroup: "Not received by us",
  rightsGroup: "Rights",
  limitsGroup: "Limits",
  standingGroup: "Standing",
  undecidedGroup: "Cannot be decided from what is recorded here",
  dateGroup: (date: string, distance: string, unsure: boolean) => `${date}${unsure ? UNSURE : ""}, ${distance}`,
  noLines: (party: string) => `Nothing is recorded for ${party} in this window.`,
  owedBy: (who: string) => `owed by ${who}`,
  owedTo: (who: string) => `owed to ${who}`,
  countedFor: (who: string) => `counted for ${who}`,
  heldBy: (who: string) => `right of ${who}`,
  recorded: (value: string) => `${value} recorded`,
  bothWays: (who: string) => `${who}, both ways`,
  fromOne: (who: string) => `from ${who}`,
  fromMany: (count: number) => `from ${count}`,
  actOf: (title: string, period: string) => `${title}, ${period}`,
  clauseCell: (instrument: string, article: string, unsure: boolean) =>
    `${instrument} ${article}${unsure ? UNSURE : ""}`,
  channelCell: (channel: string, unsure: boolean) => `${channel}${unsure ? UNSURE : ""}`,
  dateWas: (date: string) => `date was ${date}`,
  dueAt: (date: string, distance: string) => `due ${date}, ${distance}`,
  overdueSince: (moment: string) => `overdue since ${moment}`,
  metOn: (moment: string) => `met ${moment}`,
  metLate: (late: string) => `met late, ${late} after the date`,
  leadTimePassed: (date: string) => `the lead time had passed when this was planned: date was ${date}`,
  waivedOn: (date: string) => `waived by creditor, ${date}`,
  silenceMeant: (effect: string) => `closed by silence: ${effect}`,
  notApplicable: (reason: string) => `not applicable: ${reason}`,
  waivedLater: (date: string) => `waived after the date, ${date}`,
  doneLater: (moment: string) => `done ${moment}`,
  bindingUnverified: "binding status unverified",
  bindingUnverifiedOf: (who: readonly string[]) => `binding status unverified: ${list(who)}`,
  more: (count: number) => `${count} more`,
  noNumberCell: "no number",
  noNumberKnownCell: "not read",
  noDateCell: "no date",
  subjectNote: (subject: string) => `because of ${subject}`,
  unverifiedWord: "unverified",
  statedFirst: (state: string, act: string) => `${state}: ${act}`,
  lateBy: (ms: number) => {
    const hours = Math.round(ms / 3_600_000);
    if (hours < 1) return plural(Math.max(1, Math.round(ms / 60_000)), "minute", "minutes");
    return hours < 48 ? plural(hours, "hour", "hours") : plural(Math.round(hours / 24), "day", "days");
  },
  limitValue: (value: string, amount: string) => `${value} of ${amount}`,
  limitValueOrMore: (value: string, amount: string) => `${value} or more, of ${amount}`,
  atMost: (amount: string) => `at most ${amount}`,
  notComplete: "not complete here",
  missing: (parts: readonly string[]) => parts.join("; "),
  countLines: (count: number) => `${plural(count, "line", "lines")}.`,
  countUndated: (duties: number, instruments: number, owed: boolean) =>
    `${plural(duties, "duty", "duties")} of ${plural(instruments, "instrument", "instruments")} open without a date. Show them: ${owed ? "--owed-to\u00a0" : ""}--status\u00a0open`,
  instrumentGroup: (id: string, title: string) => `${id}, ${title}`,
  countOthers: (rights: number, limits: number, standing: number) =>
    `Also: ${list([
      ...(rights > 0 ? [plural(rights, "right", "rights")] : []),
      ...(limits > 0 ? [plural(limits, "limit", "limits")] : []),
      ...(standing > 0 ? [plural(standing, "standing principle", "standing principles")] : []),
    ])}. Show them: --all`,
  countLeft: (earlier: number, later: number) =>
    `Outside the window: ${list([
      ...(earlier > 0 ? [`${earlier.toLocaleString("en")} earlier (--back DAYS)`] : []),
      ...(later > 0 ? [`${later.toLocaleString("en")} later (--days DAYS)`] : []),
    ])}.`,
  countFiltered: "Chosen by --status or --instrument; other lines are left out.",
  legendUnverified: "unverified",
  whyOneLine: "Why one line:",
  otherForms: "Calendar: --ics      Data: --json, --csv",

  // What if
  ifDone: (party: string, what: string, sent: boolean) => `If ${party} ${sent ? "sent" : "did"} this: ${what}`,
  ifRecorded: (count: number) => `If ${plural(count, "record", "records")} were added`,
  nothingRecorded: "HYPOTHETICAL, nothing is recorded",
  wouldArise: (count: number) => `${plural(count, "duty", "duties")} would arise, strictest first`,
  nothingWouldArise: "No duty would arise from this.",
  wouldBe: (state: string, rule: string) => (rule === "" ? `would be ${state}` : `would be ${state}: ${rule}`),
  passedRule: (rule: string) => (rule === "" ? "lead time already passed" : `lead time already passed: ${rule}`),
  thatIs: (moment: string) => `that is ${moment}`,
  rightsWouldArise: "Rights that would arise",
  oneNotice: "One notice for several",
  oneAct: "One act for several",
  oneNoticeFor: (numbers: string, parts: readonly string[]) => `${numbers}\u00a0\u00a0 ${parts.join("")}`,
  oneRecord: (record: string) => `one ${record}`,
  toWhom: (whom: string) => ` to ${whom}`,
  forWhom: (whom: string) => ` for ${whom}`,
  byFirst: (date: string, passed: boolean) => (passed ? `; the first date was ${date}` : `, by ${date}`),
  numbersAnd: (numbers: readonly number[]) => listAnd(numbers.map(String)),
  whoSpeaks: (side: string) => `Who speaks for ${side}: no reading yet`,
  limitsTouched: "Limits",
  changed: "Would change",
  changedTo: (before: string, after: string) => `${before} would become ${after}`,
  undecided: "Could not be decided",
  earliest: (what: string, date: string) =>
    `Earliest ${what} that keeps every lead time, if notice goes out today: ${date}`,
  earliestNone: (what: string) => `No ${what} within five years keeps every lead time by moving the dates alone.`,
  noLeadTimes: "No lead time applies.",
  zonePlace: (place: string, zones: string) => `${place}: ${zones}`,
  placeWords: (lat: string, north: boolean, lon: string, east: boolean) =>
    `${lat} ${north ? "N" : "S"} ${lon} ${east ? "E" : "W"}`,
  location: {
    inside: (zone: string) => `inside ${zone}`,
    outside: (zone: string) => `outside ${zone}`,
    "within map error": (zone: string) => `within the map's error of the edge of ${zone}`,
    "not mapped": (zone: string) => `not on our map of ${zone}`,
  } as Readonly<Record<string, (zone: string) => string>>,
  kmFromLine: (km: number, error: number | undefined) =>
    `${km} km from the border${error === undefined ? "" : ` (map error ${error} km, assumed)`}`,
  afterAsOf: (count: number) =>
    `${plural(count, "record lies", "records lie")} after the as-of moment and ${count === 1 ? "does" : "do"} not count yet: give a later --as-of.`,
  pairs: (count: number) => plural(count, "pair", "pairs"),
  zoneOf: (zone: string, instruments: readonly string[]) => `the zone of ${list(instruments)} (${zone})`,
  whatIfFooter: "? = from general knowledge, not verified here.   From a file: kelisim what-if FILE",
  distanceNote: (date: string, distance: string) => `${date}, ${distance}`,

  // Explain
  sentenceDue: (date: string) => `By the end of ${date}`,
  sentenceAt: (moment: string) => `By ${moment}`,
  sentenceNoDate: "With no date that could be computed,",
  isToSend: (debtor: string, creditor: string, act: string) =>
    `${debtor} is to send ${creditor === "" ? "" : `${creditor} `}this: ${act}`,
  isToDo: (debtor: string, creditor: string, act: string) =>
    `${debtor} is to do this${creditor === "" ? "" : ` for ${creditor}`}: ${act}`,
  mayDo: (debtor: string, creditor: string, act: string) =>
    `${debtor} may use this right${creditor === "" ? "" : ` towards ${creditor}`}: ${act}`,
  limitSentence: (bearer: string, act: string) => `For ${bearer} this limit holds: ${act}`,
  standingSentence: (debtor: string, creditor: string, act: string) =>
    `${debtor} and ${creditor} stand under this: ${act}`,
  becausePeriod: (often: string) => `due ${often}`,
  becauseRecord: (subject: string) => `because of the record ${subject}`,
  becauseMiss: (clause: string) => `because the date of ${clause} passed`,
  becauseBound: "because it became bound",
  stateSentence: (state: string, distance: string) => `State: ${state}${distance === "" ? "" : `, ${distance}`}`,
  factsTitle: "Facts it rests on",
  factClause: "Clause",
  factStatus: "Status",
  factMembership: "Membership",
  factRule: "Rule",
  factTrigger: "Trigger",
  factArithmetic: "Arithmetic",
  factReading: "Reading",
  factChannel: "Channel",
  factDischarge: "Discharge",
  factCoverage: "Coverage",
  factReservation: "Reservation",
  factCounted: "Counted",
  factAssumed: "Unverified",
  factWaiver: "Waiver",
  factFollows: "Follows",
  factAdoption: "Adoption",
  clauseFact: (instrument: string, article: string, id: string, hash: string) =>
    `${instrument}, ${article}. Clause ${id}, version ${hash}`,
  articleOf: (article: string, unsure: boolean) => `${article}${unsure ? UNSURE : ""}`,
  sourceOf: (source: string, confidence: string) => `Source: ${source}, confidence ${confidence}`,
  sourcesOf: (sources: readonly string[]) => `Source: ${sources.join("; ")}`,
  sourceAndConfidence: (source: string, confidence: string) => `${source}, confidence ${confidence}`,
  bindingWords: (party: string, status: string) => `${party}: ${status}`,
  statusFact: (act: string, actDate: string, effectDate: string) => {
    const done = `${act}${actDate === "" ? "" : ` ${actDate}`}`;
    // A signature binds nobody: that it has no effect date is no gap.
    if (effectDate === "") return act === "signature" ? done : `${done}, effect date unknown`;
    return `${done}, in effect from ${effectDate}`;
  },
  membershipOf: (party: string, organisation: string) => `${party} in ${organisation}`,
  membershipFact: (status: string, from: string, to: string) =>
    `${status}${from === "" ? ", since when unknown" : ` from ${from}`}${to === "" ? "" : ` to ${to}`}`,
  sourcesDifferHere: (answers: readonly string[]) => `${answers.join(" or ")} (sources differ)`,
  sourcesDiffer: (question: string, answers: readonly string[]) =>
    `Sources differ: ${question} ${answers.join("; or ")}.`,
  answerOf: (answer: string, sources: readonly string[]) => `${answer} (${sources.join("; ")})`,
  guardApplied: (rule: string, given: string, afterOthers: boolean) =>
    `${rule}: applies${given === "" ? (afterOthers ? ", as none before it does" : "") : ` (${given})`}`,
  guardDenied: (rule: string, given: string) => `${rule}: does not apply${given === "" ? "" : ` (${given})`}`,
  guardNotAsked: (rule: string) => `${rule}: not asked, one before it applies`,
  guardUndecided: (rule: string, given: string) =>
    `${rule}: no rule could be chosen${given === "" ? "" : ` (${given})`}`,
  valueIs: (name: string, value: string) => `${name}: ${value}`,
  valueNotGiven: (name: string) => `${name} not given`,
  inAll: (amount: string, attribute: string, unsure: boolean) =>
    `at least ${amount}${unsure ? UNSURE : ""} of ${attribute} in all`,
  actInAll: (act: string, total: string) => `${act} (${total})`,
  totalReached: (record: string, total: string) => `${record}: with it ${total} is reached`,
  totalNotReached: (record: string, total: string, reached: string) =>
    `The records here come to ${reached}. What would close it: ${record}, ${total}.`,
  othersAlike: (count: number) => `and ${count.toLocaleString("en")} more like it`,
  triggerCalendar: (period: string) => `The calendar: the period ${period}.`,
  triggerBound: "Becoming bound.",
  triggerMiss: (clause: string) => `${clause} was not recorded as performed by its date.`,
  triggerRecord: (id: string, kind: string, moment: string, from: string) =>
    `${kind} ${id}, ${moment}${from === "" ? "" : `, from ${from}`}`,
  corrected: (count: number) => `${plural(count, "version", "versions")} of it, the last one counts`,
  noTrigger: "None recorded.",
  arithmetic: (rule: string, base: string, result: string) =>
    `${rule}${base === "" ? "" : `; ${base}`}; result: ${result}`,
  baseIs: (name: string, value: string) => `${name} is ${value}`,
  arithmeticZone: (zone: string, data: string, monthEnd: string) =>
    `Read in ${zone} (time zone data ${data}); month end: ${monthEnd}. The last instant still counts.`,
  suspendedAdded: (time: string) => `Suspended time added: ${time}.`,
  plannableFrom: (moment: string) => `It could be acted on from ${moment}.`,
  noDate: (why: string) => `No date: ${why}`,
  noChannel: "Not stated in our copy.",
  dischargeNone: (record: string) => `None recorded here. What would close it: ${record}.`,
  coverageNone: "No records are declared complete here, so silence says nothing.",
  coverageFact: (kinds: string, parties: string, from: string, until: string) =>
    `${kinds} of ${parties}, ${from} to ${until}`,
  readingFact: (term: string, words: string, by: string) => `"${term}" read as ${words} by ${by}`,
  limitFact: (value: string, amount: string) => `counted: ${value}; at most ${amount}`,
  notKnownTitle: "What we do not know",
  otherPairsTitle: "The same clause, other pairs",
  otherPair: (who: readonly string[], state: string) => `${who.join(" → ")}: ${state}`,
  statedUnverified: (state: string) => `${state}, binding status unverified`,
  otherPeriodsTitle: "The same clause, other periods",
  otherLine: (label: string, date: string, state: string) => `${label}   ${date}   ${state}`,
  linesOfClause: (count: number) =>
    count === 0 ? "No line of this clause now." : `${plural(count, "line", "lines")} of this clause, by debtor`,
  ruleTitle: "The rule",
  ruleWhen: "When",
  ruleWho: "Who",
  ruleBy: "By",
  ruleAct: "Act",
  sameForOthers: (count: number) => `The same stands for ${count.toLocaleString("en")} more pairs.`,
  explainOne: "One of them:",
  triggerWords: {
    calendar: (count: number, unit: string) => (count === 1 ? `every ${unit}` : `every ${count} ${unit}s`),
    bound: "on becoming bound",
    miss: (clause: string) => `if ${clause} is not performed by its date`,
    record: (record: string, condition: string) => `${record}${condition === "" ? "" : `: ${condition}`}`,
  },
  role: {
    eachParty: "each party",
    everyOther: "every other party",
    eachSide: "each side",
    otherSide: "the other side",
    sideOf: (term: string) => `the side of the ${term}`,
    term: (name: string) => `the ${name}`,
    members: (organisation: string) => `members of ${organisation}`,
    inZone: (zone: string) => `parties whose part of ${zone} holds the place`,
    debtor: "the debtor",
    creditor: "the creditor",
    except: (role: string, minus: string) => `${role} except ${minus}`,
  },

  // Start
  startHead: (region: string) => `Kelisim: ${region}`,
  startLead: (days: number, date: string) => `What falls due in the ${days} days from ${date}, state by state.`,
  startNone: "Nothing with a date falls due in this window.",
  startRest: (passed: number, undated: number) =>
    list([
      ...(passed > 0 ? [`${plural(passed, "date", "dates")} passed with nothing recorded here`] : []),
      ...(undated > 0 ? [`${undated.toLocaleString("en")} open without a date`] : []),
    ]),
  startNext: "Where to go from here",
  startBoard: "the whole board of one state, with what is owed to it",
  startExplain: "why one line stands there: clause, status, arithmetic, sources",
  startWhatIf: "what would follow from a plan, before anybody is told",
  startCheck: "the agreements checked, problem by problem",
  startRegions: "the regions there are",
  startUnverified: "? = from general knowledge, not verified here. Every source stands in the region's files.",

  // Check
  checkHead: (region: string) => `Check of ${region}`,
  checkedFiles: (files: number, instruments: number, clauses: number) =>
    `${plural(files, "file", "files")}: ${plural(instruments, "instrument", "instruments")}, ${plural(clauses, "clause", "clauses")}.`,
  problemCounts: (errors: number, warnings: number, infos: number) =>
    errors + warnings + infos === 0
      ? "No problems."
      : `${list([plural(errors, "error", "errors"), plural(warnings, "warning", "warnings"), plural(infos, "remark", "remarks")])}.`,
  severity: { error: "error", warning: "warning", info: "remark" },
  why: (text: string) => `why: ${text}`,
  mend: (text: string) => `mend: ${text}`,
  infosHidden: (count: number) => `${plural(count, "remark is", "remarks are")} not shown; show them with --all.`,
  unverifiedCount: (clauses: number) =>
    `${plural(clauses, "clause rests", "clauses rest")} on a number or reference that no source we hold confirms.`,

  // Records
  recordsCounts: (file: string, taken: number, refused: number, empty: number) =>
    `${file}: ${plural(taken, "record", "records")} taken, ${refused.toLocaleString("en")} refused${empty > 0 ? `, ${plural(empty, "empty line", "empty lines")}` : ""}.`,
  moreProblems: (count: number) => `... and ${plural(count, "more problem", "more problems")}.`,
  lineNotUtf8: (offset: number) => `not UTF-8 at byte ${offset.toLocaleString("en")} of the file`,
  lineTooLong: (bytes: number) => `a line of ${bytes.toLocaleString("en")} bytes`,
  lineTooLongMend: "one record a line, at most one million characters",
  emptyFile: (file: string) => `${file}: the file is empty; no record in it.`,
  unknownKind: (kind: string) => `There is no kind "${kind}".`,
  kindsAre: (kinds: readonly string[]) => `Kinds: ${list(kinds)}`,

  // Format
  formatted: (file: string) => `${file}: formatted`,
  wouldFormat: (file: string) => `${file}: not formatted`,
  formatCounts: (changed: number, same: number) => `${plural(changed, "file", "files")} changed, ${same} as they were.`,
  formatCheckCounts: (changed: number, same: number) => `${plural(changed, "file", "files")} to format, ${same} fine.`,
  notWritten: (file: string, reason: string) => `${file} could not be written: ${reason}`,

  // Regions
  regionLine: (name: string, note: string) => `${name}${note === "" ? "" : `: ${note}`}`,
  noRegions: "No region here: a folder regions/NAME with a region.yaml is one.",
  inventedNote: "invented, for courses and tests",

  // Wrong usage
  didYouMean: (names: readonly string[]) => `Did you mean ${names.join(", ")}?`,
  partiesAre: (names: readonly string[]) => `Parties: ${list(names)}`,
  unknownParty: (name: string, region: string) => `There is no party "${name}" in ${region}.`,
  ambiguousParty: (name: string, region: string) => `"${name}" is the name of several parties in ${region}.`,
  unknownRegion: (name: string) => `There is no region "${name}".`,
  regionsAre: (names: readonly string[]) => (names.length === 0 ? "No regions here." : `Regions: ${list(names)}`),
  regionPath: "A region is a name under regions/ or the path of a folder with a region.yaml.",
  notARegion: (path: string) => `${path} holds no region.yaml: it is no region.`,
  regionIsFile: (path: string) => `${path} is a file; a region is a folder.`,
  unknownInstrument: (name: string) => `There is no instrument "${name}".`,
  instrumentsAre: (names: readonly string[]) => `Instruments: ${list(names)}`,
  unknownStatus: (name: string) => `There is no status "${name}".`,
  statusesAre: (names: readonly string[]) => `Statuses: ${list(names)}`,
  unknownDuty: (name: string) => `There is no clause "${name}".`,
  severalDuties: (name: string) => `"${name}" could be one of several clauses:`,
  clauseLine: (id: string, title: string, article: string) => `${id}  ${title} (${article})`,
  listDuties: 'A clause is named by its id, by "INSTRUMENT ARTICLE" as a board prints it, or by words of its title.',
  noLineFor: (clause: string, party: string, which: string) =>
    `${clause} has no line for ${party}${which === "" ? "" : ` and ${which}`} here.`,
  linesAreFor: (names: readonly string[]) => `It has lines for: ${list(names)}`,
  periodsAre: (names: readonly string[]) => `It has: ${list(names)}`,
  partyNeeded: "Whose board? Give --party, for example --party KAZ.",
  notADate: (option: string, text: string) => `${option} "${text}" is no date.`,
  dateForms:
    "Write a date as 2026-11-21 (the last instant of that day in the region's time zone) or a moment as 2026-11-21T09:00:00Z.",
  knownInFuture: (text: string) => `--known-at ${text} lies ahead: nobody can know now what will be known then.`,
  knownInFutureMend: "Leave --known-at out for what is known now; --as-of may lie ahead.",
  notDays: (option: string, text: string) => `${option} "${text}" is no number of days.`,
  daysForms: (most: number) => `Give a whole number from 0 to ${most.toLocaleString("en")}.`,
  fileMissing: (path: string) => `There is no file ${path}.`,
  fileIsFolder: (path: string) => `${path} is a folder, not a file.`,
  fileUnreadable: (path: string) => `${path} cannot be read: no permission.`,
  fileFailed: (path: string, code: string) => `${path} cannot be read: ${code}.`,
  fileTooLarge: (path: string, bytes: number | undefined, most: number) =>
    `${path} is too large${bytes === undefined ? "" : ` (${bytes.toLocaleString("en")} bytes)`}: at most ${most.toLocaleString("en")} bytes.`,
  giveAFile: "Give the file itself.",
  checkRights: "Check who may read it.",
  notUtf8: (path: string, line: number, offset: number) =>
    `${path}:${line}: not UTF-8 at byte ${offset.toLocaleString("en")} of the file.`,
  saveAsUtf8: "Save the file as UTF-8.",
  twoFormats: (first: string, second: string) => `${first} and ${second} cannot both be the format.`,
  unknownFormat: (name: string) => `There is no format "${name}".`,
  formatsAre: (names: readonly string[]) => `Formats: ${list(names)}`,
  formatNotHere: (format: string, command: string) => `${command} has no ${format} form.`,
  filesNeeded: "Which files? Give at least one .accord.md file.",
  unknownOption: (option: string, kind: string) => `${kind} has no attribute "${option}".`,
  attributesAre: (kind: string, names: readonly string[]) => `Attributes of ${kind}: ${list(names)}`,
  valueMissing: (option: string) => `${option} needs a value.`,
  notAPlace: (text: string) => `"${text}" is no place.`,
  placeForm:
    "Write a place as LAT,LON in degrees, for example 44.2,79.6; with the accuracy of the point in km: 44.2,79.6,2.",
  notACount: (option: string, text: string) => `${option} "${text}" is no whole number.`,
  notYesNo: (option: string, text: string) => `${option} "${text}" is neither yes nor no.`,
  notMoney: (option: string, text: string) => `${option} "${text}" is no amount of money: write "1200000 EUR".`,
  setForm: (text: string) => `--set "${text}": write --set NAME=VALUE.`,
  strayWord: (word: string) => `"${word}" belongs to no option.`,
  kindOrFile: (name: string) => `"${name}" is neither a kind of record nor a file.`,
  regionHasErrors: (count: number) =>
    `${plural(count, "error", "errors")} in this region's files; the clauses concerned are left out. See: kelisim check`,
  noRegionPrograms: (region: string) => `${region} has no agreements yet: nothing can be computed.`,

  notPublished: "nothing was published: mend the errors first",
  publishedKinds: (all: number, added: number) =>
    `Published ${all} kinds of records, ${added} of them new. Records may now be kept under them.`,
  kindState: (state: "new" | "changed") => (state === "new" ? "(not published)" : "(changed since published)"),

  /** Agreements set side by side. */
  compare: compareEnglish,
  ...draftEnglish,

  // Signed and not known to bind
  signedOnly: (ids: readonly string[]) => `Signed, and not known to bind: ${ids.join(", ")}. What it would ask:`,
  asIfBound: (instrument: string) =>
    `As if ${instrument} bound those who signed it. It is not known to: nothing below is owed because of it.`,

  // Help
  help: {
    program: "Runs regional security agreements: who promised what to whom, what is owed now, and by when.",
    check: "check the agreements of a region, or given .accord.md files",
    board: "what one party owes and is owed",
    explain: "why one line of a board stands as it does",
    whatIf: "what would follow from records that do not exist: a file of JSON Lines, or one record of a kind",
    records: "check records, or print their JSON Schemas",
    recordsCheck: "check a file of records (JSON Lines; - reads standard input)",
    recordsSchema: "JSON Schemas of the kinds of record, from the vocabulary",
    fmt: "format the accord blocks of files; text outside them stays as it is",
    vocabulary: "the kinds of records of a region, their versions, and what is published",
    publish: "write down that records may be kept under these kinds; refused where that would orphan kept records",
    regions: "the regions there are",
    start: "the next 90 days of the region, state by state",
    region: "a name under regions/ or the path of a folder",
    recordsOption: "a file of records, JSON Lines; may be given several times",
    us: "parties whose own desk this node is, for example KAZ; may be given several times",
    asOf: "the moment the answer is about: a date (its last instant in the region's time zone) or a moment; default now",
    knownAt: "what was known then; default now",
    ifBound: "suppose that an agreement bound those who signed it: what would be owed then",
    days: "days ahead",
    back: "days back, for dates that passed",
    party: "a party, by id or name",
    owedTo: "only what is owed to it",
    status: "only lines of this status; may be given several times",
    instrument: "only lines of this instrument",
    all: "also rights, limits and standing principles",
    format: "table, json, csv or ics",
    formatTwo: "table or json",
    json: "the same as --format json",
    csv: "the same as --format csv",
    ics: "the same as --format ics",
    plain: "no colour",
    ascii: "marks in ASCII",
    words: "states in words before each act, no marks (for screen readers)",
    fmtCheck: "change nothing; exit 1 where a file is not formatted",
    checkAll: "also remarks",
    problems: "how many problems to print",
    whatIfFrom: "the party that sends or does it; default the kind's own attribute",
    whatIfTo: "the parties it is addressed to, separated by commas",
    whatIfUnder: "the instrument it is made under",
    whatIfSet: "an attribute by its name, where an option of the command has the same name",
    whatIfAttributes:
      "Every attribute of the kind is an option: --host KAZ --personnel 36000 --live. --people and --at are short for\n--personnel and the place. See the attributes: kelisim records schema KIND",
    environment:
      "Exit status: 0 fine, 1 problems found, 2 wrong usage, 70 a bug of ours.\nNO_COLOR turns colour off; COLUMNS gives the width; KELISIM_NOW (a moment) stands in for the clock, for courses and tests.",
  },

  // Our own bugs
  internalError: (what: string) => `internal error: ${what}`,
  sendThis:
    "This is a fault in kelisim. Please send this line, the command you gave and the version; KELISIM_DEBUG=1 prints more.",
};
