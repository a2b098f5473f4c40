import type { IndicesQuery, RegionChoice } from "@kelisim/api";
import { translationOf } from "@kelisim/model";
import type { Language } from "@kelisim/words";
import type { NodeContext } from "../../context.ts";
import { badRequest } from "../../http/problem.ts";
import type { Desk } from "../desk.ts";
import { type Asked, readStandpoint } from "../standpoint.ts";
import type { View } from "../views.ts";
import { type FiguresOn, figuresOfDesk, figuresOfReader, figuresOfTable } from "./figures.ts";
import type { Imported } from "./imported.ts";
import { readPairs } from "./pairs.ts";
import { type KnownSource, sourcesOf } from "./sources.ts";

/** A region of the reader's own, whose figures stand in the address. */
const READER = "reader";

/** No party and no body is called so: it sees what is clear to every body. */
export const NOBODY = { party: "nobody", body: "nobody" };

interface OtherNeeds {
  readonly query: Pick<IndicesQuery, "other" | "theirs">;
  readonly obligations: readonly Imported[];
  readonly membership: KnownSource;
}

/** The region that is set beside this one, with its figures; undefined: none is asked for. Throws 400 for one that is not known. */
export async function otherRegion(
  node: NodeContext,
  view: View,
  asked: Asked,
  { query, obligations, membership }: OtherNeeds,
): Promise<{ readonly told: RegionChoice; readonly figures: FiguresOn } | undefined> {
  if (query.other === undefined) return undefined;
  const choices = regionChoices(node, view.desk, asked.language);
  const told = choices.find(({ id }) => id === query.other);
  if (told === undefined)
    throw badRequest(
      "/query/other",
      `there are no figures of a region "${query.other.slice(0, 60)}"`,
      choices.map(({ id }) => id).join(", "),
    );
  if (told.kind === "reader") return { told, figures: figuresOfReader(readPairs(query.theirs, "/query/theirs")) };
  if (told.kind === "table") return { told, figures: figuresOfTable(view.desk, told.id) };
  const desk = node.desks.get(told.id)!;
  // As nobody: what is clear to everybody there, so that a shared link shows the same to all.
  const there = await node.views.of(desk, { region: desk.id, ...NOBODY });
  const day = { ...readStandpoint({ lang: asked.language }, desk, node.now()), asOf: asked.asOf, today: asked.today };
  const isSame = { ...day, isNow: asked.isNow };
  const sources = await sourcesOf(node, there, isSame);
  const table = sources.all[0]!;
  // A list of the whole world serves both regions; the table of one serves only itself.
  const source =
    membership.told.kind === "file" ? sources.all.find(({ told: { id } }) => id === membership.told.id) : table;
  return {
    told,
    figures: figuresOfDesk({
      node,
      view: there,
      asked: isSame,
      membership: table.source.listsAllTo === undefined ? (source ?? table) : table,
      table,
      obligations,
    }),
  };
}

/** Every region that can be set beside this one. */
export function regionChoices(node: NodeContext, own: Desk, language: Language): RegionChoice[] {
  const words = own.words(language);
  const desks = [...node.desks.values()]
    .filter(({ id }) => id !== own.id)
    .map((desk): RegionChoice => {
      const theirs = desk.words(language);
      return {
        id: desk.id,
        name: theirs.names.region(desk.region),
        kind: "desk",
        fictional: desk.region.fictional,
        states: desk.region.focus.map((id) => theirs.names.party(id)),
      };
    });
  const name = translationOf(own.region, language);
  const named = new Map(
    own.region.indexFigures.flatMap(({ region }) => (region === undefined ? [] : [[region.id, region]])),
  );
  const table = [...named.values()].map(
    (region): RegionChoice => ({
      id: region.id,
      name: name("region", region.id) ?? region.name,
      kind: "table",
      fictional: false,
      states: region.states.map((id) => words.names.party(id)),
    }),
  );
  return [...desks, ...table, { id: READER, name: "", kind: "reader", fictional: false, states: [] }];
}
