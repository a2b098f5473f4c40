import type { AskedLine, Bar, BriefBlock, FigureUse, Inline, Place, Shape } from "../document.ts";
import { linesOf } from "./fences.ts";
import { cutAtMarks, type Mark, readAsked, unmarked } from "./marks.ts";
import type { Places } from "./places.ts";

export const BLOCKS = ["chart", "table", "claim"] as const;
export type BlockName = (typeof BLOCKS)[number];

/** What reading a block needs of the brief around it. */
export interface BlockPorts {
  readonly text: string;
  readonly places: Places;
  readonly marks: readonly Mark[];
  /** Takes up a mark of the text. */
  mark(at: number): readonly Inline[];
  /** Takes up what a line asks, and gives its place in the list of figures. */
  ask(use: Omit<FigureUse, "call"> & { readonly asked: FigureUse["call"] }): number;
  wrong(place: Place, code: string, message: string, mend: string): void;
}

const EXAMPLES: Readonly<Record<BlockName, string>> = {
  chart: "write: label | {{figure}}, or: label | money.series donor=EU by=year year=2013..2019",
  table: "write: programmes donor=EU, or: label | money.series donor=EU by=year",
  claim: "write the id of a claim of the region: C035",
};

const NOTHING: Readonly<Record<BlockName, string>> = {
  chart: "is no bar",
  table: "names nothing that could fill a table",
  claim: "is no id of a claim",
};

/**
 * Reads a block that the data fill; `first` is the line of its fence. `chart`: `title: ...`, then either bars (`label | {{figure}}`)
 * or series (`form: line` or `bar`, `label | calculation by=year ...`). `table`: `title: ...`, then one calculation, or series
 * beside each other. `claim`: ids of claims, a line each. What was seen last may follow each line behind ` = `.
 */
export function readAskedBlock(name: BlockName, text: string, first: number, ports: BlockPorts): readonly BriefBlock[] {
  const { places, marks } = ports;
  const wrong = (line: number, what: string, message: string, mend = EXAMPLES[name]) =>
    ports.wrong(places.line(line), `${name}-${what}`, message, mend);
  let title = "";
  let form: "line" | "bar" | undefined;
  const bars: Bar[] = [];
  const lines: AskedLine[] = [];
  for (const { text: marked, line } of linesOf(text, first)) {
    const written = unmarked(marked, marks);
    const short = written.trim().slice(0, 80);
    const [, key, value = ""] = /^\s*(title|form):\s*(.+?)\s*$/.exec(written) ?? [];
    if (key === "title" && name !== "claim") title = value;
    else if (key === "form" && name === "chart") {
      if (value === "line" || value === "bar") form = value;
      else wrong(line, "form", `a chart has no form "${value.slice(0, 40)}"`, "write: form: line, or form: bar");
    } else if (name === "chart" && cutAtMarks(marked).some((piece) => typeof piece === "number")) {
      const bar = readBar(marked, ports);
      if (bar === "no bar") wrong(line, "line", `"${short}" is no bar`);
      else if (bar !== undefined) bars.push(bar);
    } else {
      const read = readLine(name, line, ports);
      if (read === undefined) wrong(line, "line", `"${short}" ${NOTHING[name]}`);
      else lines.push(read);
    }
  }
  if (name !== "claim" && title === "")
    wrong(first, "title", `the ${name} has no title`, "write: title: what it shows");
  if (name === "chart" && lines.length === 0) {
    if (bars.length === 0) wrong(first, "bars", "the chart has no bar");
    return [{ kind: "chart", title, bars }];
  }
  if (bars.length > 0) wrong(first, "mixed", "bars and series stand in one chart", "make two charts");
  if (lines.length === 0) wrong(first, "empty", `the ${name} asks for nothing`);
  if (lines.length > 1 && name !== "claim" && lines.some(({ label }) => label === undefined))
    wrong(first, "labels", `of several lines of a ${name} each needs a label`);
  const as = name === "chart" ? "plot" : name;
  return [{ kind: "asked", as, place: places.line(first), title, form: form ?? "line", lines }];
}

/** A bar of single figures: `label | {{figure}}`. Undefined: its mark is wrong, which was said. */
function readBar(marked: string, { marks, mark }: BlockPorts): Bar | "no bar" | undefined {
  const [, label = "", value = ""] = /^(.*?)\|\s*(\S+)\s*$/.exec(marked) ?? [];
  const [at, ...more] = cutAtMarks(value);
  if (label.trim() === "" || typeof at !== "number" || more.length > 0) return "no bar";
  if (marks[at]!.kind === "citation") return "no bar";
  const [used] = mark(at);
  return used?.kind === "figure" ? { label: unmarked(label.trim(), marks), figure: used.at } : undefined;
}

const WANTED: Readonly<Record<BlockName, readonly Shape[]>> = {
  chart: ["series"],
  table: ["table", "series"],
  claim: ["claim"],
};

function readLine(name: BlockName, line: number, { text, places, ask }: BlockPorts): AskedLine | undefined {
  const whole = places.line(line);
  const written = text.slice(whole.start, whole.end).replace(/\r$/, "");
  const bar = name === "claim" ? -1 : written.indexOf("|");
  const label = written.slice(0, Math.max(bar, 0)).trim();
  const call = written.slice(bar + 1);
  const read = readAsked(call.trim());
  if (read === undefined || !/^\p{L}/u.test(read.asked.calculation) || (bar >= 0 && label === "")) return undefined;
  const { asked, recorded } = read;
  if (name === "claim" && Object.keys(asked.arguments).length > 0) return undefined;
  const start = whole.start + bar + 1 + (call.length - call.trimStart().length);
  const place = places.of(start, call.trim().length);
  const figure = ask({
    place,
    written: "line",
    wanted: bar >= 0 ? ["series"] : WANTED[name],
    asked: name === "claim" ? { calculation: "evidence.claim", arguments: { id: asked.calculation } } : asked,
    ...(recorded === undefined ? {} : { recorded }),
  });
  return label === "" ? { figure } : { label, figure };
}
