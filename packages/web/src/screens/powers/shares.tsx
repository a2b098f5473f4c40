import type { Named, Powers } from "@kelisim/api";
import { ChartFigure } from "../../charts/chart-figure.tsx";
import { RankedBars } from "../../charts/ranked-bars.tsx";
import { Action } from "../../parts/action.tsx";
import { type Column, DataTable } from "../../parts/data-table.tsx";
import { Empty } from "../../parts/empty.tsx";
import { Panel } from "../../parts/panel.tsx";
import { Proof, sourceLines } from "../../parts/proof.tsx";
import { useAddress, useChangeAddress } from "../../shell/desk-context.ts";
import { writeNumber } from "../../state/format.ts";
import { pointMark } from "../../state/powers/point.ts";
import { useText } from "../../texts/use-text.ts";
import styles from "../coverage/coverage.module.css";

type Share = Powers["shares"][number];

/** Shares of the powers in one kind, one state and one year; never over kinds. */
export function Shares({ data, state }: { readonly data: Powers; readonly state: Named }) {
  const { t, locale } = useText();
  const { kind } = data;
  const title = t("powers.share", { kind: t(`powers.kind.${kind}`), state: state.name, year: `${data.year}` });
  const own = data.shares.filter((share) => share.state === state.id).sort((a, b) => b.count - a.count);
  const names = new Map(data.powers.map(({ id, name }) => [id, name]));
  const text = ({ count, all, share }: Share) =>
    t("powers.shareOf", { count, all, share: writeNumber(share, locale, { maximumFractionDigits: 3 }) });
  const { country } = useAddress();
  const change = useChangeAddress();
  const open = (power: string) => change({ point: pointMark({ power, state: state.id, year: data.year }) }, true);
  const columns: readonly Column<Share>[] = [
    {
      id: "power",
      title: t("powers.power"),
      cell: ({ power }) => names.get(power),
      by: ({ power }) => names.get(power),
    },
    { id: "share", title: t("powers.tab.engagement"), cell: text, by: ({ count }) => count, number: true },
    {
      id: "open",
      title: t("powers.openCell"),
      cell: ({ power }) => (
        <Action look="quiet" onClick={() => open(power)}>
          {t("powers.openCell")}
        </Action>
      ),
    },
  ];
  if (own.length === 0)
    return (
      <Panel bare title={title}>
        <Empty>{t("powers.noShare")}</Empty>
      </Panel>
    );
  return (
    <ChartFigure
      key={country}
      title={title}
      unit={t("powers.shareNote")}
      lines={sourceLines(data.proofs.shares, t)}
      name={`powers-share-${kind}-${state.id}-${data.year}`}
      table={<DataTable caption={title} columns={columns} rows={own} keyOf={({ power }) => power} />}
      onMark={open}
      proof={
        <div className={styles.notes}>
          <Proof proof={data.proofs.shares} />
        </div>
      }
    >
      {(width) => (
        <RankedBars
          width={width}
          label={title}
          rows={own.map((share) => ({
            key: share.power,
            name: names.get(share.power) ?? share.power,
            value: share.count,
            text: text(share),
          }))}
        />
      )}
    </ChartFigure>
  );
}
