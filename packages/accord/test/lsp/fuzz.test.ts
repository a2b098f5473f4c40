import assert from "node:assert/strict";
import { it } from "node:test";
import {
  actionsAt,
  completionsAt,
  diagnosticsOf,
  foldsOf,
  formattingOf,
  hoverAt,
  outlineOf,
  referencesOf,
  semanticTokensOf,
} from "../../src/lsp/index.ts";
import { tokenize } from "../../src/parse/tokenize.ts";
import { deskOf } from "./real-region.ts";

const mutants = Number(process.env.KELISIM_MUTANTS ?? 1000);

/** Mulberry32: the same numbers each time. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

const MUTATIONS = ["delete", "insert", "double", "swap", "truncate", "character"] as const;

it(`${mutants} mutated instruments give diagnostics, and no service fails on them`, () => {
  const random = numbers(19960426);
  const broken = { diagnostics: 0, mutants: 0 };
  for (const region of ["four-rivers", "central-asia"]) {
    const desk = deskOf(region);
    const files = desk.workspace.files().filter(({ path }) => path.startsWith("instruments/"));
    const tokens = new Map(
      files.map(({ path, text }) => [
        path,
        desk.fences(path).flatMap((fence) =>
          tokenize(text.slice(fence.start, fence.end)).map((token) => ({
            ...token,
            offset: token.offset + fence.start,
          })),
        ),
      ]),
    );
    for (let round = 0; round < mutants / 2; round++) {
      const { path, text } = files[random(files.length)]!;
      const words = tokens.get(path)!;
      const [a, b] = [words[random(words.length)]!, words[random(words.length)]!];
      const [first, second] = a.offset <= b.offset ? [a, b] : [b, a];
      const cut = (from: number, length: number, put: string) => text.slice(0, from) + put + text.slice(from + length);
      let mutant = text;
      switch (MUTATIONS[random(MUTATIONS.length)]) {
        case "delete":
          mutant = cut(a.offset, a.text.length, "");
          break;
        case "insert":
          mutant = cut(a.offset, 0, `${b.text} `);
          break;
        case "double":
          mutant = cut(a.offset, 0, `${a.text} `);
          break;
        case "swap":
          mutant =
            text.slice(0, first.offset) +
            second.text +
            text.slice(first.offset + first.text.length, second.offset) +
            first.text +
            text.slice(second.offset + second.text.length);
          if (first.offset + first.text.length > second.offset) mutant = text;
          break;
        case "truncate":
          mutant = text.slice(0, a.offset + random(a.text.length + 1));
          break;
        default:
          mutant = cut(a.offset + random(a.text.length), 1, ["😀", '"', "}", "\r", "\uFEFF", "`", "é", ""][random(8)]!);
      }
      desk.set(path, mutant);
      const diagnostics = diagnosticsOf(desk, path);
      const places = desk.places(path);
      for (const { range, message } of diagnostics) {
        assert.ok(message.length > 0);
        assert.ok(places.offset(range.start) <= places.offset(range.end));
      }
      if (diagnostics.some(({ severity }) => severity === "error")) broken.diagnostics++;
      broken.mutants++;
      const near = places.position(Math.min(mutant.length, a.offset + random(12)));
      completionsAt(desk, path, near);
      hoverAt(desk, path, near);
      if (round % 4 === 0) {
        referencesOf(desk, path, near);
        actionsAt(desk, path, { start: { line: 0, character: 0 }, end: { line: places.lines, character: 0 } });
        outlineOf(desk, path);
        foldsOf(desk, path);
        semanticTokensOf(desk, path);
        formattingOf(desk, path);
      }
      desk.set(path, text);
    }
  }
  assert.equal(broken.mutants, 2 * Math.ceil(mutants / 2));
  // Most mutants are wrong, and the compiler says so.
  assert.ok(broken.diagnostics > mutants / 3, String(broken.diagnostics));
});

it("completion at every word of an instrument gives something or nothing, and never fails", () => {
  const desk = deskOf("four-rivers");
  const path = "instruments/RIVER.accord.md";
  const places = desk.places(path);
  let some = 0;
  let all = 0;
  for (const fence of desk.fences(path)) {
    for (const { offset, text } of tokenize(places.text.slice(fence.start, fence.end))) {
      for (const at of [fence.start + offset, fence.start + offset + text.length]) {
        const found = completionsAt(desk, path, places.position(at));
        for (const { range } of found) assert.ok(places.offset(range.start) <= at && at === places.offset(range.end));
        if (found.length > 0) some++;
        all++;
      }
    }
  }
  assert.ok(some > all / 3, `${some} of ${all}`);
});

it("what the grammar expects at a word holds the word that stands there", () => {
  const desk = deskOf("four-rivers");
  const path = "instruments/RIVER.accord.md";
  const places = desk.places(path);
  const missing: string[] = [];
  for (const fence of desk.fences(path)) {
    for (const { offset, text, type } of tokenize(places.text.slice(fence.start, fence.end))) {
      // `a` names a record here.
      if (type !== text || !/^[a-z]/.test(text) || text === "a") continue;
      const labels = completionsAt(desk, path, places.position(fence.start + offset)).map(({ label }) => label);
      if (!labels.includes(text)) missing.push(`${text} at ${places.position(fence.start + offset).line + 1}`);
    }
  }
  assert.deepEqual(missing, []);
});
