import type { ServerResponse } from "node:http";
import type { Store } from "@kelisim/store";
import type { Views } from "../desk/views.ts";
import type { Positions } from "./event-id.ts";
import { type EventReader, readEvents } from "./event-reader.ts";
import type { EventSource, EventViewer } from "./event-source.ts";
import { recordSource } from "./record-source.ts";

/** Streams that one session may hold open: a tab each, with room. */
const PER_SESSION = 20;

export interface EventHubOptions {
  /** Milliseconds; see `ReaderOptions`. */
  readonly patience?: number;
  readonly heartbeat?: number;
}

/** Everybody who is told of what happens while they look. */
export interface EventHub {
  /** Adds a kind of events; streams that are open carry it from now on. */
  addSource(source: EventSource): void;
  /** Serves a stream on a response whose head is written. */
  open(reader: OpenStream): EventReader;
  /** Whether this session may open one more stream. */
  room(session: string): boolean;
  /** Has every reader look whether there is something for it. */
  wake(): void;
  /** Ends the streams of a session that is over. */
  endSession(session: string): void;
  /** Ends the streams of a person whose roles have changed; their pages come back with the new ones. */
  endPerson(person: string): void;
  close(): Promise<void>;
  /** Whose pages are open now. */
  readonly viewers: readonly EventViewer[];
  readonly size: number;
}

export interface OpenStream {
  readonly response: ServerResponse;
  readonly viewer: EventViewer;
  readonly session: string;
  readonly since: Positions | undefined;
}

/** Follows the store: what comes in is taken into the views first, so that a page that asks again finds it there. */
export function createEventHub(
  store: Store,
  views: Pick<Views, "grow">,
  { patience = 10_000, heartbeat = 15_000 }: EventHubOptions = {},
): EventHub {
  const sources: EventSource[] = [recordSource(store)];
  const readers = new Map<EventReader, string>();
  const wake = () => {
    for (const reader of readers.keys()) reader.wake();
  };
  let growing: Promise<void> | undefined;
  let again = false;
  // One look at a time; what comes meanwhile makes for one more.
  const grow = (): void => {
    if (growing !== undefined) {
      again = true;
      return;
    }
    growing = views
      .grow()
      // The database is away: the views grow when it is back, which the store tells.
      .catch(() => undefined)
      .then(() => {
        growing = undefined;
        wake();
        if (!again) return;
        again = false;
        grow();
      });
  };
  const stop = store.listen(grow);
  const end = (which: (reader: EventReader, session: string) => boolean) => {
    for (const [reader, session] of readers) if (which(reader, session)) reader.close();
  };
  return {
    addSource: (source) => void sources.push(source),
    open({ response, viewer, session, since }) {
      const reader = readEvents(response, { viewer, sources, since, patience, heartbeat });
      readers.set(reader, session);
      void reader.done.then(() => readers.delete(reader));
      return reader;
    },
    room: (session) => [...readers.values()].filter((each) => each === session).length < PER_SESSION,
    wake,
    endSession: (session) => end((_, each) => each === session),
    endPerson: (person) => end((reader) => reader.viewer.person === person),
    async close() {
      stop();
      end(() => true);
      await Promise.all([...readers.keys()].map((reader) => reader.done));
      await growing;
    },
    get viewers() {
      return [...readers.keys()].map(({ viewer }) => viewer);
    },
    get size() {
      return readers.size;
    },
  };
}
