import {
  type ColumnTest,
  checkDuplicates,
  checkPrinted,
  type Exclusion,
  type Finding,
  type MoneyBasis,
  moneySeries,
  type PrintedClaim,
  type Result,
  type ResultInput,
  type SelectedCell,
} from "@kelisim/analysis";
import type { MoneyFinding, MoneyKey, MoneyQuery } from "@kelisim/api";
import type { Part } from "@kelisim/holdings";
import { columnsOf, type ObservationRow } from "@kelisim/model";
import { answersBySet, groupedBy, type MoneyNeeds } from "./answers-by-set.ts";
import { onlyYears, orRefused, selectionOf } from "./remembered-cells.ts";

type Keys = MoneyFinding["keys"];

/** More rows are not compared with each other: the question has to be narrower. */
const MOST_COMPARED = 4_000;
const PAGE = 1000;

/**
 * What looks like a misprint in the rows asked: years out of line with their neighbours, a total that stands among donors or
 * recipients, rows that say the same in every column. Each is a finding and never a verdict.
 */
export function checksAnswer(needs: MoneyNeeds, query: MoneyQuery) {
  const keys: readonly MoneyKey[] = ["year", "recipient", "donor"];
  return answersBySet<MoneyFinding>(needs, query, {
    method: "checks",
    keys,
    cellsOf: groupedBy(needs, keys),
    calculate: async (cells, from, { where, parts }) => {
      const sums = checkSums(cells, from);
      const alike = await rowsAlike(needs, where, parts, from);
      return { ...sums, value: [...sums.value, ...alike.value], exclusions: [...sums.exclusions, ...alike.exclusions] };
    },
  });
}

interface Claim {
  readonly claim: PrintedClaim;
  readonly keys: Keys;
  readonly basis: MoneyBasis;
  /** The column that the names of the figures are values of. */
  readonly column: MoneyKey;
}

function checkSums(cells: readonly SelectedCell[], from: readonly ResultInput[]): Result<readonly MoneyFinding[]> {
  const claims = [
    ...claimsOf(cells, ["recipient"], "year", "series", from),
    ...claimsOf(cells, ["year", "recipient"], "donor", "list", from),
    ...claimsOf(cells, ["year"], "recipient", "list", from),
  ];
  const made = checkPrinted(
    claims.map(({ claim }) => claim),
    from,
  );
  return { ...made, value: made.value.map(({ at, finding }) => findingOf(claims[at]!, finding)) };
}

/** One claim for each group by `keys`: its figures are the sums of the values of `column`. */
function claimsOf(
  cells: readonly SelectedCell[],
  keys: readonly MoneyKey[],
  column: MoneyKey,
  kind: "series" | "list",
  from: readonly ResultInput[],
): readonly Claim[] {
  const { value: points } = moneySeries(cells, [...keys, column], from);
  const groups = Map.groupBy(points, ({ keys: at, basis }) => JSON.stringify([keys.map((key) => at[key]), basis]));
  return [...groups.values()].map((own) => {
    const { keys: at, basis } = own[0]!;
    const figures = own
      .filter(({ keys: each, sum }) => sum !== undefined && each[column] !== null)
      .sort((a, b) => (column === "year" ? Number(a.keys.year) - Number(b.keys.year) : 0))
      .map(({ keys: each, sum }) => ({ name: String(each[column]), value: sum! }));
    const claim: PrintedClaim = kind === "series" ? { kind, figures } : { kind, parts: figures };
    return { claim, keys: Object.fromEntries(keys.map((key) => [key, at[key]!])), basis, column };
  });
}

function findingOf({ keys, basis, column }: Claim, finding: Finding): MoneyFinding {
  const at = (name: string) => ({ ...keys, [column]: column === "year" ? Number(name) : name });
  if (finding.kind === "out of line") {
    const { figure, neighbours, factor } = finding;
    return { kind: finding.kind, keys: at(figure.name), basis: { ...basis }, value: figure.value, neighbours, factor };
  }
  if (finding.kind !== "total among parts") throw new Error(`no rule of sums gives "${finding.kind}"`);
  const { name, value } = finding.total;
  return { kind: finding.kind, keys: at(name), basis: { ...basis }, value };
}

interface Alike {
  readonly value: readonly MoneyFinding[];
  readonly exclusions: readonly Exclusion[];
}

/** Columns that a selection can group by; amounts are none. */
const GROUPED = columnsOf("flows").flatMap(({ name, type }) => (type === "amount" || type === "number" ? [] : [name]));

/** Rows of one file that are equal in every column. They are read only where there can be such rows. */
async function rowsAlike(
  { holdings, cells }: MoneyNeeds,
  where: readonly ColumnTest[],
  parts: readonly Part[],
  inputs: readonly ResultInput[],
): Promise<Alike> {
  const rows = inputs.reduce((sum, input) => sum + input.rows, 0);
  if (rows > MOST_COMPARED)
    return {
      value: [],
      exclusions: [{ reason: "too many rows to compare each with each: narrow the question", rows }],
    };
  const groups = await cells.answer({ where, by: GROUPED }, parts);
  if (groups.cells.every((cell) => cell.rows < 2)) return { value: [], exclusions: [] };
  const selection = selectionOf({ where, by: [], sum: "amount" }, parts);
  const only = onlyYears(parts);
  const files = new Map<string, { readonly file: string; readonly rows: ObservationRow[] }>();
  for (let from = 0; from < rows; from += PAGE) {
    const page = orRefused(await holdings.rows(selection, undefined, { from, rows: PAGE }, only));
    for (const { holding, file, row } of page.rows) {
      const known = files.get(holding) ?? { file, rows: [] };
      known.rows.push(row);
      files.set(holding, known);
    }
    if (page.rows.length === 0) break;
  }
  const value = [...files.values()].flatMap(({ file, rows: own }) =>
    checkDuplicates(own, []).value.map(({ rows: places, values }) => alikeFinding(file, places, values)),
  );
  return { value, exclusions: [] };
}

function alikeFinding(file: string, rows: readonly number[], values: Omit<ObservationRow, "row">): MoneyFinding {
  const { year, recipient, donor, measure, currency, price_year: priceYear, amount } = values as ObservationRow;
  return {
    kind: "rows alike",
    keys: { year: year ?? null, recipient: recipient ?? null, donor: donor ?? null },
    basis: {
      measure: String(measure),
      currency: String(currency),
      priceYear: priceYear === undefined || priceYear === null ? null : Number(priceYear),
    },
    ...(amount === undefined || amount === null ? {} : { value: String(amount) }),
    file,
    rows: [...rows],
  };
}
