import { firstDay, lastDay } from "./dated.ts";
import { propose } from "./nearest.ts";
import { CODED_ROWS, ENGAGEMENT_KINDS } from "./powers.ts";
import { refuse } from "./refusal.ts";
import type { RegionTables } from "./region-tables.ts";
import type { TableRow } from "./table.ts";
import { given, isRepeated, known, type References, sourced, uniqueId } from "./table-cells.ts";

type Reader = (row: TableRow, tables: RegionTables, references: References, seen: Map<string, number>) => void;

/** Readers of the tables on powers from outside, stated priorities and definitions. */
export const POWER_READERS = {
  powers(row, tables, references, seen) {
    const id = uniqueId(row, seen);
    actor(row, "id", id, references);
    const source = sourced(row, references);
    if (id === undefined || source === undefined || !row.sound()) return;
    tables.powers.push({ id, ...source });
  },
  engagements(row, tables, references, seen) {
    const id = uniqueId(row, seen);
    const power = known(row, "power", row.need("power"), new Set(tables.powers.map((each) => each.id)), "power");
    row.need("states");
    const states = row.list("states");
    for (const state of states) known(row, "states", state, references.parties, "party");
    const kind = row.oneOf("kind", ENGAGEMENT_KINDS);
    const title = row.need("title");
    const [from, to, still] = [row.date("from"), row.date("to"), row.date("seen")];
    if (from !== undefined && to !== undefined && lastDay(to) < firstDay(from))
      row.fault("to", refuse("is earlier than from"));
    if (to !== undefined && still !== undefined) row.fault("seen", refuse("stands beside to", "one of the two"));
    const source = sourced(row, references);
    if (id === undefined || power === undefined || kind === undefined || title === undefined) return;
    if (source === undefined || !row.sound()) return;
    tables.engagements.push({ id, power, states, kind, title, ...given({ from, to, seen: still }), ...source });
  },
  "engagement-kinds"(row, tables, references, seen) {
    const of = row.oneOf("of", CODED_ROWS);
    const id = row.need("id");
    const kind = row.oneOf("kind", [...ENGAGEMENT_KINDS, "none"]);
    const source = sourced(row, references);
    if (of === undefined || id === undefined || kind === undefined || source === undefined) return;
    known(row, "id", id, codedIds(tables, references)[of], of === "what" ? "event called" : of);
    if (!row.sound() || isRepeated(row, `${of} ${id}`, seen)) return;
    tables.engagementKinds.push({ of, id, kind, ...source });
  },
  codings(row, tables, references, seen) {
    const id = uniqueId(row, seen);
    const statements = new Set([...tables.claims, ...tables.undertakings].map((each) => each.id));
    const statement = known(row, "statement", row.need("statement"), statements, "claim or undertaking");
    const by = row.need("actor");
    actor(row, "actor", by, references);
    const threat = known(row, "threat", row.need("threat"), threatsOf(tables), "threat");
    const weight = weightOf(row);
    const coder = row.need("coder");
    const source = sourced(row, references);
    if (id === undefined || statement === undefined || by === undefined || threat === undefined) return;
    if (weight === undefined || coder === undefined || source === undefined || !row.sound()) return;
    tables.codings.push({ id, statement, actor: by, threat, weight, coder, ...source });
  },
  "priority-rules"(row, tables, references, seen) {
    const id = uniqueId(row, seen);
    const threat = known(row, "threat", row.need("threat"), threatsOf(tables), "threat");
    row.need("words");
    const words = row.list("words");
    const weight = weightOf(row);
    const source = sourced(row, references);
    if (id === undefined || threat === undefined || weight === undefined || source === undefined || !row.sound())
      return;
    tables.priorityRules.push({ id, threat, words, weight, ...source });
  },
  definitions(row, tables, references, seen) {
    const id = uniqueId(row, seen);
    const term = row.need("term");
    const by = row.need("actor");
    actor(row, "actor", by, references);
    const definition = row.need("definition");
    const source = sourced(row, references);
    if (id === undefined || term === undefined || by === undefined || definition === undefined) return;
    if (source === undefined || !row.sound()) return;
    tables.definitions.push({
      id,
      term,
      actor: by,
      definition,
      ...given({ location: row.text("location") }),
      ...source,
    });
  },
} satisfies Readonly<Record<string, Reader>>;

/** A party or an organisation; anything else is a fault. */
function actor(row: TableRow, column: string, id: string | undefined, { parties, organisations }: References): void {
  if (id === undefined || parties.has(id) || organisations.has(id)) return;
  const said = `there is no party or organisation "${id.slice(0, 40)}"`;
  row.fault(column, refuse(said, propose(id, [...parties, ...organisations]), "table/missing-reference"));
}

function codedIds(tables: RegionTables, { programmes, organisations }: References) {
  return {
    programme: programmes,
    event: new Set(tables.timeline.map((each) => each.id)),
    what: new Set(tables.timeline.map((each) => each.what)),
    organisation: organisations,
  };
}

const threatsOf = (tables: RegionTables): ReadonlySet<string> => new Set(tables.threats.map(({ id }) => id));

/** A number from 0 to 1. */
function weightOf(row: TableRow): number | undefined {
  const text = row.need("weight");
  if (text === undefined) return undefined;
  const weight = /^(0|1|0?\.\d{1,3})$/.test(text) ? Number(text) : Number.NaN;
  if (weight >= 0 && weight <= 1) return weight;
  row.fault("weight", refuse(`"${text.slice(0, 20)}" is no number from 0 to 1`, "such as 0.5"));
  return undefined;
}
