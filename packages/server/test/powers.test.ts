import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Definitions, PowerKind, Powers, Priorities, Reciprocity } from "@kelisim/api";
import { REGION, takePublished, WITH_FILES } from "./holdings-for-tests.ts";
import { startTestNode, type TestNode } from "./node-for-tests.ts";

let node: TestNode;
before(async () => {
  node = await startTestNode({
    regions: ["central-asia", "four-rivers"],
    now: () => Date.parse("2026-11-22T06:00:00Z"),
  });
});
after(() => node?.close());

const ask = async <T>(path: string, query: Readonly<Record<string, string>> = {}, region = REGION): Promise<T> => {
  const { status, body } = await node.get(`${region}/powers${path}`, query);
  assert.equal(status, 200, JSON.stringify(body).slice(0, 400));
  return body as T;
};
const cellOf = ({ cells }: Powers, power: string, state: string, kind: PowerKind) =>
  cells.find((cell) => cell.power === power && cell.state === state && cell.kind === kind);
const idsOf = (data: Powers, power: string, state: string, kind: PowerKind, certain: boolean) =>
  (cellOf(data, power, state, kind)?.of ?? []).filter((each) => each.certain === certain).map(({ id }) => id);

describe("outside powers", () => {
  it("dialogue formats with Uzbekistan in 2023, power by power, by hand from the tables", async () => {
    const data = await ask<Powers>("", { on: "2023-06-01", kind: "dialogue" });
    assert.equal(data.year, 2023);
    const formats = (power: string) => [
      idsOf(data, power, "UZB", "dialogue", true),
      idsOf(data, power, "UZB", "dialogue", false),
    ];
    // engagements.csv: ministers since 2007, last told of in October 2023; the security dialogue was last told of in July 2018,
    // the border conference in November 2021, so that they may go on.
    assert.deepEqual(formats("EU"), [["engagement:EU-MIN"], ["engagement:EU-HLPSD", "engagement:EU-CABSI"]]);
    assert.deepEqual(formats("CHN"), [["engagement:CN-CA"], []]);
    // Of the Indian and the Russian format our tables tell the beginning, January and October 2019, and no later day.
    assert.deepEqual(formats("IND"), [[], ["engagement:IN-CA"]]);
    assert.deepEqual(formats("RUS"), [[], ["engagement:RU-CA"]]);
    // memberships.csv: ECO has had both since 1992; Uzbekistan has been in the OTS since October 2019; C5+1 began in 2015.
    assert.deepEqual(formats("IRN"), [["organisation:ECO:IRN:UZB"], []]);
    assert.deepEqual(formats("TUR"), [["organisation:OTS:TUR:UZB", "organisation:ECO:TUR:UZB"], []]);
    assert.deepEqual(formats("USA"), [["organisation:C5-1:USA:UZB"], []]);
    // Six certain in all: 1 of 6 and 2 of 6.
    const shares = data.shares.filter(({ state }) => state === "UZB");
    assert.deepEqual(Object.fromEntries(shares.map(({ power, count, all, share }) => [power, [count, all, share]])), {
      EU: [1, 6, "0.166667"],
      CHN: [1, 6, "0.166667"],
      IRN: [1, 6, "0.166667"],
      TUR: [2, 6, "0.333333"],
      USA: [1, 6, "0.166667"],
    });
  });

  it("bases as their dates say; after the end there is nothing, and no zero", async () => {
    const bases = async (on: string, state: string) => {
      const data = await ask<Powers>("", { on });
      return data.cells
        .filter((cell) => cell.kind === "base" && cell.state === state)
        .map(({ power, count, perhaps }) => [power, count, perhaps]);
    };
    // Manas: December 2001 to 3 June 2014. Kant: since October 2003, still named in 2021.
    assert.deepEqual(await bases("2001-06-01", "KGZ"), [["USA", 1, 0]]);
    assert.deepEqual(await bases("2012-06-01", "KGZ"), [
      ["RUS", 1, 0],
      ["USA", 1, 0],
    ]);
    assert.deepEqual(await bases("2015-06-01", "KGZ"), [["RUS", 1, 0]]);
    assert.deepEqual(await bases("2024-06-01", "KGZ"), [["RUS", 0, 1]]);
    // Karshi-Khanabad: October 2001 to November 2005.
    assert.deepEqual(await bases("2005-01-01", "UZB"), [["USA", 1, 0]]);
    assert.deepEqual(await bases("2006-01-01", "UZB"), []);
  });

  it("every row has a source and a confidence, and the series says the same as the cells", async () => {
    const data = await ask<Powers>("", { on: "2010-06-01", kind: "treaty" });
    const rows = new Map(data.rows.map((row) => [row.id, row]));
    for (const { of, count, perhaps } of data.cells) {
      assert.equal(of.length, count + perhaps);
      for (const { id } of of) assert.ok(rows.get(id)!.source.length > 3 && rows.get(id)!.title.length > 2, id);
    }
    for (const { power, state, counts, perhaps } of data.series) {
      const cell = cellOf(data, power, state, "treaty");
      const at = data.year - data.years.from;
      assert.deepEqual([counts[at], perhaps[at]], cell === undefined ? [null, null] : [cell.count, cell.perhaps]);
    }
    // China and Kazakhstan in 2010: Shanghai 1996, Moscow 1997, the two of the SCO of 2001 and 2002 and its Charter bind both.
    const bound = ["MO1997", "RATS2002", "SCO-CHARTER", "SCO2001", "SH1996"].map((id) => `agreement:${id}:CHN:KAZ`);
    for (const id of bound) assert.ok(idsOf(data, "CHN", "KAZ", "treaty", true).includes(id), id);
    // Conventions open to all states, and documents that bind politically, are counted as left out.
    const left = new Map(data.proofs.counts.exclusions.map(({ reason, rows: count }) => [reason, count]));
    assert.ok(left.get("agreement open to all states")! > 10 && left.get("document that is no treaty")! > 2);
    assert.ok(data.undated.some(({ id, state }) => id === "programme:IND-TJK-AIR" && state === "TJK"));
    assert.equal(
      cellOf(data, "IND", "TJK", "training")?.of.some(({ id }) => id === "programme:IND-TJK-AIR") ?? false,
      false,
    );
  });

  it("narrows by power, speaks Russian, and refuses what it does not look at", async () => {
    const data = await ask<Powers>("", { powers: "CHN,RUS", on: "2020-01-01", lang: "ru" });
    assert.deepEqual(
      data.powers.map(({ name }) => name),
      ["Китай", "Россия"],
    );
    assert.equal(data.choices.powers.length, 7);
    assert.ok(data.cells.every(({ power }) => power === "CHN" || power === "RUS"));
    for (const proof of [data.proofs.counts, data.proofs.shares]) {
      assert.match(proof.method.words, /[а-я]/);
      for (const { words } of proof.exclusions) assert.match(words, /^[^a-z]+$/, words);
    }
    const refused = await node.get(`${REGION}/powers`, { powers: "BRA" });
    assert.deepEqual([refused.status, refused.body.errors[0].pointer], [400, "/query/powers"]);
    const unknown = await node.get(`${REGION}/powers`, { holdings: "nothing-here" });
    assert.deepEqual([unknown.status, unknown.body.errors[0].pointer], [400, "/query/holdings"]);
  });

  it("of a region without such tables is empty, and not an error", async () => {
    const region = "/regions/four-rivers";
    const data = await ask<Powers>("", {}, region);
    assert.deepEqual([data.powers, data.cells, data.rows, data.taken], [[], [], [], []]);
    assert.deepEqual((await ask<Priorities>("/priorities", {}, region)).statements, []);
    assert.deepEqual((await ask<Definitions>("/definitions", {}, region)).terms.value, []);
  });
});

