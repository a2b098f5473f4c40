import { formatDated, formatInstant } from "@kelisim/model";
import { citation, limitUnverified, type Row, stateCounted, stateShown, type Words } from "@kelisim/words";
import { badRequest } from "../../http/problem.ts";
import { pairRows } from "../cooperation/pair-lines.ts";
import type { ColumnId } from "./columns.ts";
import { listed, type TableDefinition, type TableNeeds, type TableRow } from "./table.ts";

const LINE = [
  "act",
  "debtors",
  "creditors",
  "standpoint",
  "state",
  "state_words",
  "due",
  "deadline",
  "time_zone",
  "instrument",
  "instrument_name",
  "clause",
  "article",
  "form",
  "channel",
  "period",
  "subject",
  "performance",
  "performed_at",
  "value",
  "amount",
  "unverified",
  "source",
  "confidence",
] as const satisfies readonly ColumnId[];

const FROM = ["status", "sides", "modifiers", "channels"];

/** What the party it is read as owes and is owed: the same lines as on its board, in the same order. */
export const boardTable: TableDefinition = {
  id: "board",
  title: { en: "What falls due", ru: "Что подлежит исполнению" },
  columns: LINE,
  from: FROM,
  obeys: ["owes", "by", "line"],
  rows({ view, asked, words, filters }) {
    const { party, asOf, knownAt, from, until } = asked;
    const board = view.ledger.board({ asOf, knownAt, from, until, ...(party === undefined ? {} : { party }) });
    const all = words.rowsOf(board.lines);
    const kept = filters.owes === undefined ? all : all.filter((row) => isAsked(row, filters.owes !== "0"));
    return kept.map((row) => lineRow(row, words));
  },
};

/** What two parties owe each other. */
export const betweenTable: TableDefinition = {
  id: "between",
  title: { en: "What binds two parties", ru: "Что связывает две стороны" },
  columns: LINE,
  from: FROM,
  obeys: ["a", "b", "least", "view"],
  rows({ view, asked, words, filters }: TableNeeds) {
    const pair = (["a", "b"] as const).map((name) => {
      const id = filters[name];
      if (id === undefined || !words.region.parties.some((party) => party.id === id))
        throw badRequest(`/query/${name}`, `"${(id ?? "").slice(0, 40)}" is no party of ${words.region.name}`);
      return id;
    });
    const { there, back } = pairRows(view, asked, words, [pair[0]!, pair[1]!]);
    return [...there, ...back].map((row) => lineRow(row, words));
  },
};

const isAsked = ({ standpoint, line }: Row, owes: boolean) =>
  line.form === "limit" || line.form === "standing" || (owes ? standpoint !== "owed" : standpoint === "owed");

function lineRow(row: Row, words: Words): TableRow {
  const { line, placed } = row;
  const { clause, instrument } = placed;
  const unverified = [
    ...(line.unverified ? ["binding"] : []),
    ...(row.unsureDate ? ["deadline"] : []),
    ...(clause.articleAssumed === undefined ? [] : ["article"]),
    ...(clause.channelAssumed === undefined ? [] : ["channel"]),
    ...(limitUnverified(clause) ? ["amount"] : []),
  ];
  return {
    act: words.act(row),
    debtors: listed(row.debtors),
    creditors: listed(row.creditors),
    standpoint: row.standpoint,
    state: stateCounted(row),
    state_words: words.state(stateShown(row)),
    due: row.day === undefined ? null : formatDated(row.day),
    deadline: line.deadline === null ? null : formatInstant(line.deadline),
    time_zone: instrument.timeZone,
    instrument: instrument.id,
    instrument_name: words.names.instrument(instrument.id),
    clause: clause.id,
    article: citation(clause),
    form: line.form,
    channel: clause.channel === undefined ? null : words.names.channel(clause.channel),
    period: line.period,
    subject: line.subject,
    performance: line.performance,
    performed_at: line.performedAt === undefined ? null : formatInstant(line.performedAt),
    value: line.value,
    amount: line.amount,
    unverified: unverified.join(" "),
    source: clause.source ?? instrument.source,
    confidence: clause.confidence,
  };
}
