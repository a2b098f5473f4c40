import type { Bodies, Circle, Institutions } from "@kelisim/api";
import { useMemo } from "react";
import { CoverageNote } from "../../parts/coverage-note.tsx";
import { Empty } from "../../parts/empty.tsx";
import { ErrorPanel } from "../../parts/error-panel.tsx";
import { ExportMenu } from "../../parts/export-menu.tsx";
import { Panel } from "../../parts/panel.tsx";
import { Proof } from "../../parts/proof.tsx";
import { Segments } from "../../parts/segments.tsx";
import { Skeletons } from "../../parts/skeletons.tsx";
import { useInSight } from "../../parts/use-in-sight.ts";
import { useAddress, useChangeAddress } from "../../shell/desk-context.ts";
import { CIRCLES } from "../../state/cooperation/circles.ts";
import { cellKey, institutionFigures, institutionRows } from "../../state/institutions/matrix.ts";
import { useText } from "../../texts/use-text.ts";
import { Detail } from "./detail.tsx";
import { Frame } from "./frame.tsx";
import styles from "./institutions.module.css";
import { Matrix, MatrixKey } from "./matrix.tsx";
import { Rows } from "./rows.tsx";
import { Codes, Sources, Unmatched } from "./sources.tsx";
import { useInstitutionFiles } from "./use-files.ts";
import { useInstitutions } from "./use-institutions.ts";

/** The matrix of a day: what every source says of every state and organisation. */
export function Day() {
  const { states, bodies } = useAddress();
  const answer = useInstitutions({ states, bodies });
  if (answer.data) return <Page data={answer.data} />;
  if (answer.error) return <ErrorPanel error={answer.error} onRetry={() => void answer.refetch()} />;
  return <Skeletons rows={10} />;
}

function Page({ data }: { readonly data: Institutions }) {
  const { t } = useText();
  const address = useAddress();
  const change = useChangeAddress();
  const files = useInstitutionFiles("memberships-by-source");
  const differ = address.differ === "1";
  const rows = useMemo(() => institutionRows(data, differ), [data, differ]);
  const figures = useMemo(() => institutionFigures(data), [data]);
  const cell = data.cells.find((each) => cellKey(each) === address.cell);
  const side = useInSight(address.cell);
  const circle: Circle = CIRCLES.find((each) => each === address.states) ?? "focus";
  const bodies: Bodies = address.bodies === "all" ? "all" : "ours";
  return (
    <Frame standpoint={data.standpoint} years={data.years} answer={t("institutions.answer", { ...figures })}>
      <div className={cell ? styles.columns : undefined}>
        <Panel
          bare
          title={t("institutions.matrix")}
          count={rows.length}
          aside={
            <span className={`${styles.bar} screen-only`}>
              <label className={styles.check}>
                <input
                  type="checkbox"
                  checked={differ}
                  onChange={({ target }) => change({ differ: target.checked ? "1" : undefined })}
                />
                {t("institutions.differ")}
              </label>
              <Segments
                label={t("institutions.circle")}
                value={circle}
                choices={CIRCLES.map((value) => ({ value, label: t(`cooperation.circle.${value}`) }))}
                onChange={(value) => change({ states: value === "focus" ? undefined : value })}
              />
              <Segments
                label={t("institutions.bodies")}
                value={bodies}
                choices={(["ours", "all"] as const).map((value) => ({
                  value,
                  label: t(`institutions.bodies.${value}`),
                }))}
                onChange={(value) => change({ bodies: value === "ours" ? undefined : value })}
              />
              <ExportMenu hrefs={files} />
            </span>
          }
        >
          {data.organisations.length === 0 ? (
            <Empty>{t("institutions.empty")}</Empty>
          ) : rows.length === 0 ? (
            <Empty>{t("institutions.nothingDiffers")}</Empty>
          ) : (
            <>
              <Matrix
                parties={data.parties}
                rows={rows}
                chosen={address.cell}
                onChoose={(key) => {
                  // A field of which no source has a row opens nothing, and closes what was open.
                  const isKnown = data.cells.some((each) => cellKey(each) === key);
                  change({ cell: isKnown ? key : undefined }, true);
                }}
              />
              <MatrixKey />
            </>
          )}
          <div className={styles.notes}>
            <p className="caption">
              {t("institutions.blank")} {t("institutions.counts", { statuses: data.counts.join(", ") })}{" "}
              {cell ? null : t("institutions.hint")}
            </p>
            <CoverageNote coverage={data.coverage} table="memberships" />
            <Proof proof={data.proof} />
          </div>
        </Panel>
        {cell ? (
          <div ref={side} className={styles.side}>
            <Detail data={data} cell={cell} onClose={() => change({ cell: undefined }, true)} />
          </div>
        ) : null}
      </div>
      <Sources data={data} />
      <Unmatched data={data} />
      <Codes data={data} />
      <Rows data={data} files={files} />
    </Frame>
  );
}
