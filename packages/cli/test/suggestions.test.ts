import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { after, before, describe, it } from "node:test";
import { promisify } from "node:util";
import { COMMAND, createFixture, type Fixture, kelisim, NOW, ROOT, recordLine } from "./fixture.ts";

const shell = promisify(execFile);

/** Pastes a printed command into a shell, as a person would. */
async function paste(command: string): Promise<string> {
  const script = `kelisim() { "${process.execPath}" "${COMMAND}" "$@"; }\n${command}\n`;
  const environment = {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    KELISIM_NOW: NOW,
    COLUMNS: "100",
    LANG: "C.UTF-8",
  };
  return (await shell("sh", ["-c", script], { cwd: ROOT, env: environment })).stdout;
}

describe("suggested commands", () => {
  let region: Fixture;
  let records: string;
  before(() => {
    region = createFixture();
    records = region.file(
      "the desk's records.jsonl",
      recordLine("REQ 1", "Request", { from: "ALT", to: ["BER"], under: ["PACT"], content: { urgent: true } }),
    );
  });
  after(() => region.remove());

  /** All that follows the label, up to the other forms. */
  const suggested = (out: string) => {
    const found = /(?:Why one line|One of them):\s+(kelisim[\s\S]*?)\n(?:\s*Calendar:|\s*\n)/.exec(`${out}\n\n`);
    assert.ok(found?.[1], out);
    return found[1].replace(/ {2,}Calendar:.*/, "");
  };

  it("explain the first line of a board from the same ground", async () => {
    const ask = ["--region", region.folder, "--records", records, "--us", "BER", "--known-at", "2026-11-20"];
    for (const COLUMNS of ["40", "80", "120"]) {
      const board = await kelisim(["board", "--party", "BER", "--as-of", "2026-11-12", ...ask], { env: { COLUMNS } });
      const command = suggested(board.out);
      assert.match(command, /--as-of/);
      const out = await paste(command);
      assert.match(out, /Berg is to send Altland this: Answer a request, because of the record\s+REQ 1/, COLUMNS);
      assert.match(out, /as of 12 Nov 2026, end of day UTC\+5; known 20 Nov 23:59/);
      assert.match(out, /This node is the desk of Berg/);
    }
  });

  it("reach as far as the board did", async () => {
    const board = await kelisim([
      ...["board", "--party", "ALT", "--region", region.folder, "--as-of", "2019-06-01", "--days", "5000"],
    ]);
    assert.match(await paste(suggested(board.out)), /Report of the year/);
  });

  it("lead from a clause to one of its lines", async () => {
    const clause = await kelisim([
      ...["explain", "PACT-03", "--region", region.folder, "--records", records, "--as-of", "2026-11-15"],
    ]);
    assert.match(await paste(suggested(clause.out)), /because of the record\s+REQ 1/);
  });

  it("stand in the start page with the question's own options", async () => {
    const { out } = await kelisim(["overview", "--region", region.folder, "--as-of", "2026-11-15", "--us", "ALT"]);
    const commands = [...out.matchAll(/^ {4}(kelisim (?:board|explain|what-if) .*?)(?: {2,}.*)?$/gm)].map(
      (each) => each[1]!,
    );
    assert.equal(commands.length, 3);
    for (const command of commands) {
      assert.match(command, /--us ALT --as-of 2026-11-15/);
      assert.match(await paste(command), /as of 15 Nov 2026/);
    }
  });
});
