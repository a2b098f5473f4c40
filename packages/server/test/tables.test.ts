import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Holdings } from "@kelisim/holdings";
import { parse } from "csv-parse/sync";
import { unzipSync } from "fflate";
import { columnsOf } from "../src/desk/tables/make-table.ts";
import type { MadeTable } from "../src/desk/tables/table.ts";
import { PARQUET, writeParquet } from "../src/desk/tables/write-parquet.ts";
import { startTestNode, type TestNode } from "./node-for-tests.ts";

/** Ours, or those of a body of whose own work the table is. */
const TERMS = /Apache-2\.0|Work of the body/;

describe("tables as files", () => {
  let node: TestNode;
  let tables: readonly { readonly id: string; readonly columns: readonly { readonly id: string }[] }[];
  const at = "/regions/central-asia/tables";
  before(async () => {
    node = await startTestNode({ regions: ["central-asia"], now: () => Date.parse("2026-11-22T06:00:00Z") });
    tables = (await node.get(at)).body.tables;
    await node.post("/regions/central-asia/records", {
      kind: "Exercise",
      from: "KAZ",
      channel: '=HYPERLINK("x")',
      occurred: "2026-11-20T08:00:00Z",
      content: { host: "KAZ", live: true, personnel: 500, start: "2026-12-15", end: "2026-12-16" },
    });
  });
  after(() => node?.close());
  const raw = (path: string) =>
    node.app.inject({ url: `/api/v1${path}`, headers: { cookie: node.cookie, host: new URL(node.address).host } });
  const query = "as=KAZ&a=KAZ&b=CHN";

  it("gives each as CSV and JSON with the same rows, and says what the file needs to be read alone", async () => {
    assert.ok(tables.length >= 20);
    for (const { id, columns } of tables) {
      const csv = await raw(`${at}/${id}.csv?${query}`);
      assert.equal(csv.statusCode, 200, `${id}: ${csv.body.slice(0, 300)}`);
      assert.match(String(csv.headers["content-type"]), /^text\/csv/);
      const rows = parse(csv.body, { columns: true, bom: true }) as Record<string, string>[];
      const json = JSON.parse((await raw(`${at}/${id}.json?${query}`)).body);
      assert.equal(json.rows.length, rows.length, id);
      assert.match(json.meta.licence, TERMS, id);
      assert.ok(json.meta.caveats.length > 0);
      assert.equal(json.meta.columns.length, columns.length);
      for (const { description } of json.meta.columns) assert.notEqual(description, "");
      if (rows.length === 0) continue;
      assert.match(rows[0]!.licence!, TERMS);
      assert.equal(rows[0]!.known_at, "2026-11-22T06:00:00Z");
      assert.match(rows[0]!.read_as!, /^KAZ/);
    }
  });

  it("describes its CSV as CSV on the Web does", async () => {
    const csv = await raw(`${at}/status.csv`);
    assert.match(String(csv.headers.link), /^<status\.csv-metadata\.json>; rel="describedby"/);
    const meta = (await raw(`${at}/status.csv-metadata.json`)).json();
    const header = csv.body.slice(1, csv.body.indexOf("\r\n")).split(",");
    assert.deepEqual(
      meta.tableSchema.columns.map((each: { name: string }) => each.name),
      header,
    );
  });

  it("marks what a spreadsheet would take for a formula", async () => {
    const { body } = await raw(`${at}/records.csv`);
    assert.match(body, /"'=HYPERLINK\(""x""\)"/);
  });

  it("gives a workbook whose sheets can be read again, without formulas", async () => {
    for (const id of ["records", "status", "board", "timeline"]) {
      const answer = await raw(`${at}/${id}.xlsx?as=KAZ&lang=ru`);
      assert.equal(answer.statusCode, 200, answer.body.slice(0, 300));
      const parts = unzipSync(new Uint8Array(answer.rawPayload));
      const text = (name: string) => new TextDecoder().decode(parts[name]);
      const sheets = Object.keys(parts).filter((name) => /^xl\/worksheets\/sheet\d\.xml$/.test(name));
      assert.equal(sheets.length, 3, Object.keys(parts).join(" "));
      for (const sheet of sheets) assert.doesNotMatch(text(sheet), /<f>/);
      assert.match(text("xl/workbook.xml"), /О таблице/);
      const all = Object.keys(parts)
        .filter((name) => name.endsWith(".xml"))
        .map(text)
        .join("");
      assert.match(all, /Apache-2\.0/);
      if (id === "records") assert.match(all, /=HYPERLINK/);
    }
  });

  it("gives each as Parquet, which says what it is and by which terms it is read", async () => {
    for (const { id } of tables) {
      const answer = await raw(`${at}/${id}.parquet?${query}`);
      assert.equal(answer.statusCode, 200, `${id}: ${answer.body.slice(0, 300)}`);
      assert.equal(answer.headers["content-type"], PARQUET);
      const text = answer.rawPayload.toString("latin1");
      assert.match(text, /^PAR1[\s\S]*PAR1$/, id);
      assert.match(text, TERMS, id);
      assert.match(text, /2026-11-22T06:00:00Z/, id);
    }
  });

  it("writes numbers as numbers into Parquet, and what is not known as null", async () => {
    const rows = [
      { amount: 500, value: 0.5, title: "a", note: null },
      { amount: null, value: 2, title: "7" },
    ];
    const table: MadeTable = {
      id: "any",
      title: "Any",
      region: "Any",
      standpoint: {
        region: "any",
        asOf: "2026-11-22",
        knownAt: "2026-11-22T06:00:00Z",
        from: "2026-11-22",
        until: "2026-12-22",
        today: "2026-11-22",
        timeZone: "Asia/Almaty",
      },
      readAs: "KAZ",
      licence: "CC0-1.0",
      caveats: ["One.", "Two."],
      cite: "",
      sources: [],
      columns: columnsOf(["amount", "value", "title", "note"], "en"),
      rows,
    };
    let given: Parameters<Holdings["parquet"]>[0] | undefined;
    await writeParquet(table, {
      parquet: async (plain) => {
        given = plain;
        return new Uint8Array();
      },
    });
    assert.deepEqual(
      given?.columns.map(({ type }) => type),
      ["count", "amount", "text", "text"],
    );
    assert.deepEqual(given?.rows, [
      [500, 0.5, "a", null],
      [null, 2, "7", null],
    ]);
    assert.deepEqual(Object.fromEntries(given?.about ?? []).caveats, "One. Two.");
  });

  it("obeys the filters of the screens", async () => {
    const rows = async (path: string) => JSON.parse((await raw(path)).body).rows as Record<string, string>[];
    const bound = await rows(`${at}/status.json?instrument=SH1996`);
    assert.ok(bound.length > 0 && bound.every(({ instrument }) => instrument === "SH1996"));
    const owed = await rows(`${at}/board.json?as=KAZ&owes=0`);
    assert.ok(owed.every(({ standpoint, form }) => standpoint === "owed" || form === "limit" || form === "standing"));
    const kaz = await rows(`${at}/timeline.json?party=KAZ`);
    assert.ok(kaz.length > 0 && kaz.every(({ parties }) => parties!.split(" ").includes("KAZ")));
    const early = await rows(`${at}/agreements.json?to=1995`);
    assert.ok(early.length > 0 && early.every(({ signed }) => signed! < "1996"));
    assert.equal((await node.get(`${at}/between.json`)).body.errors[0].pointer, "/query/a");
    assert.equal((await node.get(`${at}/nothing.csv`)).status, 404);
    assert.equal((await node.get(`${at}/status.pdf`)).status, 400);
  });
});
