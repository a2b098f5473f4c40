import type { AgreementsQuery } from "@kelisim/api";
import type { Fact } from "@kelisim/model";
import { citation } from "@kelisim/words";
import { headSetting } from "../agreements/head-setting.ts";
import { listAgreements } from "../agreements/list.ts";
import { BACKING, backing, dated, listed, type TableDefinition, type TableNeeds } from "./table.ts";

/** Facts of one kind that were known at the asked moment. */
export function factsOf<K extends Fact["kind"]>({ view, asked }: TableNeeds, kind: K): Extract<Fact, { kind: K }>[] {
  return view.facts.filter(
    (fact): fact is Extract<Fact, { kind: K }> => fact.kind === kind && fact.known <= asked.knownAt,
  );
}

export const agreementsTable: TableDefinition = {
  id: "agreements",
  title: { en: "Agreements", ru: "Документы" },
  columns: ["instrument", "title", "kind", "signed", "place", "parties", "clauses", "standing", "source", "confidence"],
  from: ["status", "sides"],
  obeys: ["q", "kind", "party", "from", "to", "status", "sort"],
  async rows({ node, view, asked, filters, words }) {
    const { from, to, ...rest } = filters;
    const year = (text: string | undefined) => (/^\d{4}$/.test(text ?? "") ? Number(text) : undefined);
    const query = { ...rest, from: year(from), to: year(to), limit: Number.MAX_SAFE_INTEGER, after: undefined };
    const { items } = listAgreements(
      view,
      asked,
      query as unknown as AgreementsQuery,
      await headSetting(node, view, asked),
    );
    return items.map((head) => ({
      instrument: head.id,
      title: head.title,
      kind: head.kind,
      signed: head.signed,
      place: head.place,
      parties: listed(head.parties.map(({ id }) => id)),
      clauses: head.clauses.total,
      standing: head.standing,
      source: words.clauses.instruments.get(head.id)?.source,
      confidence: head.confidence,
    }));
  },
};

export const clausesTable: TableDefinition = {
  id: "clauses",
  title: { en: "Clauses", ru: "Положения" },
  columns: [
    "clause",
    "instrument",
    "instrument_name",
    "article",
    "form",
    "title",
    "channel",
    "unverified",
    "source",
    "confidence",
  ],
  from: ["channels"],
  rows: ({ words }) =>
    words.program.instruments.flatMap((instrument) =>
      instrument.clauses.map((clause) => ({
        clause: clause.id,
        instrument: instrument.id,
        instrument_name: words.names.instrument(instrument.id),
        article: citation(clause),
        form: clause.kind,
        title: clause.title,
        channel: clause.channel === undefined ? null : words.names.channel(clause.channel),
        unverified: [
          ...(clause.articleAssumed === undefined ? [] : ["article"]),
          ...(clause.channelAssumed === undefined ? [] : ["channel"]),
        ].join(" "),
        source: clause.source ?? instrument.source,
        confidence: clause.confidence,
      })),
    ),
};

export const statusTable: TableDefinition = {
  id: "status",
  title: { en: "Who is bound", ru: "Кто связан" },
  columns: [
    "instrument",
    "instrument_name",
    "party",
    "party_name",
    "act_kind",
    "act_date",
    "effect_date",
    "provisional_from",
    "clauses",
    ...BACKING,
  ],
  from: ["status"],
  rows: (needs) =>
    factsOf(needs, "status").map((fact) => ({
      instrument: fact.instrument,
      instrument_name: needs.words.names.instrument(fact.instrument),
      party: fact.party,
      party_name: fact.party === "*" ? null : needs.words.names.party(fact.party),
      act_kind: fact.act,
      act_date: dated(fact.actDate),
      effect_date: dated(fact.effectDate),
      provisional_from: dated(fact.provisionalFrom),
      clauses: listed(fact.clauses),
      ...backing(fact),
    })),
};

export const sidesTable: TableDefinition = {
  id: "sides",
  title: { en: "Sides of agreements", ru: "Группы сторон" },
  columns: ["instrument", "side", "members", "who_speaks", ...BACKING],
  from: ["sides"],
  rows: ({ words }) =>
    words.region.sides.map((row) => ({
      instrument: row.instrument,
      side: row.side,
      members: listed(row.members),
      who_speaks: row.whoSpeaks,
      ...backing(row),
    })),
};

export const modifiersTable: TableDefinition = {
  id: "modifiers",
  title: { en: "Reservations and what else changes agreements", ru: "Оговорки и иные изменения" },
  columns: ["instruments", "parties", "kind", "clauses", "effect", "act_date", "from", ...BACKING],
  from: ["modifiers"],
  rows: ({ words }) =>
    words.region.modifiers.map((row) => ({
      instruments: listed(row.instruments),
      parties: listed(row.parties),
      kind: row.kind,
      clauses: listed(row.clauses),
      effect: row.effect,
      act_date: dated(row.actDate),
      from: dated(row.from),
      ...backing(row),
    })),
};

export const channelsTable: TableDefinition = {
  id: "channels",
  title: { en: "Channels", ru: "Каналы" },
  columns: ["clause", "channel", ...BACKING],
  from: ["channels"],
  rows: ({ words }) =>
    words.region.channels.map((row) => ({
      clause: row.clause,
      channel: words.names.channel(row.channel),
      ...backing(row),
    })),
};
