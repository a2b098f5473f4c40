import type { Instrument } from "@kelisim/accord/program";
import type { Agreement } from "@kelisim/api";
import { readsOf } from "@kelisim/draft";
import { dayOf, formatDated, formatInstant, type ReadingFact } from "@kelisim/model";
import { durationWords, type Words } from "@kelisim/words";
import { disputesOf } from "../cooperation/sourced.ts";
import { standpointData } from "../standpoint.ts";
import { type TextVersion, textVersion } from "./adopted.ts";
import { type HeadSetting, headOf } from "./head.ts";
import { linesByClause, sectionsData } from "./sections.ts";
import { statusRows } from "./status-rows.ts";
import { tracksOf } from "./tracks.ts";

/** Everything about one instrument at the asked moment. `version`: the adopted text that applies then, where one does. */
export function agreementOf(instrument: Instrument, setting: HeadSetting, version: TextVersion | undefined): Agreement {
  const { view, asked, words, world } = setting;
  const { region } = view.desk;
  const text = version?.text ?? setting.textOf(instrument.file);
  const own = setting.lines.filter((line) => line.instrument === instrument.id);
  const lines = linesByClause(words.rowsOf(own), words);
  const decision = version?.decision;
  return {
    standpoint: standpointData(asked, view.desk),
    head: headOf(instrument, setting),
    source: instrument.source,
    timeZone: instrument.timeZone,
    file: instrument.file ?? "",
    version: version?.version ?? textVersion(text),
    ...(decision === undefined
      ? {}
      : { adoption: { decidedBy: decision.decidedBy, from: decision.from, note: decision.note } }),
    sections: sectionsData(text, instrument, words, lines),
    tracks: tracksOf(instrument, world, words),
    disputes: disputesOf(view.desk, statusRows(world, instrument.id)),
    remarks: region.modifiers
      .filter(({ instruments }) => instruments.includes(instrument.id))
      .map(({ parties, kind, effect, clauses, from: since, source, confidence, note }) => ({
        parties: parties.map((id) => (id === "*" ? "*" : words.names.party(id))),
        kind,
        effect,
        clauses: [...clauses],
        ...(since === undefined ? {} : { from: formatDated(since) }),
        source,
        confidence,
        ...(note === undefined ? {} : { note }),
      })),
    speakers: region.sides.flatMap(({ instrument: of, side, whoSpeaks, source }) =>
      of === instrument.id && whoSpeaks !== undefined
        ? [{ side: words.names.actor(`${of}:${side}`), whoSpeaks, source }]
        : [],
    ),
    readings: readingsOf(instrument, setting),
    kinds: kindsOf(instrument, words),
    sources: sourcesOf(instrument, setting),
    code: text,
  };
}

/** Vague terms of the clauses with the number given to each, in the text or by a record. */
function readingsOf(instrument: Instrument, { view, words, asked }: HeadSetting): Agreement["readings"] {
  const given = view.facts.filter(
    (fact): fact is ReadingFact =>
      fact.kind === "reading" && fact.known <= asked.knownAt && fact.occurred <= asked.asOf,
  );
  return instrument.clauses.flatMap((clause) => {
    if (!("deadlines" in clause)) return [];
    const about = { clause: clause.id, clauseTitle: words.clauses.get(clause.id)?.clause.title ?? clause.title };
    return clause.deadlines.flatMap(({ deadline }) => {
      if (deadline.kind !== "vague") return [];
      const fact = given.filter((each) => each.clause === clause.id).at(-1);
      if (fact !== undefined) {
        const { value, unit, by, source, known } = fact;
        return [
          {
            ...about,
            term: deadline.term,
            reading: durationWords({ value, unit }, words.names),
            by,
            source,
            ...(Number.isFinite(known) && Math.abs(known) < 8.64e15 ? { known: formatInstant(known) } : {}),
          },
        ];
      }
      const { reading } = deadline;
      return [
        {
          ...about,
          term: deadline.term,
          ...(reading === undefined ? {} : { reading: durationWords(reading.duration, words.names), by: reading.by }),
        },
      ];
    });
  });
}

function kindsOf(instrument: Instrument, words: Words): Agreement["kinds"] {
  const all = words.program.instruments.flatMap(({ clauses }) => clauses);
  const used = new Map<string, string[]>();
  for (const clause of instrument.clauses)
    for (const name of readsOf([clause], all).keys()) used.set(name, [...(used.get(name) ?? []), clause.id]);
  return [...used]
    .map(([name, clauses]) => ({ name, title: words.kind(name), clauses }))
    .sort((a, b) => a.title.localeCompare(b.title, words.language));
}

/** The listed sources that anything about the instrument names in square brackets. */
function sourcesOf(instrument: Instrument, { view, world }: HeadSetting): Agreement["sources"] {
  const { sources, modifiers } = view.desk.region;
  const cells = [
    instrument.source,
    ...instrument.clauses.map(({ source }) => source ?? ""),
    ...statusRows(world, instrument.id).map(({ source }) => source),
    ...modifiers.filter(({ instruments }) => instruments.includes(instrument.id)).map(({ source }) => source),
  ].join(" ");
  const named = new Set([...cells.matchAll(/\[(\w+)\]/g)].map(([, id]) => id));
  return sources
    .filter(({ id }) => named.has(id))
    .map(({ id, title, kind, address }) => ({ id, title, kind, ...(address === undefined ? {} : { address }) }));
}

/** The civil day of an instant in a region, as text. */
export const dayText = (at: number, timeZone: string): string => formatDated(dayOf(at, timeZone));
