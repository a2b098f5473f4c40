import type { ServerResponse } from "node:http";
import { type Positions, writeEventId } from "./event-id.ts";
import type { EventSource, EventViewer } from "./event-source.ts";

export interface ReaderOptions {
  readonly viewer: EventViewer;
  readonly sources: readonly EventSource[];
  /** Where the reader stood when it was last here; undefined: it begins now. */
  readonly since: Positions | undefined;
  /** A reader that takes nothing for so long is let go; it comes back where it stood. */
  readonly patience: number;
  /** A comment goes out after so long without an event, so that dead lines are noticed on both sides. */
  readonly heartbeat: number;
}

/** How many events are read at a time. */
const PAGE = 200;
/** Wakes that come so close together, in milliseconds, are one look. */
const GATHER = 40;
/** How soon a page comes back after a lost connection, in milliseconds. */
const RETRY = 1500;

/** One open stream. */
export interface EventReader {
  readonly viewer: EventViewer;
  /** Something may be there. */
  wake(): void;
  close(): void;
  /** Resolves when the stream has ended, whoever ended it. */
  readonly done: Promise<void>;
}

/** Serves one stream (WHATWG HTML, section 9.2) on a response whose head is written. */
export function readEvents(response: ServerResponse, options: ReaderOptions): EventReader {
  let open = true;
  let due = true;
  let rouse: (() => void) | undefined;
  const wake = () => {
    due = true;
    rouse?.();
  };
  const close = () => {
    open = false;
    rouse?.();
  };
  response.once("close", close);
  response.once("error", close);

  /** Waits where the reader is slow, and lets it go where it is too slow. */
  async function write(text: string): Promise<void> {
    if (!open || response.write(text)) return;
    const drained = await new Promise<boolean>((resolve) => {
      const end = (value: boolean) => {
        clearTimeout(timer);
        response.off("drain", yes);
        response.off("close", no);
        resolve(value);
      };
      const yes = () => end(true);
      const no = () => end(false);
      const timer = setTimeout(no, options.patience);
      response.once("drain", yes);
      response.once("close", no);
    });
    if (!drained) close();
  }

  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      rouse = () => {
        clearTimeout(timer);
        resolve();
      };
    }).finally(() => {
      rouse = undefined;
    });

  async function start(): Promise<Map<string, string>> {
    const positions = new Map<string, string>();
    let strange = false;
    for (const source of options.sources) {
      const since = options.since?.get(source.kind);
      if (since !== undefined && (await source.after(options.viewer, since, 1)) !== undefined) {
        positions.set(source.kind, since);
        continue;
      }
      strange ||= options.since !== undefined;
      positions.set(source.kind, await source.now(options.viewer));
    }
    await write(`retry: ${RETRY}\n\n`);
    // The first id stands before any event: a reader that is lost at once comes back to here, not to a later now.
    const id = writeEventId(positions);
    const name = strange ? "reset" : "ready";
    await write(`id: ${id}\nevent: ${name}\ndata: {}\n\n`);
    return positions;
  }

  async function serve(): Promise<void> {
    const positions = await start();
    while (open) {
      due = false;
      for (const source of options.sources) {
        // Added while this stream was open: it begins now.
        if (!positions.has(source.kind)) positions.set(source.kind, await source.now(options.viewer));
        for (let more = true; more && open; ) {
          const page = await source.after(options.viewer, positions.get(source.kind)!, PAGE);
          if (page === undefined) return;
          for (const { position, name, data } of page.events) {
            positions.set(source.kind, position);
            await write(`id: ${writeEventId(positions)}\nevent: ${name}\ndata: ${JSON.stringify(data)}\n\n`);
            if (!open) return;
          }
          positions.set(source.kind, page.position);
          more = page.more;
        }
      }
      if (!open) return;
      if (!due) {
        await pause(options.heartbeat);
        if (!due) await write(": still here\n\n");
      }
      if (open && due) await new Promise((resolve) => setTimeout(resolve, GATHER));
    }
  }

  const done = serve()
    // The database is away, or the line is: the page comes back by itself and goes on where it stood.
    .catch(() => undefined)
    .finally(() => {
      open = false;
      if (response.writableNeedDrain) response.destroy();
      else response.end();
    });
  return { viewer: options.viewer, wake, close, done };
}
