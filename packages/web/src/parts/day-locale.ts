import dayjs from "dayjs";
import "dayjs/locale/en-gb";
import "dayjs/locale/ru";
import { namesOf } from "../state/locale-names.ts";

/**
 * The name by which a calendar of days is asked for a locale. One with names of its own (`state/locale-names.ts`) is made known
 * to the calendar with these, so that it writes dates as the rest of the page does.
 */
export function dayLocale(locale: string): string {
  const names = namesOf(locale);
  if (names === undefined) return locale.startsWith("ru") ? "ru" : "en-gb";
  const name = locale.toLowerCase();
  dayjs.locale(
    {
      name,
      // Monday, as in all states of the region.
      weekStart: 1,
      months: [...names.monthsAlone.long],
      monthsShort: [...names.monthsInDates.short],
      weekdays: [...names.weekdays.long],
      weekdaysShort: [...names.weekdays.short],
      weekdaysMin: [...names.weekdays.short],
      // Only dates are written; how long ago, and by which pattern, is never asked.
      formats: {},
      relativeTime: {},
    },
    undefined,
    true,
  );
  return name;
}
