import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { format } from "../../src/index.ts";
import {
  actionsAt,
  completionsAt,
  type Desk,
  definitionOf,
  diagnosticsOf,
  foldsOf,
  formattingOf,
  hoverAt,
  openRegionDesk,
  outlineOf,
  PHRASES,
  type Position,
  referencesOf,
  rename,
  semanticTokensOf,
} from "../../src/lsp/index.ts";
import { applyEdits } from "../../src/lsp/rename.ts";
import { deskOf, filesOf, placeOf } from "./real-region.ts";

const SH = "instruments/SH1996.accord.md";
const RIVER = "instruments/RIVER.accord.md";
const asia = deskOf("central-asia");
const rivers = deskOf("four-rivers");

const labels = (desk: Desk, path: string, position: Position) =>
  completionsAt(desk, path, position).map(({ label }) => label);

/** A desk of four-rivers whose RIVER text ends with another block, and the place of `|` in it. */
function typing(block: string): { desk: Desk; position: Position } {
  const files = new Map(filesOf("four-rivers"));
  const before = `${files.get(RIVER)}\n\`\`\`accord\n`;
  const text = `${before}${block.replace("|", "")}\n\`\`\`\n`;
  files.set(RIVER, text);
  const { desk } = openRegionDesk(files);
  return { desk, position: desk.places(RIVER).position(before.length + block.indexOf("|")) };
}
const typed = (block: string) => {
  const { desk, position } = typing(block);
  return labels(desk, RIVER, position);
};

describe("diagnostics", () => {
  it("are the compiler's problems, at the same places", () => {
    const { problems } = asia.workspace.compilation();
    let seen = 0;
    for (const { path } of asia.workspace.files()) {
      const own = problems.filter((problem) => problem.file === path);
      const shown = diagnosticsOf(asia, path);
      assert.deepEqual(
        shown.map(({ code }) => code),
        own.map(({ code }) => code),
      );
      shown.forEach(({ range }, index) => {
        assert.equal(range.start.line, own[index]!.line! - 1);
        assert.ok(range.end.character > range.start.character || range.end.line > range.start.line);
      });
      seen += shown.length;
    }
    assert.ok(seen > 20);
  });

  it("name the other place of a clause that stands twice", () => {
    const { desk } = typing('standing RIVER-01 "again" article "1" each party owes every other party|');
    const twice = diagnosticsOf(desk, RIVER).find(({ code }) => code === "accord/duplicate-clause");
    assert.equal(twice?.related[0]?.path, RIVER);
  });

  it("are right with CRLF, a byte order mark and letters beyond the first plane", () => {
    const files = new Map(filesOf("four-rivers"));
    const clause = 'duty RIVER-90 "😀 Ⱥ" article "1"\r\n  when Floood f\r\n  no number in the text\r\n';
    const prose = files.get(RIVER)!.replaceAll("\n", "\r\n");
    files.set(RIVER, `\uFEFF${prose}\r\n😀 prose 𝄞\r\n\`\`\`accord\r\n${clause}\`\`\`\r\n`);
    const { desk } = openRegionDesk(files);
    const { text } = desk.places(RIVER);
    const problem = diagnosticsOf(desk, RIVER).find(({ severity }) => severity === "error");
    assert.ok(problem);
    const places = desk.places(RIVER);
    assert.ok(places.offset(problem.range.start) > text.indexOf("RIVER-90"));
    for (const position of [placeOf(desk, RIVER, 'RIVER-|90 "😀'), placeOf(desk, RIVER, "when Floo|od f")]) {
      assert.deepEqual(places.position(places.offset(position)), position);
    }
  });
});

