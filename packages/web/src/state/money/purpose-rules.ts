/** One way into a purpose set: beginnings of codes, and beginnings of words of the title, both as they are typed. */
export interface TypedRule {
  readonly codes: string;
  readonly words: string;
}

/** The rules of an address as a form shows them; an empty one to begin with. */
export function typedRules(rules: string | undefined): readonly TypedRule[] {
  const read = (rules ?? "")
    .split(";")
    .filter((rule) => rule.trim() !== "")
    .map((rule) => {
      const [codes = "", words = ""] = rule.split(":");
      return { codes: spaced(codes), words: spaced(words) };
    });
  return read.length === 0 ? [{ codes: "", words: "" }] : read;
}

/** Rules as they stand in the address; undefined: there are none. */
export function writtenRules(rules: readonly TypedRule[]): string | undefined {
  const written = rules.flatMap(({ codes, words }) => {
    const [own, said] = [listed(codes), listed(words)];
    return own === "" ? [] : [said === "" ? own : `${own}:${said}`];
  });
  return written.length === 0 ? undefined : written.join(";");
}

/** Whether what was typed are beginnings of purpose codes: one to five digits each. */
export const areCodes = (text: string): boolean =>
  text
    .split(/[,;\s]+/)
    .filter((part) => part !== "")
    .every((part) => /^\d{1,5}$/.test(part));

/** Codes that decide alone, for a brief, which knows no words of titles; undefined: titles decide as well. */
export function codesAlone(rules: readonly { readonly codes: readonly string[]; readonly words: readonly string[] }[]) {
  return rules.some(({ words }) => words.length > 0) ? undefined : rules.flatMap(({ codes }) => codes).join(",");
}

const spaced = (text: string): string => text.split(",").join(", ");
const listed = (text: string): string =>
  text
    .split(/[,;:\s]+/)
    .filter((part) => part !== "")
    .join(",");
