import type { Named, PowerKind, PowerRow, Powers, TakenQuantity } from "@kelisim/api";
import { Link } from "@tanstack/react-router";
import { Action } from "../../parts/action.tsx";
import { Panel } from "../../parts/panel.tsx";
import { Sourced } from "../../parts/sourced.tsx";
import { useAddress } from "../../shell/desk-context.ts";
import { writeDated } from "../../state/dated.ts";
import { NBSP } from "../../state/format.ts";
import { fullAmount } from "../../state/money/amounts.ts";
import type { PowerMatrixCell } from "../../state/powers/matrix.ts";
import { carried } from "../../state/standpoint.ts";
import type { Say } from "../../texts/use-text.ts";
import { useText } from "../../texts/use-text.ts";
import styles from "../coverage/coverage.module.css";
import { measureWords, priceWords } from "../money/words.ts";

export interface DetailProps {
  readonly data: Powers;
  readonly state: Named;
  readonly cell: PowerMatrixCell & { readonly power: Named };
  readonly onClose: () => void;
}

/** "Russia, Bases: Kyrgyzstan, 2012". */
export const cellTitle = (power: Named, kind: PowerKind, state: Named, year: number, t: Say): string =>
  t("powers.detail", { power: power.name, kind: t(`powers.kind.${kind}`), state: state.name, year: `${year}` });

/** One cell beside the grid that it was chosen in. */
export function Detail({ data, state, cell, onClose }: DetailProps) {
  const { t } = useText();
  return (
    <Panel
      title={cellTitle(cell.power, cell.kind, state, data.year, t)}
      aside={
        <Action look="quiet" onClick={onClose}>
          {t("powers.close")}
        </Action>
      }
    >
      <CellRows data={data} cell={cell} />
    </Panel>
  );
}

/** Every row that was counted in a cell, what may be, and what files of others tell, each with where it comes from. */
export function CellRows({ data, cell }: Pick<DetailProps, "data" | "cell">) {
  const { t } = useText();
  const rows = new Map(data.rows.map((row) => [row.id, row]));
  const of = (certain: boolean) =>
    (cell.cell?.of ?? []).filter((each) => each.certain === certain).flatMap(({ id }) => rows.get(id) ?? []);
  const [certain, perhaps] = [of(true), of(false)];
  return (
    <>
      {certain.length + perhaps.length === 0 ? <p>{t("powers.none")}</p> : null}
      <Rows title={t("powers.certain")} rows={certain} />
      <Rows title={t("powers.perhaps")} rows={perhaps} />
      {cell.taken.length === 0 ? null : (
        <section className={styles.part}>
          <h3>{t("powers.taken")}</h3>
          <p className="caption">{t("powers.takenNote")}</p>
          <Taken taken={cell.taken} />
        </section>
      )}
    </>
  );
}

function Rows({ title, rows }: { readonly title: string; readonly rows: readonly PowerRow[] }) {
  if (rows.length === 0) return null;
  return (
    <section className={styles.part}>
      <h3>
        {title} <span className="caption">{rows.length}</span>
      </h3>
      {rows.map((row) => (
        <RowItem key={row.id} row={row} />
      ))}
    </section>
  );
}

/** A row with its dates, the table that it stands in, its source; an agreement leads to its text. */
export function RowItem({ row }: { readonly row: PowerRow }) {
  const { t, locale } = useText();
  const address = useAddress();
  return (
    <div className={styles.item}>
      {row.of === "agreement" ? (
        <Link to="/agreements/$id" params={{ id: row.row }} search={carried(address) as never}>
          {row.title}
        </Link>
      ) : (
        <b>{row.title}</b>
      )}
      <small>
        {datesOf(row, t, locale)} · {t(`powers.of.${row.of}`)}
      </small>
      <small>
        <Sourced source={row.source} confidence={row.confidence} unverified={row.unverified} />
      </small>
      {row.note ? <small>{row.note}</small> : null}
    </div>
  );
}

function datesOf({ from, to, seen }: PowerRow, t: Say, locale: string): string {
  if (from === undefined) return t("powers.noDates");
  const [first, last, told] = [from, to, seen].map((date) => (date === undefined ? "" : writeDated(date, locale)));
  if (to !== undefined) return first === last ? first! : t("powers.dates", { from: first, to: last });
  return seen === undefined ? t("powers.since", { from: first }) : t("powers.seen", { from: first, seen: told });
}

/** Figures of files, each data set by itself. */
function Taken({ taken }: { readonly taken: readonly TakenQuantity[] }) {
  const { t, locale } = useText();
  const sets = [...Map.groupBy(taken, ({ dataset }) => dataset)];
  return sets.map(([dataset, own]) => (
    <div key={dataset} className={styles.item}>
      <b>{own[0]!.name}</b>
      {own.map((each) => (
        <small key={`${each.what}${each.measure ?? ""}${each.currency ?? ""}${each.priceYear ?? ""}`}>
          {quantityWords(each, t, locale)}
        </small>
      ))}
    </div>
  ));
}

function quantityWords({ what, value, measure, currency, priceYear, list }: TakenQuantity, t: Say, locale: string) {
  if (what !== "money") return t(`powers.what.${what}`, { count: Number(value), list: (list ?? []).join(", ") });
  return t("powers.what.money", {
    measure: measureWords(measure ?? "", t),
    amount: `${fullAmount(value, locale)}${NBSP}${currency ?? ""}`,
    prices: priceWords(priceYear ?? null, t),
  });
}
