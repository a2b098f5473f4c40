import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { compile, format } from "../src/index.ts";
import { findFences } from "../src/parse/fences.ts";
import { compileText, languageReference, REGION, VOCABULARY } from "./region.ts";

const block = (text: string) => `\`\`\`accord\n${text}\n\`\`\`\n`;

test("a clause is laid out one phrase a line", () => {
  const flat = block(
    'duty  X-1 "x" article "1" when Exercise e where e.live e.host must send Answer a to ALT where a.exercise = e within 3 days of e.sent if e.live within 4 days of e.sent otherwise confidence high',
  );
  assert.equal(
    format(flat),
    block(`duty X-1 "x" article "1"
  when Exercise e where e.live
  e.host must send Answer a to ALT where a.exercise = e
  within 3 days of e.sent if e.live
  within 4 days of e.sent otherwise
  confidence high`),
  );
});

test("comments stay with their words", () => {
  const text = block(`// first
duty X-1 "x" // the head
  // before the trigger
  when Exercise e where e.live // why
    and e.personnel > 3
  e.host must hold Exercise
  // last of the clause, belongs to the next
event Exercise { host: party; // who
  live: yes/no }
// at the end`);
  assert.equal(
    format(text),
    block(`// first
duty X-1 "x" // the head
  // before the trigger
  when Exercise e where e.live // why
    and e.personnel > 3
  e.host must hold Exercise

// last of the clause, belongs to the next
event Exercise {
  host: party; // who
  live: yes/no
}

// at the end`),
  );
});

test("long conditions are broken at their weakest words", () => {
  const text = block(
    'duty X-1 "x" when Exercise e where (e.personnel >= 9000 or e.personnel = 17 or e.personnel = 18) and e.live and e.place in Zone except e.personnel = 21 or e.personnel = 22 or e.personnel = 23 ALT must hold Exercise',
  );
  assert.equal(
    format(text),
    block(`duty X-1 "x"
  when Exercise e
    where (e.personnel >= 9000 or e.personnel = 17 or e.personnel = 18) and e.live and e.place in Zone
    except e.personnel = 21 or e.personnel = 22 or e.personnel = 23
  ALT must hold Exercise`),
  );
});

test("a block with a syntax error stays as it is, the others are laid out", () => {
  const wrong = block("duty   X when when\nduty Y");
  const right = block('standing  X "x"   each party owes every other party');
  assert.equal(
    format(`${wrong}\n${right}`),
    `${wrong}\n${block('standing X "x"\n  each party owes every other party')}`,
  );
});

test("examples for readers and unclosed blocks stay as they are", () => {
  const example = '```accord error x\nstanding  X "x" each party owes  nobody\n```\n';
  const open = '```accord\nstanding  X "x" each party owes  nobody\n';
  assert.equal(format(example), example);
  assert.equal(format(open), open);
});

test("line ends of the block are kept", () => {
  const text = block('standing X "x"\neach party owes every other party').replaceAll("\n", "\r\n");
  const formatted = format(text);
  assert.ok(formatted.includes("\r\n  each party"));
  assert.ok(!/[^\r]\n/.test(formatted));
});

const prose = fc.string({
  unit: fc.constantFrom("a", " ", "\n", "#", "`", "~", "\t", "é", "\r\n", "```", ">"),
  maxLength: 40,
});

test("prose outside the blocks stays byte for byte", () => {
  const pieces = fc.array(
    fc.tuple(prose, fc.constantFrom(...languageReference().match(/```accord\n[\s\S]*?\n```\n/g)!)),
    {
      maxLength: 3,
    },
  );
  const outside = (text: string) => {
    let rest = "";
    let at = 0;
    for (const fence of findFences(text)) {
      rest += `${text.slice(at, fence.start)}\u0000`;
      at = fence.end;
    }
    return rest + text.slice(at);
  };
  fc.assert(
    fc.property(pieces, prose, (parts, end) => {
      const text = parts.map(([words, fence]) => `${words}\n${fence}`).join("\n") + end;
      const once = format(text);
      assert.equal(outside(once), outside(text));
      assert.equal(format(once), once);
    }),
    { numRuns: 60 },
  );
});

/** White space and comments at random between the words of a text that compiles. */
const words = `${VOCABULARY}${block(
  'duty X-1 "x" article "1"\n when Exercise e where e.live and (e.personnel > 3 or not e.live) except e.activity = landing\n e.host must send Answer a to every other party where a.exercise = e\n no later than 3 days before e.start if e.live\n within 40 days of e.sent otherwise\nlimit X-2 "y" at most 3 Exercise e in any 3 years for each e.host, e.activity counted by e.start',
)}`;

test("formatting keeps every word, every comment and the meaning, however a text is spaced", () => {
  const gap = fc.constantFrom(" ", "  ", "\n", "\n\n", " // note\n", "\n// alone\n", "\t");
  fc.assert(
    fc.property(fc.array(gap, { minLength: 40, maxLength: 40 }), (gaps) => {
      let next = 0;
      // Spaces inside a line of a block may become any gap, except after a number (its unit) and in the head.
      const text = words.replace(/(?<=^ [^"\n]*[a-zA-Z)}]) (?=[a-z(])/gm, () => gaps[next++ % gaps.length]!);
      const once = format(text);
      assert.equal(format(once), once);
      assert.deepEqual(once.match(/\/\/ \w+/g), text.match(/\/\/ \w+/g));
      const hashes = (source: string) =>
        compileText(source).program.instruments.flatMap((instrument) =>
          instrument.clauses.map((clause) => clause.hash),
        );
      assert.deepEqual(hashes(once), hashes(text));
      assert.equal(hashes(once).length, 2);
    }),
    { numRuns: 100 },
  );
});

test("formatting a compiled text changes no clause", () => {
  const text = languageReference();
  const squeezed = text.replace(/```accord\n[\s\S]*?\n```\n/g, (fence) => fence.replace(/\n {2,}(?=[a-z])/g, " "));
  assert.notEqual(squeezed, text);
  const hashes = (source: string) =>
    compile([{ path: "a", text: source }], REGION).program.instruments.flatMap((instrument) =>
      instrument.clauses.map((clause) => clause.hash),
    );
  assert.deepEqual(hashes(format(squeezed)), hashes(text));
});
