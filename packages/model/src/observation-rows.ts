import { readBorder } from "./border-rows.ts";
import { cite } from "./citations.ts";
import { parseClauseList } from "./clause-list.ts";
import type { CivilDay } from "./dated.ts";
import { firstDay, lastDay } from "./dated.ts";
import { parseDecimal } from "./decimal.ts";
import { readDecision, readPurpose, readSameFigure } from "./evidence-rows.ts";
import { readGlossary } from "./glossary-rows.ts";
import { propose } from "./nearest.ts";
import type { Backing } from "./observations.ts";
import { readPrinted } from "./printed-rows.ts";
import { refuse } from "./refusal.ts";
import type { RegionTables } from "./region-tables.ts";
import { parseSpan } from "./span.ts";
import type { TableRow } from "./table.ts";
import { given, known, type References, sourced, sourceTitles, uniqueId } from "./table-cells.ts";
import { pointOf, readTown } from "./town-rows.ts";

type Reader = (row: TableRow, tables: RegionTables, references: References, seen: Map<string, number>) => void;

/** Readers of the tables that observe rather than bind: money, events, threats, figures, statements, decisions. */
export const OBSERVATION_READERS = {
  programmes(row, tables, references, seen) {
    const id = uniqueId(row, seen);
    const name = row.need("name");
    const donors = actors(row, "donors", references);
    const countries = actors(row, "countries", references);
    const dates = inOrder(row, "start", "end");
    const amount = row.read("budget", parseDecimal);
    const currency = row.text("currency");
    if (amount !== undefined && currency === undefined) row.fault("currency", refuse("is empty", "such as EUR"));
    const backing = given({ dates: backed(row, "dates", references), budget: backed(row, "budget", references) });
    const source = sourced(row, references);
    if (id === undefined || name === undefined || source === undefined || !row.sound()) return;
    const budget = amount === undefined || currency === undefined ? undefined : { amount, currency };
    const told = given({ implementers: row.text("implementers"), themes: row.text("themes"), budget });
    tables.programmes.push({ id, name, donors, countries, ...dates, ...told, backing, ...source });
  },
  timeline(row, tables, references, seen) {
    const id = uniqueId(row, seen);
    const { start: date, end } = inOrder(row, "date", "end");
    if (date === undefined && row.sound()) row.need("date");
    row.need("recorded");
    const recorded = row.date("recorded");
    if (date !== undefined && recorded !== undefined && lastDay(recorded) < firstDay(date)) {
      row.fault("recorded", refuse("is earlier than the event", "an event is written down when it has happened"));
    }
    const what = row.need("what");
    const title = row.need("title");
    const who = actors(row, "actors", references);
    const instrument = cite(row, "instrument", "instrument", tables, [row.text("instrument")])[0];
    const place = pointOf(row);
    const source = sourced(row, references);
    if (id === undefined || date === undefined || recorded === undefined) return;
    if (what === undefined || title === undefined || source === undefined || !row.sound()) return;
    const told = given({ end, instrument, placeName: row.text("place"), place });
    tables.timeline.push({ id, date, recorded, what, title, actors: who, ...told, ...source });
  },
  threats(row, tables, references, seen) {
    const id = uniqueId(row, seen);
    const name = row.need("name");
    const category = row.need("category");
    const programmes = row.list("programmes");
    for (const programme of programmes) known(row, "programmes", programme, references.programmes, "programme");
    const instruments = cite(row, "instruments", "instrument", tables, row.list("instruments"));
    const duties = cite(row, "duties", "clause", tables, row.read("duties", parseClauseList));
    const source = sourced(row, references);
    if (id === undefined || name === undefined || category === undefined || source === undefined || !row.sound())
      return;
    const definition = given({ definition: row.text("definition") });
    const kinds = row.list("kinds");
    tables.threats.push({ id, name, category, ...definition, instruments, programmes, duties, kinds, ...source });
  },
  indicators(row, tables, references, seen) {
    const id = uniqueId(row, seen);
    const party = known(row, "party", row.need("party"), references.parties, "party");
    const indicator = row.need("indicator");
    row.need("period");
    const period = row.read("period", parseSpan);
    const source = sourced(row, references);
    if (id === undefined || party === undefined || indicator === undefined || period === undefined) return;
    if (source === undefined || !row.sound()) return;
    const figure = given({ value: row.text("value"), unit: row.text("unit") });
    tables.indicators.push({ id, party, indicator, period, ...figure, ...source });
  },
  claims(row, tables, references, seen) {
    const id = uniqueId(row, seen);
    const claim = row.need("claim");
    const source = sourced(row, references);
    const told = given({
      location: row.text("location"),
      subject: row.text("subject"),
      predicate: row.text("predicate"),
      object: row.text("object"),
      assessment: row.text("assessment"),
      period: row.read("period", parseSpan),
      check: row.text("check"),
    });
    const contradicts = row.list("contradicts");
    const threats = row.list("threats");
    const all = new Set(tables.threats.map((threat) => threat.id));
    for (const threat of threats) known(row, "threats", threat, all, "threat");
    if (id === undefined || claim === undefined || source === undefined || !row.sound()) return;
    // The statement contradicted may stand further down: judged when the table has been read.
    tables.pending.push(() => {
      const claims = new Set(tables.claims.map((other) => other.id));
      for (const other of contradicts) known(row, "contradicts", other, claims, "claim");
    });
    const spokenOf = given({ threats: threats.length === 0 ? undefined : threats });
    tables.claims.push({ id, claim, ...told, contradicts, ...spokenOf, ...source });
  },
  printed: readPrinted,
  decisions: readDecision,
  purposes: readPurpose,
  same_figures: readSameFigure,
  undertakings(row, tables, references, seen) {
    const id = uniqueId(row, seen);
    const decidedAt = row.need("decided_at");
    const undertaking = row.need("undertaking");
    const by = actors(row, "by", references);
    const to = actors(row, "to", references);
    if (by.length === 0) row.fault("by", refuse("is empty", "who is to do it"));
    const dates = given({ decidedOn: row.date("decided_on"), due: row.date("due") });
    const entry = cite(row, "entry", "clause", tables, [row.text("entry")])[0];
    const source = sourced(row, references);
    if (id === undefined || decidedAt === undefined || undertaking === undefined) return;
    if (source === undefined || !row.sound()) return;
    tables.undertakings.push({ id, decidedAt, undertaking, by, to, ...dates, ...given({ entry }), ...source });
  },
  borders: readBorder,
  towns: readTown,
  glossary: readGlossary,
  disputes(row, tables, references, seen) {
    const id = uniqueId(row, seen);
    if (id !== undefined) tables.disputeIds.add(id);
    const question = row.need("question");
    const reason = row.need("reason");
    const source = sourced(row, references);
    if (id === undefined || question === undefined || reason === undefined) return;
    if (source === undefined || !row.sound()) return;
    const rows = tables.disputed.get(id) ?? [];
    if (rows.length < 2) {
      const seenRows = rows.map(({ file, line }) => ` (${file}:${line})`).join("");
      const said = `${rows.length === 0 ? "no row names" : "only one row names"} the dispute ${id}${seenRows}`;
      row.fault("id", refuse(said, "two rows that disagree both carry it in their column dispute"));
      return;
    }
    tables.disputes.push({ id, question, reason, rows, ...source });
  },
} satisfies Readonly<Record<string, Reader>>;

