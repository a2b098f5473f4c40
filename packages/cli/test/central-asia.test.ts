import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { inside, kelisim } from "./fixture.ts";

/** The three walks that the region must allow from its first day, with fixed dates; and what must be true of all output. */
describe("Central Asia", () => {
  const neutral = (text: string) => assert.doesNotMatch(text, /breach|violat|failed|\u2014/i);

  it("has no errors", async () => {
    const { status, out } = await kelisim(["check"]);
    assert.equal(status, 0, out);
    assert.match(out, /Check of Central Asia\n\d+ files: \d+ instruments, \d+ clauses\./);
    assert.match(out, /0 errors, /);
  });

  it("shows the next 90 days of Uzbekistan", async () => {
    const { status, out, err } = await kelisim(["board", "--party", "UZB", "--as-of", "2026-11-21", "--days", "90"]);
    assert.equal(err, "");
    assert.equal(status, 0);
    assert.match(out, /Board of Uzbekistan +as of 21 Nov 2026, end of day UTC\+5/);
    assert.match(out, /Tue 15 Dec 2026, in 24 days\n {2}○ Annual exchange of military +\d+ participants/);
    assert.match(out, /VD2011 9-10 \?/);
    assert.match(out, /Sun 31 Jan 2027, in 71 days\n[\s\S]*DRUG1961 20\(2\)\(b\)/);
    assert.match(out, /Date passed, nothing recorded here\n/);
    assert.doesNotMatch(out, /overdue|SH1996/);
    neutral(out);
    const data = JSON.parse((await inside(["board", "--party", "UZB", "--as-of", "2026-11-21", "--json"])).out);
    const exchange = data.lines.find(
      (line: { clause: string; standpoint: string; unverified: { binding: boolean } }) =>
        line.clause === "VD2011-01" && line.standpoint === "owes" && !line.unverified.binding,
    );
    assert.equal(exchange.deadlineDay, "2026-12-15");
    assert.ok(exchange.creditors.length >= 55);
    assert.ok(data.lines.every((line: { state: string }) => line.state !== "overdue"));
  });

  it("explains one duty of Kazakhstan", async () => {
    const { status, out } = await kelisim(["explain", "DRUG-01", "KAZ", "2026-Q4", "--as-of", "2026-11-21"]);
    assert.equal(status, 0);
    assert.match(
      out,
      /By the end of Sun 31 Jan 2027 Kazakhstan is to send INCB this: Quarterly import and export\s+statistics, Q4 2026/,
    );
    assert.match(out, /Kazakhstan: bound; accession 29 Apr 1997, in effect from 29 May 1997/);
    assert.match(out, /Arithmetic +1 month after the end of the period/);
    assert.match(out, /Q3 2026 +31 Oct 2026 +date passed, nothing recorded here/);
    neutral(out);
  });

  // A place in Kazakhstan some 40 km from the line with China, by the map of this region.
  const exercise = [
    "what-if",
    "exercise",
    "--host",
    "KAZ",
    "--at",
    "44.2,79.86",
    "--people",
    "36000",
    "--live",
    "--land",
    "--as-of",
    "2026-11-21",
  ];

  it("shows what follows from a large live exercise near the border, planned 45 days ahead", async () => {
    const { status, out, err } = await kelisim([...exercise, "--start", "2027-01-05", "--end", "2027-01-10"]);
    assert.equal(err, "");
    assert.equal(status, 0);
    assert.match(out, /HYPOTHETICAL, nothing is recorded/);
    assert.match(
      out,
      /inside\s+the\s+zone\s+of\s+(?:\w+, )*SH1996\s+\(shanghai-1996-zone\), (3[5-9]|4[0-5]) km\s+from\s+the\s+border\s+\(map\s+error\s+12\s+km,\s+assumed\)/,
    );
    assert.match(out, /◉ Notify an exercise on land +\d+ participants +24 Nov \?, in 3 days/);
    assert.match(out, /○ Invite observers to a large(?: one-sided)? +China +6 Dec, in 15 days +SH1996 6\(1\)/);
    assert.match(out, /○ Notify a large exercise +China +26 Dec \?, in 35 days +SH1996 5/);
    assert.match(out, /owed by the side Joint: KAZ KGZ RUS TJK/);
    assert.match(out, /One notice for several/);
    assert.doesNotMatch(out, /◁|lead time already passed/);
    assert.match(out, /Earliest start that keeps every lead time, if notice goes out today: Sat 2 Jan 2027/);
    neutral(out);
  });

  it("shows which lead times have passed when it is planned 20 days ahead", async () => {
    const { status, out } = await inside([...exercise, "--start", "2026-12-11"]);
    assert.equal(status, 0);
    assert.match(out, /1 ◁ Notify an exercise on land +\d+ participants +30 Oct \?, 22 days ago +VD2011 38, 40\.1 \?/);
    assert.match(out, /lead time already passed: 42 days \? before the start/);
    assert.match(out, /3 ◁ Invite observers to a large(?: one-sided)? +China +11 Nov, 10 days ago +SH1996 6\(1\)/);
    assert.match(out, /4 ◉ Notify a large exercise +China +1 Dec \?, in 10 days +SH1996 5/);
    assert.match(out, /Earliest start that keeps every lead time, if notice goes out today: Sat 2 Jan 2027/);
    const data = JSON.parse((await inside([...exercise, "--start", "2026-12-11", "--json"])).out);
    assert.deepEqual(data.earliest, { attribute: "start", date: "2027-01-02", shiftDays: 22 });
    assert.equal(
      data.arising.filter((line: { state: string }) => line.state === "lead time already passed").length >= 3,
      true,
    );
  });

  it("joins only what one body can do by one act, and names nobody where nobody is owed", async () => {
    const season = ["waterseason", "--body", "ICWC", "--waters", "syrDarya", "--part", "growing"];
    const { status, out } = await kelisim(["what-if", ...season, "--start", "2027-04-01", "--as-of", "2026-11-21"]);
    assert.equal(status, 0);
    assert.match(out, /Agree on the terms of a year before/);
    assert.match(out, /owed by KAZ KGZ TJK UZB/);
    assert.doesNotMatch(out, /and ,|and and/);
    const number = (title: string) => new RegExp(`^ +(\\d) \\S ${title}`, "m").exec(out)?.[1];
    const decisions = [number("Approve the limits of"), number("Approve the reservoir schedules")].sort().join(" and ");
    const together = /One act for several\n((?: {4}.*\n)+)/.exec(out)?.[1];
    assert.equal(together, `    ${decisions}   one water decision for 5 parties, by 1 Apr 2027\n`);
  });

  it("finds the earliest moment for a plan whose notice is counted in hours", async () => {
    const plans = [
      ["blasting", "--party", "KAZ", "--neighbour", "CHN", "--distance", "500", "--start"],
      ["dutycrossing", "--party", "KAZ", "--neighbour", "CHN", "--start"],
      ["deputysent", "--party", "KAZ", "--other", "CHN", "--reason", "illness", "--start"],
      ["challengeinspection", "--from", "OPCW", "--inspected", "KAZ", "--arrival"],
    ];
    for (const plan of plans) {
      const { status, out } = await inside(["what-if", ...plan, "2026-11-22T04:00:00Z"]);
      assert.equal(status, 0, plan[0]);
      assert.match(
        out,
        /Earliest (?:start|arrival) that keeps every lead time, .*: \w+ 2\d Nov 2026 \d\d:12 UTC\+5/,
        plan[0],
      );
      assert.doesNotMatch(out, /would be \w+: *\n|No start within/);
    }
  });

  it("says what a delivery must come to, and which number is assumed", async () => {
    const { out } = await inside(["explain", "KAY-06d", "TJK"]);
    assert.match(out, /at least 35 million kWh \? of energy in all/);
    assert.match(out, /350 less three times 105; the figure was cut off/);
    assert.match((await inside(["explain", "KAY-02a", "UZB"])).out, /at least 172 million kWh of energy in all/);
  });

  it("shows where sources differ on the entry into force of the Moscow agreement", async () => {
    const { out } = await inside(["explain", "MO1997-01a", "KAZ"]);
    const text = out.replaceAll(/\s+/g, " ");
    assert.match(text, /Sources differ: When did the Moscow agreement of 1997 enter into force\? /);
    assert.match(text, /in effect from 7 May 1999 \([^)]*General knowledge.*?\); or .* in effect from 6 Aug 1999 \(/);
  });

  it("shows a desk officer what has a date before what has none, on two screens of 80 columns", async () => {
    for (const party of ["KAZ", "KGZ", "TJK", "TKM", "UZB"]) {
      const { out } = await inside(["board", "--party", party, "--as-of", "2026-11-21", "--plain"], { columns: 80 });
      assert.ok(out.split("\n").length <= 80, `${party}: ${out.split("\n").length} lines`);
      assert.match(out, /We owe\n {2}Tue 15 Dec 2026, in 24 days/);
      assert.match(out, /\d+ duties of \d+ instruments open without a date\. Show them: --status open/);
      neutral(out);
    }
  });

  it("starts with the five states, on two screens, and says where to go", async () => {
    const { status, out } = await kelisim(["overview", "--as-of", "2026-11-21"]);
    assert.equal(status, 0);
    for (const state of ["Kazakhstan", "Kyrgyzstan", "Tajikistan", "Turkmenistan", "Uzbekistan"])
      assert.match(out, new RegExp(`\\n  ${state}\\n`));
    assert.ok(out.split("\n").length <= 70);
    assert.match(out, /Where to go from here\n[\s\S]*kelisim board --party KAZ/);
    neutral(out);
    const example = /kelisim (what-if exercise .*)\n/.exec(out)?.[1];
    assert.ok(example);
    const tried = await inside([...example.split(" "), "--as-of", "2026-11-21"]);
    assert.equal(tried.status, 0);
    assert.match(tried.out, /\d duties would arise/);
  });

  it("is named among the regions", async () => {
    const { out } = await inside(["regions"]);
    assert.match(out, /central-asia +Central Asia/);
    const data = JSON.parse((await inside(["regions", "--json"])).out);
    assert.equal(data.format, "kelisim-regions");
  });
});
