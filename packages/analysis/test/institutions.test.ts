import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { civilDay, type MembershipFact, type ObservationRow } from "@kelisim/model";
import fc from "fast-check";
import {
  actsSource,
  among,
  bipartiteOn,
  centralityOf,
  centralityThroughTime,
  codeMatcher,
  FULL_MEMBERSHIP,
  type MembershipSource,
  membershipFigure,
  membershipMatrix,
  membershipOn,
  membershipOverlap,
  membershipsOn,
  type Network,
  overlapMatrix,
  pairsBoundFigure,
  projectOrganisations,
  projectParties,
  regionSource,
  rowsSource,
  type Spell,
} from "../src/index.ts";
import { centralAsia, csvRows, WITH_FILES } from "./real-data.ts";

const FIVE = ["KAZ", "KGZ", "TJK", "TKM", "UZB"];
const spell = (organisation: string, party: string, more: Partial<Spell> = {}): Spell => ({
  organisation,
  party,
  status: "member",
  from: civilDay(2000, 1, 1),
  ...more,
});
const source = (spells: readonly Spell[], more: Partial<MembershipSource> = {}): MembershipSource => ({
  id: "made up",
  name: "made up",
  vintage: "2020",
  spells,
  ...more,
});
const DAY = civilDay(2010, 6, 1);
const standing = (from: MembershipSource, day: number, party = "A") =>
  membershipOn([from], { organisation: "X", party, day, counts: FULL_MEMBERSHIP }).value.answers[0]!.standing;

describe("membership on a day", () => {
  it("is told by the dates of the row, and left open where they are coarse", () => {
    const coarse = {
      precision: "year",
      text: "2010",
      first: civilDay(2010, 1, 1),
      last: civilDay(2010, 12, 31),
    } as const;
    const to = source([spell("X", "A", { to: coarse })]);
    assert.deepEqual(
      [civilDay(1999, 12, 31), civilDay(2000, 1, 1), civilDay(2009, 12, 31), DAY, civilDay(2010, 12, 31)].map((day) =>
        standing(to, day),
      ),
      ["not yet", "member", "member", "uncertain", "ended"],
    );
    // The day of the end is the first on which it no longer holds.
    const exact = source([spell("X", "A", { to: DAY })]);
    assert.deepEqual([standing(exact, DAY - 1), standing(exact, DAY)], ["member", "ended"]);
    assert.equal(standing(source([spell("X", "A", { status: "observer" })]), DAY), "other status");
    const { from: _, ...undated } = spell("X", "A");
    assert.equal(standing(source([undated]), DAY), "uncertain");
  });

  it("silence means something only in a source that lists all, up to where it ends", () => {
    const spells = [spell("X", "A"), spell("Y", "B")];
    assert.equal(standing(source(spells), DAY, "B"), "unknown");
    const listed = source(spells, { listsAllTo: civilDay(2014, 12, 31) });
    assert.equal(standing(listed, DAY, "B"), "not listed");
    assert.equal(standing(listed, DAY, "C"), "unknown");
    assert.equal(standing(listed, civilDay(2015, 1, 1), "B"), "unknown");
    // An open spell says nothing of the years behind the list.
    assert.equal(standing(listed, civilDay(2015, 1, 1)), "unknown");
  });
});

