import { type Clause, type CodedClause, type Instrument, sectionsOf } from "@kelisim/accord/program";
import type { AgreementClause, AgreementSection, Line, Prose } from "@kelisim/api";
import { citation, mutual, type Row, type Words } from "@kelisim/words";
import { lineView } from "../line-view.ts";
import { isUnread, isUnverified } from "./coverage.ts";
import { unverifiedFigures } from "./literate/figures.ts";
import { articleOfHeading } from "./literate/heading.ts";
import { proseOf } from "./literate/prose.ts";
import { markFigures } from "./literate/runs.ts";

import { ruleOf } from "./rule.ts";

/** Lines shown on one card; the board has all of them. */
const LINES_SHOWN = 8;

/** The literate text of an instrument: what is said, and beside it each clause with its rule and its lines. */
export function sectionsData(
  text: string,
  instrument: Instrument,
  words: Words,
  lines: ReadonlyMap<string, readonly Line[]>,
): AgreementSection[] {
  const known = words.clauses;
  return sectionsOf(text, instrument, { instruments: instrumentsOf(words, instrument) }).flatMap(
    ({ heading, anchor, blocks }): readonly AgreementSection[] => {
      if (blocks.length === 0) return [];
      const clauses = blocks.flatMap((block) => block.clauses.map(({ clause }) => clause));
      const figures = [...new Set(clauses.flatMap(unverifiedFigures))];
      const article = articleOfHeading(heading);
      return [
        {
          anchor,
          heading,
          ...(article === undefined ? {} : { article }),
          partial: clauses.some(isUnread),
          blocks: blocks.map(({ prose, clauses }) => ({
            prose: proseOf(prose).map((block) => withMarks(block, figures)),
            clauses: clauses.map((coded) =>
              clauseData(
                coded,
                instrument,
                words,
                lines.get(coded.clause.id) ?? [],
                known.get(coded.clause.id)?.clause,
              ),
            ),
          })),
        },
      ];
    },
  );
}

/** The instruments of the same file: the text is shared, and each has its own sections of it. */
function instrumentsOf(words: Words, instrument: Instrument): readonly Instrument[] {
  const others = words.program.instruments.filter(({ id, file }) => id !== instrument.id && file === instrument.file);
  return [instrument, ...others];
}

/** Lines of the board of one instrument, by clause. */
export function linesByClause(rows: readonly Row[], words: Words): ReadonlyMap<string, readonly Line[]> {
  const found = new Map<string, Line[]>();
  for (const row of mutual(rows)) {
    const list = found.get(row.line.clause) ?? [];
    found.set(row.line.clause, list);
    list.push(lineView(row, words));
  }
  return found;
}

function clauseData(
  { clause, code, line }: CodedClause,
  instrument: Instrument,
  words: Words,
  lines: readonly Line[],
  translated: Clause | undefined,
): AgreementClause {
  const event = eventOf(clause, words);
  return {
    id: clause.id,
    title: translated?.title ?? clause.title,
    form: clause.kind === "limit" && clause.form === "prohibition" ? "prohibition" : clause.kind,
    article: citation(clause),
    articleUnverified: clause.articleAssumed !== undefined,
    confidence: clause.confidence,
    unverified: isUnverified(clause),
    rule: ruleOf(clause, words.names),
    source: clause.source ?? instrument.source,
    version: clause.hash,
    code,
    line,
    lines: lines.slice(0, LINES_SHOWN),
    more: Math.max(0, lines.length - LINES_SHOWN),
    ...(event === undefined ? {} : { event }),
  };
}

/** The event that gives rise to the clause or is counted by it: something that can be planned. A notice cannot. */
function eventOf(clause: Clause, words: Words): AgreementClause["event"] {
  const name =
    clause.kind === "limit"
      ? clause.record
      : "trigger" in clause && clause.trigger.kind === "record"
        ? clause.trigger.record
        : undefined;
  const kind = words.program.vocabulary.find((each) => each.name === name);
  return kind?.form === "event" ? { kind: kind.name, name: kind.title } : undefined;
}

function withMarks(block: Prose, figures: readonly string[]): Prose {
  if (block.kind === "paragraph" || block.kind === "heading")
    return { ...block, runs: markFigures(block.runs, figures) };
  return block.kind === "list" ? { ...block, items: block.items.map((runs) => markFigures(runs, figures)) } : block;
}
