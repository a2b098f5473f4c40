import type { Viewer } from "../context.ts";

/** For whom events are read. */
export type EventViewer = Pick<Viewer, "person" | "region" | "party" | "body">;

/** One event as it goes over the line. */
export interface NodeEvent {
  /** Where a reader stands once it has this event. Grows with every event of its source; a text of the source's own. */
  readonly position: string;
  /** What a page listens to: "record", "duty". */
  readonly name: string;
  /** JSON; only what the viewer may read. */
  readonly data: unknown;
}

export interface EventPage {
  readonly events: readonly NodeEvent[];
  /** Where the reader stands after this page, also when there was nothing in it for this viewer. */
  readonly position: string;
  /** Whether more is there already. */
  readonly more: boolean;
}

/**
 * A kind of events that can be read again from any position, as a viewer. Nothing is ever pushed past it: readers pull,
 * so that replay and the present are one and the same, and none is lost or repeated.
 */
export interface EventSource {
  /** Lower-case letters; part of the id of every event. */
  readonly kind: string;
  /** The position of now: somebody who has read nothing yet begins here. */
  now(viewer: EventViewer): Promise<string>;
  /** At most `limit` events after a position. A position that makes no sense is answered with undefined. */
  after(viewer: EventViewer, position: string, limit: number): Promise<EventPage | undefined>;
}
