import type { NodeContext } from "../context.ts";
import { startMailQueue } from "../mail/mail-queue.ts";
import { tellSubscribers } from "../mail/subscribers.ts";
import { startAdoptedDays } from "./adopted-days.ts";
import { createClock, type Follower } from "./clock.ts";
import { startDailyRetention } from "./daily-retention.ts";
import { dutySource } from "./duty-source.ts";

/** How often subscribers' news are looked at beside the clock's strikes: records that came in, and pauses that are over. */
const MAIL_EVERY_MS = 60_000;

/**
 * Follows dates for open pages (as events) and for subscribers (as e-mail, where SMTP is set). Nothing here decides what a
 * duty is: the clock only says when to ask the views again.
 */
export async function startTimers(
  node: NodeContext,
  log: (message: string) => void,
): Promise<{ readonly stop: () => Promise<void> }> {
  const { settings, hub, store } = node;
  hub.addSource(dutySource(node));
  const mail =
    settings.smtpUrl === undefined
      ? undefined
      : await startMailQueue({
          databaseUrl: node.databaseUrl,
          smtpUrl: settings.smtpUrl,
          from: settings.mailFrom,
          host: new URL(node.address()).hostname,
          log,
        });
  let telling: Promise<void> | undefined;
  const tell = () => {
    if (mail === undefined || telling !== undefined) return;
    telling = tellSubscribers(node, mail)
      .then(() => undefined)
      .catch((error: unknown) => log(`subscribers: ${error instanceof Error ? error.message : String(error)}`))
      .finally(() => {
        telling = undefined;
      });
  };
  const followers = async (): Promise<readonly Follower[]> => [
    ...hub.viewers,
    ...(mail === undefined ? [] : (await store.system.subscriptions.list()).map(({ viewer }) => viewer)),
  ];
  const clock = createClock(node, followers, () => {
    hub.wake();
    tell();
  });
  const stopRetention = startDailyRetention(node, log);
  const stopAdoptedDays = startAdoptedDays(node, () => clock.look(), log);
  const stopListening = node.views.onGrown(() => clock.look());
  const every = setInterval(tell, MAIL_EVERY_MS);
  every.unref();
  clock.look();
  return {
    async stop() {
      clock.stop();
      clearInterval(every);
      stopListening();
      await stopAdoptedDays();
      await stopRetention();
      await telling;
      await mail?.stop();
    },
  };
}
