import { useElementSize } from "@mantine/hooks";
import { type KeyboardEvent, useMemo, useState } from "react";
import { type CalendarLane, type CalendarMark, stripRows } from "../state/calendar.ts";
import { addDays, type Day, daysBetween } from "../state/days.ts";
import { writeDay } from "../state/format.ts";
import { useText } from "../texts/use-text.ts";
import styles from "./strip-calendar.module.css";
import { StripRowDrawing } from "./strip-row.tsx";

export interface StripCalendarProps {
  readonly from: Day;
  readonly days: number;
  /** The day as of which the page is read; the vertical rule. */
  readonly today: Day;
  readonly lanes: readonly CalendarLane[];
  /** Day that the list is filtered by. */
  readonly picked?: Day;
  readonly onPick: (day: Day | undefined) => void;
}

/** Above this width the whole window stands in one row. */
const WIDE = 640;

/**
 * The days ahead as a strip: one lane each for what we owe, what we are owed, meetings. It is a slider over days:
 * arrows move, Enter filters the list by the day, Escape shows all again. Everything in it stands in the list too.
 */
export function StripCalendar({ from, days, today, lanes, picked, onPick }: StripCalendarProps) {
  const { t, locale } = useText();
  const { ref, width } = useElementSize();
  const [cursor, setCursor] = useState<Day>();
  const rows = useMemo(() => stripRows(from, days, width >= WIDE), [from, days, width]);
  const at = cursor ?? picked ?? from;
  const count = lanes.flatMap((lane) => lane.marks).reduce((sum, mark) => sum + (mark.day === at ? mark.count : 0), 0);
  const spoken = t("parts.calendar.dayPicked", {
    date: writeDay(at, locale, { weekday: "long", month: "long", year: "auto", near: today }),
    count,
  });

  const move = (event: KeyboardEvent) => {
    const steps: Readonly<Record<string, number>> = {
      ArrowRight: 1,
      ArrowLeft: -1,
      ArrowDown: 7,
      ArrowUp: -7,
      Home: -days,
      End: days,
    };
    const step = steps[event.key];
    if (step !== undefined) {
      const offset = Math.max(0, Math.min(days - 1, daysBetween(from, at) + step));
      setCursor(addDays(from, offset));
    } else if (event.key === "Enter" || event.key === " ") {
      onPick(picked === at ? undefined : at);
    } else if (event.key === "Escape") {
      setCursor(undefined);
      onPick(undefined);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div
      ref={ref}
      className={styles.strip}
      role="slider"
      tabIndex={0}
      data-own-keys
      aria-label={t("parts.calendar.title", { days })}
      aria-description={t("parts.calendar.keys")}
      aria-valuemin={0}
      aria-valuemax={days - 1}
      aria-valuenow={daysBetween(from, at)}
      aria-valuetext={spoken}
      onKeyDown={move}
      onBlur={() => setCursor(undefined)}
    >
      {width === 0
        ? null
        : rows.map((row) => (
            <StripRowDrawing
              key={row.from}
              row={row}
              width={width}
              named={width >= WIDE}
              today={today}
              lanes={lanes}
              cursor={cursor ?? picked}
              onPick={(mark: CalendarMark) => onPick(picked === mark.day ? undefined : mark.day)}
            />
          ))}
    </div>
  );
}
