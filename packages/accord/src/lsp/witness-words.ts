import { type Instant, isBig, type KelisimRecord, type Value } from "@kelisim/model";
import { makeWitnesses } from "../witness/witnesses.ts";
import type { Desk } from "./desk.ts";

/**
 * A clause tried on made-up records, in words: what happens, who then owes whom what, and by when. Undefined where the
 * clause has no deadline with a date; where no records could be made up, the reason.
 */
export function witnessWords(desk: Desk, clause: string): string | undefined {
  const { program } = desk.workspace.compilation();
  const [witness] = makeWitnesses(program, desk.context, clause);
  if (!witness) return undefined;
  if ("reason" in witness) return `No example could be made up: ${witness.reason}.`;
  const { records, performance, debtor, creditor, period } = witness;
  const asked = JSON.stringify(desk.clause(clause)?.clause ?? {});
  const happens = records.map(
    (record) => `${record.kind} of ${record.from} on ${day(record.occurred)}${details(desk, record, asked)}`,
  );
  const cause =
    happens.length > 0 ? `With ${happens.join("; then ")}` : period ? `For ${period}` : "From being bound on";
  const owed = creditor === "" ? debtor : `${debtor} to ${creditor}`;
  const until = witness.deadline === undefined ? "" : `; the last moment is ${moment(witness.deadline)}`;
  return `${cause}, ${owed}: ${performance.kind} on ${moment(performance.occurred)} is in time${until}; with none it is past by ${moment(witness.unperformedAt)}.`;
}

/** The attributes for which the clause asks. */
function details(desk: Desk, { kind, content }: KelisimRecord, asked: string): string {
  const told = (desk.kind(kind)?.attributes ?? []).flatMap(({ name, type }) => {
    if (!asked.includes(`"name":"${name}"`)) return [];
    const value = content[name];
    const words = type.type === "date" && typeof value === "number" ? day(value * DAY) : valueWords(value);
    return words === undefined ? [] : [`${name} ${words}`];
  });
  return told.length === 0 ? "" : ` (${told.join(", ")})`;
}

const DAY = 86_400_000;

function valueWords(value: Value | undefined): string | undefined {
  if (typeof value === "string" || typeof value === "number") return String(value);
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (Array.isArray(value)) return value.join(" ");
  if (isBig(value)) return value.toFixed();
  return undefined;
}

function day(instant: Instant): string {
  return new Date(instant).toISOString().slice(0, 10);
}

function moment(instant: Instant): string {
  return `${new Date(instant).toISOString().slice(0, 16).replace("T", " ")} UTC`;
}
