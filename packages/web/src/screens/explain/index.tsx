import type { Explanation } from "@kelisim/api";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { explanationQuery } from "../../api/queries.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { Action } from "../../parts/action.tsx";
import { Confidence } from "../../parts/confidence.tsx";
import { Empty } from "../../parts/empty.tsx";
import { ErrorPanel } from "../../parts/error-panel.tsx";
import { ExplainedSentences, Facts, plainExplanation, Unknowns } from "../../parts/explanation.tsx";
import { Icon } from "../../parts/icon.tsx";
import { Panel } from "../../parts/panel.tsx";
import { SideItem } from "../../parts/side-item.tsx";
import { Skeletons } from "../../parts/skeletons.tsx";
import { StandpointBar } from "../../parts/standpoint-bar.tsx";
import { StateWords } from "../../parts/state-words.tsx";
import { StatusMark } from "../../parts/status-mark.tsx";
import { Timeline } from "../../parts/timeline.tsx";
import { Unverified } from "../../parts/unverified.tsx";
import { UnverifiedText } from "../../parts/unverified-text.tsx";
import { useAddress, useDesk, useStandpoint } from "../../shell/desk-context.ts";
import { useKeys } from "../../shell/keys.ts";
import { announce } from "../../shell/live-region.tsx";
import { dayIn } from "../../state/days.ts";
import { distance, writeDay, writeMoment } from "../../state/format.ts";
import { lineData } from "../../state/line-data.ts";
import { carried } from "../../state/standpoint.ts";
import type { TimelinePoint } from "../../state/timeline.ts";
import { withoutSigns } from "../../state/unverified.ts";
import { useText } from "../../texts/use-text.ts";
import styles from "./explain.module.css";

/** Why one line stands as it does: the sentence, the arithmetic, the facts, what we do not know. */
export function Screen() {
  const { t } = useText();
  const { region } = useDesk();
  const { asked, standpoint } = useStandpoint();
  const { line } = standpoint;
  const found = useAnswer({
    ...explanationQuery(region.id, { ...asked, line }),
    enabled: line !== undefined,
    // The explanation of another line is never shown in its place.
    placeholderData: (last: Explanation | undefined) => (last?.line.key === line ? last : undefined),
  });
  if (line === undefined) return <Empty>{t("explain.noLine")}</Empty>;
  if (found.data) return <Explained data={found.data} />;
  if (found.error) return <ErrorPanel error={found.error} onRetry={() => void found.refetch()} />;
  return <Skeletons rows={6} />;
}

