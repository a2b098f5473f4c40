/** Text outside quotes changed, texts in quotes as they are. */
export function outsideQuotes(line: string, change: (text: string) => string): string {
  return line
    .split(/("(?:[^"\\]|\\.)*")/)
    .map((part, index) => (index % 2 === 0 ? change(part) : part))
    .join("");
}

const NUMBER = /(?<![\w.-])\d[\d_]*(?![\w.-])/g;
/** `... // notice.early, notice.large`: which numbers of its line the drafter may set, in order. */
const NAMED = /^(.*?)[ \t]*\/\/ ([a-z]+\.[a-z]+(?:, [a-z]+\.[a-z]+)*)[ \t]*$/;

/** The named numbers of a text, in order, with their values. */
export function namedNumbers(text: string): readonly { readonly name: string; readonly value: number }[] {
  return text.split("\n").flatMap((line) => {
    const named = NAMED.exec(line);
    if (named === null) return [];
    const values: number[] = [];
    outsideQuotes(named[1]!, (part) => {
      for (const found of part.matchAll(NUMBER)) values.push(Number(found[0].replaceAll("_", "")));
      return part;
    });
    return named[2]!.split(", ").map((name, index) => ({ name, value: values[index] ?? Number.NaN }));
  });
}

/** The text with its named numbers set and the names gone. */
export function setNumbers(text: string, values: (name: string) => number): string {
  return text
    .split("\n")
    .map((line) => {
      const named = NAMED.exec(line);
      if (named === null) return line;
      const names = named[2]!.split(", ");
      let next = 0;
      return outsideQuotes(named[1]!, (part) =>
        part.replaceAll(NUMBER, (written) => {
          const name = names[next++];
          return name === undefined ? written : writtenNumber(values(name));
        }),
      ).replaceAll(/(?<![\w.])1 (minute|hour|day|week|month|year)s\b/g, "1 $1");
    })
    .join("\n");
}

/** A number as the language writes it: `6_000`. */
function writtenNumber(value: number): string {
  return String(value).replaceAll(/\B(?=(\d{3})+(?!\d))/g, "_");
}
