import type { Words } from "@kelisim/words";
import { actorNamed } from "../desk/cooperation/names.ts";
import type { Desk } from "../desk/desk.ts";
import type { AskedHoldings } from "./asked-holdings.ts";
import type { RememberedCells } from "./remembered-cells.ts";

/** Columns whose values have names, and the column in which a file writes them. */
const NAMED = { recipient: "recipient_name", donor: "donor_name", purpose: "purpose_name" } as const;
type NamedColumn = keyof typeof NAMED;

/** names.recipient.KAZ: as the region names it, else as the first of the files writes it. */
export async function namesOfValues(
  columns: readonly string[],
  { sets }: AskedHoldings,
  cells: RememberedCells,
  desk: Desk,
  words: Words,
): Promise<Record<string, Record<string, string>>> {
  const named = (Object.keys(NAMED) as NamedColumn[]).filter((column) => columns.includes(column));
  const entries = await Promise.all(
    named.map(async (column) => {
      const names = new Map<string, string>();
      for (const { parts } of sets) {
        const written = await cells.answer({ where: [{ column, absent: false }], by: [column, NAMED[column]] }, parts);
        for (const { by } of written.cells) {
          const value = String(by[column]);
          const name = column === "purpose" ? value : actorNamed(desk, words, value).name;
          const shown = name === value ? (by[NAMED[column]] ?? value) : name;
          if (!names.has(value) || names.get(value) === value) names.set(value, String(shown));
        }
      }
      return [column, Object.fromEntries(names)] as const;
    }),
  );
  return Object.fromEntries(entries);
}