describe("outside powers with files taken in", WITH_FILES, () => {
  const taken = ({ taken: all }: Powers, power: string, state: string, dataset: string) =>
    all.filter((each) => each.power === power && each.state === state && each.dataset === dataset);
  before(async () => {
    for (const file of [
      "security_assistance/us_fmtrpt_central_asia.tsv",
      "oda/dportal_crs_donor_recipient_2012_2019.csv",
      "organisations/atop_central_asia_directed_dyads.csv",
    ]) {
      const job = await takePublished(node, file);
      assert.equal(job.state, "taken", JSON.stringify(job));
    }
  });

  it("lines of US training in Kyrgyzstan in the report 2012-2013", async () => {
    const data = await ask<Powers>("", { on: "2012-06-01" });
    // By hand: awk -F'\t' '$1=="2012-2013" && $2=="KGZ"' has 114 lines, whose column 14 (quantity_n) sums to 354.
    assert.deepEqual(
      taken(data, "USA", "KGZ", "us-foreign-military-training").map(({ kind, what, value }) => [kind, what, value]),
      [
        ["training", "lines", "114"],
        ["training", "people", "354"],
      ],
    );
    assert.ok(data.proofs.taken.some(({ method }) => method.id === "powers.trainings"));
    // As a file its figures come with the terms and the citation of their producer beside ours.
    const { body } = await node.get(`${REGION}/tables/powers.json`, { on: "2012-06-01" });
    const [input] = data.proofs.taken.find(({ method }) => method.id === "powers.trainings")!.inputs;
    assert.ok(body.meta.licence.includes(input!.citation) && body.meta.caveats.includes(input!.caveats[0]));
    // Lines of a report are no rows of ours: the count beside them is that of the tables.
    assert.equal(cellOf(data, "USA", "KGZ", "training")!.of.length, 3);
  });

  it("money by data set, in its currency; obligations of a file that has each pair from one side only", async () => {
    const data = await ask<Powers>("", { on: "2013-06-01" });
    const [money] = taken(data, "USA", "KGZ", "dportal-donor-recipient");
    assert.deepEqual([money!.what, money!.currency, money!.measure], ["money", "USD", "disbursement"]);
    assert.ok(Number(money!.value) > 1_000_000);
    // Russia and Kyrgyzstan in the year before, by the file: defence, neutrality, non-aggression, consultation; no offence.
    const before2013 = await ask<Powers>("", { on: "2012-06-01" });
    assert.deepEqual(
      taken(before2013, "RUS", "KGZ", "atop-directed-dyads").map(({ kind, value, list }) => [kind, value, list]),
      [["treaty", "4", ["consultation", "defence", "neutrality", "non-aggression"]]],
    );
    assert.deepEqual(taken(await ask<Powers>("", { on: "2024-06-01" }), "RUS", "KGZ", "atop-directed-dyads"), []);
  });

  it("a frozen address asks the same files again, and only those", async () => {
    const all = await ask<Powers>("", { on: "2012-06-01" });
    assert.equal(all.files.named, false);
    const same = await ask<Powers>("", { on: "2012-06-01", holdings: all.files.frozen });
    assert.deepEqual([same.files.named, same.taken], [true, all.taken]);
    const one = all.files.holdings.find(({ id }) => id.startsWith("us-foreign-military"))!.id;
    const only = await ask<Powers>("", { on: "2012-06-01", holdings: one });
    assert.deepEqual([...new Set(only.taken.map(({ dataset }) => dataset))], ["us-foreign-military-training"]);
  });
});

