import assert from "node:assert/strict";
import { test } from "node:test";
import { CODES, type Code } from "../src/codes.ts";
import { compile } from "../src/index.ts";
import { compileClause, compileText, REGION, VOCABULARY } from "./region.ts";

/** A clause with a mistake, the code it gives, and the text that is marked (where it is worth pinning). */
type Case = readonly [code: Code, text: string, marked?: string];

const duty = (rest: string) => `duty X-1 "x" article "1"\n${rest}`;
const when = (condition: string) =>
  duty(
    `  when Exercise e where ${condition}\n  e.host must send Answer a to every other party where a.exercise = e\n  within 3 days of e.sent`,
  );
const by = (deadline: string) =>
  duty(`  when Exercise e\n  e.host must send Answer a to every other party where a.exercise = e\n  ${deadline}`);
const who = (sentence: string) => duty(`  when Exercise e\n  ${sentence}\n  within 3 days of e.sent`);
const limit = (rule: string) => `limit X-1 "x" article "1"\n  ${rule}`;

const CLAUSES: readonly Case[] = [
  ["syntax", by("within 3 dayz of e.sent"), "dayz"],
  ["syntax", when("e.personnel >= 9,000"), "9,000"],
  ["syntax", by('silence means "x'), '"x'],
  ["syntax", "dooty X", "dooty"],
  ["syntax", when("e.activity != other"), "other"],
  ["syntax", when("e.live and e.activity = temporary or e.live"), "temporary"],
  ["syntax", when("other = e.activity"), "other"],
  ["too-deep", when(`${"(".repeat(40)}e.live${")".repeat(40)}`)],
  ["duplicate-clause", `${by("within 3 days of e.sent")}\n${by("within 3 days of e.sent")}`],
  ["duplicate-line", by('within 3 days of e.sent source "a" source "b"'), 'source "b"'],
  ["duplicate-variable", duty("  when Exercise e\n  e.host must hold Exercise e\n  within 3 days of e.sent"), "e"],
  ["unused-variable", who("e.host must hold Exercise x"), "x"],
  ["no-article", 'standing X-1 "x" each party owes every other party', "X-1"],
  ["confident-assumption", by('within 3 days of e.sent assume source "gk" confidence high'), "high"],
  ["unknown-clause", by("within 3 days of e.sent subject to X-9"), "X-9"],
  ["unknown-clause", by("within 3 days of e.sent subject to X-1"), "X-1"],
  ["unknown-clause", duty("  if X-7 is not performed\n  the debtor must hold Exercise\n  by 2030-01-01"), "X-7"],
  [
    "circular-priority",
    `${by("within 3 days of e.sent subject to X-2")}\n${by("within 3 days of e.sent subject to X-1").replace("X-1", "X-2")}`,
  ],
  [
    "depends-on-error",
    `${by("within 3 days of e.nothing")}\nduty X-2 "x" article "2" if X-1 is not performed the debtor must hold Exercise within 3 days of the moment`,
  ],
  ["unknown-kind", who("e.host must hold Exercize"), "Exercize"],
  ["unknown-attribute", when("e.personel > 3"), "personel"],
  ["unknown-variable", when("x.personnel > 3"), "x"],
  ["unknown-name", when("e.host = ATL"), "ATL"],
  ["unknown-choice", when("e.activity = landings"), "landings"],
  ["unknown-zone", when("e.place in Zoen"), "Zoen"],
  ["unknown-organisation", who("members of RIVRS must hold Exercise"), "RIVRS"],
  ["type", when("e.personnel > e.start"), "e.personnel > e.start"],
  ["type", when("e.personnel"), "e.personnel"],
  ["type", when("e.live > 3")],
  ["type", when("e.host < ALT")],
  ["type", when("e.personnel in Zone"), "e.personnel"],
  ["type", by("within 3 days of e.personnel"), "e.personnel"],
  ["type", when("e.start > e.sent")],
  ["type", when("e.personnel > 3.5")],
  [
    "wrong-kind",
    duty("  when Request r\n  r.to must send Answer a to r.from where a.exercise = r\n  within 3 days of r.sent"),
    "a.exercise = r",
  ],
  ["unit", when("e.volume > 3 km"), "3 km"],
  ["unit", when("e.volume > 3"), "3"],
  ["unit", when("e.personnel > 3 km"), "3 km"],
  ["constant-condition", when("3 < 4"), "3 < 4"],
  ["no-such-date", when("e.start > 2023-02-29"), "2023-02-29"],
  ["no-such-date", by("by 2023-02-29"), "2023-02-29"],
  ["no-such-date", duty("  every year\n  each party must hold Exercise\n  by 31 June"), "31"],
  ["no-trigger", duty("  each party must hold Exercise\n  by 2030-01-01"), "X-1"],
  [
    "wrong-instrument",
    duty("  when Exercise e under TSET\n  e.host must hold Exercise\n  within 3 days of e.sent"),
    "TSET",
  ],
  ["impossible-period", duty("  every 0 years from 2020-01-01\n  each party must hold Exercise\n  by 1 May"), "0"],
  ["no-start", duty("  every 5 years\n  each party must hold Exercise\n  by 1 May"), "every 5 years"],
  ["no-period", by("by 15 December"), "by 15 December"],
  ["no-period", by("within 3 days of the end of period"), "the end of period"],
  [
    "not-a-duty",
    `${limit("at most 2 Exercise e for each e.host")}\nright X-2 "x" article "2" if X-1 is not performed the debtor may hold Exercise`,
  ],
  [
    "cyclic-misses",
    `duty X-1 "x" article "1" if X-2 is not performed ALT must hold Exercise within 3 days of the moment
     duty X-2 "x" article "1" if X-1 is not performed ALT must hold Exercise within 3 days of the moment`,
  ],
  [
    "remedy-never-arises",
    `${by("no number in the text")}\nduty X-2 "x" article "2" if X-1 is not performed the debtor must hold Exercise within 3 days of the moment`,
  ],
  [
    "remedy-needs-reading",
    `${by("promptly")}\nduty X-2 "x" article "2" if X-1 is not performed the debtor must hold Exercise within 3 days of the moment`,
  ],
  [
    "uncaused",
    duty("  when Request r\n  r.to must send Answer a to r.from where a.answers = r\n  within 3 days of r.sent"),
  ],
  ["unknown-party", who("ATL must hold Exercise"), "ATL"],
  ["unknown-party", who("Upper must hold Exercise"), "Upper"],
  ["unknown-side", who("side Uper must hold Exercise"), "Uper"],
  ["not-a-party", who("e.personnel must hold Exercise"), "e.personnel"],
  ["not-a-party", who("e must hold Exercise"), "e"],
  ["role-position", who("every other party must hold Exercise"), "every other party"],
  ["role-position", who("the debtor must hold Exercise"), "the debtor"],
  ["role-position", who("e.host must send Report to each side"), "each side"],
  ["role-position", who("nobody must send Report to ALT"), "nobody"],
  ["never-bound", who("DAL must hold Exercise"), "DAL"],
  ["empty-role", who("ALT except ALT must hold Exercise"), "ALT except ALT"],
  ["owed-to-itself", who("ALT must send Report to ALT"), "ALT"],
  ["wrong-modal", who("e.host may hold Exercise"), "may"],
  ["negated-act", who("e.host must not hold Exercise"), "not"],
  ["wrong-verb", who("e.host must send Exercise to ALT"), "send"],
  ["wrong-verb", who("e.host must hold Report"), "hold"],
  ["no-creditor", who("e.host must send Report"), "Report"],
  ["preposition", who("e.host must send Report for ALT"), "for"],
  ["no-join", duty("  when Exercise e\n  e.host must send Report to ALT\n  no later than 3 days before e.start")],
  ["no-period-join", duty("  every year\n  each party must send Report to ALT\n  by 1 May")],
  ["no-deadline", by(""), "X-1"],
  ["no-otherwise", by("within 3 days of e.sent if e.live")],
  ["lonely-otherwise", by("within 3 days of e.sent otherwise")],
  [
    "deadline-from-act",
    duty("  when Exercise e\n  e.host must send Answer a to ALT where a.exercise = e\n  within 3 days of a.sent"),
    "within 3 days of a.sent",
  ],
  ["deadline-never-kept", by("no later than 3 days before e.sent")],
  ["deadline-never-kept", by("by 1 May of the year before e.sent")],
  ["deadline-never-kept", by("by 1990-01-01"), "by 1990-01-01"],
  ["deadline-never-kept", by("within 3 days of e.sent\n within 5 days of e.sent"), "within 5 days of e.sent"],
  [
    "deadline-never-reached",
    by(
      "within 3 days of e.sent if e.personnel > 5\n within 4 days of e.sent if e.personnel > 7\n within 5 days of e.sent otherwise",
    ),
    "within 4 days of e.sent if e.personnel > 7",
  ],
  [
    "deadline-never-reached",
    by("within 3 days of e.sent if e.live\n within 4 days of e.sent if not e.live\n within 5 days of e.sent otherwise"),
    "within 5 days of e.sent otherwise",
  ],
  [
    "deadline-from-act",
    duty("  when Exercise e\n  e.host must send Answer a to ALT where a.exercise = e\n  no sooner than a.sent"),
  ],
  ["type", by("by 15 November of the second year of e.start")],
  ["type", by("by 15 November of the year before e.host"), "e.host"],
  ["type", by("no sooner than 3 days after e.host"), "e.host"],
  ["wrong-instrument", limit("at most 2 Exercise e under TSET for each e.host"), "TSET"],
  ["no-reading", by("promptly"), "promptly"],
  ["no-working-calendar", by("within 3 working days of e.sent"), "3"],
  ["working-unit", by("within 3 working weeks of e.sent"), "weeks"],
  ["fraction-of-time", by("within 1.5 hours of e.sent"), "1.5"],
  ["impossible-duration", by("within 9000000 years of e.sent"), "9000000"],
  ["leap-day", duty("  every year\n  each party must send Report r to ALT where r.year = period\n  by 29 February")],
  ["same-date", duty("  every quarter\n  each party must send Report r to ALT where r.year = period\n  by 1 May")],
  ["silence-of-right", 'right X-1 "x" article "1" every year each party may hold Exercise silence means no'],
  ["never-holds", when("e.personnel >= 9000 and e.personnel < 5000")],
  ["never-holds", when("e.live or e.personnel > 200000"), "e.personnel > 200000"],
  ["never-holds", when("e.activity = landing and e.activity != landing")],
  ["never-holds", when("e.live and not e.live")],
  ["never-holds", when("e.start < e.end and e.start > e.end")],
  ["never-holds", when("e.place is not given and e.place in Zone")],
  ["never-holds", limit("at most 2 Exercise e for each e.host where e.personnel > 5 and e.personnel < 6")],
  ["always-holds", when("e.personnel >= 0"), "e.personnel >= 0"],
  ["impossible-window", limit("at most 2 Exercise e in any 2 hours for each e.host")],
  ["impossible-window", when("count of Exercise x in 5 minutes >= 2")],
  ["no-bearer", limit("at most 2 Exercise e each calendar year"), "Exercise"],
  [
    "impossible-amount",
    limit(
      "at most 30 latest personnel of Report r for each r.from\n temporary excess up to 0 percent for at most 5 days",
    ),
  ],
  ["limit-of-zero", limit("at most 0 Exercise e for each e.host"), "0"],
  ["limit-never-reached", limit("at most 60 latest personnel of Report r for each r.from"), "60"],
  [
    "excess-of-flow",
    limit(
      "at most 2 Exercise e each calendar year for each e.host\n temporary excess up to 5 percent for at most 5 days",
    ),
  ],
];

