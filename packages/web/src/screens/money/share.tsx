import type { MoneyShare, SharePoint } from "@kelisim/api";
import { moneyFiles, shareQuery } from "../../api/money.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { ChartFigure } from "../../charts/chart-figure.tsx";
import { ShareBand } from "../../charts/share-band.tsx";
import { type Column, DataTable } from "../../parts/data-table.tsx";
import { Empty } from "../../parts/empty.tsx";
import { ErrorPanel } from "../../parts/error-panel.tsx";
import { Proof, sourceLines } from "../../parts/proof.tsx";
import { Skeletons } from "../../parts/skeletons.tsx";
import { useAddress, useDesk } from "../../shell/desk-context.ts";
import { fullAmount, percent } from "../../state/money/amounts.ts";
import { briefFigure } from "../../state/money/brief-figure.ts";
import { codesAlone } from "../../state/money/purpose-rules.ts";
import { rowsOf } from "../../state/money/rows-of.ts";
import { shareYears } from "../../state/money/shares.ts";
import type { Address } from "../../state/standpoint.ts";
import { useText } from "../../texts/use-text.ts";
import type { Asked } from "./asked.tsx";
import { CopyFigure } from "./copy-figure.tsx";
import styles from "./money.module.css";
import { OwnSet } from "./own-set.tsx";
import { useRows } from "./use-rows.tsx";
import { basisWords } from "./words.ts";

/** Which part of the money a set of purposes has, by year. */
export function Share({ asked }: { readonly asked: Asked }) {
  const { t } = useText();
  const { region } = useDesk();
  const { set, rules, called } = useAddress();
  const { question, choice } = asked;
  const waits = set === "own" && rules === undefined;
  const own = set === "own" && !waits ? { set, rules, called } : { set: waits ? undefined : set };
  const { data, error, refetch } = useAnswer(shareQuery(region.id, { ...question, ...own, by: "year" }));
  if (!choice.keys.includes("purpose")) return <Empty>{t("money.noPurposes")}</Empty>;
  return (
    <div className={styles.stack}>
      {set === "own" ? <OwnSet key={`${rules} ${called}`} rules={rules} called={called} /> : null}
      {waits ? null : error ? (
        <ErrorPanel error={error} onRetry={() => void refetch()} />
      ) : data ? (
        <Drawn asked={asked} data={data} question={{ ...question, ...own }} />
      ) : (
        <Skeletons rows={8} />
      )}
    </div>
  );
}

function Drawn({
  asked,
  data,
  question,
}: {
  readonly asked: Asked;
  readonly data: MoneyShare;
  readonly question: Address;
}) {
  const { t, locale } = useText();
  const { region } = useDesk();
  const rows = useRows();
  const { basis, choice } = asked;
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
  const { question: asks } = asked;
  const open = (point: SharePoint, part: "in" | "undecided" | undefined) =>
    rows.open(
      "share",
      rowsOf({ ...(part === undefined ? asks : question), ...(part === undefined ? {} : { part }) }, point.keys),
      `${part === undefined ? t("money.column.whole") : part === "in" ? data.set.name : t("money.column.undecided")}, ${point.keys.year ?? t("money.notSaid")}`,
    );
  const purpose = data.set.id === "own" ? codesAlone(data.set.rules) : data.set.id;
  const figureOf = ({ keys }: SharePoint) =>
    purpose === undefined
      ? undefined
      : briefFigure({ calculation: "money.share", question: asks, keys, years: choice.years, purpose });
  return (
    <>
      <ChartFigure
        title={title}
        unit={unit}
        lines={sourceLines(figure, t)}
        name={`money-share-${data.set.id}`}
        note={<SetWords set={data.set} />}
        files={moneyFiles(region.id, "share", { ...question, by: "year" })}
        table={<ShareTable points={figure.value} onRows={open} figure={figureOf} />}
        proof={<Proof proof={figure} />}
        onMark={(mark) => {
          const point = figure.value.find(({ keys }) => `${keys.year}` === mark);
          if (point !== undefined) open(point, "in");
        }}
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
      {rows.below("share")}
    </>
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

function ShareTable({
  points,
  onRows,
  figure,
}: {
  readonly points: readonly SharePoint[];
  readonly onRows: (point: SharePoint, part: "in" | "undecided" | undefined) => void;
  readonly figure: (point: SharePoint) => string | undefined;
}) {
  const { t, locale } = useText();
  const rows = (point: SharePoint, part: "in" | "undecided" | undefined, text: string, title: string) => (
    <button
      type="button"
      className={styles.link}
      aria-label={t("money.openRowsOf", { what: `${title}, ${point.keys.year ?? t("money.notSaid")}: ${text}` })}
      onClick={() => onRows(point, part)}
    >
      {text}
    </button>
  );
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
    {
      id: "part",
      title: t("money.column.part"),
      number: true,
      cell: (point) =>
        Number(point.part) === 0
          ? fullAmount(point.part, locale)
          : rows(point, "in", fullAmount(point.part, locale), t("money.column.part")),
    },
    {
      id: "undecided",
      title: t("money.column.undecided"),
      number: true,
      cell: (point) => {
        const { sum, rows: count } = point.undecided;
        const text = t("money.undecidedRows", { sum: fullAmount(sum, locale), count });
        return count === 0 ? text : rows(point, "undecided", text, t("money.column.undecided"));
      },
    },
    {
      id: "whole",
      title: t("money.column.whole"),
      number: true,
      cell: (point) => rows(point, undefined, fullAmount(point.whole, locale), t("money.column.whole")),
    },
    {
      id: "figure",
      title: t("money.column.figure"),
      cell: (point) => (
        <CopyFigure text={figure(point)} what={`${t("money.column.share")}, ${point.keys.year ?? ""}`} />
      ),
    },
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
