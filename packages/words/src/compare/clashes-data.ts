import type { ClashAnswer, Forbidden, WindowClash } from "@kelisim/compare";
import { exampleWords } from "./compare-words.ts";
import { type Compared, questionData } from "./data.ts";

/** The same as data; docs/command.md describes it. */
export function clashesData(answer: ClashAnswer, comparison: Compared): object {
  const { names } = comparison.open;
  const rest = (clash: Forbidden | WindowClash) => ({
    settledBy: clash.settledBy ?? null,
    exact: clash.doubts.length === 0,
    example: exampleWords(clash.example, names),
  });
  return {
    ...questionData(comparison),
    compared: answer.compared,
    forbidden: answer.forbidden.map((clash) => ({ ...clash, ...rest(clash) })),
    windows: answer.windows.map((clash) => ({ ...clash, ...rest(clash) })),
  };
}