/** Whole files with a mistake. */
const FILES: readonly Case[] = [
  ["open-fence", '```accord\ninstrument A "x" kind treaty source "s"\n'],
  ["too-long", `\`\`\`accord\nduty X "x" ${"every ".repeat(20_001)}\n\`\`\``],
  ["no-instrument", '```accord\nstanding X "x" article "1" each party owes every other party\n```'],
  ["duplicate-kind", "```accord\nnotice A { }\nnotice A { }\n```"],
  ["duplicate-attribute", "```accord\nnotice A { a: text; a: count }\n```"],
  ["duplicate-attribute", "```accord\nnotice A { sent: date }\n```", "sent"],
  ["unknown-type", "```accord\nnotice A { a: cuont }\n```", "cuont"],
  ["impossible-bounds", "```accord\nnotice A { a: count min 5 max 3 }\n```"],
  ["impossible-bounds", "```accord\nnotice A { a: text max 3 }\n```"],
  ["impossible-version", "```accord\nnotice A version 0 { }\n```", "0"],
  ["actor-of-notice", "```accord\nnotice A by who { who: party }\n```"],
  ["unknown-attribute", "```accord\nevent A by hoo { who: party }\n```", "hoo"],
  ["unused-kind", `${VOCABULARY}\`\`\`accord\nstanding S "x" article "1" each side owes the other side\n\`\`\``],
  ["unused-attributes", `${VOCABULARY}\`\`\`accord\n${when("e.live")}\n\`\`\``],
  ["duplicate-instrument", `${VOCABULARY}${VOCABULARY}`],
  ["duplicate-side", '```accord\ninstrument A "x" kind treaty source "s" sides B = {ALT}, B = {BER}\n```'],
  ["two-sides", '```accord\ninstrument A "x" kind treaty source "s" sides B = {ALT}, C = {ALT, BER}\n```', "ALT"],
  ["empty-side", '```accord\ninstrument A "x" kind treaty source "s" sides B = {ATL}, C = {BER}\n```'],
  [
    "duplicate-zone",
    '```accord\ninstrument A "x" kind treaty source "s" zone Z = places "border-zone" zone Z = places "b"\n```',
  ],
  ["unknown-zone", '```accord\ninstrument A "x" kind treaty source "s" zone Z = places "boarder-zone"\n```'],
  ["unknown-form", '```accord\ninstrument A "x" kind treaty binding source "s"\n```'],
  ["no-form", '```accord\ninstrument A "x" source "s"\n```'],
  ["no-source", '```accord\ninstrument A "x" kind treaty\n```'],
  ["no-such-date", '```accord\ninstrument A "x" kind treaty source "s" signed 2023-02-30\n```', "2023-02-30"],
  [
    "unknown-time-zone",
    '```accord\ninstrument A "x" kind treaty source "s" time zone Asia/Almatty\n```',
    "Asia/Almatty",
  ],
  ["unknown-calendar", '```accord\ninstrument A "x" kind treaty source "s" working days Atland\n```', "Atland"],
  ["unused-instrument", '```accord\ninstrument A "x" kind treaty source "s"\n```'],
  ["unused-zone", `${VOCABULARY}\`\`\`accord\n${when("e.live")}\n\`\`\``, "Zone"],
  ["unused-side", `${VOCABULARY}\`\`\`accord\n${when("e.live")}\n\`\`\``],
  [
    "no-sides",
    '```accord\ninstrument A "x" kind treaty source "s"\nstanding S "x" article "1" each side owes the other side\n```',
    "each side",
  ],
  [
    "overlap",
    `${VOCABULARY}\`\`\`accord\n${when("e.live")}\ninstrument B "b" kind treaty source "s"\n${when("e.live").replace("X-1", "Y-1")}\n\`\`\``,
  ],
];

