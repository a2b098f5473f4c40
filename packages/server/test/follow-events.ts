import { get, type IncomingMessage } from "node:http";

export interface Told {
  readonly id: string;
  readonly name: string;
  readonly data: { readonly id?: string };
}

/** One open stream of a region's events, as a browser has it. `last`: the event after which it goes on. */
export async function followEvents(address: string, region: string, cookie: string, last?: string) {
  const response = await new Promise<IncomingMessage>((resolve) =>
    get(
      `${address}/api/v1/events?region=${region}`,
      { headers: { cookie, "accept-encoding": "br", ...(last === undefined ? {} : { "last-event-id": last }) } },
      resolve,
    ),
  );
  const told: Told[] = [];
  let text = "";
  let check: () => void = () => undefined;
  response.setEncoding("utf8");
  response.on("data", (chunk: string) => {
    text += chunk;
    for (let end = text.indexOf("\n\n"); end >= 0; end = text.indexOf("\n\n")) {
      const fields = new Map(
        text
          .slice(0, end)
          .split("\n")
          .map((line) => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 2)]),
      );
      text = text.slice(end + 2);
      if (fields.has("data"))
        told.push({ id: fields.get("id")!, name: fields.get("event")!, data: JSON.parse(fields.get("data")!) });
    }
    check();
  });
  return {
    response,
    told,
    ids: () => told.filter(({ name }) => name === "record").map(({ data }) => data.id),
    until: (n: number) =>
      new Promise<void>((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error(`${told.length} of ${n} events`)), 60_000);
        check = () => {
          if (told.length < n) return;
          clearTimeout(timer);
          resolve();
        };
        check();
      }),
    ended: () =>
      new Promise<void>((resolve) => (response.closed ? resolve() : response.once("close", () => resolve()))),
  };
}

/** Follows as a browser does: a stream that ended is opened again, after the last event that was heard. */
export function keepFollowing(address: string, region: string, cookie: string) {
  const told: Told[] = [];
  let stopped = false;
  let end = () => {};
  const run = async () => {
    while (!stopped) {
      try {
        const stream = await followEvents(address, region, cookie, told.at(-1)?.id);
        end = () => stream.response.destroy();
        await stream.ended();
        told.push(...stream.told);
      } catch {
        // The node does not answer; it is asked again, as after a stream that ended.
      }
      if (!stopped) await new Promise((resolve) => setTimeout(resolve, 500));
    }
  };
  const running = run();
  return {
    /** Ids of the records that were told of, in order; ends following. */
    async stop(): Promise<readonly (string | undefined)[]> {
      stopped = true;
      end();
      await running;
      return told.filter(({ name }) => name === "record").map(({ data }) => data.id);
    },
  };
}
