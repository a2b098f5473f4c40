import type { Bar, BoundFigure } from "./document.ts";
import { numberIn, shownText } from "./figure-text.ts";
import type { BriefLanguage } from "./read/front-matter.ts";
import { type BriefTexts, textsIn } from "./texts/index.ts";

/** A figure as it is printed. */
export interface FigureWords {
  /** The recorded value, or that of now where none is recorded. */
  readonly text: string;
  /** Where it moved: that it is out of date, and the value of now. */
  readonly flag?: string;
  /** The footnote: method, what it was made of, what was left out. */
  readonly note: string;
  /** The footnote in full, where `note` only refers to an earlier one that says the same. */
  readonly fullNote: string;
}

/** Words of the figure at a place of the list, in the language of the brief. A note that says the same as an earlier one refers to it. */
export function figureWords(figures: readonly BoundFigure[], at: number, language: BriefLanguage): FigureWords {
  const say = textsIn(language);
  const shown = (text: string) => shownText(text, language, say.unknown);
  const figure = figures[at]!;
  const { recorded, shape, state, now } = figure;
  const isStale = state === "stale" && recorded !== undefined;
  const isOne = shape === "figure";
  const fullNote = noteOf(figure, say, language);
  const first = figures.findIndex((other) => noteOf(other, say, language) === fullNote);
  return {
    text: isOne ? shown(recorded ?? now) : "",
    ...(isStale ? { flag: isOne ? say.stale(shown(now)) : say.staleRows } : {}),
    note: first < at ? say.asNote(first + 1) : fullNote,
    fullNote,
  };
}

function noteOf(figure: BoundFigure, say: BriefTexts, language: BriefLanguage): string {
  const { recorded, shape, state, now } = figure;
  const shown = (text: string) => shownText(text, language, say.unknown);
  const isStale = state === "stale" && recorded !== undefined;
  const moved = shape === "figure" ? () => say.moved(shown(recorded!), shown(now)) : () => say.changed(recorded!);
  return [...proof(figure, say), ...(isStale ? [moved()] : [])].join(" ");
}

function proof({ figure: { method, inputs, exclusions } }: BoundFigure, say: BriefTexts): readonly string[] {
  return [
    say.method(method.id, say.asWritten(method.formula)),
    say.inputs(inputs.map(({ name, vintage, rows }) => say.input(name, vintage, rows))),
    say.exclusions(
      exclusions.filter(({ rows }) => rows > 0).map(({ rows, reason }) => say.excluded(rows, say.asWritten(reason))),
    ),
  ];
}

/** Lengths of bars: the numbers that stand beside them. Undefined: unknown, which is no bar of length zero. */
export function barNumbers(bars: readonly Bar[], figures: readonly BoundFigure[]): readonly (number | undefined)[] {
  return bars.map(({ figure }) => {
    const { recorded, now } = figures[figure]!;
    return numberIn(recorded ?? now);
  });
}
