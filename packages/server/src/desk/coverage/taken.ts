import { type ColumnTest, type PurposeSet, type SelectedCell, takenMoney } from "@kelisim/analysis";
import type { CoverageTaken, CoverageTakenQuery } from "@kelisim/api";
import type { PurposeRow } from "@kelisim/model";
import type { Words } from "@kelisim/words";
import { badRequest } from "../../http/problem.ts";
import { proofOf } from "../../proof.ts";
import { actorNamed } from "../cooperation/names.ts";
import { generalKnowledge, sourcedData } from "../cooperation/sourced.ts";
import type { Desk } from "../desk.ts";
import {
  askedSet,
  cellsOf,
  frozenOf,
  inputOf,
  setsOf,
  type TakenNeeds,
  type TakenSet,
} from "../evidence/taken/sets.ts";

type Basis = NonNullable<CoverageTaken["basis"]>;

/** Money of one data set and year, by the threats to which its purposes were declared to speak and by the states of the region. */
export async function coverageTaken(
  needs: TakenNeeds,
  desk: Desk,
  words: Words,
  query: CoverageTakenQuery,
): Promise<CoverageTaken> {
  const { region } = desk;
  const { language } = words;
  const general = generalKnowledge(region.sources);
  const rules = region.purposes.map((row) => ({
    threat: row.threat,
    codes: [...row.codes],
    words: [...row.words],
    ...sourcedData(row, general),
  }));
  const sets = await withPurposes(needs, await setsOf(needs, "flows", query, language, false));
  const set = askedSet(sets, query.dataset);
  const bases = set === undefined ? [] : await basesOf(needs, set);
  const years = [...new Set(bases.map(({ year }) => year))].sort((a, b) => b - a);
  const fine = new Set(bases.filter((each) => each.fine).map((each) => each.year));
  // Coarser codes would leave all undecided: the newest year that has the five digits is looked at first.
  const year = query.year ?? years.find((each) => fine.has(each)) ?? years[0];
  const measures = [...new Set(bases.map(({ basis }) => basis.measure))];
  const basis = basisAsked(bases, year, query.measure);
  const shared = {
    sets: sets.map(({ dataset, name }) => ({ id: dataset, name })),
    years,
    measures,
    rules,
    frozen: frozenOf(set),
  };
  if (set === undefined || year === undefined || basis === undefined)
    return { ...shared, ...(set === undefined ? {} : { dataset: set.dataset }), cells: [] };
  const purposes = setsOfPurposes(region.purposes);
  const { cells, rows } = await moneyCells(needs, set, { year, basis, recipients: region.focus, purposes });
  const inputs = set.parts.map(({ holding }) => inputOf(holding, rows.get(holding.id) ?? 0, language));
  const made = purposes.map((purpose) => takenMoney(cells(purpose), purpose, region.focus, inputs));
  const proof = made[0] ?? takenMoney([], { id: "", name: "", rules: [] }, [], inputs);
  return {
    ...shared,
    dataset: set.dataset,
    year,
    basis,
    cells: made
      .flatMap(({ value }) => value)
      .map(({ threat, recipient, sum, rows: count, undecided, donors }) => ({
        threat,
        country: recipient,
        ...(sum === undefined ? {} : { sum }),
        rows: count,
        undecided: { ...undecided },
        donors: donors.map((id) => actorNamed(desk, words, id)),
      })),
    made: proofOf(proof, language),
  };
}

/** One set of purposes a threat, made of all its rows. */
function setsOfPurposes(rows: readonly PurposeRow[]): readonly PurposeSet[] {
  return [...Map.groupBy(rows, ({ threat }) => threat)].map(([threat, own]) => ({
    id: threat,
    name: threat,
    rules: own.map(({ codes, words }) => ({ codes, words })),
  }));
}

/** Data sets whose rows tell of purposes and recipients: of the others nothing can be said of a threat. */
async function withPurposes(needs: TakenNeeds, sets: readonly TakenSet[]): Promise<readonly TakenSet[]> {
  const found = await Promise.all(
    sets.map(async (set) => {
      const where = [
        { column: "purpose", absent: false },
        { column: "recipient", absent: false },
      ];
      const cells = await Promise.all(set.parts.map((part) => cellsOf(needs, part, { where, by: [] })));
      return cells.some((own) => own.some(({ rows }) => rows > 0)) ? [set] : [];
    }),
  );
  return found.flat();
}

