import {
  type CalendarLane,
  type CalendarMark,
  marksIn,
  monthNames,
  placeLabels,
  type StripRow,
} from "../state/calendar.ts";
import { addDays, type Day, daysBetween, isWeekend, weekday } from "../state/days.ts";
import { writeDay, writeMonth } from "../state/format.ts";
import type { MessageId } from "../texts/ids.ts";
import { useText } from "../texts/use-text.ts";
import { Icon } from "./icon.tsx";
import { StatusMark } from "./status-mark.tsx";
import styles from "./strip-calendar.module.css";

export interface StripRowProps {
  readonly row: StripRow;
  readonly width: number;
  /** Lanes have their names at the left; on a phone the labels carry them. */
  readonly named: boolean;
  readonly today: Day;
  readonly lanes: readonly CalendarLane[];
  readonly cursor?: Day;
  readonly onPick: (mark: CalendarMark) => void;
}

const NAMES: Readonly<Record<CalendarLane["id"], MessageId>> = {
  we: "parts.calendar.we",
  us: "parts.calendar.us",
  meetings: "parts.calendar.meetings",
};

const TOP = 38;
const LANE = 32;
/** Marks and their texts stand in the upper part of a lane, the bars run below them: neither covers the other. */
const MIDDLE = 13;
const BAR = 26;
const MARK = 16;
const NAME_WIDTH = 96;

