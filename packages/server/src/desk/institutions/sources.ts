import {
  actsSource,
  codeMatcher,
  type Matched,
  type MembershipSource,
  regionSource,
  rowsSource,
} from "@kelisim/analysis";
import type { Institutions, MembershipSourceView, OrganisationCodeView } from "@kelisim/api";
import type { Holdings } from "@kelisim/holdings";
import { dayOf, formatDated, isRefusal, parseDated } from "@kelisim/model";
import type { NodeContext } from "../../context.ts";
import { membershipFacts } from "../cooperation/relations.ts";
import { worldOf } from "../cooperation/world.ts";
import type { Desk } from "../desk.ts";
import { remembered } from "../remembered.ts";
import type { Asked } from "../standpoint.ts";
import type { View } from "../views.ts";
import { type Imported, importedActs, importedMemberships } from "./imported.ts";
import { statusSource } from "./status-source.ts";

/** A source of memberships with what is told of it. */
export interface KnownSource {
  readonly told: MembershipSourceView;
  readonly source: MembershipSource;
  readonly file?: Imported;
}

export interface KnownSources {
  readonly all: readonly KnownSource[];
  /** How files call organisations, by our id, or by `list:code` of what is not ours. */
  readonly codes: ReadonlyMap<string, readonly OrganisationCodeView[]>;
  readonly unmatched: Institutions["unmatched"];
}

/** Memberships are told of anew so often at most; a record that comes in is seen at once. */
const FRESH_MS = 60_000;

/**
 * Every source of memberships: the table of the region, agreements that make their parties members, files taken in. They stand
 * beside each other and none changes another.
 */
export async function sourcesOf(node: NodeContext, view: View, asked: Asked): Promise<KnownSources> {
  const { desk } = view;
  const files = await filesOf(node.holdings, desk);
  const key = JSON.stringify([
    "membership sources",
    knownOf(node, asked),
    statusDay(asked, node.now()),
    files.map(({ file }) => file.holdings),
  ]);
  return remembered(view, key, node.now(), FRESH_MS, () => {
    const own = [tableSource(view, asked), ...statusOf(view, asked, node.now())];
    return { all: [...own, ...files.map(({ known }) => known)], ...matchesOf(files, desk) };
  });
}

/** What tells one state of knowledge from another; the latest does not change with every second. */
export const knownOf = (node: NodeContext, { knownAt }: Asked) =>
  Math.abs(node.now() - knownAt) < FRESH_MS ? "latest" : knownAt;

const vintageOf = ({ region }: Desk, table: string): string => {
  const asOf = region.tables.find((each) => each.table === table)?.asOf;
  return asOf === undefined ? "" : formatDated(asOf);
};

function tableSource(view: View, asked: Asked): KnownSource {
  const { desk } = view;
  const { region } = desk;
  const declared = region.tables.find(({ table }) => table === "memberships");
  const ended = new Map(
    region.organisations.flatMap(({ id, dissolved }) => (dissolved === undefined ? [] : [[id, dissolved] as const])),
  );
  const listsAllTo = declared?.coverage === "complete" ? declared.asOf : undefined;
  const source = {
    ...regionSource(membershipFacts(view.facts, asked.knownAt), vintageOf(desk, "memberships"), {
      ended,
      ...(listsAllTo === undefined ? {} : { listsAllTo }),
    }),
    id: "memberships",
    name: "memberships.csv",
  };
  return { source, told: told(source, "table") };
}

function statusOf(view: View, asked: Asked, now: number): readonly KnownSource[] {
  const { desk } = view;
  const codes = desk.region.organisationCodes.filter(({ list }) => list === "status");
  if (codes.length === 0) return [];
  const source = statusSource(worldOf(view, asked), codes, statusDay(asked, now), vintageOf(desk, "status"));
  return [{ source, told: told(source, "status") }];
}

/** The day up to which the table of status is read: all of it, for years behind the asked day too. */
const statusDay = ({ today, timeZone }: Asked, now: number) => Math.max(today, dayOf(now, timeZone));

interface FileSource {
  readonly file: Imported;
  readonly known: KnownSource;
  readonly matches: ReadonlyMap<string, { readonly name?: string; readonly rows: number; readonly match: Matched }>;
  readonly strangers: ReadonlyMap<string, number>;
}

