import type { Ledger } from "@kelisim/duties";
import { createRecordReader, type Fact, type KelisimRecord, type KeptRecord, type RecordReader } from "@kelisim/model";
import { createRegionLedger } from "@kelisim/region-files";
import type { Store } from "@kelisim/store";
import type { Viewer } from "../context.ts";
import type { Desk } from "./desk.ts";

/** Records appended to a ledger at once. */
const BATCH = 8192;
/** Views kept in memory; the one asked longest ago is let go first. A view is loaded again when it is asked. */
const KEPT = 24;

/**
 * What one body may know of one region: a ledger that holds only what row-level security let through for it.
 * Nothing that the body may not see is ever in its memory.
 */
export interface View {
  readonly desk: Desk;
  readonly ledger: Ledger;
  /** The last record taken in, as the store counts. */
  readonly seq: number;
  /** Whether records are declared complete for anything. */
  readonly covered: boolean;
  readonly facts: readonly Fact[];
}

interface LoadedView extends View {
  seq: number;
  covered: boolean;
  readonly facts: Fact[];
  readonly reader: RecordReader;
  readonly viewer: Pick<Viewer, "region" | "party" | "body">;
  /** Taking in what is new; one at a time. */
  growing: Promise<void> | undefined;
}

export interface Views {
  /** The view of a body, loaded if it is not here and grown to everything that the store has for it. */
  of(desk: Desk, viewer: Pick<Viewer, "region" | "party" | "body">): Promise<View>;
  /** Takes in what has come since, for every view that is loaded. */
  grow(): Promise<void>;
  /** Calls back after any view has taken in records. */
  onGrown(listener: (view: View, viewer: Pick<Viewer, "region" | "party" | "body">) => void): () => void;
  /** Lets a region's views go, after its agreements have changed or a record's body was erased. */
  forget(region: string): void;
  readonly size: number;
}

export function createViews(store: Store): Views {
  const views = new Map<string, { readonly desk: Desk; readonly loaded: Promise<LoadedView> }>();
  const listeners = new Set<(view: View, viewer: Pick<Viewer, "region" | "party" | "body">) => void>();
  const keyOf = ({ region, party, body }: Pick<Viewer, "region" | "party" | "body">) =>
    JSON.stringify([region, party, body]);

  async function grow(view: LoadedView): Promise<void> {
    if (view.growing === undefined) {
      view.growing = take(view).finally(() => {
        view.growing = undefined;
      });
      return view.growing;
    }
    // What came while the last look was under way needs another one.
    await view.growing;
    return grow(view);
  }

  async function take(view: LoadedView): Promise<void> {
    let any = false;
    for await (const rows of store.as(view.viewer).records.texts({ afterSeq: view.seq, batch: BATCH })) {
      any = true;
      const readable: KeptRecord[] = [];
      for (const { header, known, body } of rows) {
        // The body is gone, and what the record said of duties with it; its header stays in the register.
        if (body.kind === "body") readable.push({ header, known, body: body.text });
      }
      const records: KelisimRecord[] = [];
      const facts: Fact[] = [];
      for (const { record, fact } of view.reader.kept(readable)) {
        if (record !== undefined) records.push(record);
        if (fact !== undefined) facts.push(fact);
      }
      if (facts.length > 0) view.ledger.appendFacts(facts);
      if (records.length > 0) view.ledger.append(records);
      view.facts.push(...facts);
      view.covered ||= facts.some(({ kind }) => kind === "coverage");
      view.seq = rows.at(-1)!.seq;
    }
    if (any) for (const listener of listeners) listener(view, view.viewer);
  }

  async function load(desk: Desk, viewer: Pick<Viewer, "region" | "party" | "body">): Promise<LoadedView> {
    const { region, program } = desk;
    const ledger = createRegionLedger(desk.open, desk.us);
    const own = await desk.ownRecords();
    ledger.appendFacts(own.facts);
    ledger.append(own.records);
    const facts = [...region.facts, ...own.facts];
    const view: LoadedView = {
      desk,
      ledger,
      viewer,
      seq: 0,
      covered: facts.some((fact) => fact.kind === "coverage"),
      facts,
      reader: createRecordReader(program.vocabulary, {
        parties: region.parties,
        instruments: program.instruments.map((instrument) => instrument.id),
      }),
      growing: undefined,
    };
    await grow(view);
    return view;
  }

  return {
    async of(desk, viewer) {
      const key = keyOf(viewer);
      let found = views.get(key);
      // Somebody who asked before a region was served anew may have put its earlier desk back.
      if (found === undefined || found.desk !== desk) {
        const made = { desk, loaded: load(desk, viewer) };
        views.set(key, made);
        made.loaded.catch(() => {
          if (views.get(key) === made) views.delete(key);
        });
        while (views.size > KEPT) views.delete(views.keys().next().value!);
        found = made;
      } else {
        views.delete(key);
        views.set(key, found);
      }
      return found.loaded;
    },
    async grow() {
      await Promise.all([...views.values()].map(async ({ loaded }) => grow(await loaded)));
    },
    onGrown(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    forget(region) {
      for (const key of views.keys()) if (JSON.parse(key)[0] === region) views.delete(key);
    },
    get size() {
      return views.size;
    },
  };
}
