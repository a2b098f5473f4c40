import { isRefusal, type Measure, type ObservationRow, type RefusedRow } from "@kelisim/model";
import type { DocumentLayout, Taken } from "../../layout.ts";
import { clip, readAmount, readYear } from "../../readings/numbers.ts";
import { jsonErrorPlace } from "../json-place.ts";
import { amountOf, millionths } from "../shares.ts";
import { donorOf } from "./donors.ts";
import { isObject, type JsonObject, listOf, textIn, yearsOf } from "./project.ts";
import { recipientOf } from "./recipient.ts";

/** A record of one project has some kilobytes; a whole list of them some megabytes. */
const MOST_CHARACTERS = 64 * 1024 * 1024;

const MEASURES = ["budget", "expenditure"] as const satisfies readonly Measure[];

/** Projects of open.undp.org: budget and expenditure of each output by fiscal year. `row` counts outputs. */
export const undpProjects: DocumentLayout = {
  form: "document",
  id: "undp-projects",
  version: 1,
  table: "flows",
  producer: {
    dataset: "undp-projects",
    name: "UNDP projects",
    citation: "United Nations Development Programme, open.undp.org, project records.",
    licence: 'CC BY: "All data in open.undp.org can be used free of charge in compliance with CC-BY".',
    caveats: [
      "The file names no currency; UNDP reports in US dollars.",
      "Border management mostly stands under other purposes (15110, 15140, 99810) than its own, 15210.",
      "A regional programme stands under the office that runs it; the state is read from the title of the output, and from the office where the title names none.",
      "Expenditure can be negative: a correction of an earlier year. A budget that is not given is unknown, not zero.",
      "Fiscal years are those of the record; a later record has more of them.",
    ],
  },
  accepts: ({ head }) =>
    /^\uFEFF?\s*[{[]/.test(head) && /"outputs"\s*:/.test(head) && /"(?:operating_unit|fiscal_year)"/.test(head),
  columns: [
    { from: ["outputs.fiscal_year"], to: "year", how: "by its place in the list" },
    { from: ["outputs.donor_short", "outputs.donor_name"], to: "donor", how: "where there is one donor" },
    { from: ["outputs.donor_id"], to: "donor_code" },
    { from: ["outputs.donor_name"], to: "donor_name" },
    {
      from: ["outputs.output_title", "operating_unit_id"],
      to: "recipient",
      how: "the state that the title of the output ends with, else that of the office",
    },
    { from: ["operating_unit_id", "region_id"], to: "recipient_code" },
    { from: ["outputs.output_title", "operating_unit"], to: "recipient_name" },
    { from: ["outputs.crs"], to: "purpose" },
    { from: ["outputs.crs_descr"], to: "purpose_name" },
    { from: ["outputs.budget", "outputs.expenditure"], to: "measure" },
    { from: ["outputs.budget", "outputs.expenditure"], to: "amount", how: "by its place in the list" },
    { from: [], to: "currency", how: "USD" },
    { from: ["outputs.output_id"], to: "activity" },
    { from: ["project_id"], to: "parent" },
    { from: ["outputs.output_title"], to: "title" },
    { from: ["inst_descr"], to: "channel" },
  ],
  async *read(chunks) {
    let text = "";
    for await (const chunk of chunks) {
      text += chunk;
      if (text.length > MOST_CHARACTERS) {
        yield [{ refused: { row: 1, problem: "the record is larger than 64 MB: this is no record of projects" } }];
        return;
      }
    }
    yield takeProjects(text);
  },
};

/** Rows of a record of one project, or of a list of them. */
function takeProjects(text: string): readonly Taken[] {
  let read: unknown;
  try {
    read = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    const place = jsonErrorPlace(text, error instanceof Error ? error.message : "");
    const where = place === undefined ? "" : `line ${place.line}, column ${place.column}: `;
    return [{ refused: { row: 1, problem: `${where}this is not JSON: it was cut off or changed` } }];
  }
  let row = 0;
  return listOf(read).flatMap((project): readonly Taken[] => {
    if (!isObject(project)) return [{ refused: { row: row + 1, problem: "this is no project" } }];
    const outputs = listOf(project.outputs);
    const taken = outputs.flatMap((output, at) => takeOutput(project, output, row + at + 1));
    row += outputs.length;
    if (outputs.length === 0) return [{ refused: { row: row + 1, problem: "the project has no outputs" } }];
    return [...taken, ...contradictions(project, taken, row)];
  });
}

function takeOutput(project: JsonObject, output: unknown, row: number): readonly Taken[] {
  if (!isObject(output)) return [{ refused: { row, problem: "this is no output" } }];
  const years = yearsOf(output);
  if (typeof years === "string") return [{ refused: { row, column: "year", problem: years } }];
  if (years.length === 0) return [{ refused: { row, column: "year", problem: "the output has no fiscal year" } }];
  const donor = donorOf(output);
  const recipient = recipientOf(project, output);
  const shared = {
    donor: donor.id,
    donor_code: donor.code,
    donor_name: donor.name,
    agency: donor.agency,
    recipient: recipient?.id ?? null,
    recipient_code: recipient?.code ?? null,
    recipient_name: recipient?.name ?? null,
    purpose: textIn(output.crs) ?? null,
    purpose_name: textIn(output.crs_descr) ?? null,
    currency: "USD",
    activity: textIn(output.output_id) ?? null,
    parent: textIn(project.project_id) ?? null,
    title: textIn(output.output_title) ?? null,
    channel: textIn(project.inst_descr) ?? null,
  };
  const taken = years.flatMap((one) =>
    MEASURES.flatMap((measure): readonly Taken[] => {
      const written = one[measure];
      return written === undefined ? [] : [takeSum({ row, ...shared, measure }, one.year, written)];
    }),
  );
  const [first] = taken;
  if (donor.said === undefined || first === undefined || "refused" in first) return taken;
  return [{ ...first, without: [{ row, column: "donor", problem: donor.said }] }, ...taken.slice(1)];
}

function takeSum(shared: ObservationRow, yearText: string, written: string): Taken {
  const year = readYear(yearText);
  const refused = (column: string, text: string, problem: string): { readonly refused: RefusedRow } => ({
    refused: { row: shared.row, column, text: clip(text), problem },
  });
  if (isRefusal(year)) return refused("year", yearText, year.refusal);
  const amount = readAmount(written, 1);
  if (isRefusal(amount)) return refused("amount", written, amount.refusal);
  return { row: { ...shared, year, amount } };
}

/** Where the project's own total is not what its outputs sum to. */
function contradictions(project: JsonObject, taken: readonly Taken[], row: number): readonly Taken[] {
  return MEASURES.flatMap((measure): readonly Taken[] => {
    const declared = textIn(listOf(project[measure])[0]);
    const total = declared === undefined ? undefined : readAmount(declared, 1);
    if (total === undefined || isRefusal(total)) return [];
    const rows = taken.flatMap((one) => ("row" in one && one.row.measure === measure ? [one.row] : []));
    const sum = amountOf(rows.reduce((all, one) => all + millionths(String(one.amount)), 0n));
    if (sum === total) return [];
    const problem = `the project says that its ${measure} is ${total}, its outputs sum to ${sum}`;
    return [{ refused: { row, column: "amount", text: total, problem } }];
  });
}
