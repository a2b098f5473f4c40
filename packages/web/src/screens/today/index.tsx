import type { Line as LineOf, Today } from "@kelisim/api";
import { useNavigate } from "@tanstack/react-router";
import { lazy, Suspense, useCallback, useMemo, useState } from "react";
import { todayQuery } from "../../api/queries.ts";
import { tableFiles } from "../../api/table-files.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { Action } from "../../parts/action.tsx";
import { ErrorPanel } from "../../parts/error-panel.tsx";
import { ExportMenu } from "../../parts/export-menu.tsx";
import { PageHead } from "../../parts/page-head.tsx";
import { ReturnFocus } from "../../parts/return-focus.tsx";
import { Segments } from "../../parts/segments.tsx";
import { Skeletons } from "../../parts/skeletons.tsx";
import { StandpointBar } from "../../parts/standpoint-bar.tsx";
import { useDesk, useStandpoint } from "../../shell/desk-context.ts";
import { useKeys } from "../../shell/keys.ts";
import { todayAnswer } from "../../state/answer.ts";
import { addDays, dayIn } from "../../state/days.ts";
import { writeDay } from "../../state/format.ts";
import { groupLines } from "../../state/groups.ts";
import { holds } from "../../state/session.ts";
import { carried, GROUPINGS } from "../../state/standpoint.ts";
import type { MessageId } from "../../texts/ids.ts";
import { Sentence } from "../../texts/sentence.tsx";
import { useText } from "../../texts/use-text.ts";
import { Bound } from "./bound.tsx";
import { Calendar } from "./calendar.tsx";
import { DueList } from "./due-list.tsx";
import { Fresh } from "./fresh.tsx";
import { useFirstVisit } from "./seen.tsx";
import { Side } from "./side.tsx";
import styles from "./today.module.css";

const FeedDialog = lazy(() => import("../../parts/feed-dialog.tsx"));
const NewsDialog = lazy(() =>
  import("../../parts/subscriptions.tsx").then((part) => ({ default: part.SubscriptionsDialog })),
);

const BY: Readonly<Record<(typeof GROUPINGS)[number], MessageId>> = {
  day: "today.byDay",
  agreement: "today.byAgreement",
  partner: "today.byPartner",
};

/** What a person opens in the morning. */
export function Screen() {
  const { region } = useDesk();
  const { asked } = useStandpoint();
  const today = useAnswer(todayQuery(region.id, asked));
  if (today.data) return <TodayPage today={today.data} onRefresh={() => void today.refetch()} />;
  if (today.error) return <ErrorPanel error={today.error} onRetry={() => void today.refetch()} />;
  return <Skeletons rows={8} />;
}