describe("hover", () => {
  const about = (desk: Desk, path: string, marked: string) =>
    hoverAt(desk, path, placeOf(desk, path, marked))?.markdown ?? "";

  it("tells of a clause: title, article, source, confidence, channel, and an example", () => {
    const text = about(asia, SH, "duty SH1996-|05");
    for (const part of [
      "Invite observers",
      "article 6(1)",
      "Confidence high",
      "fsou.com",
      "Channel",
      "Example: With Exercise of",
    ]) {
      assert.ok(text.includes(part), `${part}: ${text}`);
    }
  });

  it("tells of kinds, attributes, records, sides, zones, parties and words", () => {
    assert.match(about(asia, SH, "when Exerc|ise e"), /event Exercise "Military exercise/);
    assert.match(about(asia, SH, "e.person|nel >= 35_000"), /personnel: count/);
    assert.match(about(asia, SH, "where |e.live"), /`e` is the Exercise of SH1996-05/);
    assert.match(about(asia, SH, "e.place in Border|Zone"), /shanghai-1996-zone/);
    assert.match(about(asia, SH, "China = {C|HN}"), /China/);
    assert.match(about(asia, SH, "no later| than 30"), /so long before/);
    assert.match(about(asia, SH, "instrument SH|1996"), /treaty, signed 1996-04-26/);
  });

  it("is nothing in prose", () => {
    assert.equal(hoverAt(asia, SH, { line: 0, character: 3 }), undefined);
  });

  it("quotes the language reference word for word", () => {
    const reference = readFileSync(new URL("../../../../docs/language.md", import.meta.url), "utf8").replace(
      /\s+/g,
      " ",
    );
    for (const { word, says } of PHRASES) assert.ok(reference.includes(says.replace(/\s+/g, " ")), `${word}: ${says}`);
  });
});

describe("completion", () => {
  it("gives kinds, attributes with their types, parties, choices and words by the grammar", () => {
    assert.ok(typed('duty X "x"\n when Ice|').includes("Flood") || typed('duty X "x"\n when |').length > 5);
    const position = placeOf(asia, SH, "e.person|nel >= 35_000");
    const attribute = completionsAt(asia, SH, position).find(({ label }) => label === "personnel");
    assert.deepEqual([attribute?.what, attribute?.detail], ["attribute", "count of Exercise"]);
    assert.ok(labels(asia, SH, placeOf(asia, SH, "e.place in Border|Zone")).includes("BorderZone"));
    assert.ok(labels(asia, SH, placeOf(asia, SH, "no la|ter than 30")).includes("sooner"));
    assert.ok(labels(asia, SH, placeOf(asia, SH, "e.|live and e.place")).includes("live"));
    assert.ok(labels(asia, SH, placeOf(asia, SH, "sides |China")).length === 0);
    assert.ok(labels(asia, SH, placeOf(asia, SH, "China = {|CHN")).includes("KAZ"));
  });

  it("knows half-typed text", () => {
    assert.ok(typed("|").includes("duty"));
    assert.deepEqual(typed('duty RIVER-90 "x" article "1"\n  when Exercise e where e.|').slice(-2), [
      "occurred",
      "received",
    ]);
    assert.ok(typed('right RIVER-90 "x"\n  if |').includes("RIVER-05"));
    assert.ok(typed('duty X "x"\n every year\n each party must send |').every((label) => /^[A-Z]/.test(label)));
    assert.ok(typed('duty X "x"\n every year\n |').includes("each"));
    assert.ok(typed("event E { host: |").includes("party"));
    assert.ok(typed('duty X "x"\n every year\n members of |').length > 0);
    assert.ok(typed('instrument I "x"\n zone Z = places "|').length > 0);
    assert.ok(typed('duty X "x"\n every year\n AVE must hold Exercise\n by 1 Ja|').includes("January"));
  });

  it("offers choices of an attribute after a comparison", () => {
    const { desk } = typing("|");
    const kinds = desk.kindEntries().map(({ facts }) => facts.kind);
    const choices = kinds.flatMap(({ name, attributes }) =>
      attributes.flatMap((each) =>
        each.type.type === "choice" ? [{ kind: name, name: each.name, of: each.type.of }] : [],
      ),
    );
    assert.ok(choices.length > 0);
    for (const { kind, name, of } of choices) {
      assert.deepEqual(typed(`duty X "x"\n when ${kind} e where e.${name} = |`), [...of]);
    }
  });

  it("writes a choice so that the condition can be read", () => {
    let quoted = 0;
    const desk = deskOf("central-asia");
    for (const { facts } of asia.kindEntries()) {
      for (const { name, type } of facts.kind.attributes) {
        if (type.type !== "choice") continue;
        const block = `duty X "x"\n when ${facts.kind.name} e where e.${name} = `;
        const before = `${asia.places(SH).text}\n\`\`\`accord\n${block}`;
        desk.set(SH, `${before}\n\`\`\`\n`);
        for (const { insert } of completionsAt(desk, SH, desk.places(SH).position(before.length))) {
          const clause = `${block}${insert}\n KAZ must hold Exercise\n by 2030-01-01`;
          desk.set(SH, `${asia.places(SH).text}\n\`\`\`accord\n${clause}\n\`\`\`\n`);
          const errors = diagnosticsOf(desk, SH).filter(({ severity }) => severity === "error");
          assert.deepEqual(errors, [], clause);
          if (insert.startsWith('"')) quoted++;
        }
        if (quoted > 3) return;
      }
    }
    assert.ok(quoted > 0);
  });

  it("is nothing in prose and comments", () => {
    assert.deepEqual(completionsAt(asia, SH, { line: 0, character: 0 }), []);
    assert.deepEqual(typed("// |"), []);
  });
});

describe("definition and references", () => {
  it("lead from a kind to the vocabulary and back to every use", () => {
    const place = placeOf(asia, SH, "when Exerc|ise e");
    const [definition] = definitionOf(asia, SH, place);
    assert.equal(definition?.path, "vocabulary/military.accord.md");
    const line = asia.places(definition.path).text.split("\n")[definition.range.start.line];
    assert.match(line ?? "", /^event Exercise/);
    const uses = referencesOf(asia, SH, place, false);
    assert.ok(uses.length > 10 && new Set(uses.map(({ path }) => path)).size > 1);
  });

  it("follow attributes, records, clauses, sides and zones", () => {
    const to = (marked: string) => {
      const [found] = definitionOf(asia, SH, placeOf(asia, SH, marked));
      return found && asia.places(found.path).text.split(/\r?\n/)[found.range.start.line];
    };
    assert.match(to("e.person|nel >= 35_000") ?? "", /personnel: count/);
    assert.match(to("where |e.live") ?? "", /when Exercise e/);
    assert.match(to("e.place in Border|Zone") ?? "", /zone BorderZone/);
    const path = RIVER;
    const miss = /if (RIVER-[\w-]+) is not performed/.exec(rivers.places(path).text);
    assert.ok(miss);
    const [clause] = definitionOf(rivers, path, placeOf(rivers, path, `if ${miss[1]}| is not`));
    assert.match(rivers.places(path).text.split("\n")[clause!.range.start.line]!, new RegExp(`^duty ${miss[1]} `));
  });
});

describe("rename", () => {
  /** The texts after a rename, and the compiler's errors on them. */
  const renamed = (desk: Desk, path: string, marked: string, name: string) => {
    const edits = rename(desk, path, placeOf(desk, path, marked), name);
    if ("refused" in edits) return assert.fail(edits.refused);
    return new Map(
      desk.workspace.files().map(({ path, text }) => [path, applyEdits(desk, path, text, edits.get(path) ?? [])]),
    );
  };
  const proseOf = (text: string) => text.replace(/```accord\n[^`]*```/g, "");

  it("changes kinds, attributes, records, clauses, sides and zones everywhere, and no prose", () => {
    for (const [marked, name] of [
      ["when Exerc|ise e", "Manoeuvre"],
      ["e.person|nel >= 35_000", "people"],
      ["where |e.live", "manoeuvre"],
      ["duty SH1996-|05", "SH1996-5x"],
      ["e.place in Border|Zone", "Borderland"],
      ["sides Ch|ina", "Cathay"],
    ] as const) {
      const before = asia.workspace.compilation();
      const texts = renamed(asia, SH, marked, name);
      const { desk } = openRegionDesk(new Map([...filesOf("central-asia"), ...texts]));
      const after = desk.workspace.compilation();
      const errors = (problems: typeof after.problems) =>
        problems.filter((problem) => problem.severity === "error").length;
      assert.equal(errors(after.problems), errors(before.problems), marked);
      assert.equal(
        after.program.instruments.flatMap((each) => each.clauses).length,
        before.program.instruments.flatMap((each) => each.clauses).length,
      );
      for (const [path, text] of texts) assert.equal(proseOf(text), proseOf(asia.places(path).text), path);
      assert.ok([...texts].some(([path, text]) => text !== asia.places(path).text));
      assert.deepEqual(asia.workspace.compilation().problems, before.problems);
    }
  });

  it("refuses what would collide, and what is no name", () => {
    const refused = (marked: string, name: string) => {
      const edits = rename(asia, SH, placeOf(asia, SH, marked), name);
      return "refused" in edits ? edits.refused : "done";
    };
    assert.match(refused("when Exerc|ise e", "Clarification"), /already names a kind/);
    assert.match(refused("e.person|nel >= 35_000", "tanks"), /already names an attribute/);
    assert.match(refused("e.person|nel >= 35_000", "sent"), /header/);
    assert.match(refused("where |e.live", "i"), /record of the clause/);
    assert.match(refused("where |e.live", "KAZ"), /a party/);
    assert.match(refused("duty SH1996-|05", "SH1996-04a"), /already names a clause/);
    assert.match(refused("sides Ch|ina", "Joint"), /already names a side/);
    assert.match(refused("when Exerc|ise e", "two words"), /no name/);
    assert.match(refused("when Exerc|ise e", "within"), /no name/);
    assert.match(refused("China = {C|HN}", "XXX"), /tables of the region/);
  });
});

describe("formatting", () => {
  it("gives what the formatter gives, by edits inside the blocks only", () => {
    const files = new Map(filesOf("four-rivers"));
    const messy = files
      .get(RIVER)!
      .replaceAll(/^ {2}(within|no later|channel)/gm, "     $1  ")
      .replaceAll(" must ", "   must ");
    files.set(RIVER, messy);
    const { desk } = openRegionDesk(files);
    const edits = formattingOf(desk, RIVER);
    assert.ok(edits.length > 3);
    assert.equal(applyEdits(desk, RIVER, messy, edits), format(messy));
    for (const { range } of edits) {
      const start = desk.places(RIVER).offset(range.start);
      assert.ok(desk.fences(RIVER).some((fence) => fence.start <= start && start <= fence.end));
    }
    assert.deepEqual(formattingOf(rivers, RIVER), []);
  });
});

describe("code actions", () => {
  const mended = (block: string, title: RegExp) => {
    const { desk, position } = typing(block);
    const whole = { start: { line: position.line - 3, character: 0 }, end: { line: position.line + 8, character: 0 } };
    const action = actionsAt(desk, RIVER, whole).find((each) => title.test(each.title));
    assert.ok(
      action,
      actionsAt(desk, RIVER, whole)
        .map((each) => each.title)
        .join("; "),
    );
    desk.set(RIVER, applyEdits(desk, RIVER, desk.places(RIVER).text, action.edits));
    return { desk, text: desk.places(RIVER).text, code: action.problem.code };
  };

  it("apply what the compiler proposes", () => {
    const { text, desk, code } = mended(
      '|duty RIVER-90 "x" article "1"\n  every year\n  each party must hold Exercse\n  by 1 June',
      /in place of Exercse/,
    );
    assert.match(text, /must hold Exercise\n/);
    assert.ok(!diagnosticsOf(desk, RIVER).some((each) => each.code === code));
  });

  it("add a source, an article, a deadline line, a reading to be filled in", () => {
    assert.match(
      mended('|instrument NEW "x"\n  kind treaty\n', /Add a source/).text,
      /instrument NEW "x"\n {2}source "WHAT WAS READ"\n {2}kind/,
    );
    assert.match(
      mended('|duty RIVER-90 "x"\n  every year\n  each party must hold Exercise\n  by 1 June', /Add an article/).text,
      /"x" article "ARTICLE"\n/,
    );
    assert.match(
      mended('|duty RIVER-90 "x" article "1"\n  every year\n  each party must hold Exercise', /sets no number/).text,
      /hold Exercise\n {2}no number in the text\n/,
    );
    assert.match(
      mended('|duty RIVER-90 "x" article "1"\n  when Exercise e\n  e.host must hold Exercise\n  immediately', /reading/)
        .text,
      /immediately read as NUMBER hours by "WHO DECIDED IT"/,
    );
  });
});

describe("outline, folds and colours", () => {
  it("show instruments with their clauses, and kinds with their attributes", () => {
    const [instrument] = outlineOf(asia, SH);
    assert.equal(instrument?.name, "SH1996");
    assert.equal(
      instrument?.children.length,
      asia.workspace.compilation().program.instruments.find(({ id }) => id === "SH1996")?.clauses.length,
    );
    assert.ok(
      outlineOf(rivers, "vocabulary.accord.md").every(
        ({ what, children }) => what === "event" || what === "notice" || children.length > 0,
      ),
    );
    assert.ok(foldsOf(asia, SH).length > 20);
  });

  it("colour every word of every block once, in order", () => {
    for (const { path } of rivers.workspace.files()) {
      const places = rivers.places(path);
      let last = 0;
      for (const { range } of semanticTokensOf(rivers, path)) {
        const start = places.offset(range.start);
        assert.ok(start >= last);
        last = places.offset(range.end);
      }
    }
  });
});
