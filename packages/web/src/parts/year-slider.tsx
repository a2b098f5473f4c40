import { useEffect, useRef, useState } from "react";
import { useKeys } from "../shell/keys.ts";
import { stopAt } from "../state/cooperation/stops.ts";
import type { Day } from "../state/days.ts";
import { writeDay } from "../state/format.ts";
import { useText } from "../texts/use-text.ts";
import { Icon } from "./icon.tsx";
import styles from "./year-slider.module.css";

export interface YearSliderProps {
  /** Days at which it stops, in order; the last one is today. */
  readonly stops: readonly Day[];
  readonly day: Day;
  /** Undefined: today, as it goes on. */
  readonly onDay: (day: Day | undefined) => void;
}

/** How long a hand may rest before the page is asked anew. */
const REST = 180;

/** Moves a page in time. Arrow keys do the same anywhere on the screen; the day stands in the address. */
export function YearSlider({ stops, day, onDay }: YearSliderProps) {
  const { t, locale } = useText();
  const [at, setAt] = useState(() => stopAt(stops, day));
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const last = stops.length - 1;
  useEffect(() => setAt(stopAt(stops, day)), [stops, day]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const go = (next: number) => {
    const to = Math.min(last, Math.max(0, next));
    setAt(to);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => onDay(to === last ? undefined : stops[to]), REST);
  };
  useKeys({ ArrowLeft: () => go(at - 1), ArrowRight: () => go(at + 1) });

  // Between two stops (a day chosen elsewhere) the day itself is told, not the stop before it.
  const shown = at === stopAt(stops, day) ? day : (stops[at] ?? day);
  return (
    <div className={styles.slider}>
      <b>{writeDay(shown, locale)}</b>
      <input
        type="range"
        min={0}
        max={last}
        step={1}
        value={at}
        aria-label={t("cooperation.slider")}
        aria-valuetext={writeDay(shown, locale, { month: "long" })}
        onChange={(event) => go(Number(event.currentTarget.value))}
      />
      <span className="meta">
        {t("cooperation.years", { from: stops[0]?.slice(0, 4), to: stops[last]?.slice(0, 4) })}{" "}
        <kbd title={t("cooperation.keys")}>
          <Icon name="left" size={11} />
        </kbd>{" "}
        <kbd title={t("cooperation.keys")}>
          <Icon name="right" size={11} />
        </kbd>
      </span>
    </div>
  );
}
