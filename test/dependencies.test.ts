import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";

const ROOT = join(import.meta.dirname, "..");
const read = (name: string) => readFileSync(join(ROOT, name), "utf8");

/** What of others the lock installs, in one short digest: names and versions, in order. */
function digestOfLock(): string {
  const { packages } = JSON.parse(read("package-lock.json")) as {
    packages: Readonly<Record<string, { readonly version?: string; readonly link?: boolean }>>;
  };
  const installed = Object.entries(packages)
    .filter(([place, { link }]) => place.includes("node_modules/") && link !== true)
    .map(([place, { version }]) => `${place} ${version}\n`);
  return createHash("sha256").update(installed.sort().join("")).digest("hex").slice(0, 16);
}

describe("the record of when dependencies were looked at", () => {
  const rows = read("docs/dependencies.md")
    .split("\n## When they were looked at\n")[1]!
    .split("\n")
    .filter((line) => /^\| \d/.test(line))
    .map((line) => line.split("|").map((cell) => cell.trim()));

  it("has its rows in order of days, each with what was looked at and what it said", () => {
    assert.ok(rows.length > 0);
    const days = rows.map(([, day]) => day!);
    for (const day of days) assert.match(day, /^\d{4}-\d{2}-\d{2}$/);
    assert.deepEqual([...days].sort().reverse(), days, "the newest stands first");
    for (const [, , , audit, outdated] of rows) assert.ok(audit !== "" && outdated !== "");
  });

  it("was written for what the lock installs now", () => {
    const digest = digestOfLock();
    const advice = `look at npm audit and npm outdated, and add a row with the day and ${digest} to docs/dependencies.md`;
    assert.equal(rows[0]![2], `\`${digest}\``, advice);
  });
});
