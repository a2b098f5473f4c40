// Measures the store on a database of its own: node packages/store/bench/store.ts [records] [connection string]
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { WrittenRecord } from "@kelisim/model";
import { openFileVault, openStore, startEmbedded, type Viewer } from "../src/index.ts";

const count = Number(process.argv[2] ?? 1_000_000);
const folder = mkdtempSync(join(tmpdir(), "kelisim-bench-"));
chmodSync(folder, 0o755);
const log = (message: string) => console.log(`  (${message})`);
const timed = async <T>(what: string, records: number, work: () => Promise<T>): Promise<T> => {
  const since = performance.now();
  const result = await work();
  const seconds = (performance.now() - since) / 1000;
  console.log(`${what}: ${seconds.toFixed(2)} s, ${Math.round(records / seconds).toLocaleString("en")} a second`);
  return result;
};

const given = process.argv[3];
const server =
  given === undefined
    ? await timed("first start of the embedded server", 1, () => startEmbedded({ folder, log }))
    : undefined;
const vault = await openFileVault({ folder: join(folder, "keys") });
const url = given ?? server!.url;
let store = await timed("open an empty database", 1, () => openStore({ url, vault, log })).catch(async (error) => {
  await server?.stop();
  throw error;
});
const viewer: Viewer = { region: "four-rivers", party: "SEL", body: "border-service" };

let serial = 0;
function record(): WrittenRecord {
  serial += 1;
  const id = `bench-${serial.toString(36).padStart(8, "0")}`;
  const occurred = new Date(Date.UTC(2020, 0, 1) + serial * 60_000).toISOString();
  const content = {
    host: "SEL",
    live: true,
    place: { lat: -46.6, lon: -123.7 },
    personnel: serial % 20_000,
    start: "2026-11-28",
    end: "2026-12-01",
  };
  return {
    id,
    kind: "Exercise",
    from: "SEL",
    to: ["ORE", "TAL"],
    under: ["RIVER"],
    occurred,
    recorded: occurred,
    content,
  };
}

try {
  const body = store.as(viewer);
  const SINGLES = 6_000;
  await timed(`${SINGLES} records one by one, 16 writers`, SINGLES, async () => {
    const writer = async () => {
      for (let index = 0; index < SINGLES / 16; index += 1) await body.records.append([record()]);
    };
    await Promise.all(Array.from({ length: 16 }, writer));
  });
  const BATCH = 5_000;
  await timed(`${count - SINGLES} records in batches of ${BATCH}`, count - SINGLES, async () => {
    for (let done = SINGLES; done < count; done += BATCH) {
      await body.records.append(Array.from({ length: Math.min(BATCH, count - done) }, record));
    }
  });
  await timed("waiting until all packs are made", count, async () => {
    await store.close();
    store = await openStore({ url, vault, log });
    const until = Date.now() + 120_000;
    while (Date.now() < until && !(await packsAreMade())) await new Promise((resolve) => setTimeout(resolve, 200));
  });
  await store.close();
  store = await timed("open the full database", 1, () => openStore({ url, vault, log }));
  for (const who of [viewer, { ...viewer, party: "TAL", body: "customs" }, { ...viewer, party: "AVE" }]) {
    let seen = 0;
    await timed(`stream as ${who.party}/${who.body}`, count, async () => {
      for await (const batch of store.as(who).records.batches()) seen += batch.length;
    });
    console.log(`  ${seen} records`);
  }
  await timed("count", count, () => store.as(viewer).records.count({ kinds: ["Exercise"] }));
  await timed("a page", 50, () => store.as(viewer).records.page({ limit: 50 }));
  await timed("a page by occurred, as a stranger", 50, () =>
    store.as({ ...viewer, party: "AVE" }).records.page({ limit: 50, order: "occurred" }),
  );
} finally {
  await store.close();
  await vault.close();
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function packsAreMade(): Promise<boolean> {
  const pg = (await import("pg")).default;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(
    "select (select count(*) from kelisim.pack) >= (select max(seq) / 1024 from kelisim.record) as made",
  );
  await client.end();
  return rows[0].made;
}
