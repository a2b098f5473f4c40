import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { compile } from "../src/index.ts";

const folder = new URL("./golden/", import.meta.url);

/** The sample of the design, in the final syntax: this text gives this program, hashes included. */
test("the sample of Shanghai 1996 gives its program", () => {
  const text = readFileSync(new URL("shanghai.accord.md", folder), "utf8");
  const { program, problems } = compile([{ path: "shanghai.accord.md", text }], {
    parties: ["CHN", "KAZ", "KGZ", "RUS", "TJK"].map((id) => ({ id, name: id, kind: "state" as const })),
    zones: ["shanghai-1996-zone"],
  });
  assert.deepEqual(
    problems.filter((problem) => problem.severity !== "info"),
    [],
  );
  const golden: unknown = JSON.parse(readFileSync(new URL("shanghai.program.json", folder), "utf8"));
  assert.deepEqual(JSON.parse(JSON.stringify(program)), golden);
});

test("phrases of time become what the engine's rules speak of", () => {
  const text = `\`\`\`accord
event Plan by host { host: party required; start: date required; personnel: count }
instrument T "t" kind treaty source "s"
duty T-1 "t" article "1"
  when Plan p
  p.host must hold Plan
  no sooner than 5 days before p.start
  by 15 November of the second year before p.start if p.personnel > 5
  at the time of p.start otherwise
limit T-2 "t" article "2"
  at most 2 Plan p under T in any 2 weeks for each p.host
\`\`\`
`;
  const { program } = compile([{ path: "t.accord.md", text }], {
    parties: [{ id: "ALT", name: "Altland", kind: "state" }],
    zones: [],
  });
  const [duty, limit] = program.instruments[0]!.clauses;
  const start = { kind: "attribute", variable: "p", name: "start" };
  assert.ok(duty?.kind === "duty" && limit?.kind === "limit");
  assert.deepEqual(duty.notBefore, { direction: "before", duration: { value: 5, unit: "day" }, base: start });
  assert.deepEqual(
    duty.deadlines.map(({ deadline }) => deadline),
    [
      { kind: "calendar date", years: -2, of: start, month: 11, day: 15 },
      { kind: "before", duration: { value: 0, unit: "day" }, base: start },
    ],
  );
  assert.deepEqual([limit.under, limit.window], [true, { kind: "rolling", value: 14, unit: "day" }]);
});
