import { type Day, dayNumber, daysBetween } from "./days.ts";
import { figuresAs, type LocaleNames, namesOf } from "./locale-names.ts";

/** U+00A0: "15 Dec" and "Art 9" stay on one line. */
export const NBSP = "\u00A0";
const NNBSP = /\u202F/g;

/** What a date is written with: the day, the weekday where someone plans, the year always or where it differs. */
export interface DateStyle {
  readonly weekday?: "long" | "short";
  readonly month?: "long" | "short";
  /** "auto": only where it is not the year of `near`. */
  readonly year?: "always" | "never" | "auto";
  readonly near?: Day;
}

/** Whether a comma stands behind the weekday: in Russian, and in the drafts of the region's languages. */
const hasWeekdayComma = (locale: string): boolean => locale.startsWith("ru") || namesOf(locale) !== undefined;

const formats = new Map<string, Intl.DateTimeFormat>();
function format(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options);
  let found = formats.get(key);
  if (!found) {
    found = new Intl.DateTimeFormat(figuresAs(locale), options);
    formats.set(key, found);
  }
  return found;
}

/**
 * A civil day in words: "15 Dec 2026", "15 дек. 2026", "Tuesday 15 December", "вторник, 15 декабря".
 * Day, month and year, and a short weekday, are joined by no-break spaces. Never in figures alone: 12/11 means two days.
 */
export function writeDay(day: Day, locale: string, style: DateStyle = {}): string {
  const { weekday, month = "short", year = "always", near } = style;
  const date = new Date(`${day}T00:00:00Z`);
  const withYear =
    year === "always" || (year === "auto" && (near === undefined || near.slice(0, 4) !== day.slice(0, 4)));
  const named = writeMonthOf(day, locale, "genitive", month);
  const written = [String(Number(day.slice(8))), named, ...(withYear ? [day.slice(0, 4)] : [])].join(NBSP);
  if (!weekday) return written;
  const dayName =
    namesOf(locale)?.weekdays[weekday][date.getUTCDay()] ?? format(locale, { weekday, timeZone: "UTC" }).format(date);
  const space = weekday === "short" ? NBSP : " ";
  return `${dayName}${hasWeekdayComma(locale) ? "," : ""}${space}${written}`;
}

/** "December", "Январь 2027": a month as a heading, in the form that stands alone. */
export function writeMonth(day: Day, locale: string, withYear: boolean, month: "long" | "short" = "long"): string {
  const name = writeMonthOf(day, locale, "nominative", month);
  const capital = name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
  return withYear ? `${capital}${NBSP}${day.slice(0, 4)}` : capital;
}

/** A month within a sentence: "Feb", "февраль"; behind a preposition that asks for it in the genitive, "февраля". */
export function writeMonthOf(
  day: Day,
  locale: string,
  grammaticalCase: "nominative" | "genitive",
  month: "long" | "short" = "short",
): string {
  const date = new Date(`${day}T00:00:00Z`);
  const names = namesOf(locale)?.[grammaticalCase === "nominative" ? "monthsAlone" : "monthsInDates"];
  if (names) return names[month][date.getUTCMonth()] ?? day.slice(5, 7);
  if (grammaticalCase === "nominative") return threeLetters(format(locale, { month, timeZone: "UTC" }).format(date));
  // Beside a day Intl gives the form that a date has: "1 февраля".
  const parts = format(locale, { day: "numeric", month, timeZone: "UTC" }).formatToParts(date);
  return threeLetters(parts.find((part) => part.type === "month")!.value);
}

/** "Sept" is what en-GB writes; the other months have three letters, and so has this one. */
const threeLetters = (month: string): string => month.replace(/^Sept$/, "Sep");

