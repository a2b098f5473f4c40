import { result } from "../methods.ts";
import type { Result, ResultInput } from "../result.ts";
import type { SelectedCell } from "../selection.ts";

export interface TrainingTotal {
  readonly power: string;
  readonly state: string;
  /** As the report counts years. */
  readonly year: number;
  readonly lines: number;
  /** People, as far as lines give a number; absent where none does. */
  readonly people?: string;
}

/** Lines of training reports and the people in them. Cells are grouped by `provider`, `party` and `year`, and sum `quantity`. */
export function trainingTotals(
  cells: readonly SelectedCell[],
  from: readonly ResultInput[],
): Result<readonly TrainingTotal[]> {
  const groups = Map.groupBy(cells, ({ by }) => JSON.stringify([by.provider, by.party, by.year]));
  const value = [...groups.values()].map((own): TrainingTotal => {
    const { provider, party, year } = own[0]!.by;
    const known = own.filter(({ sum }) => sum !== undefined);
    return {
      power: String(provider),
      state: String(party),
      year: Number(year),
      lines: own.reduce((lines, cell) => lines + cell.rows, 0),
      ...(known.length === 0 ? {} : { people: String(known.reduce((people, { sum }) => people + Number(sum), 0)) }),
    };
  });
  const without = cells.reduce((rows, cell) => rows + cell.without, 0);
  return result("powers.trainings", value, from, [
    { reason: "number of people not given: counted as a line only", rows: without },
  ]);
}
