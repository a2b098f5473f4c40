import type { LocaleNames } from "../src/state/locale-names.ts";

const DAY_MS = 86_400_000;
const MONTHS = Array.from({ length: 12 }, (_, month) => Date.UTC(2026, month, 1));
/** 4 January 2026 is a Sunday. */
const WEEK = Array.from({ length: 7 }, (_, day) => Date.UTC(2026, 0, 4) + day * DAY_MS);
const POWERS = [1e3, 1e6, 1e9, 1e12];
/** Languages in which official texts are held (screens/agreement/add-text.tsx). */
const LANGUAGES = ["en", "ru", "zh", "kk", "ky", "tg", "tk", "uz", "fr", "ar", "es", "fa"];

/**
 * The names of months, weekdays, powers of ten and languages in a locale, as the Unicode CLDR in this Node has them.
 * Throws where it has none: the page would show those of another language.
 */
export function localeNames(locale: string): LocaleNames {
  if (Intl.DateTimeFormat.supportedLocalesOf(locale).length === 0)
    throw new Error(`this Node has no names of months for ${locale}: build with one that has the full ICU`);
  const dated = (options: Intl.DateTimeFormatOptions, of: "month" | "weekday", at: readonly number[]) => {
    const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" });
    return at.map((moment) => format.formatToParts(moment).find(({ type }) => type === of)!.value);
  };
  const lengths = <T>(make: (length: "short" | "long") => T) => ({ short: make("short"), long: make("long") });
  const list = new Intl.ListFormat(locale, { type: "conjunction" });
  const joins = (items: readonly string[]) =>
    list.formatToParts(items).flatMap(({ type, value }) => (type === "literal" ? [value] : []));
  const named = new Intl.DisplayNames(locale, { type: "language" });
  return {
    monthsInDates: lengths((month) => dated({ day: "numeric", month }, "month", MONTHS)),
    monthsAlone: lengths((month) => dated({ month }, "month", MONTHS)),
    weekdays: lengths((weekday) => dated({ weekday }, "weekday", WEEK)),
    powers: lengths((compactDisplay) =>
      POWERS.map((power) => {
        const parts = new Intl.NumberFormat(locale, { notation: "compact", compactDisplay }).formatToParts(power);
        return parts.find(({ type }) => type === "compact")!.value;
      }),
    ),
    joins: { two: joins(["1", "2"])[0]!, middle: joins(["1", "2", "3"])[0]!, last: joins(["1", "2", "3"])[1]! },
    languages: Object.fromEntries(LANGUAGES.map((code) => [code, named.of(code)!])),
  };
}
