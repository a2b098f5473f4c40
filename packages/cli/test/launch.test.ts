import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { after, before, describe, it } from "node:test";
import { COMMAND, createFixture, type Fixture, kelisim, ROOT } from "./fixture.ts";

describe("the launcher", () => {
  let region: Fixture;
  before(() => {
    region = createFixture();
  });
  after(() => region.remove());

  it("starts the pinned Node where an older one runs it", async () => {
    const older =
      "data:text/javascript,Object.defineProperty(process,'versions',{value:{...process.versions,node:'20.20.2'}})";
    const { status, out, err } = await kelisim(["check", "--region", region.folder], { node: ["--import", older] });
    assert.equal(err, "");
    assert.equal(status, 0);
    assert.match(out, /No problems|0 errors/);
    const wrong = await kelisim(["board", "--region", region.folder], { node: ["--import", older] });
    assert.equal(wrong.status, 2);
  });

  it("ends quietly where the reader of a pipe has gone", async () => {
    const child = spawn(process.execPath, [COMMAND, "records", "schema", "--region", region.folder], { cwd: ROOT });
    let err = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      err += text;
    });
    child.stdout.destroy();
    const status = await new Promise((resolve) => child.on("close", resolve));
    assert.equal(err, "");
    assert.equal(status, 0);
  });

  it("calls its own bugs by their name in one line, and shows the trace only when asked", async () => {
    const bug = "data:text/javascript,Array.prototype.findLast=()=>{throw new TypeError('made for the test')}";
    const { status, err, out } = await kelisim(["what-if", "exercise", "--region", region.folder], {
      node: ["--import", bug],
    });
    assert.equal(status, 70);
    assert.equal(out, "");
    assert.match(
      err,
      /^kelisim: internal error: TypeError: made for the test\nThis is a fault in kelisim\. Please send this line/,
    );
    assert.doesNotMatch(err, /\n\s+at /);
    const debug = await kelisim(["what-if", "exercise", "--region", region.folder], {
      node: ["--import", bug],
      env: { KELISIM_DEBUG: "1" },
    });
    assert.match(debug.err, /\n\s+at /);
  });
});
