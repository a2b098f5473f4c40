import { isRefusal, type Refusal, type RefusedRow } from "@kelisim/model";
import { readDate } from "../../readings/dates.ts";
import { clip, readAmount } from "../../readings/numbers.ts";
import { remembered } from "../remembered.ts";
import { attributeOf, childOf, type Element, textOf } from "../xml/element.ts";
import { REVISED, TRANSACTION_KINDS, type TransactionKind } from "./words.ts";

/** One budget, planned disbursement or transaction as it is read, before it is divided among recipients and purposes. */
export interface Sum {
  readonly kind: TransactionKind;
  readonly year: number;
  readonly from?: string;
  readonly to?: string;
  readonly amount: string;
  readonly currency: string;
  readonly valueDate?: string;
  /** Of a budget: whether it is a revised one. */
  readonly revised: boolean;
  /** Cells that could not be read and are left out. */
  readonly without: readonly Omit<RefusedRow, "row">[];
}

/** Elements of an activity that are sums of money. */
export const SUMS: readonly string[] = ["budget", "planned-disbursement", "transaction"];

const PLAIN = /^(?:0|[1-9][0-9]{0,20})(?:\.[0-9]{0,5}[1-9])?$/;
const ZONE = /(?:Z|[+-][0-9]{2}:[0-9]{2})$/;
const dayOf = remembered((text: string) => readDate(text.replace(ZONE, ""), "yyyy-mm-dd"));

/** A day in an element's `iso-date`, in 1.x also in its text. Empty: none. */
function dateIn(element: Element | undefined): string | undefined | Refusal {
  const text = attributeOf(element, "iso-date") ?? textOf(element);
  return text === undefined ? undefined : dayOf(text);
}

type Refused = Omit<RefusedRow, "row">;
const refusedCell = (column: string, { refusal }: Refusal): Refused => ({ column, problem: refusal });

/** Reads such an element; `currency` is the activity's own. Gives why it makes no row instead. */
export function readSum(element: Element, currency: string | undefined): Sum | { readonly refused: Refused } {
  const kind = kindOf(element);
  if ("refused" in kind) return kind;
  const value = childOf(element, "value");
  const written = textOf(value);
  if (written === undefined) return { refused: { column: "amount", problem: "amount is empty" } };
  const amount = PLAIN.test(written) ? written : readAmount(written, 1);
  if (isRefusal(amount)) return { refused: { column: "amount", text: clip(written), problem: amount.refusal } };
  const money = (attributeOf(value, "currency") ?? currency)?.toUpperCase();
  if (money === undefined || !/^[A-Z]{3}$/.test(money))
    return {
      refused: {
        column: "currency",
        ...(money === undefined ? {} : { text: clip(money) }),
        problem: money === undefined ? "currency is empty" : `"${clip(money)}" is not a currency`,
      },
    };
  const transaction = element.name === "transaction";
  const from = dateIn(childOf(element, transaction ? "transaction-date" : "period-start"));
  const to = transaction ? from : dateIn(childOf(element, "period-end"));
  if (from === undefined || isRefusal(from))
    return {
      refused: { column: "year", problem: from === undefined ? "year is empty: there is no date" : from.refusal },
    };
  const day = attributeOf(value, "value-date");
  const valueDate = day === undefined ? undefined : dayOf(day);
  const without = [
    ...(isRefusal(to) ? [refusedCell("to", to)] : []),
    ...(isRefusal(valueDate) ? [refusedCell("value_date", valueDate)] : []),
  ];
  return {
    kind,
    year: Number(from.slice(0, 4)),
    from,
    ...(to === undefined || isRefusal(to) ? {} : { to }),
    amount,
    currency: money,
    ...(valueDate === undefined || isRefusal(valueDate) ? {} : { valueDate }),
    revised: REVISED.includes(attributeOf(element, "type")?.toLowerCase() ?? ""),
    without,
  };
}

function kindOf(element: Element): TransactionKind | { readonly refused: Refused } {
  if (element.name === "budget") return { measure: "budget", incoming: false };
  if (element.name === "planned-disbursement") return { measure: "planned disbursement", incoming: false };
  const code = attributeOf(childOf(element, "transaction-type"), "code");
  const kind = TRANSACTION_KINDS.get(code?.toUpperCase() ?? "");
  if (kind !== undefined) return kind;
  return {
    refused: {
      column: "measure",
      ...(code === undefined ? {} : { text: clip(code) }),
      problem: code === undefined ? "the transaction has no type" : `"${clip(code)}" is no type of transaction`,
    },
  };
}

/** The period of a budget, by which a revised one replaces an original one. */
export const periodOf = ({ from, to }: Sum): string => `${from ?? ""} ${to ?? ""}`;
