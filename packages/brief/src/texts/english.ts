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
  input: (name: string, vintage: string, rows: number) =>
    `${name} (${vintage}), ${rows} ${rows === 1 ? "row" : "rows"}`,
  inputs: (inputs: readonly string[]) =>
    inputs.length === 0 ? "Made of nothing: no row answers." : `Made of: ${inputs.join("; ")}.`,
  excluded: (rows: number, reason: string) => `${rows} ${rows === 1 ? "row" : "rows"}: ${reason}`,
  exclusions: (parts: readonly string[]) =>
    parts.length === 0 ? "Nothing left out." : `Left out: ${parts.join("; ")}.`,
  moved: (recorded: string, now: string) => `Recorded as ${recorded}; the data now give ${now}.`,
  asWritten: (words: string): string => words,
};

export type BriefTexts = typeof english;