describe("sources", () => {
  it("nobody belongs to an organisation after its end, and what is not verified stays open", () => {
    const fact = {
      kind: "membership",
      organisation: "X",
      party: "A",
      status: "member",
      source: "S",
      confidence: "high",
    };
    const ended = regionSource([{ ...fact, from: civilDay(2000, 1, 1) } as unknown as MembershipFact], "2020", {
      ended: new Map([["X", civilDay(2005, 1, 1)]]),
    });
    assert.equal(standing(ended, DAY), "ended");
    assert.equal(standing(source([spell("X", "A", { unverified: true })]), DAY), "uncertain");
    assert.equal(standing(source([spell("X", "A", { unverified: true })]), civilDay(1999, 1, 1)), "not yet");
  });

  it("acts make members from the first that binds, of the treaties that make members", () => {
    const act = (treaty: string, party: string, kind: string, date: string): ObservationRow => ({
      row: 1,
      treaty,
      party,
      act: kind,
      date,
      precision: "day",
    });
    const rows = [
      act("1", "A", "signature", "1993-01-14"),
      act("1", "A", "ratification", "1995-07-01"),
      act("1", "A", "acceptance", "1994-02-01"),
      act("1", "B", "signature", "1993-01-14"),
      act("2", "A", "accession", "1990-01-01"),
    ];
    const made = actsSource({ id: "un", name: "UN", vintage: "2015" }, rows, { 1: "X" });
    assert.deepEqual(
      made.spells.map(({ organisation, party, from, note }) => [organisation, party, from, note]),
      [["X", "A", civilDay(1994, 2, 1), "acceptance"]],
    );
  });

  it("codes stand for ours by our table, by id, by name, or not at all", () => {
    const organisations = [
      { id: "EurAsEC", name: "Eurasian Economic Community", shortName: "EurAsEC" },
      { id: "SCO", name: "Shanghai Cooperation Organisation" },
      { id: "TWIN1", name: "Twin" },
      { id: "TWIN2", name: "twin" },
    ];
    const codes = [{ organisation: "EurAsEC", list: "cow-igo", code: "EAEC" }];
    const match = codeMatcher(codes as never, organisations as never);
    const found = (list: string, code: string, name?: string) => {
      const { organisation, by } = match(list, code, name);
      return [organisation, by];
    };
    assert.deepEqual(found("cow-igo", "EAEC"), ["EurAsEC", "table"]);
    // A code of one list says nothing in another.
    assert.deepEqual(found("atop", "EAEC"), ["atop:EAEC", "none"]);
    assert.deepEqual(found("atop", "SCO"), ["SCO", "id"]);
    assert.deepEqual(found("atop", "9", "Shanghai cooperation organisation"), ["SCO", "name"]);
    assert.deepEqual(found("atop", "9", "Twin"), ["atop:9", "none"]);
  });
});

