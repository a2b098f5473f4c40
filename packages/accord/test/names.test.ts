import assert from "node:assert/strict";
import { test } from "node:test";
import { compileText } from "./region.ts";

const keywords =
  "a after and any article as assume assumed at becoming before by channel confidence count counted counts day do each end every except expeditiously for forthwith if immediately in is jointly later latest may members moment most must next no nobody not notwithstanding sooner of on once one or other otherwise owe owes parties party percent period previous promptly quarter quarters same second side silence source start subject sum temporary than the threshold time total under unless up vague verified when where whose within without working year yes thousand million billion January February instrument notice event kind treaty voluntary politically binding signed month clip overflow sides zone places high medium low version required min max money text date instant place amount duty right limit prohibition standing send hold bound performed possible soon number delay minute minutes hour hours days week weeks months years consent given member debtor creditor means holds excess times calendar level read half-year".split(
    " ",
  );

const clipped = (text: string) => (text.length > 600 ? `${text.slice(0, 600)}...` : text);

test("every keyword is usable as an attribute, as a choice, and as a name after a dot", () => {
  const attributes = keywords.map((word) => `${word}: count`).join("; ");
  const choices = keywords.join(", ");
  const conditions = keywords.map((word) => `e.${word} > 3`).join(" and ");
  const { problems, program } = compileText(`\`\`\`accord
event Thing { host: party; ${attributes}; choice: one of (${choices}) }
instrument T "t" kind treaty source "s"
duty T-1 "t" article "1"
  when Thing e where ${conditions} and e.choice = landing or e.choice = high or e.choice = "within"
  e.host must hold Thing
  no number in the text
\`\`\``);
  assert.deepEqual(
    problems.filter((problem) => problem.severity === "error").map((problem) => problem.message),
    [clipped(`"landing" is not one of the choices: ${keywords.join(", ")}.`)],
  );
  assert.equal(program.vocabulary[0]?.attributes.length, keywords.length + 2);
});

test("words that begin no phrase are names of records, kinds and sides too", () => {
  const { problems, program } = compileText(`\`\`\`accord
event event { host: party required; right: count }
notice notice { event: event }
instrument duty "t" kind treaty source "s" sides high = {ALT}, low = {BER}
duty limit "t" article "1"
  when event right where right.right > 3
  side of right.host must send notice notice to side low where notice.event = right
  within 3 days of right.sent
\`\`\``);
  assert.deepEqual(
    problems.filter((problem) => problem.severity !== "info"),
    [],
  );
  assert.equal(program.instruments[0]?.clauses[0]?.id, "limit");
});

test("a word after a number is its unit, except where it begins the next phrase", () => {
  const { problems, program } = compileText(`\`\`\`accord
event Flow { host: party required; m: amount in million m3; n: count }
instrument T "t" kind treaty source "s"
duty T-1 "t" article "1" when Flow e where e.n >= 9000 ALT must hold Flow no number in the text
duty T-2 "t" article "1" when Flow e where e.m >= 100000 m3 e.host must hold Flow no number in the text
duty T-3 "t" article "1" when Flow e where e.n >= 9000
  ALT and BER must hold Flow no number in the text
limit T-4 "t" article "1" at most 3 Flow e for each e.host
limit T-5 "t" article "1" at most 3 thousand m3 total m of Flow e for each e.host
limit T-6 "t" article "1" at most 3 n of Flow e for each e.host
\`\`\``);
  assert.deepEqual(
    problems.filter((problem) => problem.severity !== "info"),
    [],
  );
  const [, second, , , fifth] = program.instruments[0]!.clauses;
  assert.ok(second?.kind === "duty" && second.trigger.kind === "record" && second.trigger.where?.kind === "compare");
  assert.deepEqual(second.trigger.where.right, {
    kind: "constant",
    value: { type: "amount", value: "0.1", unit: "million m3" },
  });
  assert.ok(fifth?.kind === "limit");
  assert.deepEqual(fifth.amount, { type: "amount", value: "0.003", unit: "million m3" });
});
