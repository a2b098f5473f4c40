import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { PRACTICAL_REGIONALISATION } from "@kelisim/analysis";
import type { FigureChoice, Indices, Institutions, Ties } from "@kelisim/api";
import { civilDay } from "@kelisim/model";
import { indexData } from "../src/desk/institutions/indices.ts";
import { REGION, takePublished, WITH_FILES } from "./holdings-for-tests.ts";
import { startTestNode, type TestNode } from "./node-for-tests.ts";

const COW = "organisations/cow_igo_v3_central_asia_spells.csv";
const ATOP = "organisations/atop5_1_alliance_members_central_asia.csv";
const DYADS = "organisations/atop_central_asia_directed_dyads.csv";
const TREATIES = "organisations/un_mtdsg_2015_central_asia_actions.csv";

const PATH = `${REGION}/institutions`;
const NOW = () => Date.parse("2026-11-22T06:00:00Z");

type Query = Readonly<Record<string, string>>;

/** Asks one node; a refusal is a failed test. */
const asker = (node: () => TestNode) => {
  const ask = async (path: string, query: Query) => {
    const { status, body } = await node().get(path, query);
    assert.equal(status, 200, JSON.stringify(body).slice(0, 400));
    return body;
  };
  return {
    members: (on: string, query: Query = {}): Promise<Institutions> => ask(PATH, { on, ...query }),
    ties: (on: string, query: Query = {}): Promise<Ties> => ask(`${PATH}/ties`, { on, ...query }),
    indices: (on: string, query: Query = {}): Promise<Indices> => ask(`${PATH}/indices`, { on, ...query }),
    refused: async (path: string, query: Query) => {
      const { status, body } = await node().get(path, query);
      assert.equal(status, 400);
      return body.errors[0].pointer as string;
    },
  };
};

