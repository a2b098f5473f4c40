import { useElementSize } from "@mantine/hooks";
import type { Day } from "../state/days.ts";
import { writeDay, writeMonth } from "../state/format.ts";
import { layTimeline, type TimelinePoint } from "../state/timeline.ts";
import { useText } from "../texts/use-text.ts";
import styles from "./timeline.module.css";

export interface TimelineProps {
  readonly points: readonly TimelinePoint[];
  /** The stretch that the rule counts, with its words: "1 month". */
  readonly counted?: { readonly from: Day; readonly until: Day; readonly label: string; readonly unsure: boolean };
  readonly near: Day;
}

const ROW = 34;
const BAND = 46;

/** How a date comes about, drawn; the steps stand below in words. */
export function Timeline({ points, counted, near }: TimelineProps) {
  const { locale } = useText();
  const { ref, width } = useElementSize();
  const line = width === 0 ? undefined : layTimeline(points, width);
  const rows = line ? Math.max(...line.points.map((point) => point.row)) + 1 : 1;
  const height = BAND + 26 + rows * ROW;
  const xOf = (at: number) => at * width;
  const span = (day: Day) => line?.points.find((point) => point.day === day)?.at;
  const start = counted && span(counted.from);
  const end = counted && span(counted.until);

  return (
    <div ref={ref} className={styles.box}>
      {line ? (
        <svg width={width} height={height} className={styles.drawing} aria-hidden="true">
          {line.ticks.map((tick) => (
            <g key={tick.day}>
              <path d={`M${xOf(tick.at)} 4V${BAND + 20}`} className={styles.tick} />
              <text x={xOf(tick.at) + 5} y={14} className={styles.tickName}>
                {writeMonth(tick.day, locale, tick.year, "short")}
              </text>
            </g>
          ))}
          <path d={`M0 ${BAND}H${width}`} className={styles.axis} />
          {counted && start !== undefined && end !== undefined ? (
            <g>
              <rect
                x={xOf(Math.min(start, end))}
                y={BAND - 9}
                width={Math.abs(xOf(end) - xOf(start))}
                height={18}
                className={styles.ground}
              />
              <rect
                x={xOf(Math.min(start, end))}
                y={BAND - 9}
                width={Math.abs(xOf(end) - xOf(start))}
                height={18}
                className={counted.unsure ? styles.countedUnsure : styles.counted}
              />
              {Math.abs(xOf(end) - xOf(start)) > counted.label.length * 6.6 ? (
                <text x={xOf((start + end) / 2)} y={BAND + 4} textAnchor="middle" className={styles.countedName}>
                  {counted.label}
                </text>
              ) : null}
            </g>
          ) : null}
          {line.points.map((point) => {
            const x = xOf(point.at);
            const top = BAND + 30 + point.row * ROW;
            const anchor = point.at < 0.16 ? "start" : point.at > 0.84 ? "end" : "middle";
            return (
              <g key={`${point.kind} ${point.day}`}>
                <path
                  d={point.kind === "asOf" ? `M${x} 20V${top - 10}` : `M${x} ${BAND - 9}V${top - 10}`}
                  className={point.kind === "asOf" ? styles.asOf : styles.stem}
                />
                <text
                  x={x}
                  y={top}
                  textAnchor={anchor}
                  className={point.kind === "asOf" ? styles.asOfName : styles.name}
                >
                  {point.label}
                </text>
                <text x={x} y={top + 15} textAnchor={anchor} className={styles.day}>
                  {writeDay(point.day, locale, { year: "auto", near })}
                </text>
              </g>
            );
          })}
        </svg>
      ) : null}
    </div>
  );
}
