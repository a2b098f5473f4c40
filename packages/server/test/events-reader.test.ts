import assert from "node:assert/strict";
import { createServer, get, type IncomingMessage } from "node:http";
import { after, before, describe, it } from "node:test";
import fc from "fast-check";
import { readEventId, writeEventId } from "../src/events/event-id.ts";
import { type EventReader, readEvents } from "../src/events/event-reader.ts";
import type { EventSource } from "../src/events/event-source.ts";

const VIEWER = { person: "p", region: "r", party: "KAZ", body: "b" };

/** A source over a growing list: event number n is the n-th of it, and only those of the viewer's parity are theirs. */
function listSource(kind: string, list: unknown[]): EventSource {
  return {
    kind,
    now: async () => String(list.length),
    async after(_viewer, position, limit) {
      if (!/^\d+$/.test(position)) return undefined;
      const from = Number(position);
      const events = list
        .slice(from, from + limit)
        .map((data, index) => ({ position: String(from + index + 1), name: kind, data }));
      const end = from + events.length;
      return { events, position: String(end), more: end < list.length };
    },
  };
}

interface Told {
  readonly id: string;
  readonly name: string;
  readonly data: unknown;
}

/** Reads a stream as the standard says (WHATWG HTML, section 9.2.6). */
function* eventsOf(text: string): Generator<Told> {
  for (const block of text.split("\n\n").slice(0, -1)) {
    const fields = new Map(
      block.split("\n").map((line) => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 2)]),
    );
    if (fields.has("data"))
      yield { id: fields.get("id") ?? "", name: fields.get("event") ?? "", data: JSON.parse(fields.get("data")!) };
  }
}

describe("an event stream", () => {
  const server = createServer();
  let port = 0;
  let sources: EventSource[] = [];
  let reader: EventReader | undefined;
  let options = { patience: 5000, heartbeat: 5000 };
  before(async () => {
    server.on("request", (request, response) => {
      const given = request.headers["last-event-id"]?.toString();
      response.writeHead(200, { "content-type": "text/event-stream" });
      const since = given === undefined ? undefined : (readEventId(given) ?? new Map());
      reader = readEvents(response, { viewer: VIEWER, sources, since, ...options });
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    port = (server.address() as { port: number }).port;
  });
  after(() => {
    server.closeAllConnections();
    server.close();
  });

  const connect = (last?: string) =>
    new Promise<IncomingMessage>((resolve) =>
      get({ port, host: "127.0.0.1", headers: last === undefined ? {} : { "last-event-id": last } }, resolve),
    );

  /** Reads until the predicate holds, then cuts the line. */
  async function readUntil(last: string | undefined, enough: (told: readonly Told[]) => boolean): Promise<Told[]> {
    const stream = await connect(last);
    let text = "";
    for await (const chunk of stream) {
      text += chunk;
      if (enough([...eventsOf(text)])) break;
    }
    stream.destroy();
    return [...eventsOf(text)];
  }

  it("begins now, tells what comes, and goes on where a lost line ended", async () => {
    const list: unknown[] = ["before"];
    sources = [listSource("record", list)];
    const first = await readUntil(undefined, (told) => {
      if (told.length === 1) {
        list.push("a", "b");
        reader!.wake();
      }
      return told.length === 3;
    });
    assert.deepEqual(
      first.map(({ id, name, data }) => [id, name, data]),
      [
        ["record=1", "ready", {}],
        ["record=2", "record", "a"],
        ["record=3", "record", "b"],
      ],
    );
    list.push("c");
    const second = await readUntil("record=2", (told) => told.length === 3);
    assert.deepEqual(
      second.map(({ data }) => data),
      [{}, "b", "c"],
    );
  });

  it("loses none and repeats none, wherever the line breaks", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat({ max: 12 }), fc.nat({ max: 12 }), fc.integer({ min: 1, max: 9 })), {
          minLength: 1,
          maxLength: 8,
        }),
        async (steps) => {
          const records: number[] = [];
          const duties: number[] = [];
          sources = [listSource("record", records), listSource("duty", duties)];
          const seen: Told[] = [];
          let last = writeEventId(
            new Map([
              ["record", "0"],
              ["duty", "0"],
            ]),
          );
          for (const [more, others, cut] of steps) {
            for (let i = 0; i < more; i++) records.push(records.length);
            for (let i = 0; i < others; i++) duties.push(duties.length);
            const left = records.length + duties.length - seen.length;
            const wanted = Math.min(cut, left);
            const told = await readUntil(last, (events) => events.length >= wanted + 1);
            // The browser keeps the id of the last event that it has whole; what was under way behind it is lost.
            const kept = told.slice(1, wanted + 1);
            seen.push(...kept);
            last = kept.at(-1)?.id ?? told[0]!.id;
          }
          const rest = records.length + duties.length - seen.length;
          seen.push(...(await readUntil(last, (events) => events.length >= rest + 1)).slice(1));
          assert.deepEqual(
            seen.filter(({ name }) => name === "record").map(({ data }) => data),
            records,
          );
          assert.deepEqual(
            seen.filter(({ name }) => name === "duty").map(({ data }) => data),
            duties,
          );
        },
      ),
      { numRuns: 25, seed: 11 },
    );
  });

  it("says so when it cannot know where a reader stood", async () => {
    sources = [listSource("record", ["a"])];
    for (const last of ["nonsense", "record=x", "other=1", "record=%"]) {
      const [first] = await readUntil(last, (told) => told.length === 1);
      assert.deepEqual([first?.name, first?.id], ["reset", "record=1"], last);
    }
  });

  it("sends a sign of life", async () => {
    options = { patience: 5000, heartbeat: 50 };
    sources = [listSource("record", [])];
    const stream = await connect();
    let text = "";
    for await (const chunk of stream) {
      text += chunk;
      if (text.includes(": still here\n\n: still here")) break;
    }
    stream.destroy();
    assert.ok(text.includes(": still here"));
  });

  it("lets a reader go that takes nothing, which then goes on where it stood", async () => {
    options = { patience: 100, heartbeat: 5000 };
    const list = Array.from({ length: 4000 }, (_, index) => `${index}:${"x".repeat(4000)}`);
    sources = [listSource("record", list)];
    const stream = await connect("record=0");
    stream.pause();
    await reader!.done;
    let text = "";
    stream.on("error", () => undefined);
    try {
      for await (const chunk of stream) text += chunk;
    } catch {
      // The line was cut in the middle of an event, which a browser drops.
    }
    const told = [...eventsOf(text)].slice(1);
    assert.ok(told.length < list.length);
    options = { patience: 5000, heartbeat: 5000 };
    const left = list.length - told.length;
    const rest = await readUntil(told.at(-1)?.id ?? "record=0", (events) => events.length === left + 1);
    assert.deepEqual(
      [...told, ...rest.slice(1)].map(({ data }) => data),
      list,
    );
  });

  it("ends when its session ends", async () => {
    sources = [listSource("record", [])];
    const stream = await connect();
    stream.resume();
    reader!.close();
    await new Promise((resolve) => stream.once("end", resolve));
    await reader!.done;
  });
});

describe("ids of events", () => {
  it("come back as they were", () => {
    const kind = fc.stringMatching(/^[a-z]{1,8}$/);
    fc.assert(
      fc.property(fc.array(fc.tuple(kind, fc.string({ maxLength: 20 })), { minLength: 1, maxLength: 4 }), (pairs) => {
        const positions = new Map(pairs);
        const id = writeEventId(positions);
        assert.doesNotMatch(id, /[\r\n\0]/);
        assert.deepEqual(readEventId(id), positions);
      }),
    );
  });
});
