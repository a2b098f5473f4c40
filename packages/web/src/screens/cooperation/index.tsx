import type { Circle, Cooperation } from "@kelisim/api";
import { useMemo } from "react";
import { regionQuery } from "../../api/queries.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { CoverageNote } from "../../parts/coverage-note.tsx";
import { Empty } from "../../parts/empty.tsx";
import { ErrorPanel } from "../../parts/error-panel.tsx";
import { PageHead } from "../../parts/page-head.tsx";
import { Panel } from "../../parts/panel.tsx";
import { Segments } from "../../parts/segments.tsx";
import { Skeletons } from "../../parts/skeletons.tsx";
import { StandpointBar } from "../../parts/standpoint-bar.tsx";
import { useInSight } from "../../parts/use-in-sight.ts";
import { YearSlider } from "../../parts/year-slider.tsx";
import { useAddress, useChangeAddress, useDesk, useStandpoint } from "../../shell/desk-context.ts";
import { useTableFiles } from "../../shell/use-table-files.ts";
import { cooperationFigures } from "../../state/cooperation/answer.ts";
import { CIRCLES } from "../../state/cooperation/circles.ts";
import { keyOf, matrixOf } from "../../state/cooperation/matrix.ts";
import { stopsOf } from "../../state/cooperation/stops.ts";
import { dayIn } from "../../state/days.ts";
import { writeDay } from "../../state/format.ts";
import { useText } from "../../texts/use-text.ts";
import styles from "./cooperation.module.css";
import { Detail } from "./detail.tsx";
import { Matrix, MatrixKey } from "./matrix.tsx";
import { Neighbours } from "./neighbours.tsx";
import { Network } from "./network.tsx";
import { Rows } from "./rows.tsx";

/** Who belongs to what, through time. */
export function Screen() {
  const { region } = useDesk();
  const { asked } = useStandpoint();
  const { least, states } = useAddress();
  const answer = useAnswer(regionQuery<Cooperation>(region.id, "/cooperation", { ...asked, least, states }));
  if (answer.data) return <Page data={answer.data} />;
  if (answer.error) return <ErrorPanel error={answer.error} onRetry={() => void answer.refetch()} />;
  return <Skeletons rows={10} />;
}

function Page({ data }: { readonly data: Cooperation }) {
  const { t, locale } = useText();
  const { change } = useStandpoint();
  const address = useAddress();
  const changeAddress = useChangeAddress();
  const circle: Circle = CIRCLES.find((each) => each === address.states) ?? "near";
  const throughTime = address.view === "time";
  const { today: day, timeZone } = data.standpoint;
  const now = dayIn(Date.now(), timeZone);
  const stops = useMemo(() => stopsOf(data.years, day > now ? day : now), [data.years, day, now]);
  const matrix = useMemo(() => matrixOf(data, circle), [data, circle]);
  const figures = useMemo(() => cooperationFigures(data), [data]);
  const relation = data.relations.find((each) => keyOf(each.organisation, each.party) === address.cell);
  const files = useTableFiles("memberships");
  const side = useInSight(address.cell);
  if (data.organisations.length === 0) return <Empty>{t("cooperation.empty")}</Empty>;
  return (
    <>
      <StandpointBar standpoint={data.standpoint} paperOnly />
      <PageHead
        title={t("cooperation.title", { date: writeDay(day, locale, { month: "long" }) })}
        answer={t("cooperation.answer", {
          count: figures.bodies,
          all: figures.all,
          states: figures.states,
          disputed: figures.disputed,
        })}
        actions={<Neighbours />}
      />
      <YearSlider stops={stops} day={day} onDay={(on) => change({ on }, true)} />
      <div className={styles.stack}>
        <div className={relation ? styles.columns : undefined}>
          <Panel
            bare
            title={t("cooperation.matrix")}
            count={matrix.rows.length}
            aside={
              <span className={`${styles.bar} screen-only`}>
                <Segments
                  label={t("cooperation.circle")}
                  value={circle}
                  choices={CIRCLES.map((value) => ({ value, label: t(`cooperation.circle.${value}`) }))}
                  onChange={(value) => changeAddress({ states: value === "near" ? undefined : value })}
                />
                <Segments
                  label={t("cooperation.view")}
                  value={throughTime ? "time" : "day"}
                  choices={[
                    { value: "day", label: t("cooperation.view.day") },
                    { value: "time", label: t("cooperation.view.time") },
                  ]}
                  onChange={(value) => changeAddress({ view: value === "time" ? "time" : undefined })}
                />
              </span>
            }
          >
            <Matrix
              matrix={matrix}
              years={data.years}
              day={day}
              throughTime={throughTime}
              chosen={address.cell}
              onChoose={(cell) => changeAddress({ cell }, true)}
            />
            <MatrixKey />
            <div className={styles.notes}>
              <p className="caption">
                {t("cooperation.blank")} {t("cooperation.others", { count: matrix.left })}{" "}
                {relation ? null : t("cooperation.detailHint")}
              </p>
              <CoverageNote coverage={data.coverage} table="memberships" />
            </div>
          </Panel>
          {relation ? (
            <div ref={side} className={styles.side}>
              <Detail
                relation={relation}
                party={data.parties.find(({ id }) => id === relation.party)?.name ?? relation.party}
                organisation={
                  data.organisations.find(({ id }) => id === relation.organisation)?.shortName ?? relation.organisation
                }
                years={data.years}
                day={day}
                disputes={data.disputes}
                onClose={() => changeAddress({ cell: undefined }, true)}
              />
            </div>
          ) : null}
        </div>
        <Network data={data} files={files} />
        {data.disputes.length > 0 ? (
          <Panel title={t("cooperation.disputes")} count={data.disputes.length}>
            {data.disputes.map(({ id, question, reason }) => (
              <p key={id} className={styles.dispute}>
                <b>{question}</b> {reason}
              </p>
            ))}
          </Panel>
        ) : null}
        <Rows data={data} exports={files} />
      </div>
    </>
  );
}
