import { type ColumnTest, isInSet, type PurposeSet, purposeShares, type SelectedCell } from "@kelisim/analysis";
import type { ShareQuery } from "@kelisim/api";
import type { Part } from "@kelisim/holdings";
import { purposeSetWords } from "@kelisim/words";
import { badRequest } from "../http/problem.ts";
import { answersBySet, type MoneyNeeds, plain } from "./answers-by-set.ts";
import { keysOf } from "./money-question.ts";
import { purposeCells } from "./purpose-cells.ts";
import { purposeSetOf, writtenRules } from "./purpose-sets.ts";
import type { RememberedCells } from "./remembered-cells.ts";

/** The part of a purpose set in everything that the filters find, all purposes together. */
export async function shareAnswer(needs: MoneyNeeds, query: ShareQuery) {
  if (query.purpose !== undefined || query.code !== undefined)
    throw badRequest("/query/purpose", "does not go with a share", "a share is taken of all purposes");
  const set = purposeSetOf(query);
  const keys = keysOf(query, ["year", "recipient"]);
  if (keys.includes("purpose")) throw badRequest("/query/by", "a share is taken over purposes, not for each");
  const answer = await answersBySet(needs, query, {
    method: `share ${writtenRules(set.rules)}`,
    keys,
    cellsOf: purposeCells(needs.cells, set, keys),
    calculate: (cells, from) => {
      const made = purposeShares(cells, set, keys, from);
      return { ...made, value: made.value.map(sharePoint) };
    },
  });
  const rules = set.rules.map(({ codes, words }) => ({ codes: [...codes], words: [...words] }));
  return { ...answer, set: { id: set.id, name: purposeSetWords(needs.language, set), rules } };
}

type Share = ReturnType<typeof purposeShares>["value"][number];
const sharePoint = ({ between, undecided, ...point }: Share) => ({
  ...plain(point),
  undecided: { ...undecided },
  ...(between === undefined ? {} : { between: [...between] as [string, string] }),
});

/** More titles in one question are no list to page through. */
const MOST_TITLES = 5000;

/**
 * Tests that together find the rows of a share that belong to the set ("in"), or of which it cannot be said ("undecided"): each
 * finds other rows. Throws 400 where too many titles decide.
 */
export async function testsOfPart(
  cells: RememberedCells,
  set: PurposeSet,
  part: "in" | "undecided",
  where: readonly ColumnTest[],
  parts: readonly Part[],
): Promise<readonly (readonly ColumnTest[])[]> {
  const found = await purposeCells(cells, set, [])(where, parts);
  const own = found.cells.filter(({ by }) => isInSet(set, by.purpose ?? null, by.title) === part);
  const purposes = [...Map.groupBy(own, ({ by }) => by.purpose ?? null)];
  // Purposes of which the code alone decides are asked together.
  const alone = purposes.flatMap(([purpose, those]) =>
    purpose !== null && those.every(({ by }) => by.title === undefined) ? [purpose] : [],
  );
  const titled = purposes.filter(([purpose]) => purpose === null || !alone.includes(purpose));
  return [
    ...(alone.length === 0 ? [] : [[...where, { column: "purpose", in: alone }]]),
    ...titled.flatMap(([purpose, those]) =>
      testsOfTitles(those).map((titles) => [
        ...where,
        purpose === null ? { column: "purpose", absent: true } : { column: "purpose", in: [purpose] },
        ...titles,
      ]),
    ),
  ];
}

/** Titles that decide: none where the code alone does. A title that is not given is asked for by itself. */
function testsOfTitles(cells: readonly SelectedCell[]): readonly (readonly ColumnTest[])[] {
  if (cells.every(({ by }) => by.title === undefined)) return [[]];
  const given = [...new Set(cells.flatMap(({ by }) => (typeof by.title === "string" ? [by.title] : [])))];
  if (given.length > MOST_TITLES)
    throw badRequest("/query/part", `rests on more than ${MOST_TITLES} titles`, "narrow it by years or recipients");
  return [
    ...(given.length === 0 ? [] : [[{ column: "title", in: given }]]),
    ...(cells.some(({ by }) => by.title === null) ? [[{ column: "title", absent: true }]] : []),
  ];
}