describe("institutions by every source", WITH_FILES, () => {
  let node: TestNode;
  const { members, ties, indices, refused } = asker(() => node);
  before(async () => {
    node = await startTestNode({ regions: ["central-asia", "four-rivers"], us: ["KAZ"], now: NOW });
    for (const [path, options] of [
      [COW, {}],
      [ATOP, { layout: "atop-memberships" }],
      [DYADS, {}],
      [TREATIES, {}],
    ] as const) {
      const job = await takePublished(node, path, options);
      assert.equal(job.state, "taken", JSON.stringify(job));
    }
  });
  after(() => node?.close());

  /** What each source says of Uzbekistan: a row of our table by the source that it cites, a file by its data set. */
  const uzbekistan = async (organisation: string, on: string) => {
    const { cells } = await members(on);
    const cell = cells.find((each) => each.organisation === organisation && each.party === "UZB")!;
    const said = cell.answers.map(({ source, cited, standing }) => [
      source === "memberships" ? (cited?.match(/\[([^\]]+)\]/)?.[1] ?? source) : source,
      standing,
    ]);
    return { ...Object.fromEntries(said), disagree: cell.disagree } as Record<string, string | boolean>;
  };
  const has = (found: Record<string, string | boolean>, expected: Record<string, string | boolean>) =>
    assert.deepEqual(Object.fromEntries(Object.keys(expected).map((key) => [key, found[key]])), expected);

  it("Uzbekistan in the CSTO: COW 2002 to 2011; ATOP's treaty 4220 from 1992-05-15 to 1999 and from 2006-08-17 to 2012-06-28", async () => {
    // By hand from the files: "CSTO ... UZB,full,2002,2011"; "4220,,,704" twice; S200 is the press on the protocol of 16 August 2006.
    has(await uzbekistan("CSTO", "1997-01-01"), {
      S200: "not yet",
      "cow-igo": "not yet",
      "atop-memberships": "member",
      disagree: true,
    });
    has(await uzbekistan("CSTO", "2004-06-01"), {
      S200: "not yet",
      S423: "not yet",
      S422: "member",
      "cow-igo": "member",
      "atop-memberships": "ended",
      disagree: true,
    });
    has(await uzbekistan("CSTO", "2006-08-16"), { S200: "member", S423: "not yet", "atop-memberships": "ended" });
    has(await uzbekistan("CSTO", "2008-01-01"), {
      S200: "member",
      "cow-igo": "member",
      "atop-memberships": "member",
      disagree: false,
    });
    // COW's last year is 2011: of the days of 2012 it says nothing for certain.
    has(await uzbekistan("CSTO", "2012-03-01"), { S200: "member", "cow-igo": "uncertain", disagree: false });
    has(await uzbekistan("CSTO", "2016-01-01"), { S200: "ended", "cow-igo": "ended", "atop-memberships": "ended" });
  });

  it("Uzbekistan in the OPCW: the deposit of 23 July 1996 makes a member by the status list, the treaty's force of 29 April 1997 by ours", async () => {
    has(await uzbekistan("OPCW", "1996-07-22"), { "un-mtdsg": "not yet", disagree: false });
    has(await uzbekistan("OPCW", "1997-01-01"), { "un-mtdsg": "member", status: "other status", disagree: true });
    has(await uzbekistan("OPCW", "1998-01-01"), { "un-mtdsg": "member", status: "member", disagree: false });
    // The status list is of March 2015; behind it it says nothing.
    has(await uzbekistan("OPCW", "2016-01-01"), { "un-mtdsg": "unknown", status: "member", disagree: false });
  });

  it("Uzbekistan elsewhere: EurAsEC left in November 2008 by our record and not by COW; the UN from 2 March 1992 or from 1991", async () => {
    has(await uzbekistan("EurAsEC", "2009-01-01"), { S353: "ended", "cow-igo": "member", disagree: true });
    has(await uzbekistan("UN", "1992-02-01"), { "un-mtdsg": "not yet", "cow-igo": "member", disagree: true });
    has(await uzbekistan("UN", "1992-03-02"), { "un-mtdsg": "member", "cow-igo": "member", disagree: false });
  });

  it("says of each source how far it goes, and how organisations were matched; what is not ours stays under its own name", async () => {
    const data = await members("2010-06-01");
    assert.deepEqual(
      data.sources.map(({ id, kind, listsAllTo }) => [id, kind, listsAllTo]),
      [
        ["memberships", "table", undefined],
        ["status", "status", undefined],
        ["atop-memberships", "file", "2018"],
        ["cow-igo", "file", "2014"],
        ["un-mtdsg", "file", "2015-03"],
      ],
    );
    const codes = (id: string) =>
      data.organisations.find((each) => each.id === id)!.codes.map(({ source, code, by }) => [source, code, by]);
    assert.deepEqual(codes("EurAsEC"), [["cow-igo", "EAEC", "table"]]);
    assert.deepEqual(codes("WHO"), [
      ["cow-igo", "WHO", "id"],
      ["un-mtdsg", "9-1", "table"],
    ]);
    const cow = data.unmatched.find(({ source }) => source === "cow-igo")!;
    assert.ok(cow.organisations.some(({ code, name }) => code === "EBRD" && /Reconstruction/.test(name!)));
    assert.deepEqual(cow.parties, []);
    assert.ok(data.organisations.every(({ ours }) => ours));
    const all = await members("2010-06-01", { bodies: "all" });
    const bank = all.organisations.find(({ id }) => id === "cow-igo:EBRD")!;
    assert.deepEqual([bank.ours, bank.codes.map(({ by }) => by)], [false, ["none"]]);
    // The file names 72 organisations: none is lost.
    const named = all.organisations.filter((each) => each.codes.some(({ source }) => source === "cow-igo"));
    assert.equal(named.length, 72);
  });

  it("one party alone is told the same as among others", async () => {
    const [all, alone] = await Promise.all([members("2010-06-01"), members("2010-06-01", { party: "UZB" })]);
    assert.deepEqual(
      alone.cells,
      all.cells.filter(({ party }) => party === "UZB"),
    );
  });

  it("curated rows stay as they are: every row of our table is here, unchanged by files", async () => {
    const { cells } = await members("2010-06-01", { states: "all" });
    const own = cells.flatMap(({ answers }) =>
      answers.filter(({ source }) => source === "memberships").flatMap(({ spells }) => spells),
    );
    const { body } = await node.get(`${REGION}/tables/memberships.json`, { on: "2010-06-01" });
    assert.equal(own.length, body.rows.length);
  });

  it("ties of 2010 by COW: Kazakhstan shares 46, 43, 36 and 45 organisations with the other four", async () => {
    const data = await ties("2010-06-01", { states: "focus" });
    assert.equal(data.source.id, "cow-igo");
    const kaz = data.edges.filter(({ a }) => a === "KAZ").map(({ b, weight }) => [b, weight]);
    assert.deepEqual(kaz, [
      ["KGZ", 46],
      ["TJK", 43],
      ["TKM", 36],
      ["UZB", 45],
    ]);
    assert.deepEqual(
      data.nodes.find(({ party }) => party === "KAZ"),
      { ...data.nodes.find(({ party }) => party === "KAZ")!, degree: 4, strength: 170 },
    );
    const parts = data.nodes.map(({ eigenvector }) => eigenvector!);
    assert.ok(Math.abs(parts.reduce((sum, part) => sum + part, 0) - 1) < 1e-9);
    // 46 shared of 59.
    const pair = data.overlap.cells.find(({ a, b }) => a === "KAZ" && b === "KGZ")!;
    assert.deepEqual([pair.shared.length, pair.either, pair.jaccard], [46, 59, 46 / 59]);
    // COW ends in 2014: nothing is known of later years, and it is said of a later day.
    assert.deepEqual(
      data.series.filter(({ nodes }) => nodes === undefined).map(({ year }) => year),
      Array.from({ length: 12 }, (_, at) => 2015 + at),
    );
    const later = await ties("2016-01-01", { states: "focus" });
    assert.deepEqual([later.beyond, later.edges, later.nodes], [true, [], []]);
    // Places follow from what two ever shared: they do not move with the day.
    assert.deepEqual(later.ever, data.ever);
  });

  it("by size, the strength of a state is the number of organisations that it shares with anybody", async () => {
    for (const source of ["cow-igo", "memberships", "atop-memberships"]) {
      const [size, count] = await Promise.all([
        ties("2010-06-01", { states: "all", source, weighting: "size" }),
        ties("2010-06-01", { states: "all", source, of: "organisations" }),
      ]);
      for (const { party, strength } of size.nodes) {
        const shared = new Set(
          count.edges.flatMap(({ a, b, organisations }) => (a === party || b === party ? organisations : [])),
        );
        // A member whose code our table does not have is counted in the size and shown nowhere.
        assert.ok(strength <= shared.size + 1e-9, `${source} ${party}`);
        if (source !== "atop-memberships") assert.ok(Math.abs(strength - shared.size) < 1e-9, `${source} ${party}`);
      }
    }
  });

  it("formal regionalism of 2010 from its six components, with any weights", async () => {
    const data = await indices("2010-06-01");
    const [formal, practical] = data.indices;
    const figures = Object.fromEntries(formal!.own.components.map(({ component, figure }) => [component, figure]));
    // Shared organisations of the ten pairs, counted by another program from the same spells.
    const shares = [46 / 59, 43 / 55, 36 / 55, 45 / 58, 43 / 52, 35 / 53, 44 / 56, 33 / 48, 40 / 53, 35 / 51];
    const membership = shares.reduce((sum, one) => sum + one, 0) / 10;
    assert.ok(Math.abs(figures.membership! - membership) < 1e-12);
    // ATOP: seven of ten pairs consult, all keep from aggression. Four of seven borders; ICWC ties all.
    assert.deepEqual(
      [figures.bodies, figures.consultation, figures["non-aggression"], figures.exchange, figures.settled],
      [1, 0.7, 1, 1, 0.571429],
    );
    const sum = 1 + membership + 0.7 + 1 + 1 + 0.571429;
    assert.ok(Math.abs(formal!.own.value! - sum / 6) < 1e-9);
    assert.deepEqual([practical!.own.value, practical!.own.missing.length], [undefined, 6]);
    const weighed = await indices("2010-06-01", { w: "bodies:0,consultation:3" });
    const expected = (membership + 3 * 0.7 + 1 + 1 + 0.571429) / 7;
    assert.ok(Math.abs(weighed.indices[0]!.own.value! - expected) < 1e-9);
    assert.deepEqual(
      weighed.indices[0]!.components.map(({ weight }) => weight),
      [0, 1, 3, 1, 1, 1],
    );
    // Figures of all six: settled borders from 2003 on, memberships to 2014.
    const known = formal!.series.flatMap(({ year, own }) => (own === undefined ? [] : [year]));
    assert.deepEqual(
      known,
      Array.from({ length: 12 }, (_, at) => 2003 + at),
    );
    assert.deepEqual((await indices("2016-06-01")).indices[0]!.own.missing, ["membership"]);
  });

  it("another region is measured by the same components and weights: the Baltic states, an invented one, one of the reader's", async () => {
    const baltic = await indices("2014-06-01", { other: "baltic", w: "membership:0" });
    const [formal] = baltic.indices;
    assert.deepEqual([formal!.other!.value, formal!.other!.missing], [1, []]);
    assert.ok(Math.abs(formal!.difference! - (formal!.own.value! - 1)) < 1e-12);
    assert.ok(formal!.other!.components.every(({ choices }) => choices.every(({ unverified }) => unverified)));
    const invented = await indices("2026-11-21", { other: "four-rivers" });
    const theirs = invented.indices[0]!.other!.components.map(({ component, figure }) => [component, figure]);
    // The secretariat has the four states alone; two of their four borders are agreed along all of the line.
    assert.deepEqual(theirs.slice(0, 1).concat(theirs.slice(4)), [
      ["bodies", 1],
      ["exchange", 1],
      ["settled", 0.5],
    ]);
    const own = await indices("2014-06-01", { other: "reader", theirs: "trade:0.25,meetings:18" });
    const [trade, , , meetings] = own.indices[1]!.other!.components;
    assert.deepEqual([trade!.value, meetings!.value, meetings!.held], [0.25, 1, true]);
    assert.deepEqual(
      own.choices.map(({ id, kind }) => [id, kind]),
      [
        ["four-rivers", "desk"],
        ["baltic", "table"],
        ["asean", "table"],
        ["reader", "reader"],
      ],
    );
  });

  it("a file that names none of a region's parties is no source of it", async () => {
    const { body } = await node.get("/regions/four-rivers/institutions", { on: "2026-11-21" });
    assert.deepEqual(
      (body as Institutions).sources.map(({ id, listsAllTo }) => [id, listsAllTo]),
      [["memberships", "2026-11-21"]],
    );
  });

  it("refuses what it cannot weigh, and names the place", async () => {
    const path = `${PATH}/indices`;
    assert.equal(await refused(path, { w: "wealth:2" }), "/query/w");
    assert.equal(await refused(path, { w: "trade:-1" }), "/query/w");
    assert.equal(await refused(path, { w: "trade:1,trade:2" }), "/query/w");
    assert.equal(await refused(path, { other: "atlantis" }), "/query/other");
    assert.equal(await refused(path, { other: "reader", theirs: "trade" }), "/query/theirs");
    assert.equal(await refused(`${PATH}/ties`, { source: "hearsay" }), "/query/source");
    assert.equal(await refused(PATH, { party: "ATL" }), "/query/party");
    const { own } = (
      await indices("2014-06-01", {
        w: "trade:0,crossings:0,travel:0,meetings:0,exercises:0,answers:0",
      })
    ).indices[1]!;
    assert.deepEqual([own.value, own.missing], [undefined, []]);
  });

  it("goes along as files, with the filters of the screen", async () => {
    const rows = async (table: string, query: Query) =>
      (await node.get(`${REGION}/tables/${table}.json`, { on: "2004-06-01", ...query })).body.rows as Readonly<
        Record<string, string | number | null>
      >[];
    const differing = await rows("memberships-by-source", { differ: "1" });
    assert.ok(differing.length > 0 && differing.every((row) => row.sources_disagree === "yes" && row.source));
    const atop = differing.find(
      ({ organisation, party, list }) => organisation === "CSTO" && party === "UZB" && list === "atop-memberships",
    )!;
    assert.deepEqual([atop.on_day, atop.from, atop.to], ["ended", "1992-05-15", "1999-04-20"]);
    const centrality = await rows("centrality", { source: "cow-igo", states: "focus" });
    assert.equal(centrality.length, 24 * 5);
    const overlap = await rows("membership-overlap", { source: "cow-igo", of: "organisations" });
    assert.ok(overlap.every(({ in_common, either }) => String(in_common).split(" ").length <= Number(either)));
    const components = await rows("index-components", { other: "baltic", w: "bodies:2" });
    assert.deepEqual(new Set(components.map(({ region }) => region)), new Set(["central-asia", "baltic"]));
    assert.equal(components.find(({ component }) => component === "bodies")!.weight, "2");
    for (const format of ["csv", "xlsx"])
      assert.equal((await node.get(`${REGION}/tables/index-components.${format}`)).status, 200);
  });

  it("speaks Russian", async () => {
    const data = await members("2012-12-20", { lang: "ru" });
    assert.match(data.proof.method.words, /^Для каждого источника/);
    assert.equal(data.organisations.find(({ id }) => id === "CSTO")!.shortName, "ОДКБ");
    const [suspended] = data.cells
      .find(({ organisation, party }) => organisation === "CSTO" && party === "UZB")!
      .answers.flatMap(({ spells }) => spells.filter(({ status }) => status === "suspended"));
    assert.equal(suspended!.statusName, "участие приостановлено");
    const { choices } = await indices("2014-06-01", { lang: "ru" });
    assert.equal(choices.find(({ id }) => id === "baltic")!.name, "Страны Балтии");
    const network = await ties("2010-06-01", { lang: "ru" });
    assert.match(network.proofs.centrality.method.words, /собственный вектор/i);
  });
});

