import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { AuditEntry, Evidence, InterviewImport, Interviews } from "@kelisim/api";
import { startDailyRetention } from "../src/timers/daily-retention.ts";
import { followLink, startTestNode, type TestNode } from "./node-for-tests.ts";

const REGION = "/regions/central-asia";
let node: TestNode;
before(async () => {
  node = await startTestNode({ regions: ["central-asia", "four-rivers"], us: ["KAZ"] });
});
after(() => node?.close());

const HEAD = "interview,city,country,sector,date,language,segment,coder,code,excerpt";
/** Four segments of two interviews; A and B agree on two of the three that both coded. */
const FILE = [
  HEAD,
  "I-01,Osh,KGZ,border service,2024-03,ky,1,A,trust,They call each other",
  "I-01,Osh,KGZ,border service,2024-03,ky,1,B,trust,",
  "I-01,Osh,KGZ,border service,2024-03,ky,2,A,money,",
  "I-01,Osh,KGZ,border service,2024-03,ky,2,B,trust,",
  "I-02,Almaty,KAZ,academia,2024-05-02,ru,1,A,money,",
  "I-02,Almaty,KAZ,academia,2024-05-02,ru,1,B,money,",
  "I-02,Almaty,KAZ,academia,2024-05-02,ru,2,A,trust,",
  "I-02,Almaty,KAZ,academia,2024-05-02,ru,3,,,",
].join("\r\n");

const send = async (text: string, query = "", cookie = node.cookie) => {
  const response = await node.app.inject({
    method: "POST",
    url: `/api/v1${REGION}/evidence/interviews${query}`,
    headers: { host: new URL(node.address).host, cookie, origin: node.address, "content-type": "text/csv" },
    payload: Buffer.from(text),
  });
  return { status: response.statusCode, body: response.json() as InterviewImport };
};
const ask = async (query: Readonly<Record<string, string>> = {}): Promise<Interviews> => {
  const { status, body, text } = await node.get(`${REGION}/evidence/interviews`, query);
  assert.equal(status, 200, text);
  return body;
};

test("a file is looked at first, taken whole, and not twice", async () => {
  const looked = await send(FILE, "?dry=1");
  assert.deepEqual(
    [looked.status, looked.body.interviews, looked.body.segments, looked.body.coders, looked.body.taken],
    [200, 2, 5, ["A", "B"], 0],
  );
  assert.equal((await ask()).total, 0, "looking keeps nothing");
  assert.equal((await send(FILE)).body.taken, 2);
  assert.deepEqual(
    [looked.body.codes, looked.body.others],
    [
      [
        { code: "trust", segments: 3, known: false },
        { code: "money", segments: 2, known: false },
      ],
      false,
    ],
  );
  const other = await send(`${HEAD}\nI-09,Osh,KGZ,x,2024,ky,1,A,trust,\nI-09,Osh,KGZ,x,2024,ky,2,A,trsut,`, "?dry=1");
  assert.deepEqual(
    [other.body.others, other.body.codes.map(({ code, known }) => [code, known])],
    [
      true,
      [
        ["trsut", false],
        ["trust", true],
      ],
    ],
    "a code that is written otherwise shows as new",
  );
  const again = await send(FILE);
  assert.deepEqual([again.body.taken, again.body.problems.length], [0, 2]);
  assert.equal((await ask()).total, 2);
});

