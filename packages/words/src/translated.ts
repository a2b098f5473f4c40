import type { Clause, Instrument, Kind, Program } from "@kelisim/accord/program";
import type { Titles } from "./names.ts";

/**
 * The program with titles and channels in another language; what has none stays as it is. Ids, versions (hashes) and rules
 * are untouched, so that an answer of the engine about the original finds its clause in it.
 */
export function translatedProgram(program: Program, titles: Titles): Program {
  return {
    ...program,
    vocabulary: program.vocabulary.map((kind): Kind => ({ ...kind, title: titles("kind", kind.name) ?? kind.title })),
    instruments: program.instruments.map(
      (instrument): Instrument => ({
        ...instrument,
        title:
          titles("instrument", instrument.id, "shortTitle") ?? titles("instrument", instrument.id) ?? instrument.title,
        clauses: instrument.clauses.map((clause) => translatedClause(clause, titles)),
      }),
    ),
  };
}

function translatedClause(clause: Clause, titles: Titles): Clause {
  const title = titles("clause", clause.id) ?? clause.title;
  const channel = clause.channel === undefined ? undefined : (titles("channel", clause.channel) ?? clause.channel);
  return { ...clause, title, ...(channel === undefined ? {} : { channel }) };
}
