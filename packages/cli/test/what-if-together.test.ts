import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { createFixture, type Fixture, kelisim } from "./fixture.ts";

const PARTIES = ["ALT", "BER", "CUR", "DAL", "EST"];
const STATUS = `instrument,party,act,act_date,effect_date,provisional_from,clauses,source,confidence,note
${["WATER", "LINE"].flatMap((instrument) => PARTIES.map((party) => `${instrument},${party},ratification,2019-01-01,2020-01-01,,,S001,high,`)).join("\n")}
`;

const WATER = `# Water

\`\`\`accord
event Season "Season of water use" by body {
  body: party required;
  start: date
}
event Decision "Decision on water" by body {
  body: party required;
  season: Season;
  matter: one of (limits, schedule);
  published: yes/no
}
instrument WATER "Agreement on water"
  kind treaty
  signed 2019-01-01 at Altstadt
  source "invented"
  confidence high

duty W-1 "Decide on limits" article "1"
  when Season s
  BUREAU must hold Decision d for every other party where d.season = s and d.matter = limits
  no later than s.start
duty W-2 "Decide on the schedule" article "2"
  when Season s
  BUREAU must hold Decision d for every other party where d.season = s and d.matter = schedule
  no later than 10 days before s.start
duty W-3 "Publish a decision" article "3"
  when Season s
  BUREAU must hold Decision d for nobody where d.season = s and d.published
  no later than s.start
duty W-4 "Agree on the terms" article "4"
  when Season s
  each party jointly must hold Decision d for nobody where d.season = s
  no later than s.start
\`\`\`
`;

const LINE = `# The line

\`\`\`accord
event Blasting "Blasting near the line" by party {
  party: party required;
  start: instant
}
notice BlastingNotice "Notice of blasting" { blasting: Blasting required }
instrument LINE "Agreement on the line"
  kind treaty
  signed 2019-01-01 at Altstadt
  sides Upper = {ALT, BER}, Lower = {CUR, DAL, EST}
  source "invented"
  confidence high

duty L-1 "Give notice of blasting" article "1"
  when Blasting b
  b.party must send BlastingNotice n to every other party where n.blasting = b
  no later than 48 hours before b.start
duty L-2 "Tell the other side of blasting" article "2"
  when Blasting b
  b.party must send BlastingNotice n to CUR where n.blasting = b
  no later than 24 hours before b.start
right L-3 "May ask to be heard" article "3"
  when Blasting b
  CUR may send BlastingNotice n to b.party
\`\`\`
`;

describe("kelisim what-if, acts together and moments", () => {
  let region: Fixture;
  before(() => {
    region = createFixture({
      "status.csv": STATUS,
      "instruments/WATER.accord.md": WATER,
      "instruments/LINE.accord.md": LINE,
    });
  });
  after(() => region.remove());
  const ask = async (...words: string[]) => {
    const result = await kelisim(["what-if", ...words, "--region", region.folder]);
    assert.equal(result.status, 0, result.err);
    return result.out;
  };
  const season = ["season", "--body", "BUREAU", "--start", "2027-04-01"];
  const blasting = ["blasting", "--party", "ALT", "--start", "2026-11-22T04:00:00Z"];

  it("joins only what one party can do by one act", async () => {
    const out = await ask(...season);
    assert.match(out, /1 ○ Decide on the schedule[\s\S]*2 ○ Decide on limits[\s\S]*3 ○ Publish[\s\S]*4 ○ Agree/);
    const told = /One act for several\n([\s\S]*?)\n\n/.exec(out)?.[1];
    assert.equal(
      told?.replaceAll("\u00a0", " "),
      "    1 and 3   one decision for 5 parties, by 22 Mar 2027\n    2 and 3   one decision for 5 parties, by 1 Apr 2027",
    );
    const data = JSON.parse(await ask(...season, "--json"));
    const sets = data.together.map((each: { pairs: { clause: string }[] }) => [
      ...new Set(each.pairs.map(({ clause }) => clause)),
    ]);
    assert.deepEqual(sets, [
      ["W-2", "W-3"],
      ["W-1", "W-3"],
    ]);
  });

  it("names everybody to whom one notice goes once", async () => {
    const out = await ask(...blasting);
    assert.match(
      out.replaceAll("\u00a0", " "),
      /One notice for several\n {4}1 and 2 {3}one blasting notice to 4 parties; the first date was 20 Nov\n/,
    );
  });

  it("finds the earliest moment where a lead time counts back from one", async () => {
    const out = await ask(...blasting);
    assert.match(out, /lead time already passed: 48 hours before the start; that is 20 Nov 2026 04:00 UTC/);
    assert.match(
      out,
      /Earliest start that keeps every lead time, if notice goes out today: Mon 23 Nov 2026 09:12 UTC\+5/,
    );
    const { earliest } = JSON.parse(await ask(...blasting, "--json"));
    assert.deepEqual(earliest, {
      attribute: "start",
      date: "2026-11-23",
      shiftDays: null,
      moment: "2026-11-23T04:12:00Z",
      shiftMinutes: 1452,
    });
    const kept = await ask("blasting", "--party", "ALT", "--start", earliest.moment);
    assert.doesNotMatch(kept, /already passed/);
    const sooner = await ask("blasting", "--party", "ALT", "--start", "2026-11-23T04:11:00Z");
    assert.match(sooner, /already passed/);
  });

  it("says nothing of a condition where a clause has none", async () => {
    const out = await ask(...blasting);
    assert.match(out, /would be available\n/);
  });
});