/** Ids of parties or organisations, each known. */
function actors(row: TableRow, column: string, references: References): readonly string[] {
  const ids = row.list(column);
  for (const id of ids) {
    if (references.parties.has(id) || references.organisations.has(id)) continue;
    const near = propose(id, [...references.parties, ...references.organisations]);
    const said = `there is no party or organisation "${id.slice(0, 40)}"`;
    row.fault(column, refuse(said, near, "table/missing-reference"));
  }
  return ids;
}

function inOrder(row: TableRow, first: string, second: string) {
  const [start, end] = [row.date(first), row.date(second)];
  if (start !== undefined && end !== undefined && lastDay(end) < firstDay(start)) {
    row.fault(second, refuse(`is earlier than ${first}`));
  }
  return given({ start, end }) as { readonly start?: CivilDay; readonly end?: CivilDay };
}

/** Source and confidence of one number, in columns of their own; both or neither. */
export function backed(row: TableRow, name: string, references: References): Backing | undefined {
  const source = sourceTitles(row, `${name}_source`, references);
  const text = row.text(`${name}_confidence`);
  if (source === undefined && text === undefined) return undefined;
  const confidence = row.oneOf(`${name}_confidence`, ["high", "medium", "low"]);
  if (source === undefined) row.fault(`${name}_source`, refuse("is empty", "a confidence needs its source"));
  return source === undefined || confidence === undefined ? undefined : { source, confidence };
}
