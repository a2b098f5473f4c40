import { type ColumnTest, orderCells, type PurposeSet } from "@kelisim/analysis";
import type { Part } from "@kelisim/holdings";
import type { Cells } from "./answers-by-set.ts";
import type { RememberedCells } from "./remembered-cells.ts";

/**
 * The cells of which a share of a purpose set is made. Titles are asked for only where a rule of the set needs them: there are
 * nearly as many titles as rows.
 */
export const purposeCells =
  (cells: RememberedCells, set: PurposeSet, keys: readonly string[]) =>
  async (where: readonly ColumnTest[], parts: readonly Part[]): Promise<Cells> => {
    const by = [...keys, "purpose"];
    const all = await cells.answer({ where, by, sum: "amount" }, parts);
    const titled = [...new Set(all.cells.map((cell) => cell.by.purpose))].filter(
      (purpose): purpose is string => typeof purpose === "string" && needsTitle(set, purpose),
    );
    if (titled.length === 0) return all;
    const named = await cells.answer(
      { where: [...where, { column: "purpose", in: titled }], by: [...by, "title"], sum: "amount" },
      parts,
    );
    const rest = all.cells.filter((cell) => !titled.includes(String(cell.by.purpose)));
    return { ...all, cells: orderCells([...rest, ...named.cells], keys) };
  };

/** Whether a rule with words is about this code, or about one that the code stands over. */
const needsTitle = ({ rules }: PurposeSet, purpose: string) =>
  rules.some(
    ({ codes, words }) =>
      words.length > 0 && codes.some((code) => purpose.trim().startsWith(code) || code.startsWith(purpose.trim())),
  );
