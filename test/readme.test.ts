import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

/** Every command that the README shows runs as it stands there. */

const root = fileURLToPath(new URL("..", import.meta.url));
const blocks = [...readFileSync(`${root}/README.md`, "utf8").matchAll(/```sh\n([\s\S]*?)```/g)].map(
  (match) => match[1] ?? "",
);
const commands = blocks
  .flatMap((block) => block.replaceAll(/\\\n\s*/g, "").split("\n"))
  .map((line) => line.replace(/\s+#.*$/, "").trim())
  .filter((line) => line.startsWith("npx kelisim "));

describe("the commands of the README", () => {
  it("are found", () => assert.ok(commands.length >= 10, `only ${commands.length}`));

  for (const command of commands) {
    it(command, async () => {
      const args = command.split(" ").slice(2);
      const { stdout } = await promisify(execFile)(process.execPath, ["packages/cli/bin/kelisim.mjs", ...args], {
        cwd: root,
      });
      assert.ok(stdout.trim().length > 100, stdout);
    });
  }
});
