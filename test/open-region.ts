import { type Compilation, type CompileContext, compile, contextOf } from "@kelisim/accord";
import type { Program } from "@kelisim/accord/program";
import { createLedger, type Ledger } from "@kelisim/duties";
import {
  BINDING_ACTS,
  type Fact,
  type Instant,
  type KelisimRecord,
  type MappedGeography,
  type Problem,
  type Region,
  readGeography,
  readRecords,
  readRegion,
  type StatusFact,
} from "@kelisim/model";
import { regionFiles } from "./region-files.ts";

/** A region as a program opens it: tables read, agreements compiled, records read. */
export interface OpenRegion {
  readonly region: Region;
  readonly geography: MappedGeography | undefined;
  readonly compilation: Compilation;
  readonly records: readonly KelisimRecord[];
  /** Facts of the tables and of the records. */
  readonly facts: readonly Fact[];
  /** Everything that any of the readers found. */
  readonly problems: readonly Problem[];
}

export interface OpenOptions {
  /** The present moment for the record reader. Left out: nothing lies in the future. */
  readonly now?: Instant;
  /** When the hypothetical records of witnesses begin. */
  readonly witnessFrom?: (region: Region) => Instant;
}

/** Reads a region of this checkout with everything that belongs to it. */
export async function openRegion(id: string, { now, witnessFrom }: OpenOptions = {}): Promise<OpenRegion> {
  const { region, problems } = readRegion(await regionFiles(id));
  const geography = region.places && readGeography(region.places.json);
  const context: CompileContext = {
    ...contextOf(region, geography),
    ...(witnessFrom && { witnessFrom: witnessFrom(region) }),
  };
  const compilation = compile(region.accordFiles, context);
  const { program } = compilation;
  const read = region.recordFiles.map(({ path, text }) =>
    readRecords(text ?? "", program.vocabulary, {
      file: path,
      parties: region.parties,
      instruments: program.instruments.map((instrument) => instrument.id),
      ...(now !== undefined && { now }),
    }),
  );
  return {
    region,
    geography,
    compilation,
    records: read.flatMap(({ records }) => records),
    facts: [...region.facts, ...read.flatMap(({ facts }) => facts)],
    problems: [...problems, ...compilation.problems, ...read.flatMap((file) => file.problems)],
  };
}

/** An empty ledger for a region's agreements (or those of another program), parties, places and calendars. */
export function ledgerFor(open: OpenRegion, us: readonly string[], program?: Program): Ledger {
  const { region, geography, compilation } = open;
  return createLedger({
    programs: [program ?? compilation.program],
    parties: region.parties,
    workingDays: region.calendars,
    us,
    ...(geography && { geography }),
  });
}

/** The rows of status tables that bind a party, or bring an instrument into force. */
export function bindingFacts(facts: readonly Fact[]): readonly StatusFact[] {
  return facts.filter((fact): fact is StatusFact => fact.kind === "status" && BINDING_ACTS.has(fact.act));
}
