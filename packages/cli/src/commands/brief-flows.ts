import type { AskFlows } from "@kelisim/brief";
import { type Holdings, isNotAsked } from "@kelisim/holdings";
import { texts } from "../texts/index.ts";

const say = texts.brief;

/** Answers a brief's questions of what is held: one data set, each year by its newest vintage. */
export function flowsOf(holdings: Holdings): AskFlows {
  return async ({ table = "flows", ...question }, dataset) => {
    const { parts } = await holdings.current({ table, ...(dataset === undefined ? {} : { dataset }) });
    const ids = [...new Set(parts.map(({ holding }) => holding.producer.dataset))];
    if (ids.length === 0) return { refused: dataset === undefined ? say.noFlows : say.noDataset(dataset) };
    if (ids.length > 1) return { refused: say.severalDatasets(ids) };
    const only = Object.fromEntries(
      parts.flatMap(({ holding, years }) => (years === undefined ? [] : [[holding.id, years]])),
    );
    const selection = { ...question, table, holdings: parts.map(({ holding }) => holding.id) };
    const answer = await holdings.answer(selection, only);
    return isNotAsked(answer) ? { refused: answer.problems.map(({ message }) => message).join("; ") } : answer;
  };
}
