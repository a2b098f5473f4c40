/**
 * An instant: milliseconds since 1970-01-01T00:00:00Z (a whole number).
 * Everything that is compared is compared in these; text appears only at the edges.
 */
export type Instant = number;

/** Before every record and after every record. */
export const ALWAYS: Instant = -8.64e15;
export const NEVER: Instant = 8.64e15;

/** Half open: `from` is the first instant inside, `to` the first instant no longer inside. */
export interface Period {
  readonly from: Instant;
  readonly to: Instant;
}
