import type { CoverageTaken, Named } from "@kelisim/api";
import { LinkButton } from "../../parts/link-button.tsx";
import { cellKey } from "../../state/coverage/matrix.ts";
import { type TakenRow, takenRowsOf } from "../../state/coverage/taken.ts";
import { NBSP, writeNumber } from "../../state/format.ts";
import type { Address } from "../../state/standpoint.ts";
import { useText } from "../../texts/use-text.ts";
import styles from "./coverage.module.css";

export interface TakenCellProps {
  readonly taken: CoverageTaken;
  readonly threat: Named;
  readonly country: Named;
  readonly row: TakenRow["cells"][number];
  /** Opens the rows of the files behind a figure; `what` says which it is. */
  readonly onRows: (query: Address, what: string) => void;
  /** Opens the cell of the matrix, with the budgets of its programmes. */
  readonly onBudgets: (key: string) => void;
}

/** Money of one threat and state: what belongs to it, of what it cannot be said, and budgets of programmes beside. Each opens what it is made of. */
export function TakenCell({ taken, threat, country, row, onRows, onBudgets }: TakenCellProps) {
  const { t, locale } = useText();
  const { cell, budgets, shared } = row;
  const currency = taken.basis?.currency ?? "";
  const amount = (sum: string, unit: string) =>
    `${writeNumber(Number(sum), locale, { notation: "compact", maximumSignificantDigits: 3 })}${NBSP}${unit}`;
  const exact = (sum: string, unit: string) =>
    `${writeNumber(sum, locale, { maximumFractionDigits: 20 })}${NBSP}${unit}`;
  const place = t("coverage.taken.of", { threat: threat.name, country: country.name });
  const rowsOf = (part: "in" | "undecided") => takenRowsOf(taken, threat.id, country.id, part);
  const undecided =
    cell === undefined || cell.undecided.rows === 0
      ? undefined
      : t("coverage.taken.undecided", {
          count: cell.undecided.rows,
          sum: cell.undecided.sum === undefined ? "none" : amount(cell.undecided.sum, currency),
        });
  const ofProgrammes = t("coverage.taken.budgets", {
    sums: budgets.map((each) => amount(each.sum, each.currency)).join(", "),
    own: budgets.length,
    shared,
  });
  return (
    <td>
      {cell?.sum === undefined ? (
        <span className="caption">{t(cell === undefined ? "coverage.taken.noRow" : "coverage.taken.noneDecided")}</span>
      ) : (
        <LinkButton
          className={styles.opens}
          label={t("money.openRowsOf", { what: `${place}: ${exact(cell.sum, currency)}` })}
          onClick={() => onRows(rowsOf("in"), `${place}: ${exact(cell.sum!, currency)}`)}
        >
          <b title={exact(cell.sum, currency)}>{amount(cell.sum, currency)}</b>
        </LinkButton>
      )}
      {undecided === undefined ? null : (
        <LinkButton
          className={styles.opens}
          label={t("money.openRowsOf", { what: `${place}: ${undecided}` })}
          onClick={() => onRows(rowsOf("undecided"), `${place}: ${undecided}`)}
        >
          <small>{undecided}</small>
        </LinkButton>
      )}
      {cell?.donors.length === 1 ? (
        <small>{t("coverage.taken.oneDonor", { donor: cell.donors[0]!.name })}</small>
      ) : null}
      {budgets.length === 0 && shared === 0 ? null : (
        <LinkButton
          className={styles.opens}
          label={`${place}: ${ofProgrammes}`}
          onClick={() => onBudgets(cellKey({ threat: threat.id, country: country.id }))}
        >
          <small>{ofProgrammes}</small>
        </LinkButton>
      )}
    </td>
  );
}