/** A moment in a time zone: "21 Nov, 09:12", "21 нояб., 09:12"; with the year where it is not that of `near`. */
export function writeMoment(
  moment: string,
  locale: string,
  timeZone: string,
  style: DateStyle & { readonly zone?: boolean } = {},
): string {
  const date = new Date(moment);
  if (Number.isNaN(date.getTime())) return moment;
  const day = format("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" }).format(date);
  const time = format(locale, { timeZone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(date);
  const zone = style.zone ? `${NBSP}${zoneName(date, locale, timeZone)}` : "";
  return `${writeDay(day, locale, style)}, ${time}${zone}`;
}

function zoneName(date: Date, locale: string, timeZone: string): string {
  if (timeZone === "UTC") return "UTC";
  const parts = format(locale, { timeZone, timeZoneName: "shortOffset" }).formatToParts(date);
  return parts.find((part) => part.type === "timeZoneName")?.value ?? timeZone;
}

/** Where a day lies from another, as a message id and its count: `today.in` 24, `today.ago` 6, `today.today`. */
export type Distance =
  | { readonly id: "time.today" | "time.tomorrow" | "time.yesterday" }
  | { readonly id: "time.inDays" | "time.daysAgo"; readonly count: number };

export function distance(from: Day, to: Day): Distance {
  const count = daysBetween(from, to);
  if (count === 0) return { id: "time.today" };
  if (count === 1) return { id: "time.tomorrow" };
  if (count === -1) return { id: "time.yesterday" };
  return count > 0 ? { id: "time.inDays", count } : { id: "time.daysAgo", count: -count };
}

/** Numbers by locale, digits grouped by a no-break space in Russian and a comma in English. */
export function writeNumber(value: number | string, locale: string, options?: Intl.NumberFormatOptions): string {
  const names = namesOf(locale);
  if (names && options?.notation === "compact") return compact(value, names.powers, options);
  return new Intl.NumberFormat(figuresAs(locale), options).format(value as number).replace(NNBSP, NBSP);
}

/** What Russian calls the powers of ten in short: the place of each in the names of another language. */
const POWERS = ["тыс.", "млн", "млрд", "трлн"];

/** A large number with the word for its power of ten: "1,2 млн", "1,2 миллион". */
function compact(value: number | string, words: LocaleNames["powers"], options: Intl.NumberFormatOptions): string {
  const { compactDisplay = "short", ...others } = options;
  const parts = new Intl.NumberFormat("ru-RU", others).formatToParts(value as number);
  return parts
    .map((part) =>
      part.type === "compact" ? (words[compactDisplay][POWERS.indexOf(part.value)] ?? part.value) : part.value,
    )
    .join("")
    .replace(NNBSP, NBSP);
}

/** "A", "A and B", "A, B and C" as the language joins them. */
export function writeList(items: readonly string[], locale: string): string {
  const joins = namesOf(locale)?.joins;
  if (joins) {
    if (items.length < 3) return items.join(joins.two);
    return `${items.slice(0, -1).join(joins.middle)}${joins.last}${items.at(-1)}`;
  }
  return new Intl.ListFormat(locale, { type: "conjunction" }).format(items);
}

/** Joins a figure and its unit, an article and its number, so that a line never ends between them. */
export function keepTogether(text: string): string {
  return text
    .replace(
      /(\d{1,2}) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|янв|февр|мар|апр|мая|июн|июл|авг|сент|окт|нояб|дек)(\p{L}*\.?)(?: (\d{4}))?/gu,
      (_, day, month, rest, year) => [day, month + rest, ...(year ? [year] : [])].join(NBSP),
    )
    .replace(/\b(Art|Arts|para|No|p)\.? (?=[\dIVX])/g, (found) => found.replace(" ", NBSP))
    .replace(/(^|[\s(])(ст|п|пп|№|г)\. ?(?=\d)/g, (found) => `${found.trimEnd()}${NBSP}`)
    .replace(/(\d) (?=(km|km²|m|days?|hours?|км|м|дн|дней|дня|день|ч)(?![\p{L}]))/gu, `$1${NBSP}`);
}

/** Whether a text can be read as a day this calendar has. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(dayNumber(text));
}
