import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { createFixture, type Fixture, kelisim, recordLine } from "./fixture.ts";

const PARTIES = ["ALT", "BER", "CUR", "DAL", "EST"];
const MANY = Array.from({ length: 20 }, (_, n) => `T${n + 1}`);

const STATUS = `instrument,party,act,act_date,effect_date,provisional_from,clauses,source,confidence,note
${["PACT", ...MANY].flatMap((instrument) => PARTIES.map((party) => `${instrument},${party},ratification,2019-01-01,2020-01-01,,,S001,high,`)).join("\n")}
`;

/** Twenty instruments, each with a duty that has no date, one that a record gives rise to, and a principle. */
const treaty = (id: string) => `# ${id}

\`\`\`accord
instrument ${id} "Treaty ${id}"
  kind treaty
  signed 2019-01-01 at Altstadt
  source "invented"
  confidence high

duty ${id}-1 "Name a contact point" article "1"
  on becoming bound
  each party must send Reply r to every other party
  no number in the text
duty ${id}-2 "Answer a question" article "2"
  when Request r under ${id}
  r.to must send Reply a to r.from where a.answers = r
  no number in the text
standing ${id}-3 "Good faith" article "3"
  each party owes every other party
\`\`\`
`;

describe("a board of many instruments", () => {
  let region: Fixture;
  let records: string;
  before(() => {
    region = createFixture({
      "status.csv": STATUS,
      ...Object.fromEntries(MANY.map((id) => [`instruments/${id}.accord.md`, treaty(id)])),
    });
    const request = { from: "BER", to: ["ALT"], under: ["T7"] };
    records = region.file("records.jsonl", recordLine("REQ-1", "Request", request));
  });
  after(() => region.remove());
  const ask = async (words: readonly string[], columns = "100") => {
    const args = ["board", "--party", "ALT", "--region", region.folder, "--records", records, ...words];
    return (await kelisim(args, { env: { COLUMNS: columns } })).out.replaceAll("\u00a0", " ");
  };

  it("shows what has a date and what a record asks for, and counts the rest with the option that shows it", async () => {
    for (const columns of ["80", "120"]) {
      const out = await ask([], columns);
      assert.match(out, /We owe\n {2}Tue 15 Dec 2026, in 24 days\n {2}○ Report of the year, 2026/);
      assert.match(out, /Open, no date we could verify\n {2}◉ Answer a question +Berg/);
      assert.match(out, /because of REQ-1/);
      assert.match(out, /20 duties of 20 instruments open without a date\. Show them: --status open/);
      assert.match(out, /20 duties of 20 instruments open without a date\. Show them:\s+--owed-to --status open/);
      assert.doesNotMatch(out, /Name a contact point|Good faith/);
      assert.ok(out.split("\n").length <= 32, `${columns}: ${out.split("\n").length} lines`);
    }
    const all = await ask(["--status", "open"]);
    assert.equal(all.match(/◉ Name a contact point/g)?.length, 40);
    const owed = await ask(["--owed-to", "--status", "open"]);
    assert.equal(owed.match(/◉ Name a contact point/g)?.length, 20);
  });

  it("keeps the date of what is owed to the party in its column", async () => {
    assert.match(await ask([], "80"), /Owed to us\n {2}○ Report of the year, 2026 +from 4 +15 Dec +PACT 1/);
  });

  it("shows everything of one instrument", async () => {
    assert.match(await ask(["--instrument", "T3"]), /◉ Name a contact point, from 1 Jan 2020/);
  });

  it("reads many rights and principles by instrument, both directions as one", async () => {
    const out = await ask(["--all"]);
    assert.match(out, /Standing\n {2}PACT, Pact of Testland\n {2}= Good neighbours +4 parties, both\s+/);
    assert.equal(out.match(/= Good faith/g)?.length, 20);
  });

  it("leaves nothing out of what machines read", async () => {
    const { lines } = JSON.parse(await ask(["--json"]));
    const count = (clause: RegExp) => lines.filter((line: { clause: string }) => clause.test(line.clause)).length;
    assert.equal(count(/^T\d+-1$/), 40);
    assert.equal(count(/^T\d+-3$/), 40);
    const csv = await ask(["--csv"]);
    assert.equal(csv.match(/^duty,T\d+,T\d+-1,/gm)?.length, 40);
  });
});