/** One row of the strip: months, Mondays, weekends, the lanes with their bars, marks and labels. */
export function StripRowDrawing({ row, width, named, today, lanes, cursor, onPick }: StripRowProps) {
  const { t, locale } = useText();
  const left = named ? NAME_WIDTH : 0;
  const dayWidth = (width - left) / row.days;
  const xOf = (day: Day) => left + (daysBetween(row.from, day) + 0.5) * dayWidth;
  // A mark of the first or last day is drawn whole.
  const markAt = (day: Day) => Math.min(width - MARK / 2, Math.max(left + MARK / 2, xOf(day)));
  const edge = (day: Day) => left + daysBetween(row.from, day) * dayWidth;
  const days = Array.from({ length: row.days }, (_, index) => addDays(row.from, index));
  const shown = lanes
    .map((lane) => ({ ...lane, here: marksIn(row, lane.marks), bars: lane.marks.filter((mark) => crosses(mark, row)) }))
    .filter((lane) => named || lane.here.length > 0);
  const height = TOP + Math.max(1, shown.length) * LANE + 4;
  const nothing = shown.every((lane) => lane.here.length === 0);

  return (
    <svg width={width} height={height} className={styles.row} aria-hidden="true">
      {days.map((day) =>
        isWeekend(day) ? (
          <rect key={day} x={edge(day)} y={22} width={dayWidth} height={height - 24} className={styles.weekend} />
        ) : null,
      )}
      {monthNames(row, edge, namesOf).map(({ day, x, text }, index) => (
        <g key={day}>
          {index === 0 ? null : <path d={`M${edge(day)} 2V${height}`} className={styles.month} />}
          {text === undefined ? null : (
            <text x={x} y={12} className={styles.monthName}>
              {text}
            </text>
          )}
        </g>
      ))}
      {days.map((day) =>
        weekday(day) === 1 ? (
          <text key={day} x={xOf(day)} y={30} textAnchor="middle" className={styles.monday}>
            {Number(day.slice(8))}
          </text>
        ) : null,
      )}
      {cursor !== undefined && daysBetween(row.from, cursor) >= 0 && daysBetween(row.from, cursor) < row.days ? (
        <rect x={edge(cursor)} y={22} width={dayWidth} height={height - 24} className={styles.cursor} />
      ) : null}
      {shown.map((lane, index) => {
        const top = TOP + index * LANE;
        const middle = top + MIDDLE;
        const name = t(NAMES[lane.id]);
        const labels = placeLabels(lane.here, markAt, { left, right: width }, (mark) => textsOf(mark, lane.id, name));
        return (
          <g key={lane.id}>
            <path d={`M0 ${top}H${width}`} className={styles.rule} />
            {named ? (
              <text x={0} y={middle + 4} className={styles.laneName}>
                {name}
              </text>
            ) : null}
            {lane.bars.map((mark) => (
              <path key={`bar ${mark.day}`} d={barPath(mark, top)} className={styles.bar} />
            ))}
            {labels.map(({ mark, x, anchor, text, near }) => {
              const size = near ? Math.min(MARK, Math.max(8, dayWidth)) : MARK;
              const at = { x: x - size / 2, y: middle - size / 2 };
              return (
                // The keyboard reaches every day through the slider around this drawing.
                // biome-ignore lint/a11y/noStaticElementInteractions: the slider around it is what the keyboard uses
                <g key={mark.day} className={styles.mark} onClick={() => onPick(mark)}>
                  <rect x={at.x} y={at.y} width={size} height={size} className={styles.ground} />
                  {lane.id === "meetings" ? (
                    <g transform={`translate(${at.x} ${at.y})`} className={styles.meeting}>
                      <Icon name="meeting" size={size} />
                    </g>
                  ) : (
                    <StatusMark state={mark.state} at={at} size={size} />
                  )}
                  {text ? (
                    <text
                      x={anchor === "start" ? x + 13 : x - 13}
                      y={middle + 4}
                      textAnchor={anchor}
                      className={styles.label}
                    >
                      {text}
                    </text>
                  ) : null}
                </g>
              );
            })}
          </g>
        );
      })}
      {!named && nothing ? (
        <text x={2} y={TOP + 16} className={styles.monday}>
          {t("parts.calendar.nothing")}
        </text>
      ) : null}
      {daysBetween(row.from, today) >= 0 && daysBetween(row.from, today) < row.days ? (
        <path d={`M${xOf(today)} 22V${height}`} className={styles.today} />
      ) : null}
    </svg>
  );

  /** A month by its name, then by its short one; with the year where it is not that of the page and begins here. */
  function namesOf(day: Day): readonly string[] {
    const withYear = day.slice(0, 4) !== today.slice(0, 4) && (day === row.from || day.slice(5, 7) === "01");
    const names = (["long", "short"] as const).map((month) => writeMonth(day, locale, withYear, month));
    return withYear ? [...names, writeMonth(day, locale, false, "short")] : names;
  }

  /** From where the act can be done to its day, with a step up to the mark it belongs to. */
  function barPath(mark: CalendarMark, top: number): string {
    const from = Math.max(left, xOf(mark.opens!));
    const ends = daysBetween(mark.day, addDays(row.from, row.days)) > 0;
    return `M${from} ${top + BAR}H${ends ? xOf(mark.day) : width}${ends ? `V${top + MIDDLE + 10}` : ""}`;
  }

  function textsOf(mark: CalendarMark, lane: CalendarLane["id"], name: string): readonly string[] {
    const date = writeDay(mark.day, locale, { year: "never" });
    // Its day lies before the strip: the mark at the edge says how many, the list says since when.
    if (mark.state.id === "overdue" && mark.day === today) return [t("parts.calendar.overdue", { count: mark.count })];
    const words =
      lane === "meetings"
        ? `${date}, ${t("parts.calendar.meeting")}`
        : mark.count === 1 && named
          ? date
          : t("parts.calendar.acts", { date, count: mark.count });
    const texts = [words, date];
    return named ? texts : [...texts.map((text) => t("parts.calendar.laneAnd", { lane: name, text })), date];
  }
}

function crosses(mark: CalendarMark, row: StripRow): boolean {
  if (mark.opens === undefined) return false;
  return daysBetween(mark.opens, addDays(row.from, row.days)) > 0 && daysBetween(row.from, mark.day) > 0;
}