test("agreement is worked out on what both coded, with the segments on which they differ", async () => {
  const { agreement, codes, choices } = await ask();
  // Compared: I-01/1 (trust, trust), I-01/2 (money, trust), I-02/1 (money, money). 2 of 3 agree.
  assert.deepEqual(
    [agreement.segments, agreement.compared, agreement.codedByOne, agreement.codedByNobody],
    [5, 3, 1, 1],
  );
  assert.equal(agreement.agreement, 2 / 3);
  // A: trust 1, money 2; B: trust 2, money 1. By chance (1 x 2 + 2 x 1) / 9 = 4/9; kappa = (2/3 - 4/9) / (5/9) = 0.4.
  assert.ok(Math.abs(agreement.kappa! - 0.4) < 1e-12);
  // Six codes, three of each: expected unequal pairs 36 - 6 - 12 = 18; observed 2: alpha = 1 - 5 x 2 / 18 = 4/9.
  assert.ok(Math.abs(agreement.alpha! - 4 / 9) < 1e-12);
  assert.deepEqual(
    agreement.differences.map(({ interview, unit, codes: given }) => [interview, unit, given]),
    [
      [
        "I-01",
        "2",
        [
          { coder: "A", code: "money" },
          { coder: "B", code: "trust" },
        ],
      ],
    ],
  );
  assert.ok(agreement.made.exclusions.some(({ reason, rows }) => reason === "coded by nobody" && rows === 1));
  // trust: I-01/1, I-01/2 (B), I-02/2; money: I-01/2 (A), I-02/1.
  assert.deepEqual(
    codes.items.map(({ code, segments, interviews, byCountry }) => [code, segments, interviews, byCountry]),
    [
      [
        "trust",
        3,
        2,
        [
          { value: "KAZ", count: 1 },
          { value: "KGZ", count: 1 },
        ],
      ],
      [
        "money",
        2,
        2,
        [
          { value: "KAZ", count: 1 },
          { value: "KGZ", count: 1 },
        ],
      ],
    ],
  );
  assert.deepEqual(
    choices.sectors.map(({ value }) => value),
    ["academia", "border service"],
  );
  const narrowed = await ask({ sector: "academia" });
  assert.deepEqual([narrowed.total, narrowed.interviews.map(({ label }) => label)], [2, ["I-02"]]);
});

test("codes and differences are taken away as files, narrowed as on the screen", async () => {
  const rows = async (table: string, query = {}) => {
    const { status, text } = await node.get(`${REGION}/tables/${table}.json`, query);
    assert.equal(status, 200, text.slice(0, 300));
    return JSON.parse(text).rows;
  };
  assert.deepEqual(
    (await rows("interview-codes")).map((row: Record<string, unknown>) => [row.code, row.segments, row.by_country]),
    [
      ["trust", 3, "KAZ: 1; KGZ: 1"],
      ["money", 2, "KAZ: 1; KGZ: 1"],
    ],
  );
  assert.equal((await rows("interview-differences"))[0].coded, "A: money; B: trust");
  assert.deepEqual(await rows("interview-differences", { country: "KAZ" }), []);
  const { meta } = JSON.parse((await node.get(`${REGION}/tables/interview-codes.json`)).text);
  assert.match(meta.licence, /^Work of the body that it is read as/, "a body's own work is under no licence of ours");
});

test("columns and text with identities are refused with their line, in the reader's language, and nothing is kept", async () => {
  const named = await send(`${HEAD},respondent\nI-05,Osh,KGZ,x,2024,ky,1,A,t,,someone`);
  assert.deepEqual(
    [named.body.taken, named.body.problems[0]!.column, named.body.problems[0]!.line],
    [0, "respondent", 1],
  );
  const phone = await send(
    `${HEAD}\nI-05,Osh,KGZ,x,2024,ky,1,A,t,\nI-06,Osh,KGZ,x,2024,ky,1,A,t,ring +996 555 123456`,
    "?lang=ru",
  );
  assert.deepEqual([phone.body.taken, phone.body.problems[0]!.column, phone.body.problems[0]!.line], [0, "excerpt", 3]);
  assert.match(phone.body.problems[0]!.message, /телефон/);
  assert.equal((await ask()).total, 2);
});

test("an interview is erased for ever; another region's desk and nobody see none", async () => {
  const [first] = (await ask()).interviews;
  assert.equal((await node.post(`${REGION}/evidence/interviews/${first!.id}`, undefined, "DELETE")).status, 204);
  assert.equal((await node.post(`${REGION}/evidence/interviews/${first!.id}`, undefined, "DELETE")).status, 404);
  assert.equal((await ask()).total, 1);
  assert.equal((await node.get("/regions/four-rivers/evidence/interviews")).body.total, 0);
  assert.equal((await node.as("").get(`${REGION}/evidence/interviews`)).status, 401);
  const file = await node.get(`${REGION}/evidence/interviews.csv`);
  assert.match(file.text, /^\u{feff}interview,city,country/u);
  assert.match(file.text, /I-02,Almaty,KAZ,academia,2024-05-02,ru,3,,,/);
});

