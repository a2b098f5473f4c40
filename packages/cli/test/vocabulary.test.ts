import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { createFixture, type Fixture, kelisim } from "./fixture.ts";

/** Kinds under which records are kept: published, and then not changed under them. */
describe("kelisim vocabulary", () => {
  let region: Fixture;
  let words: string;
  let before_: string;
  before(() => {
    region = createFixture();
    words = join(region.folder, "vocabulary.accord.md");
    before_ = readFileSync(words, "utf8");
  });
  after(() => region.remove());
  const run = (...args: string[]) => kelisim([...args, "--region", region.folder]);

  it("lists the kinds, none of them published at first", async () => {
    const { out, status } = await run("vocabulary");
    assert.equal(status, 0);
    assert.match(out, /Request\s+notice\s+1.*not\s+published/s);
  });

  it("writes down under which kinds records may be kept", async () => {
    const { out, status } = await run("vocabulary", "--publish");
    assert.equal(status, 0);
    assert.match(out, /Published \d+ kinds of records/);
    assert.doesNotMatch((await run("vocabulary")).out, /not\s+published/);
    assert.equal((await run("check")).status, 0);
  });

  it("refuses a change that would orphan kept records, with the migration that it needs", async () => {
    const changed = before_.replace("urgent: yes/no", "pressing: yes/no");
    assert.notEqual(changed, before_);
    writeFileSync(words, changed);
    const checked = await run("check");
    assert.equal(checked.status, 1);
    assert.match(checked.out, /vocabulary\.lock\.json.*accord\/orphaned-records/s);
    assert.match(checked.out.replaceAll(/\s+/g, " "), /as version 2: replaces version 1 \(pressing was urgent\)/);
    const published = await run("vocabulary", "--publish");
    assert.equal(published.status, 2);
    assert.match(published.err, /nothing was published/);
    writeFileSync(words, before_);
    assert.equal((await run("check")).status, 0);
  });

  it("names a lock that is none, and where it is", async () => {
    const lock = join(region.folder, "vocabulary.lock.json");
    const sound = readFileSync(lock, "utf8");
    writeFileSync(lock, "{ not json");
    const { out, status } = await run("check");
    assert.equal(status, 1);
    assert.match(out, /vocabulary\.lock\.json.*accord\/broken-lock/s);
    writeFileSync(lock, sound);
  });
});
