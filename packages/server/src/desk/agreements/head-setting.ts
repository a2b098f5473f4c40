import { translationOf } from "@kelisim/model";
import type { NodeContext } from "../../context.ts";
import { worldOf } from "../cooperation/world.ts";
import type { Asked } from "../standpoint.ts";
import type { View } from "../views.ts";
import { type HeadSetting, openByInstrument } from "./head.ts";
import { heldLanguages } from "./official-texts.ts";
import { adoptedFiles } from "./versions.ts";

/** What heads and pages of instruments rest on, for one request. */
export async function headSetting(node: NodeContext, view: View, asked: Asked): Promise<HeadSetting> {
  const { desk, ledger } = view;
  const { asOf, knownAt, from, until, party } = asked;
  const lines = party === undefined ? [] : ledger.board({ asOf, knownAt, from, until, party }).lines;
  const files = new Map(desk.region.accordFiles.map(({ path, text }) => [path, text]));
  return {
    view,
    asked,
    words: desk.words(asked.language),
    world: worldOf(view, asked),
    open: openByInstrument(lines),
    texts: await heldLanguages(node.store, desk.id),
    adopted: new Set(adoptedFiles(desk).keys()),
    titles: translationOf(desk.region, asked.language),
    textOf: (path) => (path === undefined ? "" : (files.get(path) ?? "")),
  };
}
