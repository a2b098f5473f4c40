import type { Instrument } from "@kelisim/accord/program";
import type { AgreementHead, AgreementStanding } from "@kelisim/api";
import { isGeneralKnowledge, standingOf, type World } from "@kelisim/compare";
import type { BoardLine } from "@kelisim/duties";
import { BINDING_ACTS, formatDated, type StatusFact, type TranslationLookup } from "@kelisim/model";
import type { Words } from "@kelisim/words";
import type { Asked } from "../standpoint.ts";
import type { View } from "../views.ts";
import { coverageOfText, isUnverified } from "./coverage.ts";
import { statusRows } from "./status-rows.ts";

/** What heads of instruments are made of, gathered once for a list. */
export interface HeadSetting {
  readonly view: View;
  readonly asked: Asked;
  readonly words: Words;
  readonly world: World;
  /** The asked board: of one instrument where only that was asked for. */
  readonly lines: readonly BoardLine[];
  /** Open and coming duties of the asked party, by instrument. */
  readonly open: ReadonlyMap<string, number>;
  /** Languages of official texts held, by instrument. */
  readonly texts: Readonly<Record<string, readonly string[]>>;
  /** Files that an adopted text stands for. */
  readonly adopted: ReadonlySet<string>;
  /** The text of a file as it applies. */
  /** Full titles in the asked language, where the region has them. */
  readonly titles: TranslationLookup;
  readonly textOf: (path: string | undefined) => string;
}

/** States in which a duty is still ahead of who owes it. */
const AHEAD: ReadonlySet<string> = new Set(["open", "upcoming"]);

export function openByInstrument(lines: readonly BoardLine[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { form, state, instrument } of lines)
    if (form === "duty" && AHEAD.has(state)) counts.set(instrument, (counts.get(instrument) ?? 0) + 1);
  return counts;
}

/** One instrument as the list shows it, at the asked moment. */
export function headOf(instrument: Instrument, setting: HeadSetting): AgreementHead {
  const { words, world, asked, open, texts, adopted } = setting;
  const { id, kind, signed, place, confidence, clauses } = instrument;
  const rows = statusRows(world, id);
  const named = [
    ...new Set([...rows.map(({ party }) => party), ...instrument.sides.flatMap(({ members }) => members)]),
  ];
  const standing = (party: string): AgreementStanding => standingOf(world, id, party).state;
  const asker = asked.party === undefined ? undefined : standingOf(world, id, asked.party);
  const parties = named
    .filter((party) => party !== "*")
    .map((party) => ({ id: party, name: words.names.party(party), state: standing(party) }))
    .sort((a, b) => a.name.localeCompare(b.name, asked.language));
  const count = (form: string) => clauses.filter((clause) => clause.kind === form).length;
  return {
    id,
    title: words.names.instrument(id),
    fullTitle: setting.titles("instrument", id) ?? instrument.title,
    kind,
    ...(signed === undefined ? {} : { signed }),
    ...(place === undefined ? {} : { place: words.names.place(place) }),
    effect: effectOf(rows, world),
    parties,
    sides: instrument.sides.map(({ name, members }) => ({
      name,
      title: words.names.actor(`${id}:${name}`),
      members: members.map((party) => ({ id: party, name: words.names.party(party) })),
    })),
    clauses: {
      total: clauses.length,
      duties: count("duty"),
      rights: count("right"),
      limits: count("limit"),
      standing: count("standing"),
      unverified: clauses.filter(isUnverified).length,
    },
    confidence,
    coverage: coverageOfText(instrument, setting.textOf(instrument.file)),
    ...(asker === undefined ? {} : { standing: asker.state }),
    doubts: [...(asker?.doubts ?? [])],
    signedOnly: asker?.state === "signed",
    open: open.get(id) ?? 0,
    texts: [...(texts[id] ?? [])],
    adopted: instrument.file !== undefined && adopted.has(instrument.file),
  };
}

/**
 * From when the instrument is in effect: the dates of its own entry into force, else the earliest that binds a party.
 * Rows that differ are all given.
 */
function effectOf(rows: readonly StatusFact[], world: World): AgreementHead["effect"] {
  const binding = rows.filter(({ act, effectDate }) => BINDING_ACTS.has(act) && effectDate !== undefined);
  const own = binding.filter(({ party }) => party === "*");
  const sorted = [...binding].sort((a, b) => (formatDated(a.effectDate!) < formatDated(b.effectDate!) ? -1 : 1));
  const first = own.length > 0 ? own : sorted.slice(0, 1);
  const dates = new Map<string, boolean>();
  for (const { effectDate, source, confidence } of first) {
    const date = formatDated(effectDate!);
    const unverified = confidence === "low" || isGeneralKnowledge(world, source);
    dates.set(date, (dates.get(date) ?? true) && unverified);
  }
  return [...dates].map(([date, unverified]) => ({ date, unverified }));
}