describe("priorities", () => {
  const on = "2025-12-01";
  it("are compared from statements coded by hand and by rules of words, each with how", async () => {
    const data = await ask<Priorities>("/priorities", { on });
    const claim = data.statements.find(({ id }) => id === "C023")!;
    assert.deepEqual(
      claim.codes.map(({ actor, threat, weight, by }) => [actor, threat, weight, by]),
      [
        ["EU", "T02", 1, "hand"],
        ["EU", "T05", 1, "hand"],
      ],
    );
    const undertaking = data.statements.find(({ id }) => id === "EUCA2025-05")!;
    assert.deepEqual(
      undertaking.codes.filter(({ actor }) => actor === "TKM").map(({ threat, by, how }) => [threat, by, how]),
      [
        ["T01", "words", "terror"],
        ["T02", "words", "extremis"],
        ["T05", "words", "drug"],
      ],
    );
    // Two statements on the United States are fewer than three: no figure, and it says how many there are.
    const few = data.pairs.value.find(({ actors }) => actors.includes("EU") && actors.includes("USA"))!;
    assert.deepEqual([few.cosine, few.jaccard, Math.min(...few.statements)], [undefined, undefined, 2]);
    const more = await ask<Priorities>("/priorities", { on, least: "2" });
    assert.ok(more.pairs.value.find(({ actors }) => actors.includes("EU") && actors.includes("USA"))!.cosine! > 0);
    assert.equal(data.pairs.method.id, "alignment.priorities");
    assert.ok(data.pairs.exclusions.some(({ reason, rows }) => reason === "statement not coded" && rows > 50));
  });

  it("are read on the asked day: what was decided later is left out and counted", async () => {
    const [then, now] = await Promise.all(
      ["2018-06-01", on].map((day) => ask<Priorities>("/priorities", { on: day, least: "1" })),
    );
    // undertakings.csv: "EUCA2025-05" was decided in 2025.
    const has = ({ statements }: Priorities) => statements.some(({ id }) => id === "EUCA2025-05");
    assert.deepEqual([has(then!), has(now!)], [false, true]);
    const left = ({ pairs }: Priorities) =>
      pairs.exclusions.find(({ reason }) => reason === "decision later than the day")?.rows ?? 0;
    assert.ok(left(then!) > 0);
    assert.equal(left(now!), 0);
  });

  it("from agreements: Turkmenistan is bound by fewer that the threats name than Kazakhstan", async () => {
    const data = await ask<Priorities>("/priorities", { on, basis: "signed" });
    const of = (actor: string) => data.vectors.find((vector) => vector.actor === actor)!;
    assert.ok(of("TKM").statements.length < of("KAZ").statements.length);
    // It has acceded neither to the Shanghai convention nor to the Collective Security Treaty.
    assert.ok(
      ["SCO2001", "CST1992"].every((id) => of("KAZ").statements.includes(id) && !of("TKM").statements.includes(id)),
    );
    const funded = await ask<Priorities>("/priorities", { on, basis: "funded" });
    assert.ok(funded.vectors.some(({ actor, statements }) => actor === "EU" && statements.includes("EU-LEICA")));
  });
});