describe("membership of Uzbekistan by source", WITH_FILES, () => {
  const day = (text: string) => civilDay(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8)));
  const cow = () => {
    // Correlates of War, IGO version 3: members are counted by year, 1991 to 2014.
    const rows = csvRows("organisations/cow_igo_v3_central_asia_spells.csv").map((cells, at): ObservationRow => {
      const last = Number(cells.last_year);
      return {
        row: at + 1,
        organisation: cells.ioname!,
        party: cells.iso3!,
        status: cells.status!,
        from: `${cells.first_year}-01-01`,
        to: last === 2014 ? null : `${last + 1}-01-01`,
        precision: "year",
        covered_to: 2014,
      };
    });
    return rowsSource({ id: "cow", name: "COW IGO 3", vintage: "3" }, rows, { CAECC: "CACO" });
  };
  const atop = () => {
    // ATOP 5.1: 704 is Uzbekistan, treaty 4220 the collective security treaty.
    const rows = csvRows("organisations/atop5_1_alliance_members_central_asia.csv")
      .filter((cells) => cells.member === "704")
      .map((cells, at): ObservationRow => {
        const date = (year: string, month: string, dayOf: string) =>
          year === "0" ? null : `${year}-${month.padStart(2, "0")}-${dayOf.padStart(2, "0")}`;
        return {
          row: at + 1,
          organisation: cells.atopid!,
          party: "UZB",
          status: "party",
          from: date(cells.yrent!, cells.moent!, cells.dayent!),
          to: date(cells.yrexit!, cells.moexit!, cells.dayexit!),
          precision: "day",
          covered_to: 2018,
        };
      });
    return rowsSource({ id: "atop", name: "ATOP 5.1", vintage: "5.1" }, rows, { 4220: "CSTO" });
  };
  const region = () =>
    regionSource(
      centralAsia().facts.filter((fact): fact is MembershipFact => fact.kind === "membership"),
      "2025-11",
    );
  const csto = (on: string) => {
    const question = { organisation: "CSTO", party: "UZB", day: day(on), counts: FULL_MEMBERSHIP };
    const { answers, disagree } = membershipOn([region(), cow(), atop()], question).value;
    const cited = (id: string) => answers.find((one) => one.cited?.includes(`[${id}]`))?.standing;
    const of = (id: string) => answers.find((one) => one.source === id)!.standing;
    return { press: cited("S200"), cow: of("cow"), atop: of("atop"), disagree };
  };

  it("CSTO: the record has 2006 to 2012, COW 2002 to 2011, ATOP the treaty of 1992 to 1999 and 2006 to 2012", () => {
    // COW counts the organisation from 2002 on; the press has the return on 16 August 2006, ATOP on the 17th.
    assert.deepEqual(csto("2004-06-01"), { press: "not yet", cow: "member", atop: "ended", disagree: true });
    assert.deepEqual(csto("2006-08-16"), { press: "member", cow: "member", atop: "ended", disagree: true });
    assert.deepEqual(csto("2008-01-01"), { press: "member", cow: "member", atop: "member", disagree: false });
    // COW's last year is 2011, so nobody knows from it on which day of 2012; the note is of 28 June 2012.
    assert.deepEqual(csto("2012-03-01"), { press: "member", cow: "uncertain", atop: "member", disagree: false });
    assert.deepEqual(csto("2012-06-28"), { press: "ended", cow: "uncertain", atop: "ended", disagree: false });
    // COW ends in 2014, ATOP in 2018.
    assert.deepEqual(csto("2016-01-01"), { press: "ended", cow: "ended", atop: "ended", disagree: false });
  });

  it("CIS in COW begins in 1991, a coarse year, and ends with the file", () => {
    const standingOf = (on: string) =>
      membershipOn([cow()], { organisation: "CIS", party: "UZB", day: day(on), counts: FULL_MEMBERSHIP }).value
        .answers[0]!.standing;
    assert.deepEqual(["1991-06-01", "1995-01-01", "2014-12-31", "2015-01-01"].map(standingOf), [
      "uncertain",
      "member",
      "member",
      "unknown",
    ]);
    const all = membershipsOn([cow()], { party: "UZB", day: day("2010-06-01"), counts: FULL_MEMBERSHIP }).value;
    assert.ok(all.some(({ organisation, answers }) => organisation === "SCO" && answers[0]!.standing === "member"));
  });

  it("shared memberships of 2010 in COW: Kazakhstan and Kyrgyzstan 46 of 59", () => {
    const bipartite = bipartiteOn(cow(), DAY, FULL_MEMBERSHIP);
    const pair = (a: string, b: string) => membershipOverlap(bipartite, [a, b], []).value!;
    const sizes = (a: string, b: string) => {
      const { shared, onlyFirst, onlySecond, jaccard } = pair(a, b);
      assert.equal(jaccard, shared.length / (shared.length + onlyFirst.length + onlySecond.length));
      return [shared.length, shared.length + onlyFirst.length + onlySecond.length];
    };
    // Counted by another program from the same spells: full members in 2009 and 2010.
    assert.deepEqual(sizes("KAZ", "KGZ"), [46, 59]);
    assert.deepEqual(sizes("TKM", "UZB"), [35, 51]);
    const { figure } = membershipFigure(bipartite, FIVE, "COW IGO 3");
    const shares = [46 / 59, 43 / 55, 36 / 55, 45 / 58, 43 / 52, 35 / 53, 44 / 56, 33 / 48, 40 / 53, 35 / 51];
    assert.ok(Math.abs(figure! - shares.reduce((sum, one) => sum + one, 0) / 10) < 1e-12);
    const beyond = bipartiteOn(cow(), civilDay(2016, 1, 1), FULL_MEMBERSHIP);
    assert.equal(membershipFigure(beyond, FIVE, "COW IGO 3").figure, undefined);
    assert.equal(membershipOverlap(beyond, ["KAZ", "KGZ"], []).value, undefined);
  });

  it("pairs bound by treaty in 2010: seven consult, all ten keep from aggression, six defend each other", () => {
    const codes: Readonly<Record<string, string>> = { 701: "TKM", 702: "TJK", 703: "KGZ", 704: "UZB", 705: "KAZ" };
    const rows = csvRows("organisations/atop_central_asia_directed_dyads.csv").flatMap((cells, at) =>
      ["consul", "nonagg", "defense"].flatMap((kind): readonly ObservationRow[] => {
        const [party, toward] = [codes[cells.ccode1!], codes[cells.ccode2!]];
        if (party === undefined || toward === undefined || cells[`atop_${kind}`] !== "1") return [];
        const year = Number(cells.year);
        return [{ row: at + 1, party, toward, kind, from: `${year}-01-01`, to: `${year + 1}-01-01` }];
      }),
    );
    const bound = (kind: string, on = DAY) =>
      pairsBoundFigure("x", rows, { parties: FIVE, kinds: [kind], day: on, listsAllTo: civilDay(2018, 12, 31) }, "ATOP")
        .figure;
    // Turkmenistan consults only with Kazakhstan: the 6 pairs of the other four, and one.
    assert.deepEqual([bound("consul"), bound("nonagg"), bound("defense")], [0.7, 1, 0.6]);
    assert.equal(bound("consul", civilDay(2019, 1, 1)), undefined);
  });
});

