import { useText } from "../../texts/use-text.ts";
import styles from "./form.module.css";

export interface ClockInputProps {
  readonly id: string;
  readonly label: string;
  /** "2026-11-21T09:00" on the clock of the region; whatever is typed so far. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly describedBy?: string;
  readonly invalid?: boolean;
}

/** A day and a time, each typed: a browser's own field writes days as figures in an order of its own. */
export function ClockInput({ id, label, value, onChange, describedBy, invalid }: ClockInputProps) {
  const { t } = useText();
  const [day = "", time = ""] = value.split("T");
  const change = (nextDay: string, nextTime: string) =>
    onChange(nextDay === "" && nextTime === "" ? "" : `${nextDay}T${nextTime}`);
  return (
    <span className={styles.row}>
      <input
        id={id}
        className={styles.short}
        value={day}
        maxLength={10}
        placeholder="2026-11-21"
        inputMode="numeric"
        aria-describedby={describedBy}
        aria-invalid={invalid}
        onChange={(event) => change(event.target.value.trim(), time)}
      />
      <input
        className={styles.code}
        aria-label={t("records.time", { label })}
        value={time.slice(0, 5)}
        maxLength={5}
        placeholder="09:00"
        inputMode="numeric"
        aria-describedby={describedBy}
        aria-invalid={invalid}
        onChange={(event) => change(day, event.target.value.trim())}
      />
    </span>
  );
}