test("a body records what became of a recommendation; the newest counts and the history stays", async () => {
  const evidence = async (): Promise<Evidence> => (await node.get(`${REGION}/evidence`, { on: "2026-11-21" })).body;
  const of = (data: Evidence, id: string) => data.recommendations.items.find((each) => each.id === id)!;
  assert.equal((await evidence()).recommendations.mayDecide, true);
  const record = (body: object) => node.post(`${REGION}/evidence/decisions`, body);
  assert.equal((await record({ claim: "C076", state: "open", date: "2024", source: "our minutes" })).status, 201);
  assert.equal(of(await evidence(), "C076").state, "open");
  assert.equal((await record({ claim: "C076", state: "done", date: "2025-06", source: "annual report" })).status, 201);
  const { state, decisions } = of(await evidence(), "C076");
  assert.equal(state, "done");
  assert.deepEqual(
    decisions.map(({ of: from, state: was, date, counts }) => [from, was, date, counts]),
    [
      ["own body", "done", "2025-06", true],
      ["own body", "open", "2024", false],
    ],
  );
  // A year that is not over counts from the day on which it was recorded.
  const year = String(new Date().getUTCFullYear());
  assert.equal((await record({ claim: "C074", state: "rejected", date: year, source: "our minutes" })).status, 201);
  const now: Evidence = (await node.get(`${REGION}/evidence`)).body;
  assert.deepEqual([of(now, "C074").state, of(now, "C074").decisions[0]?.date], ["rejected", year]);
  // decisions.csv has two rows on C072, both open.
  assert.deepEqual([of(await evidence(), "C072").state, of(await evidence(), "C072").decisions.length], ["open", 2]);
  assert.equal((await record({ claim: "C001", state: "done", date: "2025", source: "x" })).status, 400);
  assert.equal((await record({ claim: "C076", state: "done", date: "2999", source: "x" })).status, 400);
  assert.equal((await record({ claim: "C076", state: "done", date: "2025", source: "a@b.org said so" })).status, 400);
});

test("two who decide at once are both recorded, and what was recorded last counts", async () => {
  const record = (state: string, source: string) =>
    node.post(`${REGION}/evidence/decisions`, { claim: "C073", state, date: "2025-11-03", source });
  const both = await Promise.all([record("done", "minutes of Anna"), record("rejected", "minutes of Boris")]);
  assert.deepEqual(
    both.map(({ status }) => status),
    [201, 201],
  );
  const { body } = await node.get(`${REGION}/evidence`, { on: "2026-11-21" });
  const { state, decisions } = (body as Evidence).recommendations.items.find(({ id }) => id === "C073")!;
  const own = decisions.filter((each) => each.of === "own body");
  assert.equal(own.length, 2);
  assert.deepEqual(
    own.map(({ counts, state: was }) => [counts, was === state]),
    [
      [true, true],
      [false, false],
    ],
  );
});

test("who only reads may neither add nor erase interviews, nor decide", async () => {
  const { body: session } = await node.get("/session");
  const {
    region,
    party,
    id: body,
  } = session.memberships.find((each: { readonly region: string }) => each.region === "central-asia");
  const memberships = [{ region, party, body, roles: ["reader"] }];
  const made = await node.post("/people", { name: "Reader", memberships });
  assert.equal(made.status, 201, made.text);
  const cookie = await followLink(node, made.body.link);
  const reader = node.as(cookie);
  const answer: Interviews = (await reader.get(`${REGION}/evidence/interviews`)).body;
  assert.deepEqual([answer.mayAdd, answer.total], [false, 1], "a colleague of the body reads them");
  assert.equal((await send(FILE, "", cookie)).status, 403);
  const gone = await reader.post(`${REGION}/evidence/interviews/${answer.interviews[0]!.id}`, undefined, "DELETE");
  assert.equal(gone.status, 403);
  const decision = { claim: "C076", state: "done", date: "2025", source: "x" };
  assert.equal((await reader.post(`${REGION}/evidence/decisions`, decision)).status, 403);
  const { recommendations }: Evidence = (await reader.get(`${REGION}/evidence`)).body;
  assert.equal(recommendations.mayDecide, false);
});