describe("matrices", () => {
  const spells = fc.array(
    fc
      .tuple(
        fc.constantFrom("X", "Y", "Z"),
        fc.constantFrom("A", "B", "C"),
        fc.constantFrom("member", "observer"),
        fc.integer({ min: 1990, max: 2014 }),
        fc.option(fc.integer({ min: 1995, max: 2020 }), { nil: undefined }),
      )
      .map(([organisation, party, status, from, to]) =>
        spell(organisation, party, {
          status,
          from: civilDay(from, 1, 1),
          ...(to === undefined || to <= from ? {} : { to: civilDay(to, 1, 1) }),
        }),
      ),
  );

  it("holds: a matrix says of each pair what is said of it alone, and of every pair that has a row", () => {
    fc.assert(
      fc.property(spells, spells, fc.boolean(), (first, second, listsAll) => {
        const sources = [
          source(first),
          source(second, { id: "other", ...(listsAll ? { listsAllTo: civilDay(2014, 12, 31) } : {}) }),
        ];
        const matrix = membershipMatrix(sources, { day: DAY, counts: FULL_MEMBERSHIP }).value;
        const pairs = new Set([...first, ...second].map(({ organisation, party }) => `${organisation} ${party}`));
        assert.deepEqual(
          matrix.map(({ organisation, party }) => `${organisation} ${party}`),
          [...pairs].sort(),
        );
        for (const cell of matrix)
          assert.deepEqual(cell, membershipOn(sources, { ...cell, day: DAY, counts: FULL_MEMBERSHIP }).value);
      }),
    );
  });

  it("holds: overlap of parties is that of each pair, and both sides count the same memberships", () => {
    fc.assert(
      fc.property(spells, (given) => {
        const bipartite = bipartiteOn(source(given), DAY, FULL_MEMBERSHIP);
        const parties = overlapMatrix(bipartite, "parties", []).value!;
        for (const { a, b, shared, jaccard } of parties.cells) {
          const pair = membershipOverlap(bipartite, [a, b], []).value!;
          assert.deepEqual([shared, jaccard], [pair.shared, pair.jaccard]);
          assert.ok(jaccard >= 0 && jaccard <= 1);
        }
        // A pair of parties in one organisation is a membership of both: by either side the pairs are as many.
        const organisations = overlapMatrix(bipartite, "organisations", []).value!;
        const pairsIn = (sizes: readonly number[]) => sizes.reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
        assert.equal(
          parties.cells.reduce((sum, { shared }) => sum + shared.length, 0),
          pairsIn([...bipartite.members.values()].map(({ length }) => length)),
        );
        assert.deepEqual(organisations.ids, [...bipartite.members.keys()]);
      }),
    );
  });

  it("behind the end of a source there is none", () => {
    const listed = source([spell("X", "A"), spell("X", "B")], { listsAllTo: civilDay(2005, 12, 31) });
    assert.equal(overlapMatrix(bipartiteOn(listed, DAY, FULL_MEMBERSHIP), "parties", []).value, undefined);
  });
});

