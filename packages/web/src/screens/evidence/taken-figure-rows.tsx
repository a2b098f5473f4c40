import type { TakenFigure, TakenFigureRow, TakenFigures as TakenFiguresData } from "@kelisim/api";
import { type Column, DataTable } from "../../parts/data-table.tsx";
import { Differing, type DifferingProps } from "../../parts/differing.tsx";
import { Empty } from "../../parts/empty.tsx";
import { Panel } from "../../parts/panel.tsx";
import { Proof } from "../../parts/proof.tsx";
import { Sourced } from "../../parts/sourced.tsx";
import { FIGURE_WORDS } from "../../state/evidence/words.ts";
import { writeNumber } from "../../state/format.ts";
import { originalLanguage } from "../../state/money/original.ts";
import { useText } from "../../texts/use-text.ts";
import styles from "./evidence.module.css";
import { useStateColumn } from "./sheet.tsx";
import { Pages } from "./taken-filters.tsx";

/** Columns of a row: state, year, every vintage beside the others with our own beside them, and how they stand to each other. */
export function useFigureColumns(): readonly Column<TakenFigureRow>[] {
  const { t } = useText();
  const state = useStateColumn<TakenFigureRow>(FIGURE_WORDS);
  const figure = (own: TakenFigure) => ({
    value: own.value ?? t("evidence.valueUnknown"),
    source: <Behind figure={own} />,
  });
  return [
    { id: "party", title: t("evidence.state"), cell: (row) => row.party.name, by: (row) => row.party.name },
    { id: "year", title: t("evidence.year"), cell: (row) => row.year, by: (row) => row.year },
    {
      id: "figures",
      title: t("evidence.figures"),
      cell: (row) => (
        <SideBySide
          values={[
            ...row.figures.map(figure),
            ...row.curated.map((own) => ({
              value: `${own.value ?? t("evidence.valueUnknown")}`,
              source: (
                <small className={styles.small}>
                  {t("evidence.taken.curatedRow", { period: own.period, unit: own.unit ?? "" })} <Sourced {...own} />
                </small>
              ),
            })),
          ]}
        />
      ),
    },
    state(t("evidence.standing")),
  ];
}

/** The rows of the list. */
export function FigureRows({ data, start }: { readonly data: TakenFiguresData; readonly start: number }) {
  const { t, language } = useText();
  const shared = useFigureColumns();
  const indicator: Column<TakenFigureRow> = {
    id: "indicator",
    title: t("evidence.indicator"),
    cell: ({ indicator: { name } }) => <span lang={originalLanguage(name, language)}>{name}</span>,
  };
  const columns = data.indicator === "*" ? [indicator, ...shared] : shared;
  const differ = data.states.find(({ value }) => value === "differ")?.count ?? 0;
  return (
    <Panel bare title={t("evidence.taken.rows")} count={data.of}>
      <p className={styles.note}>{t("evidence.taken.note", { count: differ })}</p>
      {data.items.length === 0 ? (
        <Empty>{t("evidence.taken.noneFound")}</Empty>
      ) : (
        <DataTable
          caption={t("evidence.taken.rows")}
          columns={columns}
          rows={data.items}
          keyOf={(row) => `${row.indicator.id} ${row.party.id} ${row.year}`}
        />
      )}
      <div className={styles.pages}>
        <Pages start={start} rows={data.items.length} of={data.of} />
      </div>
      {data.made === undefined ? null : <Proof proof={data.made} />}
    </Panel>
  );
}

/** A figure that stands alone needs no frame; several stand side by side. */
function SideBySide({ values }: DifferingProps) {
  const [only, ...others] = values;
  if (only === undefined || others.length > 0) return <Differing values={values} />;
  return (
    <>
      <b>{only.value}</b> {only.source}
    </>
  );
}

/** Where a figure was read: vintage, bounds, how many sources its producer used, file and row. */
function Behind({ figure }: { readonly figure: TakenFigure }) {
  const { t, locale } = useText();
  const { vintage, edition, low, high, sources, file, row } = figure;
  const number = (value: number) => writeNumber(value, locale, { maximumSignificantDigits: 4 });
  return (
    <small className={styles.small}>
      {[
        t("evidence.taken.vintage", { vintage }),
        edition === undefined || edition === vintage ? undefined : t("evidence.taken.edition", { edition }),
        low === undefined || high === undefined
          ? undefined
          : t("evidence.taken.between", { low: number(low), high: number(high) }),
        sources === undefined ? undefined : t("evidence.taken.sources", { count: sources }),
        t("evidence.taken.place", { file, row }),
      ]
        .filter((each) => each !== undefined)
        .join("; ")}
    </small>
  );
}
