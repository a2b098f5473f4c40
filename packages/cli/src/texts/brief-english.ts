const plural = (count: number, one: string, many: string) =>
  `${count.toLocaleString("en")} ${count === 1 ? one : many}`;

/** English of `kelisim brief`. */
export const briefEnglish = {
  help: {
    brief: "Check a brief against the data: which figures moved, which are unknown; print it as HTML, DOCX or PDF",
    out: "write it into this new file, as its ending says: .html, .docx, .pdf; can be given several times",
    record: "write the value of now beside every figure of the brief",
    force: "write over files that are there",
    data: "folder of the node's data, whose files taken in answer questions of money (data)",
  },
  ending: (file: string) => `"${file}" does not say what to write.`,
  endings: "End its name with .html, .docx or .pdf.",
  takeOne: "kelisim import FILE",
  written: (file: string) => `${file} written.`,
  recorded: (file: string, count: number) => `${file}: ${plural(count, "value", "values")} recorded.`,
  notPrinted: "Nothing was written: mend the errors first.",
  summary: (file: string, figures: number, stale: number, unknown: number, citations: number) =>
    `${file}: ${plural(figures, "figure", "figures")}, ${stale} out of date, ${unknown} unknown; ${plural(citations, "citation", "citations")}.`,
};
