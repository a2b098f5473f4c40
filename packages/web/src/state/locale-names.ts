/** Short and long. */
export interface Lengths<T> {
  readonly short: T;
  readonly long: T;
}

/**
 * What a language calls months, weekdays and large numbers. Browsers have these for some languages only, and say them in
 * another one where they do not; a draft catalogue brings them along (taken from the Unicode CLDR when it is built).
 */
export interface LocaleNames {
  /** Beside a day: "15 желтоқсан"; January first. */
  readonly monthsInDates: Lengths<readonly string[]>;
  readonly monthsAlone: Lengths<readonly string[]>;
  /** Sunday first. */
  readonly weekdays: Lengths<readonly string[]>;
  /** Words for 10³, 10⁶, 10⁹ and 10¹². */
  readonly powers: Lengths<readonly string[]>;
  /** Between two, between those of more, before the last of more. */
  readonly joins: { readonly two: string; readonly middle: string; readonly last: string };
  /** Languages by their code. */
  readonly languages: Readonly<Record<string, string>>;
}

const known = new Map<string, LocaleNames>();

/** Tells the names of a locale; from now on dates and numbers of it are written with them. */
export function nameLocale(locale: string, names: LocaleNames): void {
  known.set(locale, names);
}

/** Names that were told; none for a locale that Intl is trusted with. */
export const namesOf = (locale: string): LocaleNames | undefined => known.get(locale);

/**
 * What Intl is asked for figures and clocks. A language with names of its own is written as Russian is: a no-break space between thousands, a
 * comma before fractions, 24 hours. The CLDR gives all five languages of the region these.
 */
export const figuresAs = (locale: string): string => (known.has(locale) ? "ru-RU" : locale);
