import type { Problem, Source } from "@kelisim/model";
import { callKey } from "./call-key.ts";
import type {
  Answer,
  Block,
  BoundFigure,
  BriefBlock,
  Call,
  CitationUse,
  CitedSource,
  Known,
  Place,
  Shape,
} from "./document.ts";
import { numberIn, recordedAnswer, UNKNOWN } from "./figure-text.ts";
import { fillBlock } from "./fill-block.ts";
import type { FrontMatter } from "./read/front-matter.ts";
import { problemAt } from "./read/places.ts";
import type { Brief } from "./read/read-brief.ts";

/** A brief whose figures and sources were found; what the compilers print. */
export interface BoundBrief {
  readonly front: FrontMatter;
  readonly blocks: readonly Block[];
  readonly figures: readonly BoundFigure[];
  readonly citations: readonly CitationUse[];
  /** Sources that are cited, in the order of their first citation. */
  readonly sources: readonly CitedSource[];
}

/** The calculations that a brief asks for, each once. */
export function callsOf({ figures }: Brief): readonly Call[] {
  return [...new Map(figures.map(({ call }) => [callKey(call), call])).values()];
}

/**
 * Sets a brief beside the figures of now and the sources of its region. Errors: what is not known or cannot be worked out. Warnings: a
 * figure that moved since it was recorded, one without a value. The text keeps the recorded value and says what it is now.
 */
export function bindBrief(
  brief: Brief,
  answers: ReadonlyMap<string, Answer>,
  sources: readonly Source[],
): { readonly bound: BoundBrief; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const rows = new Set(sources.map(({ id }) => id));
  const figures = brief.figures.map((use): BoundFigure => {
    const answer = answers.get(callKey(use.call));
    const known = wantedOf(use.wanted, answer);
    if (known.kind === "refused") {
      problems.push(problemAt(use.place, "error", "brief/unknown-figure", known.message, known.mend));
      return { ...use, figure: NOTHING, shape: "figure", state: "not recorded", now: UNKNOWN };
    }
    const now = recordedAnswer(known);
    const state = use.recorded === undefined ? "not recorded" : sameText(use.recorded, now) ? "current" : "stale";
    const bound: BoundFigure = { ...use, figure: known.figure, shape: known.kind, now, state };
    problems.push(...remarks(bound, brief.front));
    return bound;
  });
  problems.push(...brief.blocks.flatMap((block) => chartProblems(block, figures)));
  const citations = [...brief.citations];
  const filled = brief.blocks.flatMap((block): readonly Block[] => {
    if (block.kind !== "asked") return [block];
    return fillBlock(block, figures, {
      language: brief.front.language,
      // A holding or a page that is no source of the region is told in words, where it stands.
      isSource: (id) => rows.has(id),
      cite: (items) => citations.push({ place: block.place, items }) - 1,
      wrong: (code, message, mend) => problems.push(problemAt(block.place, "error", code, message, mend)),
    });
  });
  const cited = citedSources({ ...brief, citations }, sources, problems);
  return { bound: { front: brief.front, blocks: filled, figures, citations, sources: cited }, problems };
}

const NOTHING = { value: { unit: "" }, method: { id: "", formula: "" }, inputs: [], exclusions: [] };

/** What was worked out, where it can stand at its place. */
function wantedOf(wanted: readonly Shape[], answer: Answer | undefined): Answer {
  if (answer === undefined) return { kind: "refused", message: "this figure was not worked out" };
  if (answer.kind === "refused" || wanted.includes(answer.kind)) return answer;
  return { kind: "refused", message: `${GIVES[answer.kind]}, and ${PLACES[wanted[0]!]}`, mend: MENDS[answer.kind] };
}

const GIVES: Readonly<Record<Known["kind"], string>> = {
  figure: "this gives one value",
  series: "this gives several values",
  table: "this gives rows",
  claim: "this gives a statement",
};
const PLACES: Readonly<Record<Shape, string>> = {
  figure: "one value stands here",
  series: "values by a key stand here",
  table: "rows stand here",
  claim: "a statement stands here",
};
const MENDS: Readonly<Record<Known["kind"], string>> = {
  figure: "write it between braces in the text, or add by=year",
  series: "put it in a block chart or table, or leave out by=",
  table: "put it in a block table",
  claim: "put its id in a block claim",
};

const sameText = (one: string, other: string): boolean => one.replaceAll(/\s+/g, " ").trim() === other;

