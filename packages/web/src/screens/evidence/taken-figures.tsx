import type { TakenFigures as TakenFiguresData } from "@kelisim/api";
import { takenFiles } from "../../api/evidence.ts";
import { regionQuery } from "../../api/queries.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { ChartFigure } from "../../charts/chart-figure.tsx";
import { Empty } from "../../parts/empty.tsx";
import { ErrorPanel } from "../../parts/error-panel.tsx";
import { Panel } from "../../parts/panel.tsx";
import { Proof, sourceLines } from "../../parts/proof.tsx";
import { Skeletons } from "../../parts/skeletons.tsx";
import { useAddress, useDesk, useStandpoint } from "../../shell/desk-context.ts";
import { chartsOf, figuresQuery } from "../../state/evidence/taken.ts";
import { FIGURE_WORDS } from "../../state/evidence/words.ts";
import { writeNumber } from "../../state/format.ts";
import type { Address } from "../../state/standpoint.ts";
import { useText } from "../../texts/use-text.ts";
import { useOpenCell } from "../institutions/use-open-cell.ts";
import styles from "./evidence.module.css";
import { FigureLines } from "./figure-lines.tsx";
import { FigureOpened, FigureTable } from "./figure-table.tsx";
import { FigureRows } from "./taken-figure-rows.tsx";
import { PAGE, type TakenChoice, TakenFilters } from "./taken-filters.tsx";

/** Figures of all states and years of one indicator fit in one answer; a longer list is paged. */
const WHOLE = 1000;

/** Indicators that were taken in: every vintage beside the others, drawn through the years, with our own figures beside them. */
export function TakenFigures() {
  const { region } = useDesk();
  const { asked } = useStandpoint();
  const query: Address = { ...figuresQuery(useAddress()), lang: asked.lang };
  const drawn = useAnswer(
    regionQuery<TakenFiguresData>(region.id, "/evidence/taken/figures", {
      ...query,
      start: undefined,
      state: undefined,
      rows: String(WHOLE),
    }),
  );
  const answer = useAnswer(
    regionQuery<TakenFiguresData>(region.id, "/evidence/taken/figures", { ...query, rows: String(PAGE) }),
  );
  if (answer.data) return <Taken data={answer.data} drawn={drawn.data} start={Number(query.start ?? 0)} />;
  if (answer.error) return <ErrorPanel error={answer.error} onRetry={() => void answer.refetch()} />;
  return <Skeletons rows={8} />;
}

interface TakenProps {
  readonly data: TakenFiguresData;
  /** All rows of the indicator, to be drawn. */
  readonly drawn: TakenFiguresData | undefined;
  readonly start: number;
}

function Taken({ data, drawn, start }: TakenProps) {
  const { t } = useText();
  if (data.sets.length === 0)
    return (
      <Panel bare title={t("evidence.tab.figures")}>
        <Empty>{t("evidence.taken.none", { what: "figures" })}</Empty>
      </Panel>
    );
  return (
    <div className={styles.stack}>
      <Filters data={data} />
      {data.indicator === undefined || data.indicator === "*" || drawn === undefined ? null : <Lines data={drawn} />}
      <FigureRows data={data} start={start} />
    </div>
  );
}

function Filters({ data }: { readonly data: TakenFiguresData }) {
  const { t } = useText();
  const address = useAddress();
  const { sets, choices, states } = data;
  const years = choices.years.map((year) => ({ value: String(year), label: String(year) }));
  const all: readonly TakenChoice[] = [
    {
      field: "set",
      label: t("evidence.taken.set"),
      value: data.dataset ?? "",
      choices: sets.map(({ dataset, name, holdings }) => ({
        value: dataset,
        label: t("evidence.taken.setChoice", { name, count: new Set(holdings.map(({ vintage }) => vintage)).size }),
      })),
    },
    {
      field: "ind",
      label: t("evidence.indicator"),
      value: data.indicator ?? "",
      choices: [
        ...choices.indicators.map(({ id, name }) => ({ value: id, label: name })),
        { value: "*", label: t("evidence.taken.allIndicators") },
      ],
    },
    {
      field: "who",
      label: t("evidence.state"),
      value: address.who ?? "",
      none: t("evidence.taken.focus"),
      choices: [
        ...choices.parties.map(({ id, name }) => ({ value: id, label: name })),
        { value: "*", label: t("evidence.taken.allStates") },
      ],
    },
    {
      field: "from",
      label: t("evidence.taken.from"),
      value: address.from ?? "",
      none: t("evidence.any"),
      choices: years,
    },
    { field: "to", label: t("evidence.taken.to"), value: address.to ?? "", none: t("evidence.any"), choices: years },
    {
      field: "stand",
      label: t("evidence.standing"),
      value: address.stand ?? "",
      none: t("evidence.any"),
      choices: states.map(({ value, count }) => ({
        value,
        label: t("evidence.choice", { what: t(FIGURE_WORDS[value].text), count }),
      })),
    },
  ];
  return <TakenFilters choices={all} />;
}

const useFiles = () => {
  const { region } = useDesk();
  const { asked } = useStandpoint();
  const { start: _, state: __, ...query } = figuresQuery(useAddress());
  return (data: TakenFiguresData) =>
    takenFiles(region.id, "figures", { ...query, dataset: data.dataset, indicator: data.indicator, lang: asked.lang });
};

function Lines({ data }: { readonly data: TakenFiguresData }) {
  const { t, locale } = useText();
  const files = useFiles();
  const { choose } = useOpenCell();
  const charts = chartsOf(data.items);
  const known = data.choices.indicators.find(({ id }) => id === data.indicator);
  const name = known?.name ?? data.indicator ?? "";
  const number = (value: number) => writeNumber(value, locale, { maximumSignificantDigits: 3 });
  if (charts === undefined || data.made === undefined)
    return (
      <Panel bare title={name}>
        <Empty>{t("evidence.taken.noNumbers")}</Empty>
      </Panel>
    );
  return (
    <>
      <ChartFigure
        title={name}
        {...(known?.unit === undefined ? {} : { unit: known.unit })}
        lines={sourceLines(data.made, t)}
        name={`${data.dataset}-${data.indicator}`}
        files={files(data)}
        note={
          data.of > data.items.length
            ? t("evidence.taken.drawnOnly", { count: data.items.length, of: data.of })
            : t("evidence.taken.gaps")
        }
        table={<FigureTable data={data} title={name} />}
        proof={<Proof proof={data.made} />}
        onMark={choose}
      >
        {(width) => (
          <FigureLines
            data={charts}
            width={width}
            label={t("evidence.taken.chart", { name })}
            write={number}
            words={{
              bounds: t("evidence.taken.bounds", { vintage: charts.vintages.at(-1) ?? "" }),
              curated: t("evidence.taken.curated"),
              vintage: (vintage) => t("evidence.taken.vintage", { vintage }),
            }}
          />
        )}
      </ChartFigure>
      <FigureOpened data={data} title={name} />
    </>
  );
}