const context = {
  ...REGION,
  boundParties: (instrument: string) => (instrument === "TEST" ? ["ALT", "BER", "CUR"] : ["ALT", "BER"]),
};

function problemsOf(text: string) {
  return compile([{ path: "a.accord.md", text }], context).problems;
}

function markedText(text: string, line = 1, column = 1, length = 0): string {
  return text.split("\n")[line - 1]?.slice(column - 1, column - 1 + length) ?? "";
}

const wrapped = CLAUSES.map(([code, clause, marked]): Case => {
  return [code, `${VOCABULARY}\n\`\`\`accord\n${clause}\n\`\`\`\n`, marked];
});

for (const [code, text, marked] of [...wrapped, ...FILES]) {
  const name = text.replace(VOCABULARY, "").trim().split("\n").slice(1, 5).join(" ").slice(0, 90);
  test(`${code}: ${name}`, () => {
    const found = problemsOf(text).filter((problem) => problem.code === `accord/${code}`);
    assert.ok(
      found.length > 0,
      problemsOf(text)
        .map((problem) => problem.code)
        .join(", "),
    );
    const texts = found.map((problem) => markedText(text, problem.line, problem.column, problem.length));
    if (marked !== undefined) assert.ok(texts.includes(marked), texts.join(" | "));
    for (const problem of found) {
      assert.ok(problem.mend !== undefined || problem.why !== undefined, "says neither why nor how to mend");
      if (problem.edit) assert.equal(problem.edit.line, problem.line);
    }
  });
}

