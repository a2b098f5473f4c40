import { translationOf } from "@kelisim/model";
import type { NodeContext } from "../../context.ts";
import { worldOf } from "../cooperation/world.ts";
import type { Asked } from "../standpoint.ts";
import type { View } from "../views.ts";
import { type HeadSetting, openByInstrument } from "./head.ts";
import { heldLanguages } from "./official-texts.ts";
import { adoptedFiles } from "./versions.ts";

/** What heads and pages of instruments rest on, for one request; of one instrument where only that is asked for. */
export async function headSetting(
  node: NodeContext,
  view: View,
  asked: Asked,
  instrument?: string,
): Promise<HeadSetting> {
  const { desk, ledger } = view;
  const { asOf, knownAt, from, until, party } = asked;
  const whom = party === undefined ? {} : { party };
  const of = instrument === undefined ? {} : { instrument };
  // Of all agreements for all parties at once nothing is counted: it would be everybody's board.
  const none = party === undefined && instrument === undefined;
  const lines = none ? [] : ledger.board({ asOf, knownAt, from, until, ...whom, ...of }).lines;
  const files = new Map(desk.region.accordFiles.map(({ path, text }) => [path, text]));
  return {
    view,
    asked,
    words: desk.words(asked.language),
    world: worldOf(view, asked),
    lines,
    open: openByInstrument(party === undefined ? [] : lines),
    texts: await heldLanguages(node.store, desk.id),
    adopted: new Set(adoptedFiles(desk).keys()),
    titles: translationOf(desk.region, asked.language),
    textOf: (path) => (path === undefined ? "" : (files.get(path) ?? "")),
  };
}
