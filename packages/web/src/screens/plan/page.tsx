import type { Plan, PlanAnswer } from "@kelisim/api";
import { Link } from "@tanstack/react-router";
import { useMapData } from "../../map/map-data.ts";
import { Action } from "../../parts/action.tsx";
import { Empty } from "../../parts/empty.tsx";
import { ErrorPanel } from "../../parts/error-panel.tsx";
import { Icon } from "../../parts/icon.tsx";
import { PageHead } from "../../parts/page-head.tsx";
import { Panel } from "../../parts/panel.tsx";
import { Skeletons } from "../../parts/skeletons.tsx";
import { StandpointBar } from "../../parts/standpoint-bar.tsx";
import { useAddress, useChangeAddress, useDesk, useStandpoint } from "../../shell/desk-context.ts";
import { useKeys } from "../../shell/keys.ts";
import { writeDay } from "../../state/format.ts";
import { dutiesOf } from "../../state/plan/arising.ts";
import { moved } from "../../state/plan/move.ts";
import { type Point, writePoints } from "../../state/plan/points.ts";
import { type PlanKind, type PlanValues, spelledOut, withKind, withoutValues } from "../../state/plan/values.ts";
import { holds } from "../../state/session.ts";
import { carried } from "../../state/standpoint.ts";
import { Sentence } from "../../texts/sentence.tsx";
import { useText } from "../../texts/use-text.ts";
import { Answer } from "./answer.tsx";
import { Form } from "./form.tsx";
import { Groups } from "./groups.tsx";
import { KindTabs } from "./kind-tabs.tsx";
import { LeadLinePart } from "./lead-line.tsx";
import { Changed, Limits } from "./limits.tsx";
import { MapPanel } from "./map-panel.tsx";
import styles from "./plan.module.css";
import { NotArising, Undetermined } from "./rest.tsx";
import { useDrafts } from "./use-drafts.ts";

export interface PlanPageProps {
  readonly kinds: readonly PlanKind[];
  readonly kind: PlanKind;
  readonly values: PlanValues;
  readonly points: readonly Point[];
  readonly plan: Plan;
  /** Of this kind; it may be that of the question before. */
  readonly answer: PlanAnswer | undefined;
  readonly waiting: boolean;
  readonly error: unknown;
  readonly onRetry: () => void;
}

/** The answer, then where and what, then whom to tell, then what else is touched. On a phone in this order. */
export function PlanPage(props: PlanPageProps) {
  const { kinds, kind, values, points, plan, answer, waiting, error, onRetry } = props;
  const { t, locale } = useText();
  const { region, session } = useDesk();
  const { asked } = useStandpoint();
  const address = useAddress();
  const change = useChangeAddress();
  const map = useMapData(region.id, asked);
  const { saving, keep } = useDrafts(kind, plan, answer);
  const writes = holds(session, region.id, "drafter");
  const complete = answer !== undefined && answer.problems.length === 0;
  const onMove = complete && answer.earliest?.shiftDays ? move : undefined;
  const end = kind.fields.find(({ name, type }) => name === "end" && (type === "date" || type === "instant"));
  function move() {
    const days = answer?.earliest?.shiftDays;
    if (days) change({ ...spelledOut(kind, values, plan.from), ...moved(kind, values, days) });
  }
  useKeys({
    s: writes ? () => void keep([]) : undefined,
    n: writes && complete && !waiting ? () => void keep(answer?.notices ?? []) : undefined,
    m: onMove,
  });

  return (
    <>
      {answer ? <StandpointBar standpoint={answer.standpoint} paperOnly /> : null}
      <aside className={styles.banner} aria-label={t("parts.hypothetical")}>
        <Icon name="info" />
        <span>
          <Sentence id="plan.banner" />
        </span>
      </aside>
      <PageHead
        title={t("plan.title", { kind: kind.title })}
        answer={
          answer
            ? t("plan.readAs", {
                party: answer.standpoint.partyName ?? "none",
                date: writeDay(answer.standpoint.today, locale),
              })
            : null
        }
        actions={
          <>
            <Action look="quiet" onClick={() => change(withoutValues(address))}>
              {t("plan.clear")}
            </Action>
            <Action keys="s" disabled={!writes || saving.kind === "saving"} onClick={() => void keep([])}>
              {t("plan.save")}
            </Action>
            <Action
              look="main"
              keys="n"
              disabled={!writes || !complete || waiting || saving.kind === "saving"}
              onClick={() => void keep(answer?.notices ?? [])}
            >
              {t("plan.turn")}
            </Action>
          </>
        }
      />
      <div role="status" className={styles.saving}>
        {saving.kind === "saved" ? (
          <p>
            {t("plan.saved", { count: saving.count })}{" "}
            <Link to="/records" search={{ ...carried(address), view: "drafts" } as never}>
              {t("plan.openDrafts")}
            </Link>
          </p>
        ) : null}
        {writes ? null : <p>{t("plan.readsOnly")}</p>}
      </div>
      {saving.kind === "not saved" ? (
        <ErrorPanel
          error={saving.error}
          what={t("plan.notSaved", { count: saving.count })}
          safe={t("plan.safe")}
          onRetry={() => void keep([])}
        />
      ) : null}
      <KindTabs kinds={kinds} chosen={kind} onChoose={(next) => change(withKind(address, next))} />
      <div className={styles.columns}>
        <div className={styles.first}>
          {answer ? (
            <Answer answer={answer} waiting={waiting} onMove={onMove} />
          ) : error ? null : (
            <Panel>
              <Skeletons rows={2} />
            </Panel>
          )}
          {error ? <ErrorPanel error={error} onRetry={onRetry} /> : null}
        </div>
        <Panel bare className={styles.work}>
          {kind.place === undefined ? null : map.error ? (
            <ErrorPanel error={map.error} onRetry={map.retry} />
          ) : map.basemap && map.places && map.borders ? (
            <MapPanel
              basemap={map.basemap}
              places={map.places}
              borders={map.borders}
              title={kind.title}
              points={points}
              answer={answer}
              onPoints={(next) =>
                change(
                  {
                    ...spelledOut(kind, values, plan.from),
                    points: next.length === 0 ? undefined : writePoints(next),
                  },
                  true,
                )
              }
            />
          ) : (
            <Skeletons rows={6} />
          )}
          <Form kind={kind} values={values} problems={answer?.problems ?? []} from={plan.from} />
          {complete ? (
            <LeadLinePart
              answer={answer}
              start={values[kind.start ?? ""] ?? ""}
              end={end === undefined ? "" : (values[end.name] ?? "")}
            />
          ) : null}
        </Panel>
        {complete ? (
          <div className={styles.groups} aria-busy={waiting}>
            {answer.notices.length === 0 || !writes ? null : (
              <p className={styles.turnNote}>{t("plan.turnCount", { count: answer.notices.length })}</p>
            )}
            <Groups
              answer={answer}
              onDraft={writes && !waiting && saving.kind !== "saving" ? (notice) => void keep([notice]) : undefined}
            />
            {dutiesOf(answer).length === 0 ? <Empty>{t("plan.empty")}</Empty> : null}
          </div>
        ) : null}
        {complete ? (
          <div className={styles.below}>
            <Limits limits={answer.limits} />
            <Changed answer={answer} />
            <Undetermined undetermined={answer.undetermined} kind={kind} />
            <NotArising notArising={answer.notArising} />
          </div>
        ) : null}
      </div>
    </>
  );
}
