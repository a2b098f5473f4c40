import { englishTexts } from "@kelisim/words";
import { briefEnglish } from "./brief-english.ts";
import { compareEnglish } from "./compare-english.ts";
import { draftEnglish } from "./draft-english.ts";
import { holdingsEnglish } from "./holdings-english.ts";
import { interviewsEnglish } from "./interviews-english.ts";
import { nodeEnglish } from "./node-english.ts";

const plural = (count: number, one: string, many: string) =>
  `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
const list = (names: readonly string[]) => names.join(", ");

/** English. One place for every text of the command beside those that it shares with the screens. */
export const english = {
  ...englishTexts,
  /** Papers whose figures are bound to the data. */
  brief: briefEnglish,
  /** Agreements set side by side. */
  compare: compareEnglish,
  /** Files taken in, and figures over them. */
  holdings: holdingsEnglish,
  /** Coded interviews, looked at. */
  interviews: interviewsEnglish,

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
  undecidedGroup: "Cannot be decided from what is recorded here",
  noLines: (party: string) => `Nothing is recorded for ${party} in this window.`,
  statedFirst: (state: string, act: string) => `${state}: ${act}`,
  missing: (parts: readonly string[]) => parts.join("; "),
  countLines: (count: number) => `${plural(count, "line", "lines")}.`,
  countUndated: (duties: number, instruments: number, owed: boolean) =>
    `${plural(duties, "duty", "duties")} of ${plural(instruments, "instrument", "instruments")} open without a date. Show them: ${owed ? "--owed-to\u00a0" : ""}--status\u00a0open`,
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
  rightsWouldArise: "Rights that would arise",
  oneNotice: "One notice for several",
  oneAct: "One act for several",
  limitsTouched: "Limits",
  changed: "Would change",
  undecided: "Could not be decided",
  afterAsOf: (count: number) =>
    `${plural(count, "record lies", "records lie")} after the as-of moment and ${count === 1 ? "does" : "do"} not count yet: give a later --as-of.`,
  pairs: (count: number) => plural(count, "pair", "pairs"),
  whatIfFooter: "? = from general knowledge, not verified here.   From a file: kelisim what-if FILE",
  // Explain
  factsTitle: "Facts it rests on",
  notKnownTitle: "What we do not know",
  otherPairsTitle: "The same clause, other pairs",
  otherPair: (who: readonly string[], state: string) => `${who.join(" → ")}: ${state}`,
  otherPeriodsTitle: "The same clause, other periods",
  otherLine: (label: string, date: string, state: string) => `${label}   ${date}   ${state}`,
  linesOfClause: (count: number) =>
    count === 0 ? "No line of this clause now." : `${plural(count, "line", "lines")} of this clause, by debtor`,
  ruleTitle: "The rule",
  sameForOthers: (count: number) => `The same stands for ${count.toLocaleString("en")} more pairs.`,
  explainOne: "One of them:",
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

  ...draftEnglish,
  node: nodeEnglish,

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
    overview: "the next 90 days of the region, state by state",
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
