import assert from "node:assert/strict";
import { test } from "node:test";
import type { Witness, WitnessGap } from "../src/index.ts";
import { compileClause, compileText, languageReference } from "./region.ts";

const DAY = 86_400_000;

function one(clause: string): Witness {
  const found = compileClause(clause).witnesses[0];
  assert.ok(found && "performance" in found, JSON.stringify(found));
  return found;
}

function why(clause: string): string | undefined {
  return (compileClause(clause).witnesses[0] as WitnessGap | undefined)?.reason;
}

const duty = (
  trigger: string,
  deadline: string,
  act = "e.host must send Answer a to every other party where a.exercise = e",
) => `duty X-1 "x" article "1"\n  ${trigger}\n  ${act}\n  ${deadline}`;

test("the trigger meets its condition, and the act its own", () => {
  const witness = one(
    duty(
      "when Exercise e where e.live and e.place in Zone and e.personnel >= 35000 and e.activity != exercise and e.start < e.end",
      "no later than 30 days before e.start",
    ),
  );
  const [exercise] = witness.records;
  assert.equal(witness.records.length, 1);
  assert.equal(exercise?.content.live, true);
  assert.deepEqual(exercise?.content.place, { lat: 43.2, lon: 80.1 });
  assert.equal(exercise?.content.personnel, 35_000);
  assert.equal(exercise?.content.activity, "landing");
  assert.ok(Number(exercise?.content.start) < Number(exercise?.content.end));
  assert.equal(witness.performance.content.exercise, exercise?.id);
  assert.equal(witness.performance.from, witness.debtor);
  assert.deepEqual(witness.performance.to, [witness.creditor]);
  assert.equal(witness.deadline, (Number(exercise?.content.start) - 30 + 1) * DAY - 1);
  assert.ok(witness.performance.occurred <= witness.metAt && witness.metAt < witness.unperformedAt);
});

test("each deadline with a date has a witness of its own", () => {
  const { witnesses } = compileClause(
    duty(
      "when Exercise e",
      "within 48 hours of e.sent if e.live\n  no number in the text if e.personnel > 5\n  within 1 month of e.start otherwise",
    ),
  );
  assert.deepEqual(
    witnesses.map((witness) =>
      "performance" in witness ? [witness.deadlineIndex, witness.records[0]?.content.live] : witness,
    ),
    [
      [0, true],
      [2, false],
    ],
  );
});

test("other records that a window counts are made too", () => {
  const witness = one(
    duty(
      "when Exercise e where count of Exercise x where x.host = e.host and x.live in 30 days >= 3",
      "within 3 days of e.sent",
    ),
  );
  const live = witness.records.filter((record) => record.content.live === true);
  assert.ok(live.length >= 3);
  assert.equal(new Set(live.map((record) => record.content.host)).size, 1);
});

test("sides, periods, totals and misses", () => {
  const side = one(
    duty(
      "when Exercise e",
      "within 3 days of e.sent",
      "side of e.host must send Answer a to the other side where a.exercise = e",
    ),
  );
  assert.deepEqual([side.debtor, side.creditor], ["TEST:Upper", "TEST:Lower"]);

  const yearly = one(
    duty("every year", "by 15 December", "each party must send Report r to ALT where r.year = next period"),
  );
  assert.deepEqual([yearly.period, yearly.performance.content.year], ["2026", "2027"]);
  assert.equal(yearly.deadline, Date.UTC(2026, 11, 16) - 1);

  const total = one(
    `${duty("every quarter", "within 1 month of the end of period", "ALT must do Exercise for BER")}\n  total volume >= 2.5 million m3`,
  );
  assert.equal(String(total.performance.content.volume), "2.5");
  assert.equal(total.deadline, Date.UTC(2026, 3, 31) - 1 + DAY - DAY);

  const [, after] = compileClause(
    `${duty("when Exercise e", "within 48 hours of e.sent")}\nduty X-2 "y" article "2"\n  if X-1 is not performed\n  the debtor must send Answer a to the creditor where a.exercise = e\n  within 24 hours of the moment`,
  ).witnesses;
  assert.ok(after && "performance" in after);
  assert.equal(after.deadline, (after.records[0]?.occurred ?? 0) + 72 * 3_600_000);
  assert.ok(after.performance.occurred > (after.records[0]?.occurred ?? 0) + 48 * 3_600_000);
});

test("dates of a year told by a date, and acts that count only from a moment on", () => {
  const ahead = one(duty("when Exercise e", "by 15 November of the second year before e.start"));
  const start = new Date(Number(ahead.records[0]?.content.start) * DAY);
  assert.equal(ahead.deadline, Date.UTC(start.getUTCFullYear() - 2, 10, 16) - 1);

  const later = one(duty("when Exercise e", "no sooner than 3 days after e.sent within 10 days of e.sent"));
  assert.ok(later.performance.occurred >= later.records[0]!.occurred + 3 * DAY);
  assert.ok(later.performance.occurred <= later.metAt);
});

test("what cannot be made up is said, never dropped", () => {
  assert.match(
    why(duty("when Exercise e where e.host is a member of RIVERS", "within 3 days of e.sent"))!,
    /member of RIVERS/,
  );
  assert.match(
    why(duty("when Exercise e where e.personnel > 5 and e.personnel < 4", "within 3 days of e.sent"))!,
    /could be made up|fit/,
  );
  assert.match(why(duty("when Exercise e where not e.place in Zone", "within 3 days of e.sent"))!, /outside/);
  assert.match(why(duty("when Exercise e", "no later than 3 days before e.sent"))!, /no moment lies/);
  assert.deepEqual(compileClause(duty("when Exercise e", "no number in the text")).witnesses, []);
});

test("every clause of the language reference with a date is accounted for", () => {
  const { program, witnesses } = compileText(languageReference());
  const dated = program.instruments
    .flatMap((instrument) => instrument.clauses)
    .filter((clause) => clause.kind === "duty" || clause.kind === "right")
    .filter(({ deadlines }) =>
      deadlines.some(({ deadline }) => deadline.kind !== "none" && (deadline.kind !== "vague" || deadline.reading)),
    );
  assert.deepEqual(
    dated.map((clause) => clause.id).filter((id) => !witnesses.some((witness) => witness.clause === id)),
    [],
  );
  for (const witness of witnesses) {
    if ("reason" in witness) continue;
    const ids = [...witness.records, witness.performance].map((record) => record.id);
    assert.equal(new Set(ids).size, ids.length, witness.clause);
    assert.ok(witness.metAt < witness.unperformedAt && witness.performance.known <= witness.metAt);
  }
});