describe("reciprocity and definitions", () => {
  it("sets acts of one kind off against each other, and says what was not answered", async () => {
    const data = await ask<Reciprocity>("/reciprocity", { a: "RUS", b: "KGZ", on: "2025-12-01" });
    const undertakings = data.kinds.value.find(({ kind }) => kind === "undertaking")!;
    // undertakings.csv: Russia towards Kyrgyzstan in 2012; nothing back.
    assert.deepEqual(
      [undertakings.there.map(({ id }) => id), undertakings.back, undertakings.reciprocity, undertakings.balance],
      [["RUS-KGZ-2012"], [], 0, 1],
    );
    // "2012" is on no day before that year.
    const before = await ask<Reciprocity>("/reciprocity", { a: "RUS", b: "KGZ", on: "2005-06-01" });
    assert.ok(before.kinds.value.every(({ kind }) => kind !== "undertaking"));
    assert.ok(data.kinds.value.some(({ kind }) => kind === "duty"));
    assert.equal(data.performance.covered, false);
    const states = [...data.performance.there, ...data.performance.back].map(({ state }) => state);
    assert.ok(!states.includes("overdue"), "nobody is overdue where records are not complete");
    const refused = await node.get(`${REGION}/powers/reciprocity`, { a: "KAZ", b: "KAZ" });
    assert.equal(refused.status, 400);
  });

  it("counts records each way, and duties by state where records are declared complete", async () => {
    const data = await ask<Reciprocity>(
      "/reciprocity",
      { a: "AVE", b: "ORE", on: "2026-11-22", back: "3000" },
      "/regions/four-rivers",
    );
    assert.equal(data.performance.covered, true);
    const of = (way: "there" | "back") => new Map(data.performance[way].map(({ state, count }) => [state, count]));
    // The story of the region: of its own duties towards Oresta, Avelin has met two, one late; one is overdue.
    assert.deepEqual([of("there").get("met"), of("there").get("met late"), of("there").get("overdue")], [2, 1, 1]);
    assert.equal(of("back").get("overdue"), undefined);
    const answers = data.kinds.value.find(({ there }) => there.some(({ id }) => id === "answer-copy-ave"))!;
    assert.deepEqual([answers.kind, answers.name], ["record", "Answer to a request for clarification"]);
    // Every record of the two is in one kind, and of a kind that both sent an answer comes within the days asked, or not.
    for (const { there, back, answered } of data.kinds.value)
      assert.ok(answered.there <= Math.min(there.length, back.length));
  });

  it("sets definitions beside each other, with who has none", async () => {
    const data = await ask<Definitions>("/definitions");
    const separatism = data.terms.value.find(({ id }) => id === "separatism")!;
    assert.deepEqual(
      separatism.definitions.map(({ actor }) => actor.id),
      ["SCO"],
    );
    assert.ok(separatism.withoutOne.some(({ id }) => id === "EU"));
    const extremism = data.terms.value.find(({ id }) => id === "extremism")!;
    assert.ok(extremism.definitions.length >= 8 && extremism.claims.some(({ id }) => id === "C067"));
    const russian = await ask<Definitions>("/definitions", { lang: "ru" });
    assert.ok(russian.terms.value.every(({ name, definitions }) => /[а-я]/.test(name + definitions[0]!.text)));
  });
});