test("every code has a test", () => {
  // What is wrong with versions of kinds is tested in versions.test.ts.
  const versions: readonly Code[] = ["no-migration", "orphaned-records", "broken-lock"];
  const tested = new Set([...[...CLAUSES, ...FILES].map(([code]) => code), ...versions]);
  assert.deepEqual(
    Object.keys(CODES).filter((code) => !tested.has(code as Code)),
    [],
  );
});

test("a misspelling comes with an edit that mends it", () => {
  const cases: readonly (readonly [string, string])[] = [
    [when("e.personel > 3"), "personnel"],
    [when("e.activity = landings"), "landing"],
    [who("side Uper must hold Exercise"), "Upper"],
    [who("e.host must hold Exercize"), "Exercise"],
    [by("within 3 dayz of e.sent"), "days"],
    [when("e.personnel >= 9,000"), "9000"],
    [
      duty(
        "  when Request r where r.about = other\n  r.to must send Answer a to r.from where a.answers = r\n  within 3 days of r.sent",
      ),
      '"other"',
    ],
  ];
  for (const [clause, wanted] of cases) {
    const text = `${VOCABULARY}\n\`\`\`accord\n${clause}\n\`\`\`\n`;
    const edit = problemsOf(text).find((problem) => problem.edit)?.edit;
    assert.equal(edit?.text, wanted);
    const lines = text.split("\n");
    const line = lines[(edit?.line ?? 1) - 1]!;
    const start = (edit?.column ?? 1) - 1;
    lines[(edit?.line ?? 1) - 1] = line.slice(0, start) + edit?.text + line.slice(start + (edit?.length ?? 0));
    const after = problemsOf(lines.join("\n")).filter((problem) => problem.severity === "error");
    assert.deepEqual(after, []);
  }
});

