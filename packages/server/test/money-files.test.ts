import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { parse } from "csv-parse/sync";
import { unzipSync } from "fflate";
import { crsText, REGION, take } from "./holdings-for-tests.ts";
import { startTestNode, type TestNode } from "./node-for-tests.ts";

const MONEY = `${REGION}/money`;
const TJK = "615 Tajikistan";
const ROWS = [
  { year: 2019, donor: "5 Germany", recipient: TJK, purpose: "15210", title: "Posts", committed: "10", paid: "4" },
  { year: 2019, donor: "701 Japan", recipient: TJK, purpose: "12220", title: "=1+1", committed: "2", paid: "0.05" },
  { year: 2020, donor: "5 Germany", recipient: TJK, purpose: "15210", title: "Posts", committed: "1" },
];

describe("figures as files", () => {
  let node: TestNode;
  const holdings: string[] = [];
  before(async () => {
    node = await startTestNode({
      regions: ["central-asia"],
      us: ["KAZ"],
      now: () => Date.parse("2026-11-22T06:00:00Z"),
    });
    for (const [name, rows] of [
      ["CRS 2025-05 data.txt", ROWS.slice(0, 2)],
      ["CRS 2026-05 data.txt", ROWS],
    ] as const) {
      const job = await take(node, name, crsText(rows));
      assert.equal(job.state, "taken", JSON.stringify(job));
      holdings.push(job.holding!);
    }
  });
  after(() => node?.close());

  const raw = (path: string) =>
    node.app.inject({ url: `/api/v1${path}`, headers: { cookie: node.cookie, host: new URL(node.address).host } });
  const asked = { measure: "disbursement", currency: "USD", price: "current" };
  const csvOf = async (path: string, query: Record<string, string> = asked) => {
    const { statusCode, body } = await raw(`${path}?${new URLSearchParams(query)}`);
    assert.equal(statusCode, 200, `${path}: ${body}`);
    return parse(body, { columns: true, bom: true }) as Record<string, string>[];
  };
  const NAMES = ["flows", "share", "donors", "small-donors", "delivery", "prices", "growth", "checks"] as const;

  it("say in each row whose they are, of when, on what terms, by which method, and how to ask again", async () => {
    const [row] = await csvOf(`${MONEY}/files/share.csv`, { ...asked, by: "year,recipient" });
    assert.deepEqual(
      [row!.year, row!.recipient, row!.recipient_name, row!.share, row!.in_set, row!.whole],
      ["2019", "TJK", "Tajikistan", "0.987654", "4000000", "4050000"],
    );
    for (const name of ["dataset", "vintage", "holding", "citation", "licence", "caveats", "method", "asked_again_by"])
      assert.ok(row![name], name);
    assert.match(row!.method!, /^money\.share: /);
    assert.equal(row!.holding, holdings[1]);
    // The address names the holdings: the same is answered whatever is taken in later.
    assert.ok(row!.asked_again_by!.includes(`holdings=${holdings[1]}`), row!.asked_again_by);
    const again = parse((await raw(row!.asked_again_by!.replace(/^\/api\/v1/, ""))).body, { columns: true, bom: true });
    assert.deepEqual((again as unknown[])[0], row);
  });

  it("are there of every answer, in three formats", async () => {
    for (const name of NAMES) {
      const query = new URLSearchParams({ ...asked, by: "year,recipient" });
      const parquet = await raw(`${MONEY}/files/${name}.parquet?${query}`);
      assert.deepEqual([parquet.statusCode, parquet.rawPayload.subarray(0, 4).toString("latin1")], [200, "PAR1"], name);
      const xlsx = await raw(`${MONEY}/files/${name}.xlsx?${query}`);
      assert.equal(xlsx.statusCode, 200, xlsx.body.slice(0, 200));
      const text = Object.values(unzipSync(new Uint8Array(xlsx.rawPayload)))
        .map((part) => new TextDecoder().decode(part))
        .join("");
      assert.doesNotMatch(text, /<f>/);
      assert.match(text, /asked_again_by/, name);
    }
    const [delivery] = await csvOf(`${MONEY}/files/delivery.csv`, { by: "year" });
    assert.deepEqual(
      [delivery!.commitment, delivery!.disbursement, delivery!.ratio],
      ["12000000", "4050000", "0.3375"],
    );
    const donors = await csvOf(`${MONEY}/files/donors.csv`, { ...asked, by: "year" });
    assert.deepEqual(
      donors.map(({ donor, sum }) => [donor, sum]),
      [
        ["DEU", "4000000"],
        ["JPN", "50000"],
      ],
    );
  });

  it("of two vintages hold what moved", async () => {
    const [earlier, later] = holdings as [string, string];
    const rows = await csvOf(`${MONEY}/files/vintages.csv`, { earlier, later, by: "year", measure: "commitment" });
    assert.deepEqual(
      rows.map(({ year, state, later: value }) => [year, state, value]),
      [
        ["2019", "same", "12000000"],
        ["2020", "only in the later", "1000000"],
      ],
    );
    assert.equal((await raw(`${MONEY}/files/vintages.csv`)).statusCode, 400);
  });

  it("of the region's programmes name the table that they come from", async () => {
    for (const name of ["programmes", "ends", "phases", "budgets"]) {
      const rows = await csvOf(`${MONEY}/programmes/files/${name}.csv`, { from: "2015-01-01", by: "2026-11-22" });
      assert.ok(rows.length > 0, name);
      assert.match(rows[0]!.caveats!, /An empty cell means/);
      const parquet = await raw(`${MONEY}/programmes/files/${name}.parquet`);
      assert.equal(parquet.rawPayload.subarray(0, 4).toString("latin1"), "PAR1");
    }
  });

  it("hold the rows of a part of a purpose set, and no text that is a formula", async () => {
    const rows = await csvOf(`${MONEY}/files/flows.csv`, { ...asked, what: "rows", set: "152", part: "in" });
    assert.deepEqual(
      rows.map(({ title }) => title),
      ["Posts"],
    );
    const all = await csvOf(`${MONEY}/files/flows.csv`, { ...asked, what: "rows" });
    assert.ok(all.some(({ title }) => title === "'=1+1"));
  });

  it("hold what was taken of a file, of whatever table", async () => {
    const text = "year,recipient,sector_or_purpose_code,usd_million\n2019,TJK,152,1.5\n2018,TJK,120,2\n";
    const job = await take(node, "dportal_crs_recipient_sector.csv", text);
    const path = `${REGION}/holdings/${job.holding}`;
    const { status, body } = await node.get(`${path}/rows`, { rows: 1 });
    assert.equal(status, 200, JSON.stringify(body));
    assert.deepEqual([body.of, body.rows[0].year, body.rows[0].row], [2, 2019, 1]);
    assert.ok(body.columns.some(({ name, asked: may }: { name: string; asked: boolean }) => name === "amount" && !may));
    const only = await node.get(`${path}/rows`, { column: "year", value: "2018" });
    assert.deepEqual([only.body.of, only.body.rows[0].amount], [1, "2000000"]);
    assert.equal((await node.get(`${path}/rows`, { column: "colour" })).body.errors[0].pointer, "/query/column");
    for (const format of ["csv", "xlsx", "parquet"]) {
      const file = await raw(`${path}/files/rows.${format}`);
      assert.equal(file.statusCode, 200, file.body.slice(0, 200));
    }
    assert.equal((await csvOf(`${path}/files/rows.csv`, {})).length, 2);
  });
});
