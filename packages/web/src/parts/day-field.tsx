import "@mantine/dates/styles.layer.css";
import { DateInput } from "@mantine/dates";
import type { ReactNode } from "react";
import type { Day } from "../state/days.ts";
import { writeDay } from "../state/format.ts";
import { typedDay } from "../state/typed-day.ts";
import { useText } from "../texts/use-text.ts";
import { dayLocale } from "./day-locale.ts";

export interface DayFieldProps {
  /** "2026-11-21"; "" where no day is given. */
  readonly value: Day;
  readonly onChange: (day: Day) => void;
  /** Absent inside a label element. */
  readonly label?: ReactNode;
  readonly name?: string;
  readonly id?: string;
  readonly required?: boolean;
  readonly invalid?: boolean;
  readonly describedBy?: string;
}

/** Shows how a day is written. */
const EXAMPLE = "2026-12-15";

/** A day, typed or chosen: it stands as "15 Dec 2026", never as 12/15. What cannot be read leaves the day as it was. */
export function DayField({ value, onChange, label, name, id, required, invalid, describedBy }: DayFieldProps) {
  const { locale } = useText();
  return (
    <DateInput
      label={label}
      value={value === "" ? null : value}
      onChange={(day) => onChange(day ?? "")}
      dateParser={(text) => typedDay(text, locale) ?? null}
      valueFormat="D MMM YYYY"
      placeholder={writeDay(EXAMPLE, locale)}
      locale={dayLocale(locale)}
      // No red days: red says overdue.
      weekendDays={[]}
      clearable={required !== true}
      error={invalid === true}
      {...(id === undefined ? {} : { id })}
      {...(name === undefined ? {} : { name })}
      {...(required === undefined ? {} : { required })}
      {...(describedBy === undefined ? {} : { "aria-describedby": describedBy })}
    />
  );
}
