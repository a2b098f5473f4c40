import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type CoderAgreement, coderAgreement, FORMAL_REGIONALISM, indexOf, type Result } from "@kelisim/analysis";
import { parse } from "csv-parse/sync";
import { DONORS, REGION, SECTORS, take, takePublished, WITH_FILES } from "./holdings-for-tests.ts";
import { startTestNode, type TestNode } from "./node-for-tests.ts";

const MONEY = `${REGION}/money`;
const now = () => Date.parse("2026-11-22T06:00:00Z");

const activity = (id: string, inner: string) =>
  `<iati-activity default-currency="EUR"><iati-identifier>${id}</iati-identifier><reporting-org ref="XI-IATI-EC_INTPA" type="10"><narrative>DG INTPA</narrative></reporting-org>${inner}</iati-activity>`;
const spent = (value: number, inner = "") =>
  `<transaction><transaction-type code="3"/><transaction-date iso-date="2019-05-02"/><value value-date="2019-05-02">${value}</value>${inner}</transaction>`;
const countries = (...shares: readonly (readonly [string, number])[]) =>
  shares.map(([code, share]) => `<recipient-country code="${code}" percentage="${share}"/>`).join("");
const document = (...activities: readonly string[]) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<iati-activities version="2.03">\n${activities.join("\n")}\n</iati-activities>`;

/** A parent of 100 whose children have 60 and 40, one of them with a country of its own at a transaction. */
const BORDERS = document(
  activity("XX-1", `<related-activity ref="XX-1-A" type="2"/>${countries(["KG", 50], ["TJ", 50])}${spent(100)}`),
  activity("XX-1-A", `<related-activity ref="XX-1" type="1"/>${countries(["KG", 25], ["TJ", 75])}${spent(60)}`),
  activity("XX-1-B", `<related-activity ref="XX-1" type="1"/>${spent(40, '<recipient-country code="UZ"/>')}`),
);

// Complaints of users of comparable products, by their numbers in the survey of products, that touch figures. The others are
// walked in a browser: browser/complaints.test.ts.
describe("what users of comparable products complain about does not happen to figures here", () => {
  let node: TestNode;
  before(async () => {
    node = await startTestNode({ regions: ["central-asia"], us: ["KAZ"], now });
    const job = await take(node, "borders.xml", BORDERS);
    assert.equal(job.state, "taken", JSON.stringify(job));
  });
  after(() => node?.close());

  const sums = async (query: Readonly<Record<string, string | number>>) => {
    const { status, text, body } = await node.get(`${MONEY}/series`, { dataset: "iati-activities", ...query });
    assert.equal(status, 200, text);
    return body.answers[0].result;
  };

  it("1: an activity and those that it contains are counted once, and what is left out is told", async () => {
    const { value, exclusions } = await sums({ by: "year" });
    assert.deepEqual(
      value.map(({ keys, sum }: { keys: { year: number }; sum: string }) => [keys.year, sum]),
      [[2019, "100"]],
    );
    assert.deepEqual(
      exclusions.map(({ rows, amount }: { rows: number; amount: object }) => [rows, amount]),
      [[2, { sum: "100", currency: "EUR" }]],
    );
  });

  it("2: countries of a transaction are kept, and no total is repeated for each country", async () => {
    const { value } = await sums({ by: "recipient" });
    // 60 by 25 and 75 per cent, 40 by its own transaction: 15, 45 and 40 are the 100 that were spent.
    assert.deepEqual(
      value.map(({ keys, sum }: { keys: { recipient: string }; sum: string }) => [keys.recipient, sum]),
      [
        ["KGZ", "15"],
        ["TJK", "45"],
        ["UZB", "40"],
      ],
    );
  });

  it("11: what is taken in changes nothing that a person curated", async () => {
    const curated = async () => {
      const [evidence, programmes, country] = await Promise.all([
        node.get(`${REGION}/evidence`),
        node.get(`${MONEY}/programmes`),
        node.get(`${REGION}/countries/KGZ`),
      ]);
      return [evidence.body.claims, programmes.body.programmes, country.body];
    };
    const was = await curated();
    const job = await take(node, "more.xml", document(activity("XX-9", countries(["KG", 100]) + spent(7))));
    assert.equal(job.state, "taken");
    assert.deepEqual(await curated(), was);
  });

  it("18: the number of an activity stays with its money", async () => {
    const { body } = await node.get(`${MONEY}/rows`, { dataset: "iati-activities", recipient: "UZB" });
    assert.deepEqual(
      body.rows.map(({ row }: { row: { activity: string; amount: string } }) => [row.activity, row.amount]),
      [["XX-1-B", "40"]],
    );
  });
});

describe("figures over published files", WITH_FILES, () => {
  let node: TestNode;
  before(async () => {
    node = await startTestNode({ regions: ["central-asia"], us: ["KAZ"], now });
    for (const path of [SECTORS, DONORS]) await takePublished(node, path);
  });
  after(() => node?.close());

  it("3: a purpose never exceeds the whole of the year that was asked, and no other year answers", async () => {
    const { body } = await node.get(`${MONEY}/share`, { dataset: "dportal-recipient-sector", from: 2015, to: 2016 });
    const points = body.answers[0].result.value as { keys: { year: number }; part: string; whole: string }[];
    assert.deepEqual([...new Set(points.map(({ keys }) => keys.year))].toSorted(), [2015, 2016]);
    for (const { part, whole } of points) assert.ok(Number(part) <= Number(whole));
  });

  it("4: a file holds all years, and names beside codes; 7: and the producer, the terms and what to mind", async () => {
    const address = new URLSearchParams({ dataset: "dportal-donor-recipient", what: "rows" });
    const answer = await node.app.inject({
      url: `/api/v1${MONEY}/files/flows.csv?${address}`,
      headers: { cookie: node.cookie, host: new URL(node.address).host },
    });
    const rows = parse(answer.body, { columns: true, bom: true }) as Record<string, string>[];
    const years = [...new Set(rows.map(({ year }) => year))].toSorted();
    assert.deepEqual([years[0], years.at(-1), years.length, rows.length], ["2012", "2019", 8, 2008]);
    for (const row of rows) assert.ok(row.donor && row.citation && row.licence && row.caveats && row.vintage);
    // One row of the file gives a code without a name: the list of donors knows it.
    assert.deepEqual(
      rows.filter((row) => !row.donor_name).map((row) => row.donor),
      ["GGGI"],
    );
  });

  it("9: every row of a file is made, refused or left out with its reason: none is lost", async () => {
    const { body } = await node.get(`${REGION}/holdings`);
    for (const holding of body.holdings) {
      const out = holding.totals + holding.ignored.reduce((sum: number, { rows }: { rows: number }) => sum + rows, 0);
      assert.equal(holding.rows.made + holding.rows.refused + out, holding.rows.read, holding.file.name);
    }
  });
});

describe("calculations that users of comparable products could not check", () => {
  it("8: an index is what its stated weights and scales give, and is unknown where a component is", () => {
    const figures = FORMAL_REGIONALISM.components.map(({ id, worst, best }, at) => ({
      component: id,
      figure: worst + ((best - worst) * (at + 1)) / 10,
      source: "S0",
    }));
    const weights = Object.fromEntries(figures.map(({ component }, at) => [component, at + 1]));
    const { value } = indexOf(FORMAL_REGIONALISM, figures, [], weights);
    const total = figures.reduce((sum, _, at) => sum + at + 1, 0);
    const byHand = figures.reduce((sum, _, at) => sum + ((at + 1) * (at + 1)) / 10, 0) / total;
    assert.ok(Math.abs(value.value! - byHand) < 1e-6, `${value.value} ${byHand}`);
    const without = indexOf(FORMAL_REGIONALISM, figures.slice(1), [], weights).value;
    assert.deepEqual([without.value, without.missing], [undefined, [figures[0]!.component]]);
  });

  it("17: text that nobody coded is no agreement", () => {
    const codings = [
      { coder: "A", codes: { u1: "trust", u2: "money" } },
      { coder: "B", codes: { u1: "trust", u2: "trust" } },
    ];
    const few = coderAgreement(["u1", "u2"], codings, []);
    const many = coderAgreement(["u1", "u2", ...Array.from({ length: 98 }, (_, at) => `n${at}`)], codings, []);
    const of = ({ value }: Result<CoderAgreement>) => [value.compared, value.agreement, value.kappa, value.alpha];
    assert.deepEqual(of(many), of(few));
    assert.equal(many.value.codedByNobody, 98);
  });
});
