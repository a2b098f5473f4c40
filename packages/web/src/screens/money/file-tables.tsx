import type { FileProblem, HoldingView, RefusedPage } from "@kelisim/api";
import { DataTable } from "../../parts/data-table.tsx";
import { useText } from "../../texts/use-text.ts";
import styles from "./money.module.css";

/** Which column of a file became which, and what was done to its text. */
export function MappingTable({
  columns,
  leftOut,
}: {
  readonly columns: HoldingView["columns"];
  readonly leftOut: readonly string[];
}) {
  const { t } = useText();
  return (
    <details className={styles.fold}>
      <summary>{t("money.mapping", { count: columns.length })}</summary>
      <DataTable
        caption={t("money.mapping", { count: columns.length })}
        rows={columns}
        keyOf={({ to, from }) => `${to} ${from.join()}`}
        columns={[
          { id: "from", title: t("money.column.from"), cell: ({ from }) => from.join(", ") },
          { id: "to", title: t("money.column.to"), cell: ({ to }) => <code>{to}</code> },
          { id: "how", title: t("money.column.how"), cell: ({ how }) => how ?? t("money.asWritten") },
        ]}
      />
      {leftOut.length === 0 ? null : (
        <p className={`${styles.pad} meta`}>{t("money.columnsLeftOut", { columns: leftOut.join(", ") })}</p>
      )}
    </details>
  );
}

/** What was refused, where it stands in the file, and why. */
export function RefusedTable({ refused }: { readonly refused: RefusedPage["refused"] }) {
  const { t } = useText();
  return (
    <DataTable
      caption={t("money.refused")}
      rows={refused.map((each, at) => ({ ...each, at }))}
      keyOf={({ at }) => `${at}`}
      columns={[
        { id: "row", title: t("money.column.row"), number: true, cell: ({ row }) => row, by: ({ row }) => row },
        { id: "column", title: t("money.column.column"), cell: ({ column }) => column ?? "" },
        { id: "text", title: t("money.column.text"), cell: ({ text }) => (text === undefined ? "" : <q>{text}</q>) },
        {
          id: "problem",
          title: t("money.column.why"),
          wide: true,
          cell: ({ problem, taken }) => (
            <>
              {problem}
              <span className={styles.second}>{t(taken === true ? "money.cellLeft" : "money.rowRefused")}</span>
            </>
          ),
        },
      ]}
    />
  );
}

/** What stands in the way of a file, or should be known of it. */
export function FileProblems({ problems }: { readonly problems: readonly FileProblem[] }) {
  if (problems.length === 0) return null;
  return (
    <ul className={`${styles.list} ${styles.pad}`}>
      {problems.map(({ code, severity, file, line, message, mend }) => (
        <li
          key={`${code}${file ?? ""}${line ?? ""}${message}`}
          className={severity === "error" ? styles.wrong : undefined}
        >
          {[message, mend].filter((part) => part !== undefined).join("; ")}
        </li>
      ))}
    </ul>
  );
}