function TodayPage({ today, onRefresh }: { readonly today: Today; readonly onRefresh: () => void }) {
  const { t, locale } = useText();
  const { region, party, session } = useDesk();
  const writes = holds(session, region.id, "drafter") || holds(session, region.id, "releaser");
  const { standpoint, asked, change } = useStandpoint();
  const navigate = useNavigate();
  useFirstVisit(today);
  const [picked, setPicked] = useState<string>();
  const [dialog, setDialog] = useState<"feed" | "news">();
  const closeDialog = () => setDialog(undefined);
  const { owes, by, days, line: chosen } = standpoint;
  const now = today.standpoint.today;
  const lines = owes ? today.owes : today.owed;
  const partyName = today.standpoint.partyName ?? party ?? t("shell.nobody");

  const shown = useMemo(() => (picked ? lines.filter((line) => line.day === picked) : lines), [lines, picked]);
  const groups = useMemo(() => groupLines(shown, by, addDays(now, days), locale), [shown, by, now, days, locale]);
  const order = useMemo(() => groups.flatMap((group) => group.lines.map((line) => line.key)), [groups]);

  const choose = useCallback((key: string | undefined) => change({ line: key }, true), [change]);
  const explain = (line: string | undefined) =>
    line &&
    void navigate({ to: "/explain", search: { ...carried({ ...standpoint, as: asked.as } as never), line } as never });
  const act = (what: "draft" | "file", line: string | undefined) =>
    line && void navigate({ to: "/records", search: { ...carried(standpoint as never), [what]: line } as never });
  const step = (by: number) => {
    const at = order.indexOf(chosen ?? "");
    const next = order[at < 0 ? (by > 0 ? 0 : order.length - 1) : Math.min(order.length - 1, Math.max(0, at + by))];
    if (next) choose(next);
  };
  // The present day is asked for as "now", so that the page goes on with the clock.
  const asOf = (day: string) => change({ on: day === dayIn(Date.now(), region.timeZone) ? undefined : day });
  useKeys({
    j: () => step(1),
    k: () => step(-1),
    Enter: () => explain(chosen),
    e: () => explain(chosen),
    d: () => act("draft", chosen),
    f: () => act("file", chosen),
    r: () => void navigate({ to: "/records", search: { ...carried(standpoint as never), enter: "1" } as never }),
    "[": () => asOf(addDays(now, -1)),
    "]": () => asOf(addDays(now, 1)),
    Escape: () => choose(undefined),
  });

  const actionsOf = (line: LineOf) => (
    <>
      <Action look="quiet" keys="e" onClick={() => explain(line.key)}>
        {t("today.explain")}
      </Action>
      {writes && owes && line.form === "duty" ? (
        <>
          <Action look="quiet" keys="d" onClick={() => act("draft", line.key)}>
            {t("today.draft")}
          </Action>
          <Action look="quiet" keys="f" onClick={() => act("file", line.key)}>
            {t("today.file")}
          </Action>
        </>
      ) : null}
    </>
  );

  return (
    <>
      <StandpointBar standpoint={today.standpoint} paperOnly />
      <PageHead
        title={capital(writeDay(now, locale, { weekday: "long", month: "long" }), locale)}
        answer={todayAnswer(today, today.owes, days, locale).map(({ id, values }) => (
          <span key={id}>
            <Sentence id={id} values={values} />{" "}
          </span>
        ))}
        actions={
          <>
            <Action onClick={() => setDialog("feed")}>{t("today.feed")}</Action>
            <Action onClick={() => setDialog("news")}>{t("today.news")}</Action>
            <Action onClick={() => window.print()}>{t("today.print")}</Action>
          </>
        }
      />
      <Suspense>
        {dialog ? (
          <ReturnFocus key={dialog}>
            {dialog === "feed" ? <FeedDialog onClose={closeDialog} /> : <NewsDialog opened onClose={closeDialog} />}
          </ReturnFocus>
        ) : null}
      </Suspense>
      <Fresh onShow={onRefresh} />
      <Calendar today={today} days={days} picked={picked} onPick={setPicked} />
      <div className={styles.columns}>
        <section aria-labelledby="falls-due">
          <div className={styles.bar}>
            <h2 id="falls-due">{t("today.falls")}</h2>
            <Segments
              label={t("today.whose")}
              value={owes ? "owes" : "owed"}
              choices={[
                { value: "owes", label: t("today.owes", { party: partyName }) },
                { value: "owed", label: t("today.isOwed", { party: partyName }) },
              ]}
              onChange={(value) => change({ owes: value === "owes", line: undefined })}
            />
            {picked ? (
              <Action look="quiet" onClick={() => setPicked(undefined)}>
                {t("today.onlyDay", { date: writeDay(picked, locale, { year: "auto", near: now }) })}:{" "}
                {t("today.allDays")}
              </Action>
            ) : null}
            <span className={styles.right}>
              <Segments
                label={t("today.grouping")}
                value={by}
                choices={GROUPINGS.map((value) => ({ value, label: t(BY[value]) }))}
                onChange={(value) => change({ by: value })}
              />
              <ExportMenu hrefs={tableFiles(region.id, "board", { ...asked, owes: owes ? "1" : "0" })} />
            </span>
          </div>
          <DueList
            groups={groups}
            today={today}
            chosen={chosen}
            onChoose={choose}
            actionsOf={actionsOf}
            empty={picked ? t("today.emptyDay") : t("today.empty", { party: partyName })}
          />
          <Bound today={today} chosen={chosen} onChoose={choose} actionsOf={actionsOf} />
        </section>
        <Side today={today} onAllOwed={() => change({ owes: false, line: undefined })} />
      </div>
      <p className={styles.fine}>
        {t("today.marks")}{" "}
        {today.covered || [...today.owes, ...today.owed].some((line) => line.state === "overdue")
          ? null
          : t("today.notCovered")}
      </p>
    </>
  );
}

const capital = (text: string, locale: string) => text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
