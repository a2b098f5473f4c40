import type { Programmes } from "@kelisim/api";
import { useState } from "react";
import { programmesFiles } from "../../api/money.ts";
import { Action } from "../../parts/action.tsx";
import type { ConfidenceLevel } from "../../parts/confidence.tsx";
import { type Column, DataTable } from "../../parts/data-table.tsx";
import { Panel } from "../../parts/panel.tsx";
import { Proof } from "../../parts/proof.tsx";
import { Sourced } from "../../parts/sourced.tsx";
import { useDesk } from "../../shell/desk-context.ts";
import { writeList } from "../../state/format.ts";
import { fullAmount } from "../../state/money/amounts.ts";
import { useText } from "../../texts/use-text.ts";
import { FileLinks } from "./file-links.tsx";
import styles from "./money.module.css";

type Total = Programmes["totals"]["value"][number];
type Programme = Programmes["programmes"][number];

/** Budgets summed by currency, and the programmes behind each sum. */
export function ProgrammeTotals({ answer }: { readonly answer: Programmes }) {
  const { t, locale, language: lang } = useText();
  const { region } = useDesk();
  const [currency, setCurrency] = useState<string>();
  const columns: readonly Column<Total>[] = [
    { id: "currency", title: t("money.column.currency"), cell: (total) => total.currency },
    {
      id: "sum",
      title: t("money.column.amount"),
      number: true,
      cell: ({ least, greatest }) =>
        least === greatest
          ? fullAmount(least, locale)
          : t("money.betweenWords", { least: fullAmount(least, locale), most: fullAmount(greatest, locale) }),
    },
    {
      id: "counted",
      title: t("money.column.counted"),
      number: true,
      cell: (total) => (
        <button
          type="button"
          className={styles.link}
          aria-expanded={currency === total.currency}
          onClick={() => setCurrency((was) => (was === total.currency ? undefined : total.currency))}
        >
          {t("money.openRows", { count: total.counted })}
        </button>
      ),
    },
    {
      id: "alternatives",
      title: t("money.column.differ"),
      wide: true,
      cell: ({ alternatives }) =>
        alternatives.map(({ rows }) => (
          <span key={rows.map(({ programme }) => programme).join()} className={styles.second}>
            {rows.map(({ amount, source }) => `${fullAmount(amount, locale)}: ${source}`).join(" · ")}
          </span>
        )),
    },
  ];
  return (
    <>
      <Panel bare title={t("money.totals")}>
        <DataTable
          caption={t("money.totals")}
          rows={answer.totals.value}
          keyOf={(total) => total.currency}
          columns={columns}
        />
        <FileLinks files={programmesFiles(region.id, "budgets", { lang })} />
        <Proof proof={answer.totals} />
      </Panel>
      {currency === undefined ? null : (
        <Budgets answer={answer} currency={currency} onClose={() => setCurrency(undefined)} />
      )}
    </>
  );
}

/** Programmes with a budget in one currency; those that are parts of another row are in the sum through that row. */
function Budgets({
  answer,
  currency,
  onClose,
}: {
  readonly answer: Programmes;
  readonly currency: string;
  readonly onClose: () => void;
}) {
  const { t, locale, language: lang } = useText();
  const { region } = useDesk();
  const own = answer.programmes.filter(({ budget }) => budget?.currency === currency);
  const columns: readonly Column<Programme>[] = [
    {
      id: "programme",
      title: t("money.column.programme"),
      cell: ({ name, donors }) => (
        <>
          <b>{name}</b>
          <span className={styles.second}>
            {writeList(
              donors.map((id) => answer.names.actor?.[id] ?? id),
              locale,
            )}
          </span>
        </>
      ),
      by: ({ name }) => name,
    },
    {
      id: "budget",
      title: t("money.column.budget"),
      number: true,
      cell: ({ budget }) => `${fullAmount(budget!.amount, locale)}\u00A0${budget!.currency}`,
      by: ({ budget }) => Number(budget!.amount),
    },
    {
      id: "source",
      title: t("money.column.source"),
      cell: ({ budgetSource, source, confidence }) => (
        <Sourced source={budgetSource ?? source} confidence={confidence as ConfidenceLevel} unverified={false} />
      ),
    },
  ];
  return (
    <Panel
      bare
      title={t("money.budgetsIn", { currency })}
      count={own.length}
      aside={
        <Action look="quiet" onClick={onClose}>
          {t("money.close")}
        </Action>
      }
    >
      <p className={`${styles.pad} caption`}>{t("money.budgetsNote")}</p>
      <DataTable caption={t("money.budgetsIn", { currency })} columns={columns} rows={own} keyOf={({ id }) => id} />
      <FileLinks files={programmesFiles(region.id, "programmes", { lang })} />
    </Panel>
  );
}
