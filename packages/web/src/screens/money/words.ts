import type { MoneyBasisView } from "@kelisim/api";
import { NOT_SAID } from "../../state/money/points.ts";
import { OTHERS } from "../../state/money/stack.ts";
import type { MessageId } from "../../texts/ids.ts";
import type { Say } from "../../texts/use-text.ts";

/** "Disbursements". */
export const measureWords = (measure: string, t: Say): string =>
  t(`money.measure.${measure.replaceAll(" ", "-")}` as MessageId);

/** "prices of each year", "constant prices of 2022". */
export function priceWords(priceYear: MoneyBasisView["priceYear"], t: Say): string {
  if (priceYear === null) return t("money.price.current");
  return priceYear === 0 ? t("money.price.unknown") : t("money.price.constant", { year: `${priceYear}` });
}

/** "Disbursements, USD, constant prices of 2022". */
export const basisWords = (basis: MoneyBasisView, t: Say): string =>
  t("money.unit", {
    measure: measureWords(basis.measure, t),
    currency: basis.currency,
    prices: priceWords(basis.priceYear, t),
  });

export type Names = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** A name for the keys of a column; what has none is shown as it is. */
export function namer(names: Names, column: string, t: Say): (key: string) => string {
  return (key) => {
    if (key === OTHERS) return t("money.others");
    if (key === NOT_SAID) return t("money.notSaid");
    const name = names[column]?.[key];
    return column === "purpose" && name !== undefined && name !== key ? `${name} (${key})` : (name ?? key);
  };
}
