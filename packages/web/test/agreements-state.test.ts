import assert from "node:assert/strict";
import { test } from "node:test";
import type { AgreementDraft, AgreementSection, OfficialText, PartyTrack } from "@kelisim/api";
import { ApiProblem } from "../src/api/problem.ts";
import { problemsOfText, withoutPlaces } from "../src/api/text-problems.ts";
import { accordTokens, codeLines } from "../src/state/agreements/accord-tokens.ts";
import { beginDraft, draftAfter, isUnsaved } from "../src/state/agreements/draft-state.ts";
import { readFilters, writeFilters } from "../src/state/agreements/filters.ts";
import { headingParts, shortNumber } from "../src/state/agreements/heading.ts";
import { alignTexts, articlesIn } from "../src/state/agreements/official.ts";
import { arrangeStrip, firstDay } from "../src/state/agreements/strip.ts";

test("filters survive the address; what is wrong in it is left out", () => {
  const filters = readFilters({
    q: "shanghai",
    kind: "treaty",
    party: "CHN",
    from: "1996",
    to: "19x6",
    status: "bound",
    sort: "open",
  });
  assert.deepEqual(filters, { q: "shanghai", kind: "treaty", party: "CHN", from: 1996, status: "bound", sort: "open" });
  assert.deepEqual(readFilters(writeFilters(filters)), filters);
  assert.deepEqual(readFilters({ kind: "memo", sort: "luck" }), { q: "", sort: "title" });
});

test("a heading is the number of its articles and a title", () => {
  assert.deepEqual(headingParts("Articles 2 and 3: information on forces"), {
    number: "Articles 2 and 3",
    title: "Information on forces",
  });
  assert.deepEqual(headingParts("Who takes part"), { title: "Who takes part" });
  assert.equal(shortNumber("Articles 2 and 3", "Art"), "Art\u00a02, 3");
  assert.equal(shortNumber("Articles 11(1) to 13", "Art"), "Art\u00a011(1)–13");
});

test("official texts stand beside the article they belong to, and nothing of them is lost", () => {
  assert.deepEqual(articlesIn("2-4"), ["2", "3", "4"]);
  const section = (article: string): AgreementSection => ({
    anchor: article,
    heading: "",
    article,
    partial: false,
    blocks: [],
  });
  const articles = ["1", "2", "3", "9"].map((article) => ({ article, heading: article, text: article }));
  const text = { language: "zh", articles: [{ heading: "", text: "opening" }, ...articles] } as unknown as OfficialText;
  const rows = alignTexts([section("1"), section("2-3"), section("5")], [text]);
  assert.deepEqual(
    rows.map((row) => [row.article, row.texts[0]!.map((each) => each.text)]),
    [
      [undefined, ["opening"]],
      ["1", ["1"]],
      ["2-3", ["2", "3"]],
      ["5", []],
      ["9", ["9"]],
    ],
  );
});

test("a bar is dashed where its date is not verified, and ends at the asked day", () => {
  const act = {
    party: "KAZ",
    act: "ratification",
    actName: "ratification",
    clauses: [],
    source: "x",
    unverified: true,
    confidence: "medium",
    effectDate: "1998-05-07",
  } as const;
  const track = (id: string, unverified: boolean): PartyTrack => ({
    id,
    name: id,
    standing: "bound",
    provisional: false,
    doubts: [],
    acts: [{ ...act, clauses: [], unverified, actDate: "1996-12" }],
    spells: id === "*" ? [] : [{ state: "bound", from: "1998-05-07", provisional: false, unverified: false }],
  });
  const strip = arrangeStrip([track("*", true), track("KAZ", false)], "2026-11-22");
  assert.deepEqual(strip.tracks[0]!.spans, [
    { kind: "effect", from: "1998-05-07", until: "2026-11-22", unverified: true },
  ]);
  assert.deepEqual(strip.tracks[0]!.acts, [{ kind: "ratification", day: "1996-12-01" }]);
  assert.equal(arrangeStrip([track("KAZ", false)], "2026-11-22").tracks[0]!.spans[0]!.unverified, false);
  assert.equal(firstDay("1998"), "1998-01-01");
});

test("a conflict keeps both texts until a person decides; what is typed while saving stays unsaved", () => {
  const kept = { id: "d", text: "a", title: "t", base: "region", version: 1 } as AgreementDraft;
  let state = draftAfter(beginDraft("a", "t", "region"), { kind: "opened", draft: kept });
  assert.equal(isUnsaved(state, "a"), false);
  state = draftAfter(draftAfter(state, { kind: "typed", text: "mine" }), { kind: "saving" });
  const theirs = { ...kept, text: "theirs", version: 2 };
  state = draftAfter(state, { kind: "changed elsewhere", theirs });
  assert.deepEqual([state.text, state.theirs?.text], ["mine", "theirs"]);
  assert.equal(draftAfter(state, { kind: "took theirs" }).text, "theirs");
  const mine = draftAfter(state, { kind: "kept mine" });
  assert.deepEqual([mine.text, mine.saved?.version, mine.theirs], ["mine", 2, undefined]);
  const typing = draftAfter(draftAfter(mine, { kind: "saving" }), { kind: "typed", text: "mine and more" });
  const saved = draftAfter(typing, { kind: "saved", draft: { ...theirs, text: "mine", version: 3 } });
  assert.equal(isUnsaved(saved, "a"), true);
});

test("words of the language are told apart, in blocks of code only", () => {
  assert.deepEqual(codeLines(["prose", "```accord", "duty X", "```", "prose"]), [false, false, true, false, false]);
  const line = 'duty SH1996-10 "Answer" // within';
  assert.deepEqual(
    accordTokens(line).map(({ kind, from, to }) => [kind, line.slice(from, to)]),
    [
      ["form", "duty"],
      ["id", "SH1996-10"],
      ["string", '"Answer"'],
      ["comment", "// within"],
    ],
  );
});

test("a refusal of a text is told line by line, and the rest of it as a whole", () => {
  const refusal = new ApiProblem({
    type: "/problems/text-has-errors",
    title: "The text has errors",
    status: 422,
    detail: "Mend them first.",
    errors: [
      { pointer: "/text/12/3", detail: "there is no kind X", mend: "declare it" },
      { pointer: "/body/from", detail: "is no day" },
    ],
  });
  assert.deepEqual(problemsOfText(refusal), [
    { code: "/text/12/3", severity: "error", line: 12, column: 3, message: "there is no kind X", mend: "declare it" },
  ]);
  assert.equal((withoutPlaces(refusal) as ApiProblem).details.errors, undefined);
  assert.deepEqual(problemsOfText(new Error("another")), []);
});
