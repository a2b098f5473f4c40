import type { Today } from "@kelisim/api";
import { useMemo } from "react";
import { Icon } from "../../parts/icon.tsx";
import { Panel } from "../../parts/panel.tsx";
import { StatusMark } from "../../parts/status-mark.tsx";
import { StripCalendar } from "../../parts/strip-calendar.tsx";
import { type CalendarLane, laneMarks } from "../../state/calendar.ts";
import { addDays, type Day, dayIn } from "../../state/days.ts";
import { writeDay } from "../../state/format.ts";
import { stateOf } from "../../state/states.ts";
import { useText } from "../../texts/use-text.ts";
import styles from "./today.module.css";

export interface CalendarProps {
  readonly today: Today;
  readonly days: number;
  readonly picked?: Day;
  readonly onPick: (day: Day | undefined) => void;
}

const MOST_LATER = 4;

/** The days ahead, with the key to the marks that occur in them. */
export function Calendar({ today, days, picked, onPick }: CalendarProps) {
  const { t, locale } = useText();
  const now = today.standpoint.today;
  const lanes = useMemo(() => lanesOf(today, days), [today, days]);
  const states = new Map(
    lanes
      .filter((lane) => lane.id !== "meetings")
      .flatMap((lane) => lane.marks.map((mark) => [mark.state.id, mark.state])),
  );
  const until = addDays(now, days);
  const later = [...new Set(today.owes.flatMap((line) => (line.day && line.day > until ? [line.day] : [])))].sort();

  return (
    <Panel className={styles.calendar}>
      <div className={styles.calendarHead}>
        <h2>{t("parts.calendar.title", { days })}</h2>
        {later.length > 0 ? (
          <span className="meta">
            {t("parts.calendar.after", {
              days,
              dates: later
                .slice(0, MOST_LATER)
                .map((day) => writeDay(day, locale, { year: "auto", near: now }))
                .join(", "),
            })}
          </span>
        ) : null}
        <span className={styles.key}>
          {[...states.values()].map((state) => (
            <span key={state.id}>
              <StatusMark state={state} size={14} />
              {t(state.text, { reason: "none" })}
            </span>
          ))}
          {lanes.some((lane) => lane.id === "meetings") ? (
            <span>
              <Icon name="meeting" size={14} />
              {t("parts.calendar.meeting")}
            </span>
          ) : null}
        </span>
      </div>
      <StripCalendar from={now} days={days} today={now} lanes={lanes} picked={picked} onPick={onPick} />
    </Panel>
  );
}

function lanesOf(data: Today, ahead: number): readonly CalendarLane[] {
  const { today: now, timeZone } = data.standpoint;
  const meetings = Map.groupBy(data.meetings, (each) => dayIn(each.occurred, timeZone));
  const upcoming = stateOf({ state: "upcoming" });
  return [
    { id: "we", marks: laneMarks(data.owes, now, ahead, timeZone) },
    { id: "us", marks: laneMarks(data.owed, now, ahead, timeZone) },
    ...(meetings.size === 0
      ? []
      : [
          {
            id: "meetings" as const,
            marks: [...meetings]
              .sort(([a], [b]) => a.localeCompare(b))
              .map(([day, some]) => ({ day, count: some.length, state: upcoming })),
          },
        ]),
  ];
}
