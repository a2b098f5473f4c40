import type { Program } from "@kelisim/accord/program";
import type { Fact, KelisimRecord, MappedGeography, Region } from "@kelisim/model";
import { isObstacle, type Obstacle, type OpenRegion, readRecordFiles, recordSources } from "@kelisim/region-files";
import { createWords, type Language, type Words } from "@kelisim/words";

/** One region as this node serves it: read and compiled once, worded in each language when first asked. */
export interface Desk {
  readonly id: string;
  readonly region: Region;
  readonly program: Program;
  readonly geography: MappedGeography | undefined;
  readonly open: OpenRegion;
  /** The node's own parties. */
  readonly us: readonly string[];
  readonly words: (language: Language) => Words;
  /** Records and facts of the region's own folder, read once. They are the region's, clear to everyone. */
  ownRecords(): Promise<OwnRecords>;
}

export interface OwnRecords {
  readonly records: readonly KelisimRecord[];
  readonly facts: readonly Fact[];
}

export function createDesk(
  open: OpenRegion & { readonly others?: readonly Program[] },
  us: readonly string[] | undefined,
  now: () => number,
): Desk {
  const { region, program, geography } = open;
  const worded = new Map<Language, Words>();
  let own: Promise<OwnRecords> | undefined;
  return {
    id: open.folder.id,
    region,
    program,
    geography,
    open,
    us: us ?? region.us,
    words(language) {
      const known = worded.get(language);
      if (known !== undefined) return known;
      const made = createWords(language, { program, region, others: open.others ?? [] });
      worded.set(language, made);
      return made;
    },
    ownRecords() {
      own ??= readOwn(open, now());
      return own;
    },
  };
}

async function readOwn(open: OpenRegion, now: number): Promise<OwnRecords> {
  const records: KelisimRecord[] = [];
  const facts: Fact[] = [];
  const read = await readRecordFiles(open, recordSources(open), {
    now,
    records: (batch) => {
      for (const record of batch) records.push(record);
    },
    fact: (fact) => facts.push(fact),
  });
  if (isObstacle(read)) throw new RegionRefused(open.folder.path, read);
  return { records, facts };
}

/** A region that cannot be served, and why. */
export class RegionRefused extends Error {
  override readonly name = "RegionRefused";
  constructor(folder: string, { what, ...where }: Obstacle) {
    super(`the region ${folder} cannot be served: ${what} (${Object.values(where).join(", ")})`);
  }
}
