import { type CoverageCell, coverageMatrix, type TableScope } from "@kelisim/analysis";
import type { Answer, TableCell } from "../document.ts";
import { choiceOf, dayOf, listOf, namesOf } from "./given.ts";
import {
  type Calculation,
  type FigureSources,
  type Given,
  isRefused,
  one,
  type Refused,
  refused,
  tableInput,
} from "./sources.ts";

const TAKES = ["threat", "country", "on"];

/** Threats against countries: what binds, what is under way. */
export const COVERAGE: Readonly<Record<string, Calculation>> = {
  coverage: { takes: [...TAKES, "of"], answer: cells },
  "coverage.gaps": { takes: [...TAKES, "of"], answer: gaps },
};

function matrixOf(given: Given, sources: FigureSources) {
  const { region, binding } = sources;
  const day = dayOf(given, sources);
  if (isRefused(day)) return day;
  const [threats, countries] = [listOf(given.threat), listOf(given.country)];
  const unknown = threats?.find((id) => !region.threats.some((row) => row.id === id));
  if (unknown !== undefined)
    return refused(`the region has no threat "${unknown}"`, "see the first column of its threats.csv");
  const rows = region.threats.filter(({ id }) => threats === undefined || threats.includes(id));
  const bound = binding?.(day);
  const isComplete = (name: string) =>
    region.tables.some(({ table, coverage }) => table === name && coverage === "complete");
  const scope = (...names: readonly string[]): TableScope => (names.every(isComplete) ? "complete" : "partial");
  const question = {
    day,
    countries: countries ?? region.focus,
    ...(bound === undefined ? {} : { binding: bound }),
    scope: { duties: scope("threats", "status"), programmes: scope("threats", "programmes") },
  };
  const inputs = [
    tableInput(region, "threats", rows.length),
    tableInput(region, "programmes", region.programmes.length),
  ];
  return { rows, made: coverageMatrix(rows, region.programmes, question, inputs) };
}

type Matrix = Exclude<ReturnType<typeof matrixOf>, Refused>;

function cells(given: Given, sources: FigureSources): Answer {
  const matrix = matrixOf(given, sources);
  if (isRefused(matrix)) return matrix;
  const { made } = matrix as Matrix;
  if (given.of !== undefined) {
    const of = choiceOf("of", given.of, ["duties", "programmes", "perhaps"]);
    if (isRefused(of)) return of;
    const [cell, ...more] = made.value;
    if (cell === undefined || more.length > 0)
      return refused("of= is of one threat and one country", "write: coverage threat=T05 country=TJK of=duties");
    return one(made, told(cell)[of]);
  }
  const names = namesOf(sources);
  const rows = made.value.map((cell): readonly TableCell[] => {
    const { duties, programmes, perhaps } = told(cell);
    return [
      { text: names.threat(cell.threat) },
      { text: names.actor(cell.country) },
      counted(duties),
      counted(programmes),
      { text: perhaps, isNumber: true },
    ];
  });
  return {
    kind: "table",
    figure: { ...made, value: { columns: ["threat", "country", "duties", "programmes", "perhaps"], rows } },
  };
}

/** How many there are; where none were found, what that means. */
const told = ({ duties, programmes }: CoverageCell) => ({
  duties: duties.state === "some" ? String(duties.clauses.length) : duties.state,
  programmes: programmes.state === "some" ? String(programmes.underWay.length) : programmes.state,
  perhaps: String(programmes.perhaps.length),
});

const counted = (text: string): TableCell => (/^\d/.test(text) ? { text, isNumber: true } : { text, isWord: true });

/** For each threat the countries in which no programme was found under way, by what that means. */
function gaps(given: Given, sources: FigureSources): Answer {
  const of = choiceOf("of", given.of, ["programmes", "duties"]);
  if (isRefused(of)) return of;
  const matrix = matrixOf(given, sources);
  if (isRefused(matrix)) return matrix;
  const { rows, made } = matrix as Matrix;
  const names = namesOf(sources);
  const found = rows.flatMap((threat) => {
    const its = made.value.filter((cell) => cell.threat === threat.id && cell[of].state !== "some");
    return [...Map.groupBy(its, (cell) => cell[of].state)].map(([state, some]): readonly TableCell[] => [
      { text: names.threat(threat.id) },
      { text: state, isWord: true },
      { text: some.map(({ country }) => names.actor(country)).join(", ") },
    ]);
  });
  return { kind: "table", figure: { ...made, value: { columns: ["threat", "state", "countries"], rows: found } } };
}
