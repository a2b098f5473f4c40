import type { FigureEvidence } from "@kelisim/api";
import type { Column } from "../../parts/data-table.tsx";
import { Differing } from "../../parts/differing.tsx";
import { Proof } from "../../parts/proof.tsx";
import { Sourced } from "../../parts/sourced.tsx";
import { FIGURE_WORDS } from "../../state/evidence/words.ts";
import { writeNumber } from "../../state/format.ts";
import { useText } from "../../texts/use-text.ts";
import styles from "./evidence.module.css";
import { type ListProps, Sheet, useStateColumn } from "./sheet.tsx";

/** Figures of the region: all that is said of one indicator, state and period beside each other. */
export function Indicators({ data, exports }: ListProps) {
  const { t, locale } = useText();
  const state = useStateColumn<FigureEvidence>(FIGURE_WORDS);
  const { items, made } = data.indicators;
  const written = ({ value, unit }: FigureEvidence["figures"][number]) =>
    value === undefined
      ? t("evidence.valueUnknown")
      : String(Number(value)) === value
        ? `${writeNumber(Number(value), locale)}\u00A0${unit ?? ""}`.trim()
        : value;
  const proof = (figure: FigureEvidence["figures"][number]) => (
    <>
      <Sourced {...figure} />
      {figure.note === undefined ? null : <small className={styles.small}>{figure.note}</small>}
    </>
  );
  const columns: readonly Column<FigureEvidence>[] = [
    {
      id: "indicator",
      title: t("evidence.indicator"),
      cell: (row) => row.indicator,
      by: (row) => row.indicator,
    },
    { id: "party", title: t("evidence.state"), cell: (row) => row.party.name, by: (row) => row.party.name },
    { id: "period", title: t("evidence.years"), cell: (row) => row.period, by: (row) => row.period },
    {
      id: "figures",
      title: t("evidence.figures"),
      cell: (row) =>
        row.figures.length === 1 ? (
          row.figures.map((figure) => (
            <div key={figure.id}>
              <b>{written(figure)}</b> {proof(figure)}
            </div>
          ))
        ) : (
          <Differing values={row.figures.map((figure) => ({ value: written(figure), source: proof(figure) }))} />
        ),
    },
    state(t("evidence.standing")),
  ];
  return (
    <Sheet
      title={t("evidence.tab.indicators")}
      note={t("evidence.indicators.note", {
        count: items.filter((item) => item.state === "differ").length,
        unknown: items.filter((item) => item.state === "no value").length,
      })}
      made={<Proof proof={made} />}
      rows={items}
      columns={columns}
      keyOf={(row) => `${row.indicator}~${row.party.id}~${row.period}`}
      exports={exports}
    />
  );
}
