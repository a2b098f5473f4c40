/**
 * A canonical header (RFC 8785: keys in order, no spaces) cut at what is said anew in each record. `rest` is the header
 * with empty texts in those places: records of one kind between the same parties share it.
 */
export interface CutHeader {
  readonly rest: string;
  /** As it stands in the header, with its quotes: JSON. */
  readonly id: string;
  readonly occurred: string;
  readonly received: string | undefined;
  readonly recorded: string;
}

const ID = '"id":"';
const OCCURRED = '"occurred":"';
const RECEIVED = '"received":"';
const RECORDED = '"recorded":"';

/**
 * Cuts a canonical header; undefined where it is not as the common one is (an escape in the id, a link to another
 * record), which is then read whole. Quotes within a text are escaped, so a key in quotes is never part of one.
 */
export function cutHeader(header: string): CutHeader | undefined {
  const idFrom = after(header, ID, 0);
  const idTo = header.indexOf('"', idFrom);
  const occurredFrom = after(header, OCCURRED, idTo);
  const occurredTo = header.indexOf('"', occurredFrom);
  const recordedFrom = after(header, RECORDED, occurredTo);
  const recordedTo = header.indexOf('"', recordedFrom);
  if (idFrom < 0 || occurredFrom < 0 || recordedFrom < 0) return undefined;
  const id = header.slice(idFrom - 1, idTo + 1);
  if (id.includes("\\") || LINKS.some((link) => header.includes(link))) return undefined;
  const between = header.slice(occurredTo, recordedFrom);
  const receivedFrom = after(between, RECEIVED, 0);
  const receivedTo = receivedFrom < 0 ? -1 : between.indexOf('"', receivedFrom);
  const middle = receivedFrom < 0 ? between : between.slice(0, receivedFrom) + between.slice(receivedTo);
  return {
    rest: header.slice(0, idFrom) + header.slice(idTo, occurredFrom) + middle + header.slice(recordedTo),
    id,
    occurred: header.slice(occurredFrom, occurredTo),
    received: receivedFrom < 0 ? undefined : between.slice(receivedFrom, receivedTo),
    recorded: header.slice(recordedFrom, recordedTo),
  };
}

const LINKS = ['"corrects":', '"withdraws":'];

/** The place behind `key`; -1 where it does not stand at or after `from`. */
function after(text: string, key: string, from: number): number {
  const at = from < 0 ? -1 : text.indexOf(key, from);
  return at < 0 ? -1 : at + key.length;
}