describe("networks", () => {
  const day = bipartiteOn(
    source([
      spell("ALL", "A"),
      spell("ALL", "B"),
      spell("ALL", "C"),
      spell("TWO", "A"),
      spell("TWO", "B"),
      spell("TWO", "C", { status: "observer" }),
      spell("OLD", "A", { to: civilDay(2005, 1, 1) }),
    ]),
    DAY,
    FULL_MEMBERSHIP,
  );

  it("are shared memberships, each as one or by the size of the organisation", () => {
    const weights = (network: Network) => network.edges.map(({ a, b, weight }) => [a, b, weight]);
    assert.deepEqual(weights(projectParties(day, "count")), [
      ["A", "B", 2],
      ["A", "C", 1],
      ["B", "C", 1],
    ]);
    // ALL has three members: 1 / 2. TWO has two: 1.
    assert.deepEqual(weights(projectParties(day, "by size")), [
      ["A", "B", 1.5],
      ["A", "C", 0.5],
      ["B", "C", 0.5],
    ]);
    assert.deepEqual(weights(projectOrganisations(day, "count")), [["ALL", "TWO", 2]]);
    assert.equal(day.otherStatus, 1);
  });

  const network = (...edges: readonly (readonly [string, string, number])[]): Network => ({
    nodes: [...new Set(edges.map(([a]) => a).concat(edges.map(([, b]) => b)))].sort(),
    edges: edges.map(([a, b, weight]) => ({ a, b, weight, shared: [] })),
  });
  const vector = (of: Network) => centralityOf(of, []).value.map(({ eigenvector }) => eigenvector);
  const near = (actual: readonly (number | undefined)[], expected: readonly number[]) => {
    for (const [at, value] of expected.entries())
      assert.ok(Math.abs(actual[at]! - value) < 1e-9, `${actual} is not ${expected}`);
  };

  it("keep their weights where only some parties are looked at", () => {
    const some = among(projectParties(day, "by size"), ["A", "B"]);
    assert.deepEqual([some.nodes, some.edges.map(({ weight }) => weight)], [["A", "B"], [1.5]]);
  });

  it("have the centralities that can be worked out by hand", () => {
    // A star: x(centre) = sqrt(3) x(leaf), so centre sqrt(3) / (sqrt(3) + 3) and each leaf 1 / (sqrt(3) + 3).
    const star = network(["M", "A", 1], ["M", "B", 1], ["M", "C", 1]);
    const leaf = 1 / (Math.sqrt(3) + 3);
    near(vector(star), [leaf, leaf, leaf, Math.sqrt(3) * leaf]);
    // Weights count: 2, 1, 1 over a triangle. A and B are alike: x = (a, a, c), L a = 2 a + c, L c = 2 a; L = 1 + sqrt(3).
    const l = 1 + Math.sqrt(3);
    const c = 2 / l;
    near(vector(network(["A", "B", 2], ["A", "C", 1], ["B", "C", 1])), [1 / (2 + c), 1 / (2 + c), c / (2 + c)]);
    const [a] = centralityOf(network(["A", "B", 2], ["A", "C", 1], ["B", "C", 1]), []).value;
    assert.deepEqual([a!.degree, a!.strength], [2, 3]);
  });

  it("have no eigenvector where no part leads", () => {
    assert.deepEqual(vector(network(["A", "B", 1], ["C", "D", 1])), [undefined, undefined, undefined, undefined]);
    near(vector(network(["A", "B", 2], ["C", "D", 1])), [0.5, 0.5, 0, 0]);
    assert.deepEqual(vector({ nodes: ["A"], edges: [] }), [undefined]);
  });

  it("through time, with nothing behind the end of the source", () => {
    const years = [2004, 2010, 2020].map((year) => civilDay(year, 6, 1));
    const listed = source([spell("X", "A"), spell("X", "B", { from: civilDay(2008, 1, 1) })], {
      listsAllTo: civilDay(2014, 12, 31),
    });
    const { value } = centralityThroughTime(listed, years, { counts: FULL_MEMBERSHIP, weighting: "count" });
    assert.deepEqual(
      value.map(({ nodes }) => nodes?.map(({ node, degree }) => `${node}${degree}`)),
      [["A0"], ["A1", "B1"], undefined],
    );
  });

  it("holds: parts of the vector sum to 1, and A x = eigenvalue x", () => {
    const edges = fc.uniqueArray(
      fc
        .tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 }), fc.integer({ min: 1, max: 5 }))
        .filter(([a, b]) => a < b),
      { selector: ([a, b]) => `${a}-${b}`, minLength: 1 },
    );
    fc.assert(
      fc.property(edges, (given) => {
        const of = network(...given.map(([a, b, weight]) => [`N${a}`, `N${b}`, weight] as const));
        const nodes = centralityOf(of, []).value;
        if (nodes[0]!.eigenvector === undefined) return;
        const x = new Map(nodes.map(({ node, eigenvector }) => [node, eigenvector!]));
        assert.ok(Math.abs([...x.values()].reduce((sum, one) => sum + one, 0) - 1) < 1e-9);
        const ax = of.nodes.map((node) =>
          of.edges.reduce(
            (sum, { a, b, weight }) => sum + (a === node ? weight * x.get(b)! : b === node ? weight * x.get(a)! : 0),
            0,
          ),
        );
        const eigenvalue = ax.reduce((sum, one) => sum + one, 0);
        for (const [at, node] of of.nodes.entries()) assert.ok(Math.abs(ax[at]! - eigenvalue * x.get(node)!) < 1e-6);
      }),
    );
  });
});
