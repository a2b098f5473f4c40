import type { Engagement } from "@kelisim/analysis";
import type { PowerRow } from "@kelisim/api";
import { type Confidence, formatDated, translationOf } from "@kelisim/model";
import type { Words } from "@kelisim/words";
import { organisationName } from "../cooperation/names.ts";
import {
  type Backed,
  type GeneralKnowledge,
  generalKnowledge,
  type SourcedData,
  sourcedData,
} from "../cooperation/sourced.ts";
import type { Desk } from "../desk.ts";
import type { View } from "../views.ts";
import type { EngagementOf } from "./gather.ts";

/** Makes of an engagement the row that stands behind it: its title in the reader's language, its dates, its sources. */
export function rowMaker(view: View, words: Words): (engagement: Engagement) => PowerRow {
  const { desk } = view;
  const find = finder(desk, words);
  const general = generalKnowledge(desk.region.sources);
  return (engagement) => {
    const [of, row = ""] = engagement.id.split(":") as [EngagementOf, string];
    const { from, to, seen, kind, power, state } = engagement;
    const found = find[of]?.(row);
    const backed = found?.backed ?? backingOfPair(view, of, row, [power, state], general);
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

/** Sources of the rows of both, once each, with the lower confidence; unverified where the rows of either are. */
function backingOfPair(
  { facts }: View,
  of: EngagementOf,
  id: string,
  pair: readonly [string, string],
  general: GeneralKnowledge,
): SourcedData {
  const rows = pair.map((party) =>
    facts.filter(
      (fact) =>
        (fact.kind === "membership" && of === "organisation" && fact.organisation === id && fact.party === party) ||
        (fact.kind === "status" && of === "agreement" && fact.instrument === id && fact.party === party),
    ),
  );
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
