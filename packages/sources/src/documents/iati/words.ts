import type { Measure } from "@kelisim/model";

/** What a transaction is, and whether the reporting organisation gets the money. */
export interface TransactionKind {
  readonly measure: Measure;
  readonly incoming: boolean;
}

const out = (measure: Measure): TransactionKind => ({ measure, incoming: false });
const incoming = (measure: Measure): TransactionKind => ({ measure, incoming: true });

/** Code list TransactionType of IATI 2.03, with the letters that 1.x uses instead. */
export const TRANSACTION_KINDS: ReadonlyMap<string, TransactionKind> = new Map([
  ["1", incoming("received")],
  ["IF", incoming("received")],
  ["2", out("commitment")],
  ["C", out("commitment")],
  ["3", out("disbursement")],
  ["D", out("disbursement")],
  ["4", out("expenditure")],
  ["E", out("expenditure")],
  ["5", out("interest")],
  ["IR", out("interest")],
  ["6", out("repayment")],
  ["LR", out("repayment")],
  ["7", out("reimbursement")],
  ["R", out("reimbursement")],
  ["8", out("equity purchase")],
  ["QP", out("equity purchase")],
  ["9", out("equity sale")],
  ["QS", out("equity sale")],
  ["10", out("guarantee")],
  ["CG", out("guarantee")],
  ["11", incoming("incoming commitment")],
  ["12", out("pledge")],
  ["13", incoming("incoming pledge")],
]);

/** Code list FlowType. */
export const FLOW_TYPES: Readonly<Record<string, string>> = {
  "10": "ODA",
  "20": "OOF",
  "21": "Non-export credit OOF",
  "22": "Officially supported export credits",
  "30": "Private Development Finance",
  "35": "Private Market",
  "36": "Private Foreign Direct Investment",
  "37": "Other Private flows at market terms",
  "40": "Non flow",
  "50": "Other flows",
};

/** Roles of participating organisations: 2.x by number, 1.x by word. */
export const FUNDING: readonly string[] = ["1", "funding"];
export const IMPLEMENTING: readonly string[] = ["4", "implementing"];

/** Code list BudgetType: 2 replaces 1 of the same period. */
export const REVISED: readonly string[] = ["2", "revised"];
