import { factsOf } from "./agreement-tables.ts";
import { BACKING, backing, dated, listed, type TableDefinition } from "./table.ts";

export const partiesTable: TableDefinition = {
  id: "parties",
  title: { en: "Parties", ru: "Стороны" },
  columns: ["id", "name", "short_name", "kind", "iso"],
  from: ["parties"],
  rows: ({ words }) =>
    words.region.parties.map(({ id, name, shortName, kind, iso }) => ({ id, name, short_name: shortName, kind, iso })),
};

export const organisationsTable: TableDefinition = {
  id: "organisations",
  title: { en: "Organisations", ru: "Организации" },
  columns: ["id", "name", "short_name", "kind", "founded", "dissolved", "seat", "purpose", "instruments", ...BACKING],
  from: ["organisations"],
  rows: ({ words }) =>
    words.region.organisations.map((row) => ({
      id: row.id,
      name: row.name,
      short_name: words.names.organisation(row.id),
      kind: row.kind,
      founded: dated(row.founded),
      dissolved: dated(row.dissolved),
      seat: row.seat,
      purpose: row.purpose,
      instruments: listed(row.instruments),
      ...backing(row),
    })),
};

export const membershipsTable: TableDefinition = {
  id: "memberships",
  title: { en: "Memberships", ru: "Членство" },
  columns: ["organisation", "organisation_name", "party", "party_name", "status", "from", "to", ...BACKING],
  from: ["memberships"],
  obeys: ["least", "cell", "states", "view"],
  rows: (needs) =>
    factsOf(needs, "membership").map((fact) => ({
      organisation: fact.organisation,
      organisation_name: needs.words.names.organisation(fact.organisation),
      party: fact.party,
      party_name: needs.words.names.party(fact.party),
      status: fact.status,
      from: dated(fact.from),
      to: dated(fact.to),
      ...backing(fact),
    })),
};
