import type { TableLayout } from "../layout.ts";
import { coded, figuresOf, text, type WideIndicator, year } from "./cells.ts";
import { vintageInColumn, vintageInName } from "./vintage.ts";

const ABOUT = {
  citation: "Freedom House, Freedom in the World; taken from democracyData (X. Márquez).",
  licence: "Freedom House's own terms (not seen); repository of the extract GPL-3.",
};

const RATINGS: readonly WideIndicator[] = [
  { id: "fh.pr", name: "Political rights", column: "pr", unit: "1 (most free) to 7" },
  { id: "fh.cl", name: "Civil liberties", column: "cl", unit: "1 (most free) to 7" },
  { id: "fh.status", name: "Status", column: "status", unit: "F, PF, NF", words: true },
];

export const freedomHouse: TableLayout = {
  form: "table",
  id: "freedom-house-ratings",
  version: 1,
  table: "figures",
  producer: {
    dataset: "freedom-house-ratings",
    name: "Freedom in the World, ratings",
    ...ABOUT,
    caveats: ["Low is free: 1 is the freest, 7 the least free."],
  },
  header: ["fh_country", "year", "pr", "cl", "status", "fh_total"],
  makes: figuresOf(RATINGS, { party: coded("fh_country", "country names", "FH"), year: year("year") }),
  vintage: vintageInName,
};

const groups = ["A1", "A2", "A3", "B1", "B2", "B3", "B4", "C1", "C2", "C3", "D1", "D2", "D3", "D4", "E1", "E2", "E3"];
const questions = [...groups, "F1", "F2", "F3", "F4", "G1", "G2", "G3", "G4"];

/** Highest sums of the groups of questions, as the methodology gives them. */
const SUMS: readonly (readonly [column: string, name: string, highest: number])[] = [
  ["A", "Electoral process", 12],
  ["B", "Political pluralism and participation", 16],
  ["C", "Functioning of government", 12],
  ["D", "Freedom of expression and belief", 16],
  ["E", "Associational and organisational rights", 12],
  ["F", "Rule of law", 16],
  ["G", "Personal autonomy and individual rights", 16],
  ["pr_full", "Political rights, sum", 40],
  ["cl_full", "Civil liberties, sum", 60],
  ["total", "Total", 100],
];

export const freedomHouseScores: TableLayout = {
  form: "table",
  id: "freedom-house-scores",
  version: 1,
  table: "figures",
  producer: {
    dataset: "freedom-house-scores",
    name: "Freedom in the World, scores by question",
    ...ABOUT,
    caveats: [
      "Scores run the other way than ratings: high is free.",
      'The discretionary question can lower the sum of political rights; where it was not asked the file has "N/A".',
      "An edition describes the year before it.",
    ],
  },
  header: ["fh_full_country", "edition", "year", "status", "pr", "cl", "pr_full", "cl_full", "total"],
  makes: figuresOf(
    [
      ...RATINGS,
      ...questions.map((question) => ({
        id: `fh.${question}`,
        name: `Question ${question}`,
        column: question,
        unit: "0 to 4",
      })),
      ...SUMS.map(([column, name, highest]) => ({ id: `fh.${column}`, name, column, unit: `0 to ${highest}` })),
      { id: "fh.AddQ", name: "Discretionary question", column: "AddQ", unit: "-4 to 0", noNumber: ["N/A"] },
    ],
    {
      party: coded("fh_full_country", "country names", "FH"),
      year: year("year"),
      edition: text("edition"),
    },
  ),
  vintage: vintageInColumn("edition"),
};