describe("as files", () => {
  const rows = async (table: string, query: Readonly<Record<string, string>>) => {
    const { status, body } = await node.get(`${REGION}/tables/${table}.json`, query);
    assert.equal(status, 200, JSON.stringify(body).slice(0, 300));
    return body.rows as Readonly<Record<string, string | number | null>>[];
  };
  it("go the rows, the years, the pairs, the coding and the definitions", async () => {
    const all = await rows("powers", { on: "2023-06-01", country: "UZB", powers: "TUR" });
    assert.deepEqual(
      all.filter(({ kind, state }) => kind === "dialogue" && state === "certain").map(({ id }) => id),
      ["organisation:OTS:TUR:UZB", "organisation:ECO:TUR:UZB"],
    );
    assert.ok(all.every(({ source }) => source));
    const years = await rows("powers-years", { on: "2023-06-01", kind: "base", powers: "USA" });
    assert.deepEqual(
      years.filter(({ country }) => country === "UZB").map(({ year, certain }) => [year, certain]),
      [2001, 2002, 2003, 2004, 2005].map((year) => [year, 1]),
    );
    const pairs = await rows("priorities", { on: "2025-12-01", basis: "funded" });
    assert.ok(pairs.some(({ actor, other_actor }) => actor === "EU" && other_actor === "USA"));
    assert.ok((await rows("codings", {})).some(({ id, by }) => id === "C023" && by === "hand"));
    assert.ok((await rows("definitions", { term: "separatism" })).every(({ actor }) => actor === "SCO"));
    const csv = await node.get(`${REGION}/tables/powers.csv`, { lang: "ru" });
    assert.equal(csv.status, 200);
  });
});
