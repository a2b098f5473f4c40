import { useElementSize } from "@mantine/hooks";
import { type Day, daysBetween } from "../state/days.ts";
import { writeDay } from "../state/format.ts";
import { stateOf } from "../state/states.ts";
import { useText } from "../texts/use-text.ts";
import styles from "./lead-times.module.css";
import { StatusMark } from "./status-mark.tsx";

export interface LeadTime {
  readonly id: string;
  /** Whom and what: "Invite observers, to China". */
  readonly act: string;
  /** Last day on which it can be done. */
  readonly day: Day;
  readonly unsure: boolean;
}

export interface LeadTimesProps {
  readonly today: Day;
  readonly start: Day;
  /** Strictest first. */
  readonly times: readonly LeadTime[];
  /** The earliest start that keeps every lead time, where it is not the planned one. */
  readonly earliest?: Day;
}

/** How long before the start each act is due: a bar from its last day to the start; passed ones point back. */
export function LeadTimes({ today, start, times, earliest }: LeadTimesProps) {
  const { t, locale } = useText();
  const { ref, width } = useElementSize();
  const first = [today, ...times.map((each) => each.day)].sort()[0]!;
  const last = earliest !== undefined && earliest > start ? earliest : start;
  const span = Math.max(1, daysBetween(first, last));
  const xOf = (day: Day) => 8 + (daysBetween(first, day) / span) * Math.max(0, width - 16);
  return (
    <div>
      <div ref={ref} className={styles.scale}>
        {width === 0 ? null : (
          <svg width={width} height={28} aria-hidden="true">
            <path d={`M${xOf(today)} 4V28`} className={styles.today} />
            <path d={`M${xOf(start)} 4V28`} className={styles.start} />
            <text x={xOf(today) + 5} y={14} className={styles.todayName}>
              {t("parts.lead.today")}
            </text>
            <text x={xOf(start) - 5} y={14} textAnchor="end" className={styles.startName}>
              {t("parts.lead.start")}
            </text>
          </svg>
        )}
      </div>
      <ul className={styles.list}>
        {times.map((each) => {
          const passed = each.day < today;
          const state = stateOf({ state: passed ? "lead time already passed" : "upcoming" });
          return (
            <li key={each.id} className={styles.item}>
              <StatusMark state={state} />
              <span>
                <b>{each.act}</b>{" "}
                <span className="meta">
                  {writeDay(each.day, locale, { weekday: "short", year: "auto", near: today })},{" "}
                  {t("parts.lead.days", { count: daysBetween(each.day, start) })}
                  {passed ? `, ${t(state.text)}` : null}
                </span>
              </span>
              {width === 0 ? null : (
                <svg width={width} height={10} className={styles.bar} aria-hidden="true">
                  <path
                    d={`M${xOf(each.day)} 5H${xOf(start)}`}
                    className={each.unsure ? styles.unsure : passed ? styles.passed : styles.ahead}
                  />
                  <path d={`M${xOf(today)} 0V10`} className={styles.today} />
                </svg>
              )}
            </li>
          );
        })}
      </ul>
      {earliest ? (
        <p className={styles.earliest}>
          <b>{writeDay(earliest, locale, { weekday: "short" })}</b>: {t("parts.lead.earliest")}
        </p>
      ) : null}
    </div>
  );
}
