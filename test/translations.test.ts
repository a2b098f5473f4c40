import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  checkTranslations,
  readPlaces,
  TRANSLATED_FIELDS,
  type Translated,
  type TranslationLookup,
  translationOf,
} from "@kelisim/model";
import { type OpenRegion, openRegion } from "./open-region.ts";

/** One text that a screen or a form shows, in the region's own language, and where its translation is looked up. */
type Shown = readonly [of: Translated, id: string, original: string, field?: string];

/** Names that stay as they are in Russian: systems of others, languages of forms, projects without a Russian name. */
const LATIN_NAMES = new Set(
  [
    "GIZ FIIAPP LEICA NDICI DCI NESA SEnECA CABSI CABMI CCATT RESP",
    "I2ES PICS PEN Online USIE ENAC RANET SPAR AFTN AMHS A B C D P",
    "HQ Wing Loong Bayraktar TB2 Anka Ababil TIKA ITEC",
    "ATOP Correlates of War S002 S004 I II III XXI Natural Earth 50m OpenStreetMap",
  ].flatMap((names) => names.split(" ")),
);

function shownIn({ region, compilation: { program } }: OpenRegion): readonly Shown[] {
  const named = (of: "party" | "organisation") =>
    (of === "party" ? region.parties : region.organisations).flatMap(({ id, name, shortName }): readonly Shown[] => [
      [of, id, name],
      ...(shortName === undefined ? [] : [[of, id, shortName, "shortName"] as const]),
    ]);
  const clauses = program.instruments.flatMap((instrument) => instrument.clauses);
  const channels = new Set([...region.channels, ...clauses].flatMap(({ channel }) => channel ?? []));
  const categories = new Set([
    ...region.timeline.map((event) => event.what),
    ...region.threats.map((threat) => threat.category),
    ...region.organisations.map((organisation) => organisation.kind),
  ]);
  const places = new Set([
    ...readPlaces(region.places?.json).features.map((feature) => feature.name),
    ...region.timeline.flatMap((event) => event.placeName ?? []),
  ]);
  return [
    ...named("party"),
    ...named("organisation"),
    ...program.instruments.flatMap(({ id, title }): readonly Shown[] => [
      ["instrument", id, title],
      ["instrument", id, title, "shortTitle"],
    ]),
    ...clauses.map(({ id, title }): Shown => ["clause", id, title]),
    ...program.instruments.flatMap(({ id, sides }) => sides.map(({ name }): Shown => ["side", `${id}.${name}`, name])),
    ...program.vocabulary.map(({ name, title }): Shown => ["kind", name, title]),
    ...program.vocabulary.flatMap((kind) =>
      kind.attributes.flatMap(({ name, type }): readonly Shown[] => [
        ["attribute", `${kind.name}.${name}`, name],
        ...(type.type === "choice"
          ? type.of.map((choice): Shown => ["choice", `${kind.name}.${name}.${choice}`, choice])
          : []),
      ]),
    ),
    ...region.threats.flatMap(({ id, name, definition }): readonly Shown[] => [
      ["threat", id, name],
      ...(definition === undefined ? [] : [["threat", id, definition, "definition"] as const]),
    ]),
    ...region.timeline.map(({ id, title }): Shown => ["timeline", id, title]),
    ...region.programmes.map(({ id, name }): Shown => ["programme", id, name]),
    ...region.disputes.flatMap(({ id, question, reason }): readonly Shown[] => [
      ["dispute", id, question],
      ["dispute", id, reason, "reason"],
    ]),
    ...[...categories].map((category): Shown => ["category", category, category]),
    ...[...places].map((place): Shown => ["place", place, place]),
    ...[...channels].map((channel): Shown => ["channel", channel, channel]),
  ];
}

for (const id of ["central-asia", "four-rivers"]) {
  describe(`the Russian texts of ${id}`, async () => {
    const opened = await openRegion(id);
    const rows = opened.region.translations.get("ru") ?? [];
    const russian: TranslationLookup = translationOf(opened.region, "ru");
    const shown = shownIn(opened);

    it("name nothing that the region does not have", () => {
      assert.deepEqual(checkTranslations(opened.region, opened.compilation.program), []);
      assert.ok(opened.problems.every(({ file }) => !file?.startsWith("translations/")));
    });

    it("leave out nothing that is shown", () => {
      const missing = shown.filter(([of, key, , field]) => russian(of, key, field) === undefined);
      assert.deepEqual(missing, []);
      const counts = (of: Translated) =>
        rows.filter((row) => row.of === of && row.field === TRANSLATED_FIELDS[of][0]).length;
      const { program } = opened.compilation;
      assert.equal(counts("instrument"), program.instruments.length);
      assert.equal(counts("clause"), program.instruments.flatMap((instrument) => instrument.clauses).length);
      assert.equal(counts("kind"), program.vocabulary.length);
      assert.equal(counts("party"), opened.region.parties.length);
      assert.equal(counts("organisation"), opened.region.organisations.length);
      assert.equal(counts("threat"), opened.region.threats.length);
    });

    it("are not the original left as it was", () => {
      const same = shown.filter(([of, key, original, field]) => russian(of, key, field) === original);
      assert.deepEqual(same, []);
    });

    it("are Russian, without Latin letters but in names", () => {
      for (const { of, id: key, field, text } of rows) {
        const where = `${of} ${key} ${field}: ${text}`;
        assert.match(text, /\p{Script=Cyrillic}/u, where);
        assert.doesNotMatch(text, /[\u2014]| {2}|^ | $|["']/, where);
        assert.equal(text.split("«").length, text.split("»").length, where);
        for (const word of text.match(/[\p{L}\d]+/gu) ?? []) {
          if (/\p{Script=Latin}/u.test(word)) assert.ok(LATIN_NAMES.has(word), `${where} has "${word}"`);
        }
      }
    });

    it("say that nobody has reviewed them", () => {
      assert.deepEqual([...new Set(rows.map((row) => row.status))], ["draft"]);
    });
  });
}
