import type { SharePoint } from "@kelisim/api";
import { shareQuery } from "../../api/money.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { ChartFigure } from "../../charts/chart-figure.tsx";
import { ShareBand } from "../../charts/share-band.tsx";
import { type Column, DataTable } from "../../parts/data-table.tsx";
import { Empty } from "../../parts/empty.tsx";
import { ErrorPanel } from "../../parts/error-panel.tsx";
import { Skeletons } from "../../parts/skeletons.tsx";
import { useAddress, useDesk } from "../../shell/desk-context.ts";
import { fullAmount, percent } from "../../state/money/amounts.ts";
import { shareYears } from "../../state/money/shares.ts";
import { useText } from "../../texts/use-text.ts";
import type { Asked } from "./asked.tsx";
import styles from "./money.module.css";
import { Proof, sourceLines } from "./proof.tsx";
import { basisWords } from "./words.ts";

/** Which part of the money a set of purposes has, by year. */
export function Share({ asked }: { readonly asked: Asked }) {
  const { t, locale } = useText();
  const { region } = useDesk();
  const { set } = useAddress();
  const { basis, question, choice } = asked;
  const hasPurposes = choice.keys.includes("purpose");
  const { data, error, refetch } = useAnswer(shareQuery(region.id, { ...question, by: "year", set }));
  if (!hasPurposes) return <Empty>{t("money.noPurposes")}</Empty>;
  if (error) return <ErrorPanel error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeletons rows={8} />;
  const figure = data.answers[0]?.result;
  if (figure === undefined || figure.value.length === 0) return <Empty>{t("money.nothingFound")}</Empty>;
  const dated = figure.value.flatMap((point) => (typeof point.keys.year === "number" ? [point] : []));
  const shares = shareYears(
    dated.map(({ keys, share, between }) => ({
      year: Number(keys.year),
      ...(share === undefined ? {} : { share }),
      ...(between === undefined ? {} : { between: [between[0]!, between[1]!] as const }),
    })),
  );
  const unit = basisWords(basis, t);
  const title = t("money.shareTitle", { set: data.set.name });
  return (
    <ChartFigure
      title={title}
      unit={unit}
      lines={sourceLines(figure, t)}
      name={`money-share-${data.set.id}`}
      note={<SetWords set={data.set} />}
      table={<ShareTable points={figure.value} />}
      proof={<Proof figure={figure} />}
    >
      {(width) => (
        <ShareBand
          width={width}
          shares={shares}
          write={(value) => percent(value, locale)}
          words={{ decided: t("money.share.known"), between: t("money.share.between"), missing: t("money.noAmount") }}
          label={t("money.chartOf", { title, unit })}
        />
      )}
    </ChartFigure>
  );
}

function SetWords({ set }: { readonly set: { readonly rules: readonly { codes: string[]; words: string[] }[] } }) {
  const { t } = useText();
  return set.rules.map(({ codes, words }) => (
    <span key={codes.join()} className={styles.second}>
      {t(words.length === 0 ? "money.rule.codes" : "money.rule.words", {
        codes: codes.join(", "),
        words: words.join(", "),
      })}
    </span>
  ));
}

function ShareTable({ points }: { readonly points: readonly SharePoint[] }) {
  const { t, locale } = useText();
  const share = ({ share: known, between }: SharePoint): string => {
    if (known !== undefined) return percent(known, locale);
    if (between === undefined) return t("money.unknown");
    return t("money.betweenWords", { least: percent(between[0]!, locale), most: percent(between[1]!, locale) });
  };
  const columns: readonly Column<SharePoint>[] = [
    {
      id: "year",
      title: t("money.column.year"),
      cell: ({ keys }) => keys.year ?? t("money.notSaid"),
      by: ({ keys }) => Number(keys.year),
    },
    {
      id: "share",
      title: t("money.column.share"),
      number: true,
      cell: share,
      by: (point) => Number(point.share ?? point.between?.[0]),
    },
    { id: "part", title: t("money.column.part"), number: true, cell: ({ part }) => fullAmount(part, locale) },
    {
      id: "undecided",
      title: t("money.column.undecided"),
      number: true,
      cell: ({ undecided }) =>
        t("money.undecidedRows", { sum: fullAmount(undecided.sum, locale), count: undecided.rows }),
    },
    { id: "whole", title: t("money.column.whole"), number: true, cell: ({ whole }) => fullAmount(whole, locale) },
  ];
  return (
    <DataTable
      caption={t("money.asTable")}
      columns={columns}
      rows={points}
      keyOf={({ keys }) => JSON.stringify(keys)}
    />
  );
}
