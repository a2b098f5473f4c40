import type { MoneyBasisView, MoneyChoices } from "@kelisim/api";
import type { Address } from "../standpoint.ts";

export type DataChoice = MoneyChoices["choices"][number];

/** Filters of the screen that stand in the address. */
export const MONEY_FILTERS = [
  "dataset",
  "basis",
  "donor",
  "recipient",
  "purpose",
  "from",
  "to",
  "set",
  "rules",
  "called",
  "limit",
  "split",
  "year",
  "view",
  "holdings",
] as const;

/** What a part of the screen cannot be answered without. */
const NEEDED: Partial<Record<MoneyTab, string>> = { share: "purpose", donors: "donor", ties: "donor" };

/** The data set of an address, else of those that can answer its tab the one with the most rows. */
export function dataOf(choices: readonly DataChoice[], address: Address): DataChoice | undefined {
  const needed = NEEDED[moneyTab(address.tab)];
  // A share of a purpose set is decided by codes: names of groups leave it open.
  const fits = ({ keys, coded }: DataChoice) =>
    needed === undefined ? 0 : Number(keys.includes(needed)) + Number(needed === "purpose" && coded);
  const rows = ({ bases }: DataChoice) => bases.reduce((sum, basis) => sum + basis.rows, 0);
  return (
    choices.find(({ dataset }) => dataset === address.dataset) ??
    choices.toSorted((a, b) => fits(b) - fits(a) || rows(b) - rows(a))[0]
  );
}

/** "disbursement,USD,current": measure, currency and prices in one word of the address. */
export const basisKey = ({ measure, currency, priceYear }: MoneyBasisView): string =>
  [measure, currency, priceYear ?? "current"].join(",");

/** What most people ask first. */
const FIRST = ["disbursement", "commitment", "budget"];

/** The basis of an address, else money paid out in prices of the year where the data set has it, else what most rows have. */
export function basisOf({ bases }: DataChoice, address: Address): MoneyBasisView | undefined {
  const rank = ({ measure, priceYear }: MoneyBasisView) =>
    (FIRST.includes(measure) ? FIRST.indexOf(measure) : FIRST.length) * 2 + (priceYear === null ? 0 : 1);
  return (
    bases.find((basis) => basisKey(basis) === address.basis) ??
    bases.toSorted((a, b) => rank(a) - rank(b) || b.rows - a.rows)[0]
  );
}

/** "All recipients of the files", in the address. */
export const EVERYBODY = "all";

/** Recipients asked for: those of the address; without any the states the region is about, as far as the data set has them. */
export function recipientsOf(choice: DataChoice, address: Address, focus: readonly string[]): readonly string[] {
  if (address.recipient === EVERYBODY) return [];
  // A comma with a space behind it belongs to a name.
  if (address.recipient) return address.recipient.split(/,(?! )/);
  return focus.filter((party) => choice.recipients.includes(party));
}

/** What the node is asked with, for the filters of the address. */
export function questionOf(
  choice: DataChoice,
  basis: MoneyBasisView,
  address: Address,
  { focus, lang }: { readonly focus: readonly string[]; readonly lang: string },
): Address {
  const recipients = recipientsOf(choice, address, focus);
  return {
    dataset: choice.dataset,
    measure: basis.measure,
    currency: basis.currency,
    price: basis.priceYear === null ? "current" : `${basis.priceYear}`,
    recipient: recipients.length === 0 ? undefined : recipients.join(","),
    donor: address.donor,
    purpose: moneyTab(address.tab) === "share" ? undefined : address.purpose,
    from: yearOf(address.from),
    to: yearOf(address.to),
    holdings: address.holdings,
    lang,
  };
}

const yearOf = (text: string | undefined): string | undefined =>
  text !== undefined && /^\d{4}$/.test(text) ? text : undefined;

/** How flows are divided. */
export const SPLITS = ["recipient", "donor", "purpose"] as const;
export type Split = (typeof SPLITS)[number];

/** The division of an address, among those of which the data set tells something. */
export function splitOf(choice: DataChoice, address: Address): Split | undefined {
  const there = splitsOf(choice);
  return there.find((each) => each === address.split) ?? there[0];
}

export const splitsOf = ({ keys }: DataChoice): readonly Split[] => SPLITS.filter((each) => keys.includes(each));

/** Parts of the screen; the chosen one stands in the address as `tab`. */
export const MONEY_TABS = [
  "flows",
  "map",
  "ties",
  "share",
  "donors",
  "delivery",
  "checks",
  "programmes",
  "files",
] as const;
export type MoneyTab = (typeof MONEY_TABS)[number];
export const moneyTab = (text: string | undefined): MoneyTab => MONEY_TABS.find((each) => each === text) ?? "flows";

/** How it is drawn who gives to whom; the chosen way stands in the address as `view`. */
export const TIES_VIEWS = ["bands", "network", "matrix"] as const;
export type TiesView = (typeof TIES_VIEWS)[number];
export const tiesView = (text: string | undefined): TiesView => TIES_VIEWS.find((each) => each === text) ?? "bands";

/** Parts of a group below which a donor is called small; the chosen one stands in the address as `limit`. */
export const LIMITS = ["0.01", "0.02", "0.05", "0.1"] as const;
export type Limit = (typeof LIMITS)[number];
export const limitOf = ({ limit }: Address): Limit => LIMITS.find((each) => each === limit) ?? "0.02";
