import type { AskFlows, FigureSources } from "@kelisim/brief";
import { type Answer, isNotAsked, type NotAsked } from "@kelisim/holdings";
import { type CivilDay, formatDated } from "@kelisim/model";
import type { NodeContext } from "../../context.ts";
import type { Remember } from "../../observatory/remember.ts";
import { worldOf } from "../cooperation/world.ts";
import { bindingClauses } from "../coverage/binding.ts";
import { gather } from "../powers/gather.ts";
import { type Asked, readStandpoint } from "../standpoint.ts";
import type { View } from "../views.ts";

export type BriefNode = Pick<NodeContext, "holdings" | "now">;

/** Where the figures of a brief come from, as one body of the node may see it now. */
export function figureSourcesOf(
  node: BriefNode,
  once: Remember,
  view: View,
  language: NonNullable<FigureSources["language"]>,
): FigureSources {
  const { region } = view.desk;
  const asked = (on?: CivilDay): Asked =>
    readStandpoint(on === undefined ? {} : { on: formatDated(on) }, view.desk, node.now());
  const now = asked();
  const { engagements: rows, inputs, exclusions } = gather(view, now, node.now());
  return {
    region,
    today: now.today,
    language,
    flows: flowsOf(node, once),
    binding: (day) => bindingClauses(worldOf(view, asked(day)), region.threats, region.focus),
    ...(region.powers.length === 0 ? {} : { engagements: { rows, inputs, exclusions } }),
  };
}

/** Answers questions of what is held: one data set, each year by its newest vintage. */
function flowsOf({ holdings }: BriefNode, once: Remember): AskFlows {
  return async ({ table = "flows", ...question }, dataset) => {
    const { parts } = await holdings.current({ table, ...(dataset === undefined ? {} : { dataset }) });
    const ids = [...new Set(parts.map(({ holding }) => holding.producer.dataset))];
    if (ids.length === 0)
      return {
        refused:
          dataset === undefined
            ? `no file with ${table} was taken in: take one in on the screen Money`
            : `nothing is held of the data set "${dataset}"`,
      };
    if (ids.length > 1)
      return {
        refused: `several data sets could answer, and sources are never added up: add dataset= with one of ${ids.join(", ")}`,
      };
    const only = Object.fromEntries(
      parts.flatMap(({ holding, years }) => (years === undefined ? [] : [[holding.id, years]])),
    );
    const selection = { ...question, table, holdings: parts.map(({ holding }) => holding.id) };
    const answer = await once<Answer | NotAsked>(
      JSON.stringify(["brief", selection, only]),
      () => holdings.answer(selection, only),
      (told) => (isNotAsked(told) ? 0 : told.cells.length),
    );
    return isNotAsked(answer) ? { refused: answer.problems.map(({ message }) => message).join("; ") } : answer;
  };
}