interface YearBasis {
  readonly year: number;
  readonly basis: Basis;
  /** Some purpose has the five digits of the CRS: of coarser codes little can be said. */
  readonly fine: boolean;
}

async function basesOf(needs: TakenNeeds, { parts }: TakenSet): Promise<readonly YearBasis[]> {
  const where: readonly ColumnTest[] = [{ column: "purpose", absent: false }];
  const cells = await Promise.all(
    parts.map((part) => cellsOf(needs, part, { where, by: ["year", "purpose"], sum: "amount" })),
  );
  return cells.flat().map(({ by }) => ({
    year: Number(by.year),
    fine: /^\d{5}$/.test(String(by.purpose)),
    basis: {
      measure: String(by.measure),
      currency: String(by.currency),
      ...(by.price_year == null ? {} : { priceYear: Number(by.price_year) }),
    },
  }));
}

/** What is looked at first: money that was paid, else what was promised; prices of the year itself. Throws 400 for a measure that is not there. */
function basisAsked(
  bases: readonly YearBasis[],
  year: number | undefined,
  measure: string | undefined,
): Basis | undefined {
  if (measure !== undefined && !bases.some(({ basis }) => basis.measure === measure)) {
    const here = [...new Set(bases.map(({ basis }) => basis.measure))].join(", ");
    throw badRequest("/query/measure", `the data set has no measure "${measure}"`, here === "" ? undefined : here);
  }
  const rank = ({ basis }: YearBasis) => ["disbursement", "commitment"].indexOf(basis.measure) >>> 0;
  return bases
    .filter((each) => each.year === year && (measure === undefined || each.basis.measure === measure))
    .toSorted((a, b) => rank(a) - rank(b) || Number("priceYear" in a.basis) - Number("priceYear" in b.basis))[0]?.basis;
}

interface MoneyQuestion {
  readonly year: number;
  readonly basis: Basis;
  readonly recipients: readonly string[];
  readonly purposes: readonly PurposeSet[];
}

/** Cells by recipient, donor and purpose; with titles where a rule of the set asks for words and the file has them. */
async function moneyCells(
  needs: TakenNeeds,
  { parts }: TakenSet,
  { year, basis, recipients, purposes }: MoneyQuestion,
) {
  const where: readonly ColumnTest[] = [
    { column: "year", in: [year] },
    { column: "recipient", in: [...recipients] },
    { column: "measure", in: [basis.measure] },
    { column: "currency", in: [basis.currency] },
    basis.priceYear === undefined
      ? { column: "price_year", absent: true }
      : { column: "price_year", in: [basis.priceYear] },
  ];
  const by = ["recipient", "donor", "purpose"];
  const worded = purposes.filter(({ rules }) => rules.some(({ words }) => words.length > 0));
  const starts = [...new Set(worded.flatMap(({ rules }) => rules.flatMap(({ codes }) => codes)))];
  const ask = (more: readonly ColumnTest[], columns: readonly string[]) =>
    Promise.all(parts.map((part) => cellsOf(needs, part, { where: [...where, ...more], by: columns, sum: "amount" })));
  const plain = await ask([], by);
  const titled =
    worded.length === 0 ? [] : (await ask([{ column: "purpose", startsWith: starts }], [...by, "title"])).flat();
  const untitled = plain.flat().filter((cell) => !starts.some((start) => String(cell.by.purpose).startsWith(start)));
  const rows = new Map(
    parts.map(({ holding }, at) => [holding.id, plain[at]!.reduce((sum, cell) => sum + cell.rows, 0)]),
  );
  const isWorded = new Set(worded.map(({ id }) => id));
  const cells = ({ id }: PurposeSet): readonly SelectedCell[] =>
    isWorded.has(id) ? [...untitled, ...titled] : plain.flat();
  return { cells, rows };
}
