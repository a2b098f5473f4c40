import type { MoneyPoint } from "@kelisim/api";
import { useQuery } from "@tanstack/react-query";
import { moneyFiles, seriesQuery } from "../../api/money.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { ChartFigure } from "../../charts/chart-figure.tsx";
import { MoneyMap } from "../../charts/money-map.tsx";
import { basemapQuery } from "../../map/map-data.ts";
import { Empty } from "../../parts/empty.tsx";
import { ErrorPanel } from "../../parts/error-panel.tsx";
import { Panel } from "../../parts/panel.tsx";
import { Proof, sourceLines } from "../../parts/proof.tsx";
import { Skeletons } from "../../parts/skeletons.tsx";
import { useAddress, useDesk } from "../../shell/desk-context.ts";
import { shortMoney } from "../../state/money/amounts.ts";
import { briefFigure } from "../../state/money/brief-figure.ts";
import { heldBy, noStates } from "../../state/money/map.ts";
import { keyOf, yearSums } from "../../state/money/points.ts";
import { rowsOf } from "../../state/money/rows-of.ts";
import { yearOf, yearsBetween } from "../../state/money/years.ts";
import { useText } from "../../texts/use-text.ts";
import type { Asked } from "./asked.tsx";
import styles from "./money.module.css";
import { PointTable } from "./point-table.tsx";
import { useRows } from "./use-rows.tsx";
import { basisWords, namer } from "./words.ts";
import { YearPick } from "./year-pick.tsx";

/** Money on the lands of those who had it, year by year; what belongs to no single state stands beside the map. */
export function MapTab({ asked }: { readonly asked: Asked }) {
  const { t, language: lang } = useText();
  const { region } = useDesk();
  const address = useAddress();
  const { choice, question, recipients } = asked;
  const beside = address.recipient === undefined ? noStates(choice.recipients) : [];
  const recipient = recipients.length === 0 ? undefined : [...recipients, ...beside].join(",");
  const series = useAnswer(seriesQuery(region.id, { ...question, recipient, by: "year,recipient" }));
  const ground = useQuery(basemapQuery(region.id, lang));
  if (!choice.keys.includes("recipient")) return <Empty>{t("money.noRecipients")}</Empty>;
  const error = series.error ?? ground.error;
  if (error) return <ErrorPanel error={error} onRetry={() => void Promise.all([series.refetch(), ground.refetch()])} />;
  const result = series.data?.answers[0]?.result;
  if (series.data === undefined || ground.data === undefined) return <Skeletons rows={10} />;
  if (result === undefined || result.value.length === 0) return <Empty>{t("money.nothingFound")}</Empty>;
  return (
    <Drawn
      asked={asked}
      basemap={ground.data}
      series={series.data}
      result={result}
      question={{ ...question, recipient }}
    />
  );
}

type DrawnProps = {
  readonly asked: Asked;
  readonly basemap: Parameters<typeof MoneyMap>[0]["basemap"];
  readonly series: { readonly names: Parameters<typeof namer>[0] };
  readonly result: Parameters<typeof Proof>[0]["proof"] & { readonly value: readonly MoneyPoint[] };
  readonly question: Asked["question"];
};

function Drawn({ asked, basemap, series, result, question }: DrawnProps) {
  const { t, locale } = useText();
  const { region } = useDesk();
  const address = useAddress();
  const rows = useRows();
  const { choice, basis, recipients } = asked;
  const years = yearsBetween(choice.years, question.from, question.to);
  const year = yearOf(years, address.year === "all" ? undefined : address.year) ?? years.at(-1)!;
  const nameOf = namer(series.names, "recipient", t);
  const lands = basemap.lands.flatMap(({ party }) => party ?? []);
  const focus = basemap.lands.flatMap(({ party, focus: own }) => (own && party !== undefined ? [party] : []));
  const named = recipients.length === 0 ? choice.recipients : recipients;
  const onMap = [...new Set([...named.filter((key) => lands.includes(key)), ...(address.recipient ? [] : focus)])];
  const ofYear = result.value.filter(({ keys }) => keys.year === year);
  const held = heldBy(
    yearSums(ofYear, "recipient").map(({ key, sum }) => ({ key, ...(sum === undefined ? {} : { sum }) })),
    onMap,
  );
  const greatest = Math.max(
    0,
    ...yearSums(result.value, "recipient").flatMap(({ key, sum }) =>
      onMap.includes(key) && sum !== undefined ? [Math.abs(Number(sum))] : [],
    ),
  );
  const here = ofYear.filter(({ keys }) => onMap.includes(keyOf(keys.recipient)));
  const others = ofYear.filter(({ keys }) => !onMap.includes(keyOf(keys.recipient)));
  const landName = new Map(basemap.lands.flatMap(({ party, name }) => (party && name ? [[party, name] as const] : [])));
  const shown = (key: string) => landName.get(key) ?? nameOf(key);
  const unit = basisWords(basis, t);
  const title = t("money.mapTitle", { year: `${year}` });
  const open = (at: string, point: MoneyPoint) =>
    rows.open(at, rowsOf(question, point.keys), `${shown(keyOf(point.keys.recipient))}, ${year}`);
  const figure = ({ keys }: MoneyPoint) =>
    briefFigure({ calculation: "money.series", question, keys, years: choice.years });
  const table = (at: string, points: readonly MoneyPoint[]) => (
    <PointTable
      points={points}
      columns={["recipient"]}
      names={series.names}
      onRows={(point) => open(at, point)}
      figure={figure}
    />
  );
  const without = onMap.filter((key) => held.get(key)?.kind !== "amount");
  return (
    <div className={styles.stack}>
      <ChartFigure
        title={title}
        unit={unit}
        lines={[...sourceLines(result, t), basemap.source]}
        name={`money-map-${year}`}
        files={moneyFiles(region.id, "flows", { ...question, by: "year,recipient" })}
        above={<YearPick years={years} year={year} />}
        note={
          <>
            {t("money.mapNote")}{" "}
            {without.length === 0 ? null : t("money.mapWithout", { names: without.map(shown).join(", ") })}{" "}
            {basemap.disclaimer}
          </>
        }
        table={table("map", here)}
        proof={<Proof proof={result} />}
        onMark={(mark) => {
          const point = here.find(({ keys }) => keys.recipient === mark);
          if (point !== undefined) open("map", point);
        }}
      >
        {(width) => (
          <MoneyMap
            width={width}
            basemap={basemap}
            held={held}
            nameOf={shown}
            greatest={greatest}
            write={(value) => shortMoney(value, basis.currency, locale)}
            words={{
              amount: t("money.mapAmount"),
              below: t("money.mapBelow"),
              unknown: t("money.noAmount"),
              none: t("money.noRow"),
            }}
            label={t("money.chartOf", { title, unit })}
          />
        )}
      </ChartFigure>
      {rows.below("map")}
      {others.length === 0 ? null : (
        <Panel bare title={t("money.besideMap", { year: `${year}` })} count={others.length}>
          <p className={`${styles.pad} caption`}>{t("money.besideMapNote")}</p>
          {table("beside", others)}
        </Panel>
      )}
      {rows.below("beside")}
    </div>
  );
}
