import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { cells } from "../src/look/cells.ts";
import { createFixture, type Fixture, inside, recordLine } from "./fixture.ts";

const LEAGUE = `# The league

\`\`\`accord
instrument LEAGUE "League of Testland"
  kind politically binding
  signed 2019-01-01 at Berg
  time zone Asia/Tashkent
  source "invented"
  confidence medium

duty LEAGUE-01 "Invite observers early" article "1"
  when Exercise e where e.live and e.personnel >= 20_000
  e.host must send Invitation i to every other party where i.exercise = e
  no later than 60 days before e.start
  channel "messenger" assumed source "hearsay" confidence low

prohibition LEAGUE-02 "Invitations stay among participants" article "2"
  each party must not send Invitation i where i.from = BER
  unless consent

standing LEAGUE-03 "Good will" article "3"
  each party owes every other party
\`\`\`
`;
const STATUS = `instrument,party,act,act_date,effect_date,provisional_from,clauses,source,confidence,note
${["ALT", "BER", "CUR", "DAL", "EST"].map((party) => `PACT,${party},ratification,2019-01-01,2020-01-01,,,S001,high,`).join("\n")}
LEAGUE,ALT,participation,2021-01-01,2021-01-01,,,S001,high,
LEAGUE,BER,participation,2021-01-01,,,,S001,medium,day of effect never published
LEAGUE,CUR,signature,2021-01-01,,,,S001,high,
`;

