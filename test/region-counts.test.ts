import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import type { Clause } from "@kelisim/accord/program";
import { openRegion } from "./open-region.ts";

/** The README of Central Asia says how much of each agreement is computed. This test keeps the figures true. */

const README = fileURLToPath(new URL("../regions/central-asia/README.md", import.meta.url));
const FORMS = ["date", "none", "vague", "right", "limit", "standing"] as const;

function formOf(clause: Clause): (typeof FORMS)[number] {
  if (clause.kind !== "duty") return clause.kind;
  const kinds = clause.deadlines.map(({ deadline }) => deadline);
  if (kinds.some((deadline) => !["none", "vague"].includes(deadline.kind))) return "date";
  const vague = kinds.filter((deadline) => deadline.kind === "vague");
  if (vague.length === 0) return "none";
  return vague.some((deadline) => deadline.reading !== undefined) ? "date" : "vague";
}

/** The entry of the fact base from which a clause was made: its id without the letter of a part. */
const entryOf = (id: string) => id.replace(/-talks$/, "").replace(/(?<=\d)[a-z]$/, "");

test("the README counts entries and clauses by form as they are", async () => {
  const { program } = (await openRegion("central-asia")).compilation;
  const counted = program.instruments
    .map(({ id, clauses }) => {
      const forms = FORMS.map((form) => clauses.filter((clause) => formOf(clause) === form).length);
      return [id, new Set(clauses.map((clause) => entryOf(clause.id))).size, clauses.length, ...forms];
    })
    .sort(([a = ""], [b = ""]) => (a < b ? -1 : 1));
  const all = counted[0]!.map((_, column) =>
    column === 0 ? "all" : counted.reduce((sum, row) => sum + Number(row[column]), 0),
  );
  const page = readFileSync(README, "utf8");
  const wanted = [...counted, all].map((row) => `| ${row.join(" | ")} |`);
  const missing = wanted.filter((row) => !page.includes(`${row}\n`));
  assert.equal(missing.length, 0, `rows that the README lacks:\n${missing.join("\n")}`);
});

test("every entry of the fact base is expressed or named as prose only", async () => {
  const { program } = (await openRegion("central-asia")).compilation;
  const entries = new Set(program.instruments.flatMap(({ clauses }) => clauses.map((clause) => entryOf(clause.id))));
  const page = readFileSync(fileURLToPath(new URL("../regions/central-asia/not-computed.md", import.meta.url)), "utf8");
  const whole = [...page.matchAll(/^\| ([\w-]+) \| the whole entry \|/gm)].map((match) => match[1]);
  assert.deepEqual(whole.sort(), ["CBM2001-02", "SCOEX2007-02", "VD2011-29"]);
  // 204 entries of the first part of the fact base, 107 of the second.
  assert.equal(entries.size + whole.length, 204 + 107);
});
