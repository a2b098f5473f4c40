import type { Powers } from "@kelisim/api";
import { chartFiles } from "../../api/table-files.ts";
import { ChartFigure } from "../../charts/chart-figure.tsx";
import { Action } from "../../parts/action.tsx";
import { type Column, DataTable } from "../../parts/data-table.tsx";
import { Proof, sourceLines } from "../../parts/proof.tsx";
import { useAddress, useChangeAddress } from "../../shell/desk-context.ts";
import { useTableFiles } from "../../shell/use-table-files.ts";
import { KINDS } from "../../state/powers/address.ts";
import { multiplesOf, type YearMark } from "../../state/powers/multiples.ts";
import { markedPoint, pointMark } from "../../state/powers/point.ts";
import { useText } from "../../texts/use-text.ts";
import styles from "../coverage/coverage.module.css";
import { PointRows } from "./point-rows.tsx";
import own from "./powers.module.css";
import { SmallYears } from "./small-years.tsx";

interface Row extends YearMark {
  readonly power: { readonly id: string; readonly name: string };
  readonly state: { readonly id: string; readonly name: string };
}

/** One kind through all years: a small drawing for each state, all on one scale. */
export function Multiples({ data }: { readonly data: Powers }) {
  const { t } = useText();
  const address = useAddress();
  const change = useChangeAddress();
  const { kind } = data;
  const multiples = multiplesOf(data);
  const words = t(`powers.kind.${kind}`);
  const title = t("powers.multiples", { kind: words });
  const files = useTableFiles("powers-years", { powers: address.powers, kind });
  const rows = multiples.states.flatMap(({ state, powers }) =>
    powers.flatMap(({ power, years }) => years.map((mark): Row => ({ power, state, ...mark }))),
  );
  const open = (mark: string | undefined) => change({ point: mark }, true);
  const markOf = ({ power, state, year }: Row) => pointMark({ power: power.id, state: state.id, year });
  const point = markedPoint(address.point);
  const columns: readonly Column<Row>[] = [
    { id: "state", title: t("powers.state"), cell: ({ state }) => state.name, by: ({ state }) => state.name },
    { id: "power", title: t("powers.power"), cell: ({ power }) => power.name, by: ({ power }) => power.name },
    { id: "year", title: t("powers.year"), cell: ({ year }) => `${year}`, by: ({ year }) => year, number: true },
    { id: "certain", title: t("powers.certain"), cell: ({ count }) => count, by: ({ count }) => count, number: true },
    { id: "perhaps", title: t("powers.perhaps"), cell: (row) => row.perhaps, by: (row) => row.perhaps, number: true },
    {
      id: "open",
      title: t("powers.openCell"),
      cell: (row) => (
        <Action look="quiet" onClick={() => open(markOf(row))}>
          {t("powers.openCell")}
        </Action>
      ),
    },
  ];
  return (
    <>
      <ChartFigure
        onMark={open}
        title={title}
        unit={t("powers.multiplesUnit", { most: multiples.most })}
        lines={sourceLines(data.proofs.counts, t)}
        name={`powers-${kind}`}
        files={chartFiles(files)}
        aside={
          <label className={`${own.kind} screen-only`}>
            <span>{t("powers.kind")}</span>
            <select value={kind} onChange={(event) => change({ kind: event.target.value }, true)}>
              {KINDS.map((each) => (
                <option key={each} value={each}>
                  {t(`powers.kind.${each}`)}
                </option>
              ))}
            </select>
          </label>
        }
        table={
          <div className={styles.long}>
            <DataTable caption={title} columns={columns} rows={rows} keyOf={markOf} />
          </div>
        }
        proof={
          <div className={styles.notes}>
            <Proof proof={data.proofs.counts} />
          </div>
        }
      >
        {(width) => (
          <SmallYears
            multiples={multiples}
            years={data.years}
            year={data.year}
            width={width}
            label={t("powers.multiplesLabel", { kind: words })}
          />
        )}
      </ChartFigure>
      {point === undefined ? null : (
        <PointRows key={pointMark(point)} data={data} point={point} onClose={() => open(undefined)} />
      )}
    </>
  );
}
