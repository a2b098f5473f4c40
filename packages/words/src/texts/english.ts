import type { Comparison, TimeUnit } from "@kelisim/accord/program";
import type { State } from "@kelisim/duties";
import type { FactKind, StatusFact } from "@kelisim/model";
import { compareEnglish } from "./compare-english.ts";
import { coverageEnglish } from "./coverage-english.ts";
import type { EngineNames } from "./engine-names.ts";

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

const STATES: Readonly<Record<State | "unverified" | "number unverified", string>> = {
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
  "number unverified": "number unverified",
};

const BASE_NAMES: Readonly<Record<string, string | undefined>> = {
  record: "the record",
  period: "the period",
  "period start": "the start of the period",
  "period end": "the end of the period",
  moment: "the moment from which the time counts",
  "bound since": "the day of becoming bound",
  sent: "the moment of sending",
  occurred: "the moment it happened",
  received: "the moment of receipt",
};

/** English. One place for every text that screens, files and the command share; another language is another object of this shape. */
export const english = {
  /** BCP 47. */
  locale: "en",
  /** Between whole and fraction. */
  point: ".",
  withWeekday: (weekday: string, date: string) => `${weekday} ${date}`,
  partOfYear: (part: string, year: string) => `${part} ${year}`,
  everyone: "everybody",
  /** What a deadline counts from: "moment" and the like as the engine names them, else the attribute by its own name. */
  baseName: (name: string, attribute: string) => BASE_NAMES[name] ?? BASE_NAMES[attribute] ?? attribute,
  /** Sentences of the engine, which speaks English. */
  engine: (sentence: string, names: EngineNames) =>
    sentence.replace(
      /^(whether )?\w+\.(\w+)(?= (?:is|cannot)\b)/,
      (_, whether = "", attribute: string) => `${whether}${names.attribute(attribute)}`,
    ),
  acts: {
    signature: "signature",
    ratification: "ratification",
    accession: "accession",
    acceptance: "acceptance",
    approval: "approval",
    succession: "succession",
    participation: "participation",
    "provisional application": "provisional application",
    suspension: "suspension",
    resumption: "resumption",
    withdrawal: "withdrawal",
    expiry: "expiry",
  } satisfies Readonly<Record<StatusFact["act"], string>> as Readonly<Record<StatusFact["act"], string>>,
  bindingStatus: { bound: "bound", "not bound": "not bound", unverified: "unverified" },
  /** As what somebody belongs to an organisation, where it reads otherwise than the table has it. */
  memberships: {} as Readonly<Record<string, string | undefined>>,
  stepOpening: "the act counts from here on",
  stepPlannable: "it could be acted on from here on",
  stepResult: "the last moment that counts",
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
  /** The unit of an amount, as the vocabulary writes it. */
  amountUnit: (unit: string) => unit,
  /** Records that are of no kind of a vocabulary: what takes another back, and facts. */
  recordKinds: {
    withdrawal: "Withdrawal",
    status: "Status of a party",
    reservation: "Reservation",
    threshold: "Own threshold",
    membership: "Membership",
    reading: "Reading of a term",
    coverage: "Statement that records are complete",
    waiver: "Waiver",
    consent: "Consent",
    adoption: "Adoption of a text",
    arrangement: "Arrangement",
  } satisfies Readonly<Record<FactKind | "withdrawal", string>> as Readonly<Record<string, string | undefined>>,
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
  /** The same for what is no attribute, where a language has another form for it there. */
  termBases: {} as Readonly<Record<string, string | undefined>>,
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
  dateGroup: (date: string, distance: string, unsure: boolean) => `${date}${unsure ? UNSURE : ""}, ${distance}`,
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
  lateBy: (ms: number) => {
    const hours = Math.round(ms / 3_600_000);
    if (hours < 1) return plural(Math.max(1, Math.round(ms / 60_000)), "minute", "minutes");
    return hours < 48 ? plural(hours, "hour", "hours") : plural(Math.round(hours / 24), "day", "days");
  },
  limitValue: (value: string, amount: string) => `${value} of ${amount}`,
  limitValueOrMore: (value: string, amount: string) => `${value} or more, of ${amount}`,
  atMost: (amount: string) => `at most ${amount}`,
  notComplete: "not complete here",
  instrumentGroup: (id: string, title: string) => `${id}, ${title}`,
  wouldBe: (state: string, rule: string) => (rule === "" ? `would be ${state}` : `would be ${state}: ${rule}`),
  passedRule: (rule: string) => (rule === "" ? "lead time already passed" : `lead time already passed: ${rule}`),
  thatIs: (moment: string) => `that is ${moment}`,
  oneNoticeFor: (numbers: string, parts: readonly string[]) => `${numbers}\u00a0\u00a0 ${parts.join("")}`,
  oneRecord: (record: string) => `one ${record}`,
  toWhom: (whom: string) => ` to ${whom}`,
  forWhom: (whom: string) => ` for ${whom}`,
  byFirst: (date: string, passed: boolean) => (passed ? `; the first date was ${date}` : `, by ${date}`),
  numbersAnd: (numbers: readonly number[]) => listAnd(numbers.map(String)),
  whoSpeaks: (side: string) => `Who speaks for ${side}: no reading yet`,
  changedTo: (before: string, after: string) => `${before} would become ${after}`,
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
  zoneOf: (zone: string, instruments: readonly string[]) => `the zone of ${list(instruments)} (${zone})`,
  distanceNote: (date: string, distance: string) => `${date}, ${distance}`,

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
  changeRecord: (record: string, from: string) => `A record of it: ${record}, from ${from}.`,
  changeCorrection: (id: string) => `A correction or withdrawal of the record ${id}.`,
  changeCounted: (record: string) => `A further record that counts: ${record}.`,
  changeWaiver: (creditor: string) => `A waiver by ${creditor}.`,
  changeReading: (term: string) => `A reading of "${term}": it would give a date.`,
  changeOtherReading: (term: string) => `Another reading of "${term}".`,
  changeBase: "The date it counts from, given to the day.",
  changeNumberSet: "A text or a decision that sets a number of days.",
  changeBinding: (party: string) => `A source on whether ${party} is bound, and since when.`,
  changeStatus: (party: string, instrument: string) =>
    `Another date of effect, a reservation, a suspension or a withdrawal of ${party} under ${instrument}.`,
  changeCoverage: (record: string, party: string) =>
    `A declaration that records here are complete (${record}, from ${party}): silence would then count.`,
  changeDispute: (question: string) => `A source that settles the question: ${question}`,
  changeLimit: "A source on the number of the limit.",
  changeAssumed: (what: string) => `A source that confirms or corrects this: ${what}.`,
  coverageNone: "No records are declared complete here, so silence says nothing.",
  coverageFact: (kinds: string, parties: string, from: string, until: string) =>
    `${kinds} of ${parties}, ${from} to ${until}`,
  readingFact: (term: string, words: string, by: string) => `"${term}" read as ${words} by ${by}`,
  limitFact: (value: string, amount: string) => `counted: ${value}; at most ${amount}`,
  statedUnverified: (state: string) => `${state}, binding status unverified`,
  ruleWhen: "When",
  ruleWho: "Who",
  ruleBy: "By",
  ruleAct: "Act",
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

  /** Agreements set side by side. */
  compare: compareEnglish,
  /** Threats against what binds, what is under way and what is paid. */
  coverage: coverageEnglish,
};
