import type { AskedFigure } from "@kelisim/api";
import type { FigureSources } from "@kelisim/brief";
import type { Source } from "@kelisim/model";
import { bindText } from "./bind-text.ts";
import type { Printer } from "./printer.ts";

/** A brief of one line, in which what is asked can stand: in the text, in a table, or as a claim. */
const trials = (asked: string) => [
  `---\ntitle: -\n---\n\n{{${asked}}}\n`,
  `---\ntitle: -\n---\n\n\`\`\`table\ntitle: ${asked}\n${asked}\n\`\`\`\n`,
  `---\ntitle: -\n---\n\n\`\`\`claim\n${asked}\n\`\`\`\n`,
];

/** What one line gives now, before it is put into a text; or why it gives nothing. */
export async function askFigure(
  asked: string,
  from: FigureSources,
  sources: readonly Source[],
  printer: Printer,
): Promise<AskedFigure> {
  const line = asked.replaceAll(/[\r\n{}`]/g, " ").trim();
  let problem: AskedFigure["problem"];
  for (const text of trials(line)) {
    const { bound, problems, sound } = await bindText(text, () => from, sources);
    const [found] = bound.figures;
    if (sound && found !== undefined) {
      const { method, inputs } = found.figure;
      const printed = found.shape === "figure" ? undefined : await printer.print(bound, "html");
      return {
        shape: found.shape,
        now: found.now,
        method: method.id,
        formula: method.formula,
        made: inputs.map(({ name, vintage, rows }) => `${name}${vintage === "" ? "" : ` (${vintage})`}, ${rows}`),
        ...(printed === undefined || "problems" in printed ? {} : { html: withoutHead(printed.file.toString()) }),
      };
    }
    const [first] = problems.filter(({ severity }) => severity === "error");
    // The first trial that could be read says why.
    if (first !== undefined && (problem === undefined || isOfPlace(problem.message)))
      problem = { message: first.message, ...(first.mend === undefined ? {} : { mend: first.mend }) };
  }
  return { problem: problem ?? { message: "nothing is asked" } };
}

/** A line has no title of its own. */
const withoutHead = (html: string): string => html.replace(/<header>[\s\S]*?<\/header>/, "");

/** A message that only says that something else would fit in this place. */
const isOfPlace = (message: string): boolean => /^this gives /.test(message);