test("an error leaves its clause out and says so; the others stay", () => {
  const { program, problems } = compileClause(
    `${when("e.personel > 3")}\n${when("e.live").replace("X-1", "X-2")}\n${when("e.live and").replace("X-1", "X-3")}\n${when("e.live").replace("X-1", "X-4")}`,
  );
  assert.deepEqual(
    program.instruments[0]?.clauses.map((clause) => clause.id),
    ["X-2", "X-4"],
  );
  for (const problem of problems.filter((candidate) => candidate.severity === "error")) {
    assert.match(problem.why ?? "", /left out of the program/);
  }
});

test("problems are sorted by place, several files in the order given", () => {
  const bad = '```accord\ninstrument A "x" kind treaty\nstanding S "x" each party owes every other party\n```';
  const { problems } = compile(
    [
      { path: "z.accord.md", text: bad },
      { path: "a.accord.md", text: "\n\n```accord\nnotice B { b: txet }\n```" },
    ],
    REGION,
  );
  const places = problems.map((problem) => `${problem.file}:${problem.line}`);
  assert.deepEqual([...new Set(places)], ["z.accord.md:2", "z.accord.md:3", "a.accord.md:4"]);
});

test("a clause with a syntax error is not reported as missing by what refers to it", () => {
  const { problems } = compileClause(
    `duty X-1 "x" article "1" when when\nduty X-2 "y" article "2" if X-1 is not performed ALT must hold Exercise within 3 days of the moment`,
  );
  assert.deepEqual(
    problems.filter((problem) => problem.severity === "error").map((problem) => problem.code),
    ["accord/syntax", "accord/depends-on-error"],
  );
});

test("a file without blocks, or with prose only, is an empty program", () => {
  const { program, problems } = compileText("# Title\n\nProse only.\n");
  assert.deepEqual([program.instruments, program.vocabulary, problems], [[], [], []]);
});

test("common slips are told what to write", () => {
  const cases: readonly (readonly [string, RegExp])[] = [
    ["duty X-1\n  every year ALT must hold Exercise by 1 May", /title in quotes/],
    ['duty X-1 "t" article 9\n  every year ALT must hold Exercise by 1 May', /article stands in quotes/],
    ['duty X-1 "t" when Exercise where e.live e.host must hold Exercise', /the name x is needed/],
    [by("within 7 days e.sent"), /within 7 days of/],
    [by("no later then 7 days before e.start"), /than/],
    [who("e.host shall hold Exercise"), /must/],
    ['limit X-1 "t" at most 3 Exercise e each year for each e.host', /each calendar year/],
    ['limit X-1 "t" max 3 Exercise e for each e.host', /at most 3/],
    [when("e.live == yes"), /^Write =/],
    [when("e.activity = year"), /^Write "year"/],
    [when("e.personnel > \n  except e.live"), /^(?!Write ")/],
    [when("(e.live"), /parenthesis/],
    [by("by December 15"), /by 15 December/],
    ["notice K { a: count max 3 required }", /attribute: type required/],
  ];
  for (const [clause, mend] of cases) {
    const problem = problemsOf(`${VOCABULARY}\n\`\`\`accord\n${clause}\n\`\`\`\n`).find(
      (p) => p.code === "accord/syntax",
    );
    assert.match(problem?.mend ?? "", mend, clause);
  }
});
