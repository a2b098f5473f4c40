import type { Names, Row } from "@kelisim/words";
import { cells } from "../look/cells.ts";
import type { Paper } from "../look/paper.ts";
import { DEFAULT_REGION, type Options } from "../program.ts";

/** How far `explain` looks around as-of, where nothing else is asked. */
export const EXPLAIN_DAYS = 400;

/**
 * A command that can be pasted as it is printed: its words, then region, records and standpoint of the question that
 * led to it. Each word is written as a shell takes it.
 */
export function suggestion(words: readonly string[], options: Options): readonly string[] {
  const all = words.filter((word) => word !== "");
  if (options.region !== DEFAULT_REGION) all.push("--region", options.region);
  for (const file of options.records ?? []) all.push("--records", file);
  for (const party of options.us ?? []) all.push("--us", party);
  if (options.asOf !== undefined) all.push("--as-of", options.asOf);
  if (options.knownAt !== undefined) all.push("--known-at", options.knownAt);
  if (options.ifBound !== undefined) all.push("--if-bound", options.ifBound);
  return ["kelisim", ...all].map(quoted);
}

/** The command that explains a row: of its debtors the asked party, where it is among them. */
export function explainSuggestion(
  row: Row,
  party: string | undefined,
  names: Names,
  options: Options,
): readonly string[] {
  const debtors = row.debtors.flatMap((debtor) => names.membersOf(debtor));
  const debtor = party !== undefined && debtors.includes(party) ? party : (debtors[0] ?? party ?? "");
  const which = row.line.period ?? row.line.subject ?? "";
  const further = (["days", "back"] as const).flatMap((name) => {
    const value = options[name];
    return value !== undefined && Number(value) > EXPLAIN_DAYS ? [`--${name}`, value] : [];
  });
  return suggestion(["explain", row.line.clause, debtor, which, ...further], options);
}

/**
 * A label and a command below each other or side by side. A command that is too long for the terminal goes on in the
 * next line after a backslash, so that it can still be pasted.
 */
export function drawSuggestion(paper: Paper, label: string, command: readonly string[], beside = ""): void {
  const { look } = paper;
  const whole = command.join(" ");
  const line = label === "" ? whole : `${label} ${whole}`;
  if (cells(line) <= look.width - 2) {
    if (beside === "") paper.raw(`  ${look.paint(line, "dim")}`);
    else paper.ends(line, beside, "dim", "dim");
    return;
  }
  if (label !== "") paper.text(label, { style: "dim" });
  for (const { text, inWord } of continued(command, look.width - 4))
    paper.raw(look.paint(inWord ? text : `    ${text}`, "dim"));
  if (beside !== "") paper.text(beside, { style: "dim" });
}

interface Part {
  readonly text: string;
  /** Begins inside a word: no space may stand before it. */
  readonly inWord: boolean;
}

/** The command in lines that a shell reads as one: after a backslash a word, or its rest, goes on in the next line. */
function continued(command: readonly string[], width: number): readonly Part[] {
  const most = width - 2;
  const parts: Part[] = [];
  let text = "";
  let inWord = false;
  for (const word of command) {
    const longer = text === "" ? word : `${text} ${word}`;
    if (text === "" || cells(longer) <= most) text = longer;
    else {
      parts.push({ text: `${text} \\`, inWord });
      text = word;
      inWord = false;
    }
    while (text.length > most) {
      parts.push({ text: `${text.slice(0, most)}\\`, inWord });
      text = text.slice(most);
      inWord = true;
    }
  }
  return [...parts, { text, inWord }];
}

/** In single quotes where it holds anything but letters, digits and harmless signs. */
function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
