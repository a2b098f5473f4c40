import type { DocumentLayout } from "../../layout.ts";
import { readingRecords } from "../xml/read-records.ts";
import { isAgreement } from "./activity.ts";
import { ActivityTaker } from "./take-activities.ts";

/** Children of an activity that are read; all others are skipped whole. */
const READ: ReadonlySet<string> = new Set([
  "iati-identifier",
  "reporting-org",
  "title",
  "participating-org",
  "related-activity",
  "recipient-country",
  "recipient-region",
  "sector",
  "default-flow-type",
  "budget",
  "planned-disbursement",
  "transaction",
]);

/** Elements below those that say nothing of the money. */
const SKIPPED: ReadonlySet<string> = new Set([
  "description",
  "aid-type",
  "finance-type",
  "tied-status",
  "disbursement-channel",
  "budget-line",
]);

const keeps = (name: string, depth: number): boolean =>
  depth === 1 ? READ.has(name) || isAgreement(name) : !SKIPPED.has(name);

/** Activities by the IATI standard 2.01 to 2.03, and those of 1.x. */
export const iatiActivities: DocumentLayout = {
  form: "document",
  id: "iati-activities",
  version: 1,
  table: "flows",
  producer: {
    dataset: "iati-activities",
    name: "IATI activities",
    citation: "International Aid Transparency Initiative, activity file of the reporting organisation.",
    caveats: [
      "Each organisation reports its own view: the same money stands as a disbursement of one and as received by another, and only sums of one measure can be added.",
      "Sums of an activity and of those that it contains can be the same money: count one level only.",
      "A transaction has the recipient and the sector that it names itself, else a part of it for each that its activity names, by the percentages given. Where shares are not known the sum has no recipient, or no purpose; it is never repeated for each of them.",
      "A revised budget replaces the original one of the same period.",
      "IATI has no place for the number of an agreement; it is there where a publisher adds one.",
    ],
  },
  accepts: ({ head }) => /<iati-activit(?:y|ies)[\s>]/.test(head),
  columns: [
    { from: ["transaction-date", "period-start"], to: "year", how: "the year of the date" },
    { from: ["transaction-date", "period-start"], to: "from" },
    { from: ["transaction-date", "period-end"], to: "to" },
    {
      from: ["provider-org", "reporting-org", "participating-org[@role=1]"],
      to: "donor",
      how: "who provides; where none is named: of outgoing money the reporting organisation, of budgets who funds the activity",
    },
    { from: ["provider-org/@ref"], to: "donor_code" },
    { from: ["provider-org/narrative"], to: "donor_name" },
    {
      from: ["provider-org/narrative"],
      to: "agency",
      how: "where the code is of a part of a government or of the European Commission",
    },
    {
      from: ["recipient-country/@code", "recipient-region/@code"],
      to: "recipient",
      how: "of the transaction, else of the activity, the sum divided by the percentages",
    },
    { from: ["recipient-country/@code", "recipient-region/@code"], to: "recipient_code" },
    { from: ["recipient-country/narrative", "recipient-region/narrative"], to: "recipient_name" },
    { from: ["recipient-country/@percentage", "recipient-region/@percentage"], to: "recipient_share" },
    {
      from: ["sector/@code"],
      to: "purpose",
      how: "of vocabulary 1 (five digits), else 2 (three); of the transaction, else of the activity, the sum divided by the percentages",
    },
    { from: ["sector/narrative"], to: "purpose_name" },
    { from: ["flow-type/@code", "default-flow-type/@code"], to: "flow", how: "its name in the code list FlowType" },
    {
      from: ["transaction-type/@code", "budget", "planned-disbursement"],
      to: "measure",
      how: "2 and C are commitments, 3 and D disbursements ...",
    },
    { from: ["value"], to: "amount" },
    { from: ["value/@currency", "@default-currency"], to: "currency" },
    { from: ["iati-identifier"], to: "activity" },
    { from: ["related-activity[@type=1]/@ref", "related-activity[@type=2]/@ref"], to: "parent" },
    { from: ["@agreement-number"], to: "agreement" },
    { from: ["title/narrative"], to: "title", how: "in English where there is such" },
    { from: ["receiver-org", "participating-org[@role=4]"], to: "channel" },
    { from: ["@humanitarian"], to: "humanitarian" },
    { from: ["value/@value-date"], to: "value_date" },
  ],
  read: readingRecords({ record: "iati-activity", keeps }, () => new ActivityTaker()),
  vintage: ({ head }) =>
    /<iati-activit(?:y|ies)\s[^>]*?generated-datetime\s*=\s*["'](\d{4}-\d{2}-\d{2})/.exec(head)?.[1],
};
