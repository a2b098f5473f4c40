import { useEffect, useRef, useState } from "react";
import sliderStyles from "../../parts/year-slider.module.css";
import { useChangeAddress } from "../../shell/desk-context.ts";
import { useKeys } from "../../shell/keys.ts";
import { useText } from "../../texts/use-text.ts";
import styles from "./money.module.css";

/** How long a hand may rest before the page is asked anew. */
const REST = 160;

export interface YearPickProps {
  /** In order. */
  readonly years: readonly number[];
  /** Undefined: all of them together. */
  readonly year: number | undefined;
  /** Whether all years together make sense here. */
  readonly withAll?: boolean;
}

/** Moves a drawing through the years; arrow keys do the same, and the year stands in the address. */
export function YearPick({ years, year, withAll = false }: YearPickProps) {
  const { t } = useText();
  const change = useChangeAddress();
  const last = years.length - 1;
  const [at, setAt] = useState(() => (year === undefined ? last : years.indexOf(year)));
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    if (year !== undefined) setAt(years.indexOf(year));
  }, [years, year]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const go = (next: number) => {
    const to = Math.min(last, Math.max(0, next));
    setAt(to);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => change({ year: `${years[to]}` }, true), REST);
  };
  useKeys({ ArrowLeft: () => go(at - 1), ArrowRight: () => go(at + 1) });
  if (years.length < 2) return null;
  return (
    <div className={`${sliderStyles.slider} ${styles.slider}`}>
      <b>{year === undefined ? t("money.allYearsShort") : years[at]}</b>
      <input
        type="range"
        min={0}
        max={last}
        step={1}
        value={Math.max(0, at)}
        aria-label={t("money.year")}
        aria-valuetext={year === undefined ? t("money.allYearsShort") : `${years[at]}`}
        onChange={({ currentTarget }) => go(Number(currentTarget.value))}
      />
      <span className="meta">
        {withAll ? (
          <label className={styles.check}>
            <input
              type="checkbox"
              checked={year === undefined}
              onChange={({ target }) => change({ year: target.checked ? "all" : undefined }, true)}
            />{" "}
            {t("money.allYearsShort")}
          </label>
        ) : (
          `${years[0]}\u2013${years[last]}`
        )}
      </span>
    </div>
  );
}
