import { type Refusal, refuse } from "@kelisim/model";
import { attributeOf, childOf, childrenOf, type Element, textOf } from "../xml/element.ts";
import { RecordReader } from "../xml/read-records.ts";

/** One code of a list. */
export interface CodelistItem {
  readonly code: string;
  /** By language; the list's own is its `language`. */
  readonly names: Readonly<Record<string, string>>;
  /** Code of the list that contains it: sectors of five digits in those of three. */
  readonly category?: string;
  /** Day since which it is not to be used. */
  readonly withdrawn?: string;
}

export interface Codelist {
  /** As IATI names it: "Sector". */
  readonly name: string;
  readonly language: string;
  readonly items: readonly CodelistItem[];
}

/** Reads a code list of IATI 2.x (its XML). Text that is no such list, or not well-formed, is refused with its place. */
export function readCodelist(text: string): Codelist | Refusal {
  const reader = new RecordReader({
    record: "codelist",
    keeps: (name) => name !== "description" && name !== "metadata",
  });
  const items = [...reader.write(text), ...reader.end()];
  const problem = items.find((item) => "problem" in item);
  if (problem !== undefined) return refuse(`line ${problem.line}, column ${problem.column}: ${problem.problem}`);
  const list = items.find((item) => "record" in item)?.record;
  const name = attributeOf(list, "name");
  if (list === undefined || name === undefined)
    return refuse("this is no code list", "one begins with <codelist name=...>");
  const language = attributeOf(list, "xml:lang") ?? "en";
  const all = childrenOf(childOf(list, "codelist-items") ?? list, "codelist-item");
  return { name, language, items: all.flatMap((item) => itemOf(item, language)) };
}

function itemOf(item: Element, language: string): readonly CodelistItem[] {
  const code = textOf(childOf(item, "code"));
  if (code === undefined) return [];
  const names = childrenOf(childOf(item, "name") ?? item, "narrative").flatMap((one) => {
    const text = textOf(one);
    return text === undefined ? [] : [[attributeOf(one, "xml:lang") ?? language, text] as const];
  });
  const category = textOf(childOf(item, "category"));
  const withdrawn = attributeOf(item, "withdrawal-date");
  return [
    {
      code,
      names: Object.fromEntries(names),
      ...(category === undefined ? {} : { category }),
      ...(withdrawn === undefined ? {} : { withdrawn }),
    },
  ];
}
