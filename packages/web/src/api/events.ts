import { useEffect, useRef } from "react";
import { apiPath } from "./client.ts";
import { connection } from "./connection.ts";

/** One thing that the node told: its kind, its data, and the id from which the stream can go on. */
export interface NodeEvent {
  readonly id: string;
  readonly kind: string;
  readonly data: unknown;
}

/** "ready" comes first; "reset" says that the place to go on from is not known, so that all is to be asked again. */
const KINDS = ["ready", "reset", "record", "duty", "agreement"] as const;
const FIRST_WAIT = 1000;
const LONGEST_WAIT = 30_000;

/**
 * Follows the node's events (Server-Sent Events, WHATWG HTML 9.2). The browser reconnects by itself and sends
 * Last-Event-ID; where it gives up (an answer other than 200), a new stream is opened from the last id, later each
 * time. No event is given twice. Returns the function that stops it.
 */
export function followEvents(region: string, take: (event: NodeEvent) => void): () => void {
  let last = "";
  let wait = FIRST_WAIT;
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;

  const receive = (kind: string) => (message: MessageEvent<string>) => {
    if (message.lastEventId !== "" && message.lastEventId === last) return;
    last = message.lastEventId || last;
    take({ id: last, kind, data: parsed(message.data) });
  };

  const open = () => {
    if (stopped) return;
    const stream = new EventSource(apiPath("/events", { region, since: last }));
    source = stream;
    stream.onopen = () => {
      wait = FIRST_WAIT;
      connection.reached();
    };
    stream.onmessage = receive("message");
    for (const kind of KINDS) stream.addEventListener(kind, receive(kind));
    stream.onerror = () => {
      connection.doubt();
      if (stream.readyState !== EventSource.CLOSED) return;
      stream.close();
      timer = setTimeout(open, wait);
      wait = Math.min(wait * 2, LONGEST_WAIT);
    };
  };
  open();
  return () => {
    stopped = true;
    clearTimeout(timer);
    source?.close();
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** One stream a region for everything on the page: a browser holds few connections to one address. */
const followed = new Map<string, { readonly takers: Set<(event: NodeEvent) => void>; readonly stop: () => void }>();

function follow(region: string, take: (event: NodeEvent) => void): () => void {
  let stream = followed.get(region);
  if (stream === undefined) {
    const takers = new Set<(event: NodeEvent) => void>();
    const stop = followEvents(region, (event) => {
      for (const each of takers) each(event);
    });
    stream = { takers, stop };
    followed.set(region, stream);
  }
  const { takers, stop } = stream;
  takers.add(take);
  return () => {
    takers.delete(take);
    if (takers.size > 0) return;
    stop();
    followed.delete(region);
  };
}

/** Follows the events of a region while what calls it is on the page; nothing is followed while there is no region. */
export function useEvents(region: string | undefined, take: (event: NodeEvent) => void): void {
  const latest = useRef(take);
  latest.current = take;
  useEffect(() => (region === undefined ? undefined : follow(region, (event) => latest.current(event))), [region]);
}
