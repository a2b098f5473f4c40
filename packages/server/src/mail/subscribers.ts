import type { Subscription } from "@kelisim/store";
import type { NodeContext } from "../context.ts";
import { followedParties, turningsBetween } from "../timers/turnings.ts";
import { digestOf } from "./digest.ts";
import type { MailQueue } from "./mail-queue.ts";

/** A subscriber hears from us at most so often; what comes meanwhile is in the next message. */
const PAUSE_MS = 3_600_000;

/** Topics a person may subscribe to. */
export const TOPICS = ["due-soon", "overdue", "came-in"] as const;
export type Topic = (typeof TOPICS)[number];

/**
 * Tells every subscriber what has turned since it was last told. The position is moved only after the message is in the
 * queue, and the message's key is made of the position: a node that is ended between the two puts the same message again,
 * which the queue knows.
 */
export async function tellSubscribers(node: NodeContext, mail: MailQueue): Promise<number> {
  let told = 0;
  for (const subscription of await node.store.system.subscriptions.list()) {
    if (await tell(node, mail, subscription)) told += 1;
  }
  return told;
}

async function tell(node: NodeContext, mail: MailQueue, subscription: Subscription): Promise<boolean> {
  const { viewer, person, id } = subscription;
  const desk = node.desks.get(viewer.region);
  if (desk === undefined) return false;
  // Who has left the body is told nothing of what it sees.
  if ((await node.store.system.bodies.members({ person, ...viewer })).length === 0) return false;
  const session = node.store.as(viewer);
  const dates = await session.seen.get(person, `mail.dates.${id}`);
  const came = await session.seen.get(person, `mail.records.${id}`);
  const now = node.now();
  const lastSeq = await session.records.lastSeq();
  if (dates === undefined || came === undefined) {
    // The subscription begins now: what was before it is on the page.
    await session.seen.mark(person, `mail.dates.${id}`, now);
    await session.seen.mark(person, `mail.records.${id}`, lastSeq);
    return false;
  }
  if (await recentlyTold(node, subscription, now)) return false;
  const language = subscription.locale === "ru" ? "ru" : "en";
  const view = await node.views.of(desk, viewer);
  const turnings = turningsBetween(view, followedParties(view, viewer.party), dates.seq, now, language).filter(
    ({ what }) => subscription.topics.includes(what === "passed" ? "overdue" : "due-soon"),
  );
  const cameIn = subscription.topics.includes("came-in") ? await countSince(node, subscription, came.seq) : 0;
  if (turnings.length > 0 || cameIn > 0) {
    const digest = digestOf(
      { turnings, cameIn },
      {
        language,
        link: `${node.address()}/today?region=${encodeURIComponent(desk.id)}`,
        regionName: desk.region.name,
        node: node.settings.name,
      },
    );
    await mail.put(`${id} ${dates.seq} ${came.seq}`, { to: subscription.address, ...digest });
    await session.seen.mark(person, `mail.told.${id}`, now);
  }
  await session.seen.mark(person, `mail.dates.${id}`, now);
  await session.seen.mark(person, `mail.records.${id}`, lastSeq);
  return turnings.length > 0 || cameIn > 0;
}

async function recentlyTold(node: NodeContext, { viewer, person, id }: Subscription, now: number): Promise<boolean> {
  const told = await node.store.as(viewer).seen.get(person, `mail.told.${id}`);
  return told !== undefined && now - told.seq < PAUSE_MS;
}

async function countSince(node: NodeContext, { viewer }: Subscription, seq: number): Promise<number> {
  let count = 0;
  for await (const batch of node.store.as(viewer).records.batches({ afterSeq: seq })) count += batch.length;
  return count;
}