async function filesOf(holdings: Holdings, { region }: Desk): Promise<readonly FileSource[]> {
  const lists = Map.groupBy(region.organisationCodes, ({ list }) => list);
  const treaties = new Map([...lists].map(([list, rows]) => [list, rows.map(({ code }) => code)]));
  const [memberships, acts] = await Promise.all([importedMemberships(holdings), importedActs(holdings, treaties)]);
  const match = codeMatcher(region.organisationCodes, region.organisations);
  // Files name states by ISO codes; our ids may be others.
  const parties = new Map(region.parties.flatMap(({ id, iso }) => [[id, id] as const, [iso ?? id, id] as const]));
  const files = [...memberships, ...acts].map((file) => {
    const isActs = acts.includes(file);
    const matches = new Map<string, { name?: string; rows: number; match: Matched }>();
    const strangers = new Map<string, number>();
    const rows = file.rows.map((row) => {
      const code = String(isActs ? row.treaty : row.organisation);
      const name = isActs ? row.treaty_name : row.organisation_name;
      const before = matches.get(code);
      const told = name == null ? undefined : String(name);
      if (before === undefined)
        matches.set(code, {
          ...(told === undefined ? {} : { name: told }),
          rows: 1,
          match: match(file.dataset, code, isActs ? undefined : told),
        });
      else before.rows += 1;
      const party = parties.get(String(row.party));
      if (party === undefined) strangers.set(String(row.party), (strangers.get(String(row.party)) ?? 0) + 1);
      return { ...row, party: party ?? String(row.party) };
    });
    const names = Object.fromEntries([...matches].map(([code, each]) => [code, each.match.organisation]));
    const about = { id: file.dataset, name: file.name, vintage: file.vintage };
    const source = isActs ? actsSource(about, rows, names, lastOf(file.vintage)) : rowsSource(about, rows, names);
    return { file, known: { source, file, told: told(source, "file", file) }, matches, strangers };
  });
  // A file about others, as every file is to an invented region, is no source here.
  return files.filter(({ file, strangers }) => {
    const foreign = [...strangers.values()].reduce((sum, count) => sum + count, 0);
    return foreign < file.rows.length;
  });
}

/** A status list says how things stood in its vintage ("2015-03"). */
function lastOf(vintage: string) {
  const date = parseDated(vintage);
  return isRefusal(date) ? undefined : date;
}

function told(
  { id, name, vintage, spells, listsAllTo }: MembershipSource,
  kind: MembershipSourceView["kind"],
  file?: Imported,
): MembershipSourceView {
  return {
    id,
    kind,
    name,
    ...(vintage === "" ? {} : { vintage }),
    rows: spells.length,
    ...(listsAllTo === undefined ? {} : { listsAllTo: formatDated(listsAllTo) }),
    caveats: [...(file?.caveats ?? [])],
    holdings: [...(file?.holdings ?? [])],
  };
}

function matchesOf(files: readonly FileSource[], { region }: Desk): Pick<KnownSources, "codes" | "unmatched"> {
  const codes = new Map<string, OrganisationCodeView[]>();
  const add = (organisation: string, code: OrganisationCodeView) =>
    codes.set(organisation, [...(codes.get(organisation) ?? []), code]);
  for (const { organisation, code, source, confidence, note } of region.organisationCodes.filter(
    ({ list }) => list === "status",
  ))
    add(organisation, { source: "status", code, by: "table", cited: source, confidence, ...(note ? { note } : {}) });
  for (const { file, matches } of files) {
    for (const [code, { name, match }] of matches) {
      const { row } = match;
      add(match.organisation, {
        source: file.dataset,
        code,
        ...(name === undefined ? {} : { name }),
        by: match.by,
        ...(row === undefined ? {} : { cited: row.source, confidence: row.confidence }),
        ...(row?.note === undefined ? {} : { note: row.note }),
      });
    }
  }
  const unmatched = files.map(({ file, matches, strangers }) => ({
    source: file.dataset,
    organisations: [...matches]
      .filter(([, { match }]) => match.by === "none")
      .map(([code, { name, rows }]) => ({ code, ...(name === undefined ? {} : { name }), rows })),
    parties: [...strangers].map(([code, rows]) => ({ code, rows })),
  }));
  return { codes, unmatched };
}
