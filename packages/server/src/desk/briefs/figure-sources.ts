import { type FigureSources, flowsOf } from "@kelisim/brief";
import { clausesOwed } from "@kelisim/compare";
import { type Answer, isNotAsked, type NotAsked } from "@kelisim/holdings";
import { type CivilDay, formatDated } from "@kelisim/model";
import type { NodeContext } from "../../context.ts";
import type { Remember } from "../../observatory/remember.ts";
import { worldOf } from "../cooperation/world.ts";
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
    flows: flowsOf(
      {
        current: (of) => node.holdings.current(of),
        answer: (selection, years) =>
          once<Answer | NotAsked>(
            JSON.stringify(["brief", selection, years]),
            () => node.holdings.answer(selection, years),
            (told) => (isNotAsked(told) ? 0 : told.cells.length),
          ),
      },
      "take one in on the screen Money",
    ),
    binding: (day) => clausesOwed(worldOf(view, asked(day)), region.threats, region.focus),
    ...(region.powers.length === 0 ? {} : { engagements: { rows, inputs, exclusions } }),
  };
}
