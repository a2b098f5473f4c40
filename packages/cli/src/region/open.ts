import {
  type OpenRegion as OpenedRegion,
  openRegion as open,
  type ReadRegion,
  readRegionFolder as read,
} from "@kelisim/region-files";
import { ClauseIndex, Names } from "@kelisim/words";
import { answerOf } from "../files/obstacle-words.ts";
import type { Io } from "../io.ts";
import { type Answer, isRefusal } from "../refusal.ts";
import { texts } from "../texts/index.ts";

/** A region as a command works with it: read and compiled, with the names of what it holds. */
export interface OpenRegion extends OpenedRegion {
  readonly clauses: ClauseIndex;
  readonly names: Names;
}

/** Reads and compiles a region. Refused: no such region, or a file of it that cannot be read. */
export async function openRegion(io: Io, name: string): Promise<Answer<OpenRegion>> {
  const opened = answerOf(await open(name, io.folder));
  if (isRefusal(opened)) return opened;
  const clauses = new ClauseIndex(opened.program);
  const names = new Names(texts, opened.region.parties, clauses.instruments);
  // Not a copy: the places are read only where a command asks for them.
  return Object.assign(opened, { clauses, names });
}

/** Reads a region's folder without compiling its agreements. */
export async function readRegionFolder(io: Io, name: string): Promise<Answer<ReadRegion>> {
  return answerOf(await read(name, io.folder));
}
