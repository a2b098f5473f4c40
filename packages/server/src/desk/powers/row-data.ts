import type { Engagement, EngagementOf } from "@kelisim/analysis";
import type { PowerRow } from "@kelisim/api";
import { type Confidence, formatDated, type MembershipFact, type StatusFact, translationOf } from "@kelisim/model";
import type { Words } from "@kelisim/words";
import { organisationName } from "../cooperation/names.ts";
import {
  type Backed,
  type GeneralKnowledge,
  generalKnowledge,
  type SourcedData,
  sourcedData,
} from "../cooperation/sourced.ts";
import { factsKnown } from "../cooperation/world.ts";
import type { Desk } from "../desk.ts";
import type { Asked } from "../standpoint.ts";
import type { View } from "../views.ts";

/** Makes of an engagement the row that stands behind it: its title in the reader's language, its dates, its sources as known then. */
export function rowMaker(
  view: View,
  words: Words,
  { knownAt }: Pick<Asked, "knownAt">,
): (engagement: Engagement) => PowerRow {
  const { desk } = view;
  const find = finder(desk, words);
  const general = generalKnowledge(desk.region.sources);
  const rows = rowsOfPairs(factsKnown(view, knownAt));
  return (engagement) => {
    const [of, row = ""] = engagement.id.split(":") as [EngagementOf, string];
    const { from, to, seen, kind, power, state } = engagement;
    const found = find[of]?.(row);
    const backed = found?.backed ?? backingOfPair(rows, of, row, [power, state], general);
    return {
      id: engagement.id,
      of,
      row,
      kind,
      title: found?.title ?? (of === "agreement" ? words.names.instrument(row) : organisationName(desk, words, row)),
      ...(from === undefined ? {} : { from: formatDated(from) }),
      ...(to === undefined ? {} : { to: formatDated(to) }),
      ...(seen === undefined ? {} : { seen: formatDated(seen) }),
      ...backed,
    };
  };
}

interface Found {
  readonly title: string;
  readonly backed: SourcedData;
}

/** Rows of the region's tables by their ids. Agreements and organisations have their sources in the rows of the pair. */
function finder(desk: Desk, words: Words): Partial<Readonly<Record<EngagementOf, (id: string) => Found | undefined>>> {
  const { region } = desk;
  const translate = translationOf(region, words.language);
  const general = generalKnowledge(region.sources);
  const byId = <Row extends Backed & { readonly id: string }>(rows: readonly Row[], title: (row: Row) => string) => {
    const known = new Map(rows.map((row) => [row.id, row]));
    return (id: string): Found | undefined => {
      const row = known.get(id);
      return row === undefined ? undefined : { title: title(row), backed: sourcedData(row, general) };
    };
  };
  return {
    engagement: byId(region.engagements, (row) => translate("engagement", row.id) ?? row.title),
    programme: byId(region.programmes, (row) => translate("programme", row.id) ?? row.name),
    event: byId(region.timeline, (row) => translate("timeline", row.id) ?? row.title),
  };
}

const RANK: readonly Confidence[] = ["low", "medium", "high"];

type RowsOfPairs = ReadonlyMap<string, readonly (MembershipFact | StatusFact)[]>;

const keyOf = (of: EngagementOf, id: string, party: string) => `${of} ${id} ${party}`;

/** Rows of memberships and of the table of status, by what they are of and whom they name. */
const rowsOfPairs = (facts: View["facts"]): RowsOfPairs =>
  Map.groupBy(
    facts.filter((fact) => fact.kind === "membership" || fact.kind === "status"),
    (fact) =>
      fact.kind === "membership"
        ? keyOf("organisation", fact.organisation, fact.party)
        : keyOf("agreement", fact.instrument, fact.party),
  );

/** Sources of the rows of both, once each, with the lower confidence; unverified where the rows of either are. */
function backingOfPair(
  facts: RowsOfPairs,
  of: EngagementOf,
  id: string,
  pair: readonly [string, string],
  general: GeneralKnowledge,
): SourcedData {
  const rows = pair.map((party) => facts.get(keyOf(of, id, party)) ?? []);
  const all = rows.flat();
  const dispute = all.find((row) => row.dispute !== undefined)?.dispute;
  const weakest = RANK.find((level) => rows.some((own) => best(own.map(({ confidence }) => confidence)) === level));
  return {
    source: [...new Set(all.flatMap(({ source }) => source.split("; ")))].join("; "),
    confidence: weakest ?? "low",
    unverified: rows.some((own) => own.every(({ source }) => general(source))),
    ...(dispute === undefined ? {} : { dispute }),
  };
}

const best = (levels: readonly Confidence[]): Confidence | undefined =>
  RANK.toReversed().find((level) => levels.includes(level));
