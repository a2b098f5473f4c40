import type { PlanAnswer } from "@kelisim/api";
import { useElementSize } from "@mantine/hooks";
import { StatusMark } from "../../parts/status-mark.tsx";
import { writeDay, writeMonth } from "../../state/format.ts";
import { type LeadMark, leadLine } from "../../state/plan/lead-times.ts";
import { stateOf } from "../../state/states.ts";
import { useText } from "../../texts/use-text.ts";
import styles from "./plan.module.css";

export interface LeadLinePartProps {
  readonly answer: PlanAnswer;
  readonly start: string;
  readonly end: string;
}

/** Where the axis lies, and how high a row of words below it is. */
const AXIS = 52;
const ROW = 36;
/** Words of a date are about so wide at most: "за 42 дня, не проверено". */
const WORDS = 154;
const MARK = 16;

/** The dates before the start on one line, with what is due on each; the list beside it says the same. */
export function LeadLinePart({ answer, start, end }: LeadLinePartProps) {
  const { t, locale } = useText();
  const { ref, width } = useElementSize();
  const today = answer.standpoint.today;
  const line = leadLine(answer, { start, end }, Math.min(1, WORDS / Math.max(1, width)));
  if (line === undefined) return null;
  const short = (day: string) => writeDay(day, locale, { year: "never" });
  const wordsOf = ({ daysBefore, unsure }: LeadMark) =>
    `${t("plan.before", { count: daysBefore })}${unsure ? `, ${t("state.unverified")}` : ""}`;
  const x = (at: number) => Math.round(at * width);
  const height = AXIS + 18 + line.rows * ROW;
  const span = [start.slice(0, 10), ...(line.end === undefined ? [] : [end.slice(0, 10)])].map(short).join(" – ");
  const spanX = x(line.start);
  const spanWidth = Math.max(12, x(line.end ?? line.start) - spanX);

  return (
    <section className={styles.lead}>
      <h2>{t("plan.leadTimes")}</h2>
      <div ref={ref}>
        {width === 0 ? null : (
          <svg
            width={width}
            height={height}
            role="img"
            aria-label={t("plan.leadPicture", {
              dates: line.marks
                .map(
                  (mark) =>
                    `${short(mark.day)}, ${wordsOf(mark)}: ${mark.duties.map((each) => each.line.act).join(", ")}`,
                )
                .join("; "),
              start: span,
              today: writeDay(today, locale),
            })}
          >
            {line.months.map(({ day, at }, i) => (
              <g key={day}>
                <path d={`M${x(at)} 4V${AXIS + 22}`} className={styles.month} />
                {i > 0 && x(at) - x(line.months[i - 1]!.at) < 64 ? null : x(at) > width - 60 ? null : (
                  <text x={x(at) + 5} y={14} className={styles.monthName}>
                    {writeMonth(day, locale, day.slice(0, 4) !== today.slice(0, 4), width < 500 ? "short" : "long")}
                  </text>
                )}
              </g>
            ))}
            <path d={`M0 ${AXIS}H${width}`} className={styles.axis} />
            <path d={`M${x(line.today)} ${AXIS - 13}V${AXIS + 13}`} className={styles.today} />
            <text x={x(line.today) + 5} y={AXIS - 9} className={styles.todayName}>
              {t("plan.today")}
            </text>
            <rect x={spanX} y={AXIS - 8} width={spanWidth} height={16} rx="3" className={styles.span} />
            <text
              x={Math.min(width, spanX + spanWidth)}
              y={AXIS - 14}
              textAnchor={spanX > width / 2 ? "end" : "start"}
              className={styles.spanName}
            >
              {span}
            </text>
            {line.marks.map((mark) => {
              const state = stateOf(mark.duties[0]!.line);
              const left = Math.min(x(mark.at) - MARK / 2, width - WORDS);
              const y = AXIS + 24 + mark.row * ROW;
              return (
                <g key={mark.day}>
                  {mark.row > 0 ? <path d={`M${x(mark.at)} ${AXIS + 10}V${y - 12}`} className={styles.month} /> : null}
                  <circle cx={x(mark.at)} cy={AXIS} r={MARK / 2 + 2} className={styles.ground} />
                  <StatusMark state={state} at={{ x: x(mark.at) - MARK / 2, y: AXIS - MARK / 2 }} />
                  <text x={left} y={y} className={styles.markDay}>
                    {short(mark.day)}
                    {mark.duties.length > 1 ? ` · ${t("plan.acts", { count: mark.duties.length })}` : ""}
                  </text>
                  <text x={left} y={y + 15} className={styles.markDays}>
                    {wordsOf(mark)}
                  </text>
                </g>
              );
            })}
          </svg>
        )}
      </div>
    </section>
  );
}
