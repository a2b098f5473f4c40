import type { Coverage } from "@kelisim/api";
import { useMemo } from "react";
import { regionQuery } from "../../api/queries.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { CoverageNote } from "../../parts/coverage-note.tsx";
import { Empty } from "../../parts/empty.tsx";
import { ErrorPanel } from "../../parts/error-panel.tsx";
import { ExportMenu } from "../../parts/export-menu.tsx";
import { PageHead } from "../../parts/page-head.tsx";
import { Panel } from "../../parts/panel.tsx";
import { Proof } from "../../parts/proof.tsx";
import { Segments } from "../../parts/segments.tsx";
import { Skeletons } from "../../parts/skeletons.tsx";
import { StandpointBar } from "../../parts/standpoint-bar.tsx";
import { useInSight } from "../../parts/use-in-sight.ts";
import { useAddress, useChangeAddress, useDesk, useStandpoint } from "../../shell/desk-context.ts";
import { aspectsOf } from "../../state/coverage/filters.ts";
import { cellKey, coverageFigures, coverageRows } from "../../state/coverage/matrix.ts";
import { writeDay } from "../../state/format.ts";
import { useText } from "../../texts/use-text.ts";
import styles from "./coverage.module.css";
import { Detail } from "./detail.tsx";
import { FilterBar } from "./filter-bar.tsx";
import { Dependence, DoubleWork, Gaps } from "./lists.tsx";
import { Matrix, MatrixKey } from "./matrix.tsx";
import { Money } from "./money.tsx";
import { CellTable } from "./table.tsx";
import { TakenMoney } from "./taken.tsx";
import { useCoverageFiles } from "./use-coverage-files.ts";

/** Threats against what binds, what is under way and what is paid, and what is not. */
export function Screen() {
  const { region } = useDesk();
  const { asked } = useStandpoint();
  const { category, country } = useAddress();
  const answer = useAnswer(regionQuery<Coverage>(region.id, "/coverage", { ...asked, category, country }));
  if (answer.data) return <Page data={answer.data} />;
  if (answer.error) return <ErrorPanel error={answer.error} onRetry={() => void answer.refetch()} />;
  return <Skeletons rows={10} />;
}

function Page({ data }: { readonly data: Coverage }) {
  const { t, locale } = useText();
  const address = useAddress();
  const change = useChangeAddress();
  const files = useCoverageFiles("coverage");
  const aspects = aspectsOf(address);
  const rows = useMemo(() => coverageRows(data, aspectsOf({ aspect: address.aspect })), [data, address.aspect]);
  const figures = useMemo(() => coverageFigures(data), [data]);
  const cell = data.cells.find((each) => cellKey(each) === address.cell);
  const side = useInSight(address.cell);
  const asTable = address.view === "table";
  const title = t("coverage.title", { date: writeDay(data.standpoint.today, locale, { month: "long" }) });
  if (data.choices.categories.length === 0)
    return (
      <>
        <PageHead title={title} answer={t("coverage.noThreats")} />
        <Empty>{t("coverage.noThreatsHow")}</Empty>
      </>
    );
  return (
    <>
      <StandpointBar standpoint={data.standpoint} paperOnly />
      <PageHead title={title} answer={t("coverage.answer", { ...figures })} />
      <FilterBar data={data} />
      <div className={styles.stack}>
        <div className={cell ? styles.columns : undefined}>
          <Panel
            bare
            title={t("coverage.matrix")}
            count={data.threats.length}
            aside={
              <span className={`${styles.bar} screen-only`}>
                <Segments
                  label={t("coverage.view")}
                  value={asTable ? "table" : "matrix"}
                  choices={[
                    { value: "matrix", label: t("coverage.view.matrix") },
                    { value: "table", label: t("coverage.view.table") },
                  ]}
                  onChange={(value) => change({ view: value === "table" ? "table" : undefined })}
                />
                {asTable ? null : <ExportMenu hrefs={files} />}
              </span>
            }
          >
            {data.threats.length === 0 ? (
              <Empty>{t("coverage.nothingLeft")}</Empty>
            ) : asTable ? (
              <CellTable data={data} rows={rows} exports={files} />
            ) : (
              <>
                <Matrix data={data} rows={rows} chosen={address.cell} onChoose={(key) => change({ cell: key }, true)} />
                <MatrixKey aspects={aspects} />
              </>
            )}
            <div className={styles.notes}>
              {asTable || cell ? null : <p className="caption">{t("coverage.detailHint")}</p>}
              <CoverageNote coverage={data.coverage} table="threats" />
              <CoverageNote coverage={data.coverage} table="programmes" />
              <Proof proof={data.proofs.matrix} />
            </div>
          </Panel>
          {cell ? (
            <div ref={side} className={styles.side}>
              <Detail data={data} cell={cell} onClose={() => change({ cell: undefined }, true)} />
            </div>
          ) : null}
        </div>
        <Money data={data} />
        {aspects.includes("money") ? <TakenMoney data={data} /> : null}
        <Gaps data={data} aspects={aspects} />
        <DoubleWork data={data} />
        <Dependence data={data} />
      </div>
    </>
  );
}
