import type { GrowthPoint } from "@kelisim/api";
import { growthQuery, moneyFiles } from "../../api/money.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { type Column, DataTable } from "../../parts/data-table.tsx";
import { ErrorPanel } from "../../parts/error-panel.tsx";
import { Panel } from "../../parts/panel.tsx";
import { Proof } from "../../parts/proof.tsx";
import { Skeletons } from "../../parts/skeletons.tsx";
import { useDesk } from "../../shell/desk-context.ts";
import { percent } from "../../state/money/amounts.ts";
import { briefFigure } from "../../state/money/brief-figure.ts";
import { rowsOf } from "../../state/money/rows-of.ts";
import type { MessageId } from "../../texts/ids.ts";
import { useText } from "../../texts/use-text.ts";
import type { Asked } from "./asked.tsx";
import { CopyFigure } from "./copy-figure.tsx";
import { FileLinks } from "./file-links.tsx";
import styles from "./money.module.css";
import { Amount } from "./open-amount.tsx";
import { useRows } from "./use-rows.tsx";
import { basisWords } from "./words.ts";

type Open = ReturnType<typeof useRows>["open"];
interface PartProps {
  readonly asked: Asked;
}

/** Change from year to year; over a gap there is none. */
export function Growth({ asked }: PartProps) {
  const { t } = useText();
  const { region } = useDesk();
  const rows = useRows();
  const { question, basis } = asked;
  const { data, error, refetch } = useAnswer(growthQuery(region.id, { ...question, by: "year" }));
  if (error) return <ErrorPanel error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeletons rows={5} />;
  const result = data.answers[0]?.result;
  if (result === undefined || result.value.length === 0) return null;
  return (
    <>
      <Panel bare title={t("money.growth")}>
        <p className={`${styles.pad} caption`}>{basisWords(basis, t)}</p>
        <GrowthTable asked={asked} points={result.value} open={rows.open} />
        <FileLinks files={moneyFiles(region.id, "growth", { ...question, by: "year" })} />
        <Proof proof={result} />
      </Panel>
      {rows.below("growth")}
    </>
  );
}

function GrowthTable({
  asked,
  points,
  open,
}: PartProps & { readonly points: readonly GrowthPoint[]; readonly open: Open }) {
  const { t, locale } = useText();
  const { question, choice } = asked;
  const columns: readonly Column<GrowthPoint>[] = [
    { id: "year", title: t("money.column.year"), cell: ({ year }) => year, by: ({ year }) => year },
    {
      id: "sum",
      title: t("money.column.amount"),
      number: true,
      cell: ({ year, sum }) => (
        <Amount sum={sum} what={`${year}`} onOpen={() => open("growth", rowsOf(question, { year }), `${year}`)} />
      ),
      by: ({ sum }) => (sum === undefined ? undefined : Number(sum)),
    },
    {
      id: "change",
      title: t("money.column.change"),
      number: true,
      cell: ({ change, why }) =>
        change === undefined
          ? t(`money.why.${(why ?? "no amount").replaceAll(" ", "-")}` as MessageId)
          : `${Number(change) > 0 ? "+" : ""}${percent(change, locale)}`,
      by: ({ change }) => (change === undefined ? undefined : Number(change)),
    },
    {
      id: "figure",
      title: t("money.column.figure"),
      cell: ({ year, change }) =>
        change === undefined ? null : (
          <CopyFigure
            text={briefFigure({ calculation: "money.growth", question, keys: { year }, years: choice.years })}
            what={`${t("money.column.change")}, ${year}`}
          />
        ),
    },
  ];
  return <DataTable caption={t("money.growth")} columns={columns} rows={points} keyOf={({ year }) => `${year}`} />;
}
