import type { RecordPage } from "@kelisim/api";
import { contentHash } from "@kelisim/model";
import type { NodeContext, Viewer } from "../../context.ts";
import { notFound } from "../../http/problem.ts";
import { recordHead } from "../record-head.ts";
import { type Asked, standpointData } from "../standpoint.ts";
import type { View } from "../views.ts";
import { chainOf, standingOf } from "./chain.ts";
import { contentWords } from "./content-words.ts";
import { effectsOf } from "./effects.ts";
import { findHeld, type Held } from "./held.ts";
import { recordRow } from "./record-row.ts";

/** A record's page. Throws 404 alike for what is not there and for what the body may not read. */
export async function recordPage(
  node: NodeContext,
  view: View,
  viewer: Viewer,
  asked: Asked,
  id: string,
): Promise<RecordPage> {
  const { desk } = view;
  const words = desk.words(asked.language);
  const store = node.store.as(viewer);
  const found = await findHeld(desk, store, id);
  if (found === undefined) throw notFound("The record");
  const { record } = found.stored;
  const chain = await chainOf(desk, store, found);
  const statements = chain.map(({ stored }) => stored.record);
  const { known: _known, ...written } = record;
  const gone = found.stored.erased === true || ("unreadable" in found.stored && found.stored.unreadable === true);
  return {
    head: recordRow(found.stored, words),
    standpoint: standpointData(asked, desk),
    underNames: (record.under ?? []).map((each) => ({ id: each, name: words.names.instrument(each) })),
    content: gone ? [] : contentWords(record, words),
    ...(gone ? {} : { written }),
    state: found.stored.erased === true ? "erased" : gone ? "unreadable" : standingOf(id, statements),
    chain: chain.length === 1 ? [] : chain.map(({ stored }) => recordHead(stored, words)),
    ...effectsOf(view, asked, record, statements[0]!.id, words),
    ...(await ownerOf(node, found, viewer, words.names.party.bind(words.names))),
    ...(gone ? {} : { contentSha256: contentHash(record) }),
    ...(found.stored.erased === true ? await erasureOf(node, id) : {}),
  };
}

async function ownerOf(node: NodeContext, found: Held, viewer: Viewer, nameOf: (party: string) => string) {
  if (found.held === "region") {
    const from = found.stored.record.from ?? "";
    return { owner: { party: from, partyName: nameOf(from), body: "", name: "" }, own: false, held: found.held };
  }
  const { owner, headerSha256 } = found.stored;
  const bodies = await node.store.system.bodies.list(viewer.region);
  const name = bodies.find((body) => body.party === owner.party && body.id === owner.body)?.name ?? owner.body;
  return {
    owner: { party: owner.party, partyName: nameOf(owner.party), body: owner.body, name },
    own: owner.party === viewer.party && owner.body === viewer.body,
    held: found.held,
    headerSha256,
  };
}

async function erasureOf(node: NodeContext, id: string): Promise<Pick<RecordPage, "erasure">> {
  const found = (await node.store.system.erasures()).find((each) => each.record === id);
  return found === undefined ? {} : { erasure: { reason: found.reason, at: found.at } };
}
