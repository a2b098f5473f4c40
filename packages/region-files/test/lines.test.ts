import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { forEachLine, type StreamLine } from "../src/lines.ts";
import { firstInvalid } from "../src/read-text.ts";

async function* chunks(bytes: Uint8Array, cuts: readonly number[]): AsyncGenerator<Uint8Array> {
  const places = [...new Set(cuts.map((cut) => cut % (bytes.length + 1)))].sort((a, b) => a - b);
  let from = 0;
  for (const to of [...places, bytes.length]) {
    // One buffer for every chunk, as a stream may do: what is kept must have been copied.
    const shared = bytes.slice(from, to);
    yield shared;
    shared.fill(0x78);
    from = to;
  }
}

async function linesOf(bytes: Uint8Array, cuts: readonly number[] = []): Promise<StreamLine[]> {
  const lines: StreamLine[] = [];
  await forEachLine(chunks(bytes, cuts), (line) => lines.push(line));
  return lines;
}

describe("lines of a byte stream", () => {
  it("are those of the text, wherever the chunks are cut", async () => {
    const text = fc
      .array(fc.oneof(fc.string({ unit: "grapheme" }), fc.constantFrom("\n", "\r\n", "жыл", "😀", "")))
      .map((parts) => parts.join(""));
    await fc.assert(
      fc.asyncProperty(text, fc.array(fc.nat(400), { maxLength: 12 }), async (text, cuts) => {
        const sound = text.toWellFormed();
        const bytes = new TextEncoder().encode(sound);
        const read = await linesOf(bytes, cuts);
        const expected = sound.replace(/^\ufeff/, "").split("\n");
        if (expected.at(-1) === "") expected.pop();
        assert.deepEqual(
          read.map((line) => (line.kind === "line" ? line.text : line.kind)),
          expected.map((line) => line.replace(/\r$/, "")),
        );
      }),
      { numRuns: 300 },
    );
  });

  it("name the first byte that is not UTF-8, by its offset in the file", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.string({ unit: "grapheme" }).map((line) => line.toWellFormed().replaceAll(/[\r\n\ufeff]/g, "")),
          { minLength: 1, maxLength: 6 },
        ),
        fc.nat(),
        fc.constantFrom([0xff], [0xc3, 0x28], [0xed, 0xa0, 0x80], [0xe2, 0x82], [0xf0, 0x9f]),
        fc.array(fc.nat(200), { maxLength: 8 }),
        async (lines, which, bad, cuts) => {
          const at = which % lines.length;
          const encoder = new TextEncoder();
          const before = encoder.encode(
            lines
              .slice(0, at)
              .map((line) => `${line}\n`)
              .join("") + lines[at],
          );
          const after = encoder.encode(`\n${lines.slice(at + 1).join("\n")}`);
          const bytes = new Uint8Array([...before, ...bad, ...after]);
          const faults = (await linesOf(bytes, cuts)).filter((line) => line.kind !== "line");
          assert.equal(faults.length, 1);
          assert.deepEqual(faults[0], {
            kind: "not UTF-8",
            offset: before.length,
            column: encoder.encode(lines[at]).length + 1,
          });
        },
      ),
      { numRuns: 200 },
    );
  });

  it("find the first faulty byte of a whole text", () => {
    assert.equal(firstInvalid(Uint8Array.of(0x61, 0xc3, 0xa9, 0xff)), 3);
    assert.equal(firstInvalid(Uint8Array.of(0xff)), 0);
    assert.equal(firstInvalid(Uint8Array.of(0x61, 0xe2, 0x82)), 1);
    assert.equal(firstInvalid(Uint8Array.of(0x61, 0x62)), 2);
  });
});