function Explained({ data }: { readonly data: Explanation }) {
  const { t, locale } = useText();
  const address = useAddress();
  const navigate = useNavigate();
  const [copied, setCopied] = useState(false);
  const { standpoint, line, steps } = data;
  const now = standpoint.today;
  const wording = { t, locale, timeZone: standpoint.timeZone, today: now };
  const drawn = lineData(line, wording, true);
  const search = carried(address) as never;
  const from = line.day ? distance(now, line.day) : undefined;
  const rule = steps.find((step) => step.kind === "rule");
  const base = steps.find((step) => step.kind === "base")?.day;
  const result = steps.find((step) => step.kind === "result")?.day;

  const copy = async () => {
    const words = {
      unverified: t("state.unverified"),
      sources: (sources: string) => t("explain.sources", { sources }),
    };
    await navigator.clipboard.writeText(plainExplanation(data, words));
    setCopied(true);
    announce(t("explain.copied"));
  };
  const draft = () => void navigate({ to: "/records", search: { ...(search as object), draft: line.key } as never });
  const mayDraft = line.form === "duty" && line.standpoint !== "owed";
  useKeys({ c: () => void copy(), d: mayDraft ? draft : undefined });

  return (
    <div className={styles.page}>
      <p className={styles.crumb}>
        <Link to="/today" search={{ ...(search as object), line: line.key } as never}>
          {t("shell.today")}
        </Link>{" "}
        / {drawn.act}
      </p>
      <h1 className={styles.say}>
        <ExplainedSentences sentences={data.sentences} />
      </h1>
      <div className={styles.standing}>
        <span className={styles.state}>
          <StatusMark state={drawn.state} />
          <StateWords token={drawn.state.token} dashed={drawn.state.dashed}>
            {drawn.words}
            {from ? `, ${t(from.id, "count" in from ? { count: from.count } : undefined)}` : null}
          </StateWords>
        </span>
        <span className={styles.sure}>
          <Confidence level={line.confidence} as={line.unsureDate ? "date" : "sentence"} />
        </span>
        <StandpointBar standpoint={standpoint} />
        <span className={styles.actions}>
          <Action keys="c" onClick={() => void copy()}>
            {t(copied ? "explain.copied" : "explain.copy")}
          </Action>
          {mayDraft ? (
            <Action look="main" keys="d" onClick={draft}>
              {t("explain.draft")}
            </Action>
          ) : null}
        </span>
      </div>
      {steps.length > 0 ? (
        <Panel title={t("parts.explain.timeline")}>
          <Timeline
            points={points()}
            near={now}
            counted={
              rule && base && result
                ? { from: base, until: result, label: withoutSigns(rule.text), unsure: rule.unsure }
                : undefined
            }
          />
          <ol className={styles.steps}>
            {steps.map((step) => (
              <li key={step.kind + step.text}>
                {step.unsure ? <Unverified>{withoutSigns(step.text)}</Unverified> : <UnverifiedText text={step.text} />}
                {step.day ? <span>{writeDay(step.day, locale, { weekday: "short" })}</span> : null}
              </li>
            ))}
          </ol>
        </Panel>
      ) : null}
      <Facts facts={data.facts} />
      <div className={styles.two}>
        <Unknowns title={t("parts.explain.unknown")} items={data.unknown} empty={t("parts.explain.nothingUnknown")} />
        <Unknowns title={t("parts.explain.change")} items={data.change} empty={t("parts.explain.nothingChanges")} />
        {data.disputes.length > 0 ? (
          <Unknowns title={t("parts.explain.differ")} items={data.disputes.map((each) => each.question)} />
        ) : null}
      </div>
      {data.records.length > 0 ? (
        <Panel bare title={t("explain.records")} count={data.records.length}>
          {data.records.map((each) => (
            <SideItem
              key={each.id}
              mark={<Icon name={each.to.includes(standpoint.party ?? "") ? "received" : "sent"} />}
              title={
                <Link to="/records/$id" params={{ id: each.id }} search={search}>
                  {each.kindName}
                </Link>
              }
            >
              {t("explain.records.at", {
                date: writeMoment(each.occurred, locale, standpoint.timeZone, { zone: true }),
                from: each.fromName,
              })}
            </SideItem>
          ))}
        </Panel>
      ) : null}
      {data.others.length > 0 ? (
        <Panel bare title={t("explain.others")}>
          <ul className={styles.others}>
            {data.others.map((each) => {
              const other = lineData(each, wording, true);
              return (
                <li key={each.key}>
                  <Link to="/explain" search={{ ...(search as object), line: each.key } as never}>
                    {each.period ?? each.who}
                  </Link>
                  {each.day ? <p>{t("explain.due", { date: writeDay(each.day, locale) })}</p> : null}
                  <span className={styles.state}>
                    <StatusMark state={other.state} size={14} />
                    <StateWords token={other.state.token} dashed={other.state.dashed}>
                      {t(other.state.text, { reason: each.reason ?? "none" })}
                    </StateWords>
                  </span>
                </li>
              );
            })}
          </ul>
        </Panel>
      ) : null}
    </div>
  );

  function points(): readonly TimelinePoint[] {
    const moments = steps.flatMap((step) =>
      step.day &&
      (step.kind === "base" || step.kind === "opening" || step.kind === "plannable" || step.kind === "result")
        ? [{ day: step.day, kind: step.kind, label: withoutSigns(step.text), unsure: step.unsure } as const]
        : [],
    );
    const performed = line.performedAt
      ? [
          {
            day: dayIn(line.performedAt, standpoint.timeZone),
            kind: "performed" as const,
            label: t(drawn.state.text, { reason: "none" }),
            unsure: false,
          },
        ]
      : [];
    return [...moments, ...performed, { day: now, kind: "asOf", label: t("parts.calendar.today"), unsure: false }];
  }
}
