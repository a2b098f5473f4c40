import "@mantine/dates/styles.layer.css";
import { Button } from "@mantine/core";
import { DatePickerInput, TimeInput } from "@mantine/dates";
import { useState } from "react";
import { dayLocale } from "../parts/day-locale.ts";
import { dayIn } from "../state/days.ts";
import { useText } from "../texts/use-text.ts";
import { useDesk, useStandpoint } from "./desk-context.ts";
import styles from "./pick.module.css";

export interface PickDateProps {
  readonly field: "on" | "known";
  readonly onDone: () => void;
}

/** "As of" and "as known on": now, or the end of a day, or a moment of it. */
export default function PickDate({ field, onDone }: PickDateProps) {
  const { t, locale } = useText();
  const { region } = useDesk();
  const { standpoint, change } = useStandpoint();
  const set = standpoint[field];
  const [day, setDay] = useState<string | null>(set ? set.slice(0, 10) : dayIn(Date.now(), region.timeZone));
  const [time, setTime] = useState(set && set.length > 10 ? set.slice(11, 16) : "");
  const apply = (moment: string | undefined) => {
    change({ [field]: moment });
    onDone();
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (day) apply(time ? `${day}T${time}:00Z` : day);
      }}
    >
      <p>{t(field === "on" ? "shell.asOfWhy" : "shell.knownOnWhy")}</p>
      <DatePickerInput
        label={t("shell.day")}
        value={day}
        onChange={setDay}
        valueFormat="D MMM YYYY"
        locale={dayLocale(locale)}
        weekendDays={[]}
        popoverProps={{ withinPortal: false }}
      />
      <TimeInput
        label={t("shell.timeUtc")}
        description={t("shell.timeWhy")}
        value={time}
        onChange={(event) => setTime(event.currentTarget.value)}
      />
      <div className={styles.row}>
        <Button type="submit">{t("shell.show")}</Button>
        <Button variant="default" onClick={() => apply(undefined)}>
          {t("shell.now")}
        </Button>
      </div>
    </form>
  );
}
