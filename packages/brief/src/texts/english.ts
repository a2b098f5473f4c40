/** Our own words in a printed brief. */
export const english = {
  unknown: "unknown",
  stale: (now: string) => `out of date: now ${now}`,
  staleNotice: (count: number) =>
    count === 1
      ? "One figure has moved since it was recorded. It is marked in the text."
      : `${count} figures have moved since they were recorded. They are marked in the text.`,
  by: (names: readonly string[]) => names.join(", "),
  versions: "Versions",
  version: "Version",
  date: "Date",
  what: "What changed",
  reviewed: "Reviewed",
  approved: "Approved",
  signed: (name: string, date: string) => `${name}, ${date}`,
  notSigned: "not yet",
  notApproved: (version: number) => `Version ${version} has not been approved.`,
  withdrawn: (version: number, name: string, date: string, reason: string) =>
    `Version ${version} was withdrawn by ${name}, ${date}. Reason: ${reason}`,
  notes: "Notes on the figures",
  note: (number: number) => `Note ${number}`,
  asNote: (number: number) => `As note ${number}.`,
  back: "back to the text",
  sources: "Sources",
  data: "Data",
  dataset: (name: string, vintage: string) => `${name}, vintage ${vintage}.`,
  cite: (citation: string) => `Cite: ${citation.replace(/\.$/, "")}.`,
  licence: (licence: string | undefined) =>
    licence === undefined ? "Licence: not seen." : `Licence: ${licence.replace(/\.$/, "")}.`,
  foundAt: (address: string) => `Found at: ${address}.`,
  method: (id: string, formula: string) => `Method ${id}: ${formula}.`,
  /** What a figure was made of. An empty vintage: it does not say of when it is. */
  input: (name: string, vintage: string, rows: number) =>
    `${name} (${vintage || "no date"}), ${rows} ${rows === 1 ? "row" : "rows"}`,
  inputs: (inputs: readonly string[]) =>
    inputs.length === 0 ? "Made of nothing: no row answers." : `Made of: ${inputs.join("; ")}.`,
  excluded: (rows: number, reason: string) => `${rows} ${rows === 1 ? "row" : "rows"}: ${reason}`,
  exclusions: (parts: readonly string[]) =>
    parts.length === 0 ? "Nothing left out." : `Left out: ${parts.join("; ")}.`,
  moved: (recorded: string, now: string) => `Recorded as ${recorded}; the data now give ${now}.`,
  changed: (recorded: string) => `What stands here is of now; recorded was ${recorded}.`,
  staleRows: "changed since it was recorded",
  asWritten: (words: string): string => words,
  noRows: "No row answers.",
  support: (confidence: string, independent: number) =>
    `Confidence ${confidence}; ${independent === 0 ? "no source that counts" : independent === 1 ? "one source that counts" : `${independent} independent sources`}.`,
  stateOf: (state: string) => `In the table of statements: ${state}.`,
  check: (found: string) => `What a look at other sources gave: ${found}`,
  sourcesDiffer: "Sources differ.",
  against: "Statements that say otherwise:",
  /** Said at the head of a brief in a language whose words nobody has reviewed. */
  draftWords: undefined as string | undefined,
  /** Heads of columns, by their ids. */
  columns: {
    year: "Year",
    donor: "Donor",
    recipient: "Country",
    purpose: "Purpose",
    programme: "Programme",
    donors: "Paid by",
    implementers: "Carried out by",
    countries: "Countries",
    period: "Period",
    budget: "Budget",
    currency: "Currency",
    source: "Source",
    sources: "Sources",
    confidence: "Confidence",
    end: "End",
    followed: "What follows",
    threat: "Threat",
    country: "Country",
    duties: "Duties that bind",
    programmes: "Programmes under way",
    perhaps: "Perhaps",
    money: "Money",
    organisation: "Organisation",
    standing: "Standing",
    power: "Power",
    kind: "Kind",
    count: "Certain",
    share: "Share",
    sum: "Sum",
    value: "Value",
    claim: "Statement",
    state: "State",
    actor: "Actor",
    figure: "Figure",
    printed: "Printed",
    follows: "Follows from the others",
    finding: "Finding",
    party: "Party",
    statements: "Statements",
    what: "What",
  } as Readonly<Record<string, string>>,
  /** Words of the analysis that stand in cells. */
  words: {
    "no kind": "not coded",
  } as Readonly<Record<string, string>>,
};

export type BriefTexts = typeof english;
