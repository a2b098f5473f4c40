import { writeNumber } from "../format.ts";

/** An amount for a scale: "1.24bn", "12.3m". */
export function shortAmount(sum: string | number, locale: string): string {
  const value = Number(sum);
  const isShort = Math.abs(value) < 1000;
  const style: Intl.NumberFormatOptions = isShort
    ? { maximumFractionDigits: 0 }
    : { notation: "compact", compactDisplay: "short", maximumSignificantDigits: 3 };
  return writeNumber(value, locale, style);
}

/** An amount within a sentence: "1.24 billion USD". */
export const sentenceMoney = (sum: string, currency: string, locale: string): string =>
  `${writeNumber(Number(sum), locale, { notation: "compact", compactDisplay: "long", maximumSignificantDigits: 3 })}\u00A0${currency}`;

/** The same with its currency: "12.3m USD". */
export const shortMoney = (sum: string | number, currency: string, locale: string): string =>
  `${shortAmount(sum, locale)}\u00A0${currency}`;

/** An exact decimal in full, digits grouped, nothing rounded away. */
export const fullAmount = (sum: string, locale: string): string =>
  writeNumber(sum, locale, { maximumFractionDigits: 20 });

/** A share between 0 and 1 in per cent, with as many places as it needs to be told from nothing. */
export function percent(share: string | number, locale: string): string {
  const value = Math.abs(Number(share));
  const places = value === 0 || value >= 0.1 ? 0 : value >= 0.01 ? 1 : 2;
  return writeNumber(Number(share), locale, { style: "percent", maximumFractionDigits: places });
}