describe("institutions without files", () => {
  let node: TestNode;
  const { members, ties, indices } = asker(() => node);
  before(async () => {
    node = await startTestNode({ regions: ["central-asia", "four-rivers"], now: NOW });
  });
  after(() => node?.close());

  it("are told by our tables alone, and a partial one gives no figure of shared memberships", async () => {
    const data = await members("2023-06-01");
    assert.deepEqual(
      data.sources.map(({ id }) => id),
      ["memberships", "status"],
    );
    assert.deepEqual(data.unmatched, []);
    assert.equal((await ties("2023-06-01")).source.id, "memberships");
    const formal = (await indices("2023-06-01")).indices[0]!;
    assert.deepEqual(formal.own.missing, ["membership", "consultation", "non-aggression"]);
  });

  it("of a region whose tables are complete own bodies and settled borders are worked out", async () => {
    const { status, body } = await node.get("/regions/four-rivers/institutions/indices", { on: "2026-11-21" });
    assert.equal(status, 200);
    const { components } = (body as Indices).indices[0]!.own;
    assert.deepEqual(
      components.map(({ component, figure }) => [component, figure]),
      [
        ["bodies", 1],
        ["membership", 1],
        ["consultation", undefined],
        ["non-aggression", undefined],
        ["exchange", 1],
        ["settled", 0.5],
      ],
    );
  });
});

it("of several figures the first that is known counts, or the one that is picked, and all are told", () => {
  const choice = (figure: number | undefined): FigureChoice => ({
    ...(figure === undefined ? {} : { figure }),
    from: "table",
    source: "S",
    unverified: false,
  });
  const of = (picks: readonly (readonly [string, number])[]) =>
    indexData(
      PRACTICAL_REGIONALISATION,
      {
        own: () => new Map([["trade", [choice(undefined), choice(0.2), choice(0.4)]]]),
        other: undefined,
        days: [],
        choices: { weights: new Map(), picks: new Map(picks) },
      },
      civilDay(2020, 1, 1),
    ).own.components[0]!;
  const told = ({ figure, picked, choices }: ReturnType<typeof of>) => [figure, picked, choices.length];
  assert.deepEqual(told(of([])), [0.2, 2, 3]);
  assert.deepEqual(told(of([["trade", 3]])), [0.4, 3, 3]);
  assert.deepEqual(told(of([["trade", 1]])), [undefined, 1, 3]);
  // A choice that is not there falls back to the first that is known.
  assert.deepEqual(told(of([["trade", 9]])), [0.2, 2, 3]);
});
