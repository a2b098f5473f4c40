import type { Powers } from "@kelisim/api";
import { ChartFigure } from "../../charts/chart-figure.tsx";
import { Action } from "../../parts/action.tsx";
import { type Column, DataTable } from "../../parts/data-table.tsx";
import { Proof, sourceLines } from "../../parts/proof.tsx";
import { useAddress, useChangeAddress } from "../../shell/desk-context.ts";
import { KINDS } from "../../state/powers/address.ts";
import { cellKey } from "../../state/powers/matrix.ts";
import { multiplesOf, type YearMark } from "../../state/powers/multiples.ts";
import { useText } from "../../texts/use-text.ts";
import styles from "../coverage/coverage.module.css";
import own from "./powers.module.css";
import { SmallYears } from "./small-years.tsx";
import { usePowerFiles } from "./use-files.ts";

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
  const files = usePowerFiles("powers-years", { powers: address.powers, kind });
  const rows = multiples.states.flatMap(({ state, powers }) =>
    powers.flatMap(({ power, years }) => years.map((mark): Row => ({ power, state, ...mark }))),
  );
  const open = ({ power, state, year }: Row) =>
    change({ on: `${year}-12-31`, country: state.id, cell: cellKey(power.id, kind) });
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
        <Action look="quiet" onClick={() => open(row)}>
          {t("powers.openCell")}
        </Action>
      ),
    },
  ];
  return (
    <ChartFigure
      title={title}
      unit={t("powers.multiplesUnit", { most: multiples.most })}
      lines={sourceLines(data.proofs.counts, t)}
      name={`powers-${kind}`}
      files={Object.entries(files).map(([format, href]) => [format.toUpperCase(), href] as const)}
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
          <DataTable
            caption={title}
            columns={columns}
            rows={rows}
            keyOf={({ power, state, year }) => `${power.id}-${state.id}-${year}`}
          />
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
  );
}