describe("agreements set side by side", () => {
  let region: Fixture;
  const ask = (...words: string[]) => inside([...words, "--region", region.folder, "--on", "2026-11-21"]);
  before(() => {
    region = createFixture({ "instruments/LEAGUE.accord.md": LEAGUE, "status.csv": STATUS });
  });
  after(() => region.remove());

  it("tells what binds two parties, and what is not verified about it", async () => {
    const { status, out, err } = await ask("between", "Altland", "ber");
    assert.equal(err, "");
    assert.equal(status, 0);
    assert.match(out, /Between Altland and Berg/);
    assert.match(
      out,
      /Treaties, binding both \(1\)\n {2}PACT {2}Pact of Testland\n {6}ALT BER ratification, in effect 1 Jan 2020, high/,
    );
    assert.match(out, /Political documents, both take part, not verified \(1\)\n {2}LEAGUE/);
    assert.match(out, /BER binding not verified, participation 1 Jan\s+2021, med, effect date unknown/);
    assert.match(out, /each to the other \(ALT, BER\): 1 duty, 1 limit, 1 principle/);
    const why = (await ask("between", "ALT", "BER", "--why")).out.replaceAll(/\s+/g, " ");
    assert.match(
      why,
      /BER: participation 1 Jan 2021, effect date unknown\. Invented for the tests \[S001\], confidence med/,
    );
    assert.match(why, /day of effect never published/);
    const signed = (await ask("between", "ALT", "CUR")).out;
    assert.match(signed, /Political documents, would bind if what was signed takes effect for both \(1\)/);
    assert.match((await ask("between", "ALT", "CUR", "--on", "2018-01-01")).out, /PACT|hold no instrument/);
  });

  it("finds overlaps with the strictest, thresholds, and channels", async () => {
    const { status, out } = await ask("overlaps", "--between", "ALT", "BER");
    assert.equal(status, 0);
    assert.match(out, /1\. One act for 2 agreements: invitation to observe +exact/);
    assert.match(out, /Strictest: LEAGUE-01; exact\n/);
    assert.match(out, /LEAGUE-01: 60 days before the start; PACT-02: 30 days \? before the start/);
    assert.match(
      out,
      /Channels: not stated \(PACT-02\); messenger \? \(LEAGUE-01\)|Channels: messenger \? \(LEAGUE-01\)/,
    );
    assert.match(
      out,
      /9,000 to 19,999 people: only PACT-02\n {5}from 20,000 people: all of LEAGUE-01, PACT-02\n {5}exact/,
    );
    const data = JSON.parse((await ask("overlaps", "--between", "ALT,BER", "--json")).out);
    assert.equal(data.format, "kelisim-overlaps");
    assert.deepEqual(data.question.between, ["ALT", "BER"]);
    assert.deepEqual(data.overlaps[0].clauses, ["LEAGUE-01", "PACT-02"]);
    assert.deepEqual(data.overlaps[0].deadlines[0].strictest, { kind: "first", clauses: ["LEAGUE-01"], undated: [] });
    assert.equal(data.overlaps[0].exact, true);
    assert.equal(data.overlaps[0].unverified[0].facts[0].source, "Invented for the tests [S001]");
    assert.deepEqual(data.thresholds[0].onlySecond, [
      { least: "9000", leastIncluded: true, greatest: "19999", greatestIncluded: true },
    ]);
  });

  it("finds clashes, with the way that remains", async () => {
    const { status, out } = await ask("clashes");
    assert.equal(status, 0);
    assert.match(out, /Told to send what another agreement forbids to send \(1\)\n {2}PACT-02 \/ LEAGUE-02 +exact/);
    assert.match(out, /Forbidden where: sender Berg, unless there is consent\n {4}By BER; to ALT/);
    assert.match(out, /A way remains: a consent takes the act out of what is forbidden\./);
    const data = JSON.parse((await ask("clashes", "--json")).out);
    assert.equal(data.format, "kelisim-clashes");
    assert.deepEqual(
      data.forbidden.map((clash: { asks: string; forbids: string; way: string }) => [
        clash.asks,
        clash.forbids,
        clash.way,
      ]),
      [["PACT-02", "LEAGUE-02", "consent"]],
    );
  });

  it("lists gaps, and counts facts among the records", async () => {
    const { status, out } = await ask("gaps");
    assert.equal(status, 0);
    assert.match(out, /The region has no table of threats\./);
    assert.match(out, /Duties and rights without a channel \(\d of \d\)/);
    const data = JSON.parse((await ask("gaps", "--json")).out);
    assert.equal(data.format, "kelisim-gaps");
    const records = region.file(
      "accession.jsonl",
      recordLine("STATUS-1", "status", {
        from: "ALT",
        content: {
          instrument: "LEAGUE",
          party: "DAL",
          act: "participation",
          effectDate: "2022-01-01",
          source: "a note",
          confidence: "high",
        },
      }),
    );
    const before_ = JSON.parse((await ask("between", "ALT", "DAL", "--json")).out);
    const after_ = JSON.parse((await ask("between", "ALT", "DAL", "--json", "--records", records)).out);
    const named = (answer: { instruments: { instrument: string }[] }) =>
      answer.instruments.map((each) => each.instrument);
    assert.deepEqual(named(before_), ["PACT"]);
    assert.deepEqual(named(after_), ["LEAGUE", "PACT"]);
  });

  it("keeps to the terminal's width, and colours nothing where it is not wanted", async () => {
    for (const columns of [60, 80, 120]) {
      for (const words of [["between", "ALT", "BER"], ["overlaps"], ["clashes"], ["gaps"]]) {
        const { out } = await inside([...words, "--why", "--region", region.folder, "--plain"], {
          terminal: true,
          columns,
        });
        const widest = Math.max(...out.split("\n").map(cells));
        assert.ok(widest <= columns, `${words[0]} at ${columns}: a line of ${widest} cells`);
        assert.ok(!out.includes("\u001b"));
      }
    }
  });

  it("answers wrong usage with a way on", async () => {
    const cases: [string[], RegExp][] = [
      [["between", "ALT", "BRE"], /There is no party "BRE" in Testland\.\n {2}Did you mean BER/],
      [["between", "ALT", "Altland"], /Both parties are Altland\./],
      [["overlaps", "--between", "ALT"], /--between needs two parties/],
      [["clashes", "--between", "ALT", "BER", "CUR"], /--between needs two parties/],
      [["gaps", "--on", "tomorrow"], /--on "tomorrow" is no date\.\n {2}Write a date as/],
      [["gaps", "--csv"], /unknown option|gaps has no csv form/],
      [["overlaps", "--format", "ics"], /overlaps has no ics form/],
    ];
    for (const [words, message] of cases) {
      const { status, out, err } = await inside([...words, "--region", region.folder]);
      assert.match(err, message, words.join(" "));
      assert.equal(status, 2, words.join(" "));
      assert.equal(out, "", words.join(" "));
    }
  });
});