function remarks(
  { place, name, call, shape, state, recorded, now }: BoundFigure,
  { approved }: FrontMatter,
): readonly Problem[] {
  const who =
    name ?? [call.calculation, ...Object.entries(call.arguments).map(([key, value]) => `${key}=${value}`)].join(" ");
  const found: Problem[] = [];
  if (state === "stale") {
    const problem = problemAt(
      place,
      "warning",
      "brief/stale",
      moved(who, recorded!, now, shape),
      "read the text around it, then record the new value: --record",
    );
    const last = approved.at(-1);
    found.push(
      last === undefined
        ? problem
        : { ...problem, why: `version ${last.version} was approved by ${last.name} on ${last.date}` },
    );
  }
  if (state === "not recorded")
    found.push(
      problemAt(
        place,
        "info",
        "brief/not-recorded",
        `${who} is ${now}; the text records no value`,
        "record it: --record",
      ),
    );
  if (now === UNKNOWN)
    found.push(problemAt(place, "warning", "brief/unknown-value", `${who} has no value: it is unknown, not zero`));
  return found;
}

/** What moved; of a series only the values that did. */
function moved(who: string, recorded: string, now: string, shape: Shape): string {
  if (shape !== "series") return `${who} was ${recorded} and is ${now} now`;
  const points = (text: string) =>
    new Map(text.split("; ").map((point) => [/^(.*): /.exec(point)?.[1] ?? point, point]));
  const [before, after] = [points(recorded), points(now)];
  const changed = [...new Set([...before.keys(), ...after.keys()])].filter((at) => before.get(at) !== after.get(at));
  const told = changed
    .slice(0, 5)
    .map((at) => `${before.get(at) ?? `${at}: not there`} is now ${after.get(at) ?? "not there"}`);
  const more = changed.length > 5 ? `; and ${changed.length - 5} more` : "";
  return `${who} moved: ${told.join("; ")}${more}`;
}

function chartProblems(block: BriefBlock, figures: readonly BoundFigure[]): readonly Problem[] {
  if (block.kind !== "chart") return [];
  const bars = block.bars.map(({ figure }) => figures[figure]!);
  const units = new Map(
    bars.flatMap((bar) => ("value" in bar.figure.value ? [[bar.figure.value.unit, bar] as const] : [])),
  );
  const other = [...units.values()][1];
  const mixed =
    other === undefined
      ? []
      : [
          problemAt(
            other.place,
            "error",
            "brief/units",
            `the bars of a chart have one unit, not ${[...units.keys()].map((unit) => `"${unit}"`).join(" and ")}`,
            "make two charts",
          ),
        ];
  const words = bars.filter(({ now, recorded }) =>
    [now, recorded ?? now].some((text) => (numberIn(text) ?? -1) < 0 && text !== UNKNOWN),
  );
  return [
    ...mixed,
    ...words.map(({ place, now }) =>
      problemAt(place, "error", "brief/bar", `"${now}" has no length`, "a bar is a number from 0; put it in a table"),
    ),
  ];
}

function citedSources(
  brief: Pick<Brief, "citations" | "sources">,
  rows: readonly Source[],
  problems: Problem[],
): readonly CitedSource[] {
  const cited = new Map<string, CitedSource>();
  for (const { place, items } of brief.citations)
    for (const { source } of items) {
      if (cited.has(source)) continue;
      const found = sourceOf(source, brief, rows);
      if (found === undefined) problems.push(unknownSource(place, source));
      else cited.set(source, found);
    }
  const known = new Set([...rows.map(({ id }) => id)]);
  for (const { id, title, place } of brief.sources)
    if (title === undefined && !known.has(id)) problems.push(unknownSource(place, id));
  return [...cited.values()];
}

const unknownSource = (place: Place, id: string): Problem =>
  problemAt(
    place,
    "error",
    "brief/unknown-source",
    `there is no source "${id}"`,
    "see sources.csv of the region, or give the source a title in a block of sources",
  );

function sourceOf(id: string, brief: Pick<Brief, "sources">, rows: readonly Source[]): CitedSource | undefined {
  const row = rows.find((each) => each.id === id);
  const own = brief.sources.find((each) => each.id === id);
  const title = own?.title ?? row?.title;
  if (title === undefined) return undefined;
  const address = own?.address ?? row?.address;
  return {
    id,
    title,
    kind: own?.kind ?? row?.kind ?? "",
    authors: own?.authors ?? [],
    ...(address === undefined ? {} : { address }),
    ...(own?.date === undefined ? {} : { date: own.date }),
  };
}
