import type { Explanation, RecordHead } from "@kelisim/api";
import type { BoardLine, Line } from "@kelisim/duties";
import { civilDay, dayParts, endOfDay, formatDated, formatInstant, startOfDay } from "@kelisim/model";
import { explanationWords, FACTS_BEHIND, mutual, type Words } from "@kelisim/words";
import type { NodeContext, Viewer } from "../context.ts";
import { notFound } from "../http/problem.ts";
import type { Desk } from "./desk.ts";
import type { LineName } from "./line-name.ts";
import { lineView } from "./line-view.ts";
import { recordHead } from "./record-head.ts";
import { findHeld } from "./records/held.ts";
import { type Asked, standpointData } from "./standpoint.ts";
import type { View } from "./views.ts";

/** Lines of the same clause that are listed beside the one explained. */
const OTHERS = 24;

/** Why a line stands as it does. Throws 404 where this view has no such line at this standpoint. */
export async function explanationOf(
  node: NodeContext,
  view: View,
  viewer: Viewer,
  asked: Asked,
  name: LineName,
): Promise<Explanation> {
  const words = view.desk.words(asked.language);
  const question = wide(asked, name);
  const found = findLine(view, words, question, asked.party, name);
  if (found === undefined) throw notFound("The line");
  const { chosen, others } = found;
  const { debtors, creditors, standpoint: _standpoint, ...rest } = chosen;
  const line: Line = {
    ...rest,
    debtor: debtors.includes(name.debtor) ? name.debtor : (debtors[0] ?? ""),
    creditor: name.creditor,
  };
  // What explains a line does not depend on the window: the one of its board is tried first, as a wide one costs more.
  const { asOf, knownAt, from, until } = asked;
  const explained = view.ledger.explain(line, { asOf, knownAt, from, until }) ?? view.ledger.explain(line, question);
  if (explained === undefined) throw notFound("The line");
  const worded = explanationWords(explained, chosen, words, { today: asked.today, covered: view.covered });
  const numbers = (about: keyof typeof FACTS_BEHIND | undefined) =>
    about === undefined
      ? []
      : worded.facts.flatMap((fact, index) => (FACTS_BEHIND[about].includes(fact.topic) ? [index + 1] : []));
  const used = [explained.trigger.at(-1), explained.performance, ...explained.counted].flatMap(
    (record) => record?.id ?? [],
  );
  return {
    standpoint: standpointData(asked, view.desk),
    line: lineView({ ...worded.row, standpoint: chosen.standpoint }, words),
    sentences: worded.sentences.map((sentence) =>
      sentence.map(({ text, about }) => ({ text, ...(about === undefined ? {} : { about }), facts: numbers(about) })),
    ),
    facts: worded.facts.map(({ topic, label, text, remark, sources }) => ({
      topic,
      label,
      text,
      ...(remark === undefined ? {} : { remark }),
      sources: sources.map(({ source, confidence }) => ({ source, confidence })),
    })),
    steps: worded.steps.map(({ kind, text, day, instant, unsure }) => ({
      kind,
      text,
      ...(day === undefined ? {} : { day: formatDated(day) }),
      ...(instant === undefined ? {} : { instant: formatInstant(instant) }),
      unsure,
    })),
    unknown: [...worded.unknown],
    change: [...worded.change],
    disputes: worded.disputes.map(({ id, question: asks }) => ({ id, question: asks })),
    others: mutual(words.rowsOf(others.slice(0, OTHERS))).map((row) => lineView(row, words)),
    records: await headsOf(node, view.desk, viewer, [...new Set(used)], words),
  };
}

/** A line is named without its window: the question reaches over the year its period names, and two years around today. */
function wide(asked: Asked, name: LineName) {
  const year = Number(/^(\d{4})(-|$)/.exec(name.period)?.[1] ?? dayParts(asked.today).year);
  const { asOf, knownAt, timeZone } = asked;
  return {
    asOf,
    knownAt,
    from: Math.min(asked.from, startOfDay(civilDay(year - 2, 1, 1), timeZone)),
    until: Math.max(asked.until, endOfDay(civilDay(year + 2, 12, 31), timeZone)),
  };
}

function findLine(
  view: View,
  words: Words,
  question: ReturnType<typeof wide>,
  party: string | undefined,
  name: LineName,
): { readonly chosen: BoardLine; readonly others: readonly BoardLine[] } | undefined {
  const placed = words.clauses.get(name.clause);
  if (placed === undefined) return undefined;
  const isAsked = (line: BoardLine) =>
    line.debtors.includes(name.debtor) &&
    (name.creditor === "" ? line.creditors.length === 0 : line.creditors.includes(name.creditor)) &&
    (line.subject ?? "") === name.subject &&
    (line.period ?? "") === name.period &&
    (line.group ?? "") === name.group;
  const ends = [...words.names.membersOf(name.debtor), ...words.names.membersOf(name.creditor)];
  // The party asked as comes first: its board words the line from its side.
  const askers = [...new Set([...(party !== undefined && ends.includes(party) ? [party] : []), ...ends])];
  for (const asker of askers) {
    const board = view.ledger.board({ ...question, party: asker, instrument: placed.instrument.id });
    const own = board.lines.filter((line) => line.clause === name.clause);
    const chosen = own.find(isAsked);
    if (chosen !== undefined) return { chosen, others: own.filter((line) => line !== chosen) };
  }
  return undefined;
}

async function headsOf(
  node: NodeContext,
  desk: Desk,
  viewer: Viewer,
  ids: readonly string[],
  words: Words,
): Promise<RecordHead[]> {
  const session = node.store.as(viewer);
  const found = await Promise.all(ids.slice(0, OTHERS).map((id) => findHeld(desk, session, id)));
  return found.flatMap((held) => (held === undefined ? [] : [recordHead(held.stored, words)]));
}