test("interviews are kept as long as the node is set, by the day and by hand, and their body's audit says so", async () => {
  const DAY = 86_400_000;
  let now = Date.parse("2026-01-10T06:00:00Z");
  const own = await startTestNode({ now: () => now, regions: ["central-asia"], us: ["KAZ"] });
  try {
    const kind = "coded interview";
    const { kinds } = (await own.get("/node/settings", { lang: "ru" })).body;
    assert.deepEqual(kinds[0], { id: kind, name: "Закодированные интервью" });
    const add = (text: string) =>
      own.app.inject({
        method: "POST",
        url: `/api/v1${REGION}/evidence/interviews`,
        headers: {
          host: new URL(own.address).host,
          cookie: own.cookie,
          origin: own.address,
          "content-type": "text/csv",
        },
        payload: Buffer.from(text),
      });
    const here = async (): Promise<Interviews> => (await own.get(`${REGION}/evidence/interviews`)).body;
    assert.equal((await add(FILE)).json().taken, 2);
    assert.equal((await here()).keptDays, undefined);
    const set = { fourEyes: false, retention: { [kind]: 30 } };
    assert.equal((await own.post("/node/settings", set, "PUT")).body.retention[kind], 30);
    assert.equal((await here()).keptDays, 30);

    now += 20 * DAY;
    await add(`${HEAD}\nI-03,Osh,KGZ,x,2024,ky,1,A,trust,`);
    const notes: string[] = [];
    const daily = () => startDailyRetention(own.context, (line) => notes.push(line))();
    await daily();
    assert.equal((await here()).total, 3);
    now += 11 * DAY;
    await daily();
    assert.deepEqual(
      (await here()).interviews.map(({ label }) => label),
      ["I-03"],
    );
    assert.match(notes.join(), /2 records and coded interviews/);
    const { lastRetention } = (await own.get("/node/state")).body;
    assert.deepEqual([lastRetention.by, lastRetention.erased, lastRetention.interviews], ["node", 2, 2]);
    const { items } = (await own.get("/node/audit", { action: "interviews.erase", party: "KAZ" })).body;
    assert.deepEqual(
      items.map((each: AuditEntry) => [each.person, each.party, each.detail]),
      [["node", "KAZ", { interviews: 2, days: 30 }]],
    );
    now += 30 * DAY;
    assert.deepEqual((await own.post("/node/retention")).body.byKind, { [kind]: 1 });
    assert.equal((await here()).total, 0);
  } finally {
    await own.close();
  }
});

test("interviews and decisions go along in the archive of their party and come back", async () => {
  const { party } = (await node.get("/session")).body.memberships.find(
    (each: { readonly region: string }) => each.region === "central-asia",
  );
  const made = await node.post("/node/exports", { region: "central-asia", party });
  assert.equal(made.status, 201, made.text);
  const names = made.body.files.map(({ name }: { readonly name: string }) => name);
  assert.ok(
    names.some((name: string) => name.startsWith("interviews/")) &&
      names.some((name: string) => name.startsWith("decisions/")),
    names.join(),
  );
  const zip = await node.app.inject({
    method: "GET",
    url: `/api/v1/node/exports/${made.body.id}/archive.zip`,
    headers: { host: new URL(node.address).host, cookie: node.cookie },
  });
  const empty = await startTestNode({ regions: ["central-asia"], us: ["KAZ"] });
  try {
    const taken = await empty.app.inject({
      method: "POST",
      url: "/api/v1/node/imports",
      headers: {
        host: new URL(empty.address).host,
        cookie: empty.cookie,
        origin: empty.address,
        "content-type": "application/zip",
      },
      payload: zip.rawPayload,
    });
    assert.equal(taken.statusCode, 200, taken.body);
    const { body } = await empty.get(`${REGION}/evidence/interviews`);
    assert.deepEqual(
      body.interviews.map(({ label }: { readonly label: string }) => label),
      (await ask()).interviews.map(({ label }) => label),
    );
  } finally {
    await empty.close();
  }
});
