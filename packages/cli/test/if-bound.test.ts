import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { kelisim } from "./fixture.ts";

/** Agreements that are signed and not known to bind. */
describe("what is signed and not known to bind", () => {
  it("is named below a board, with the command that shows what it would ask", async () => {
    const { out } = await kelisim(["board", "--party", "KAZ"]);
    assert.match(out, /Signed, and not known to bind: [A-Z0-9, -]*TF2022/);
    assert.match(out, /kelisim board --party KAZ --if-bound \w+/);
  });

  it("makes no line by itself, and unverified ones where it is supposed to bind", async () => {
    const plain = await kelisim(["board", "--party", "KAZ", "--instrument", "TF2022", "--json"]);
    assert.deepEqual(JSON.parse(plain.out).lines, []);
    const supposed = await kelisim(["board", "--party", "KAZ", "--if-bound", "tf2022", "--json"]);
    const { lines } = JSON.parse(supposed.out);
    assert.ok(lines.length >= 5);
    for (const line of lines) assert.deepEqual([line.instrument, line.unverified.binding], ["TF2022", true]);
  });

  it("says on the page that it is supposed", async () => {
    const { out } = await kelisim(["board", "--party", "KAZ", "--if-bound", "TF2022"]);
    assert.match(out, /As if TF2022 bound those who signed it\. It is not known to/);
  });

  it("changes nothing for a party that did not sign", async () => {
    const { out } = await kelisim(["board", "--party", "RUS", "--if-bound", "TF2022", "--json"]);
    assert.deepEqual(JSON.parse(out).lines, []);
  });

  it("refuses an agreement that is not there, naming the nearest", async () => {
    const { err, status } = await kelisim(["board", "--party", "KAZ", "--if-bound", "TF2202"]);
    assert.equal(status, 2);
    assert.match(err, /TF2202[\s\S]*TF2022/);
  });
});
