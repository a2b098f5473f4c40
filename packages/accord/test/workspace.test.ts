import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { describe, it } from "node:test";
import fc from "fast-check";
import { type CompileContext, compile, createWorkspace } from "../src/index.ts";
import { REGION } from "./region.ts";

const runs = Number(process.env.KELISIM_RUNS ?? 40);
const regions = new URL("../../../regions/", import.meta.url);

function filesOf(region: string): { path: string; text: string }[] {
  const folder = new URL(`${region}/`, regions);
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".accord.md"))
    .sort()
    .map((path) => ({ path, text: readFileSync(new URL(path, folder), "utf8") }));
}

const context: CompileContext = {
  ...REGION,
  parties: [
    ...REGION.parties,
    ...["CHN", "KAZ", "KGZ", "RUS", "TJK", "UZB"].map((id) => ({ id, name: id, kind: "state" as const })),
  ],
  zones: ["border-zone", "shanghai-1996-zone"],
};

const real = filesOf("four-rivers");
const words = [
  ...new Set(real.flatMap(({ text }) => text.match(/"[^"\n]*"|[A-Za-z_][\w-]*|\d[\d_.]*|[^\s\w]/g) ?? [])),
];

/** One change of one file: a stretch replaced by something, or the file taken out, brought back, or a new one. */
const edit = fc.record({
  file: fc.nat(),
  kind: fc.constantFrom("replace", "replace", "word", "word", "word", "remove", "restore", "lines"),
  at: fc.nat(),
  length: fc.nat(80),
  put: fc.oneof(fc.constant(""), fc.constantFrom(...words), fc.constant("\n"), fc.string({ maxLength: 5 })),
});

/** Puts another word in the place of one inside a block, so that names are misspelt, moved and exchanged. */
function otherWord(text: string, at: number, put: string): string {
  const places = [...text.matchAll(/```accord\n[^`]*```/g)].flatMap((block) =>
    [...block[0].matchAll(/[A-Za-z_][\w-]*/g)].map((word) => ({
      start: block.index + word.index,
      length: word[0].length,
    })),
  );
  const place = places[at % places.length];
  return place ? text.slice(0, place.start) + put + text.slice(place.start + place.length) : text;
}

describe("a workspace", () => {
  it("gives after any edits what compiling all files anew gives", () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 8 }), (edits) => {
        const workspace = createWorkspace(context);
        for (const { path, text } of real) workspace.set(path, text);
        workspace.compilation();
        for (const { file, kind, at, length, put } of edits) {
          const original = real[file % real.length]!;
          const text = workspace.files().find(({ path }) => path === original.path)?.text ?? "";
          const start = at % (text.length + 1);
          if (kind === "remove") workspace.remove(original.path);
          else if (kind === "restore") workspace.set(original.path, original.text);
          else if (kind === "word") workspace.set(original.path, otherWord(text, at, put));
          else if (kind === "lines") workspace.set(original.path, `${"\n".repeat(length % 4)}${text}`);
          else workspace.set(original.path, text.slice(0, start) + put + text.slice(start + length));
          const { program, problems, witnesses } = workspace.compilation();
          const anew = compile(workspace.files(), context);
          assert.deepEqual(problems, anew.problems);
          assert.deepEqual(program, anew.program);
          if (at % 7 === 0) assert.deepEqual(witnesses, anew.witnesses);
        }
      }),
      { numRuns: runs, seed: Number(process.env.KELISIM_SEED ?? 20261122) },
    );
  });

  it("gives the same object while nothing changes, and keeps clauses that an edit does not concern", () => {
    const workspace = createWorkspace(context);
    for (const { path, text } of real) workspace.set(path, text);
    const before = workspace.compilation();
    workspace.set(real[0]!.path, real[0]!.text);
    assert.equal(workspace.compilation(), before);
    const river = real.find(({ path }) => path.includes("RIVER"))!;
    workspace.set(river.path, `${river.text}\nMore prose.\n`);
    const after = workspace.compilation();
    assert.notEqual(after, before);
    for (const [index, instrument] of after.program.instruments.entries()) {
      for (const [place, clause] of instrument.clauses.entries()) {
        assert.equal(clause, before.program.instruments[index]?.clauses[place]);
      }
    }
  });

  it("two files of one path are both read by compile", () => {
    const text = '```accord\ninstrument A "a" kind treaty source "s"\nstanding A-1 "a" article "1" ALT owes BER\n```\n';
    const { problems } = compile(
      [
        { path: "a", text },
        { path: "a", text },
      ],
      context,
    );
    assert.deepEqual(
      problems.filter((problem) => problem.severity === "error").map((problem) => problem.code),
      ["accord/duplicate-clause", "accord/duplicate-instrument"].reverse(),
    );
  });
});
