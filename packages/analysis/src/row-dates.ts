import { type Dated, isRefusal, type ObservationRow, parseDated } from "@kelisim/model";

/** A date of a row as coarse as its `precision` says: the first day of a year stands for the year. */
export function dateOf(row: ObservationRow, column: "from" | "to"): Dated | undefined {
  const text = row[column];
  if (typeof text !== "string") return undefined;
  const letters = row.precision === "year" ? 4 : row.precision === "month" ? 7 : 10;
  const date = parseDated(text.slice(0, letters));
  return isRefusal(date) ? undefined : date;
}

/** Both dates of a row, as far as it has them. */
export function datesOf(row: ObservationRow): { readonly from?: Dated; readonly to?: Dated } {
  const [from, to] = [dateOf(row, "from"), dateOf(row, "to")];
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}
