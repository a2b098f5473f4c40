import {
  bipartiteOn,
  centralityThroughTime,
  citedIds,
  FULL_MEMBERSHIP,
  inputOf,
  type MembershipSource,
  membershipOn,
  membershipOverlap,
  regionSource,
  type StandingBySource,
} from "@kelisim/analysis";
import type { MembershipFact } from "@kelisim/model";
import type { Answer, TableCell } from "../document.ts";
import { choiceOf, dayOf, listOf, namesOf } from "./given.ts";
import { type Calculation, type FigureSources, type Given, isRefused, one, refused, tableInput } from "./sources.ts";

/** Memberships, what two have in common, who stands in the middle. */
export const INSTITUTIONS: Readonly<Record<string, Calculation>> = {
  "institutions.membership": { takes: ["organisation", "party", "on"], answer: membership },
  "institutions.overlap": { takes: ["a", "b", "on", "of"], answer: overlap },
  "institutions.centrality": { takes: ["party", "on", "of"], answer: centrality },
};

function tableOf({ region }: FigureSources): MembershipSource {
  const facts = region.facts.filter((fact): fact is MembershipFact => fact.kind === "membership");
  return regionSource(facts, tableInput(region, "memberships", facts.length).vintage);
}

/** One standing, or a table of organisations against parties. Sources that differ are all told. */
function membership(given: Given, sources: FigureSources): Answer {
  const day = dayOf(given, sources);
  if (isRefused(day)) return day;
  const [organisations, parties] = [listOf(given.organisation), listOf(given.party) ?? sources.region.focus];
  if (organisations === undefined)
    return refused(
      "institutions.membership takes an organisation",
      "write: institutions.membership organisation=CSTO party=UZB on=2010-01-01",
    );
  const lists = [tableOf(sources), ...(sources.memberships ?? [])];
  const asked = (organisation: string, party: string) =>
    membershipOn(lists, { organisation, party, day, counts: FULL_MEMBERSHIP });
  if (organisations.length === 1 && given.party !== undefined && parties.length === 1) {
    const made = asked(organisations[0]!, parties[0]!);
    const known = distinct(made.value.answers);
    return one(made, known.length === 0 ? undefined : told(known));
  }
  const names = namesOf(sources);
  const rows = organisations.map((organisation): readonly TableCell[] => [
    { text: names.actor(organisation) },
    ...parties.map((party): TableCell => {
      const known = distinct(asked(organisation, party).value.answers);
      return known.length === 1
        ? { text: known[0]!.standing, isWord: true }
        : known.length === 0
          ? {}
          : { text: told(known) };
    }),
  ]);
  const { value: _, ...proof } = asked(organisations[0] ?? "", parties[0] ?? "");
  return {
    kind: "table",
    figure: { ...proof, value: { columns: ["organisation", ...parties.map((id) => names.actor(id))], rows } },
  };
}

/** Answers that say something, one for each standing. */
function distinct(answers: readonly StandingBySource[]): readonly StandingBySource[] {
  const known = answers.filter(({ standing }) => standing !== "unknown");
  return [...new Map(known.map((answer) => [answer.standing, answer])).values()];
}

const told = (answers: readonly StandingBySource[]): string =>
  answers.length === 1
    ? answers[0]!.standing
    : answers
        .map(
          ({ standing, cited, source }) =>
            `${standing} (${(cited === undefined ? [] : citedIds(cited)).join(", ") || source})`,
        )
        .join("; ");

/** What two parties share by the region's table: organisations, or their part of the organisations of either. */
function overlap(given: Given, sources: FigureSources): Answer {
  const { a, b } = given;
  if (a === undefined || b === undefined)
    return refused("institutions.overlap takes two parties", "write: institutions.overlap a=KAZ b=UZB");
  const day = dayOf(given, sources);
  if (isRefused(day)) return day;
  const of = choiceOf("of", given.of, ["jaccard", "shared"]);
  if (isRefused(of)) return of;
  const list = tableOf(sources);
  const made = membershipOverlap(bipartiteOn(list, day, FULL_MEMBERSHIP), [a, b], [inputOf(list)]);
  if (of === "shared") return one(made, made.value === undefined ? undefined : String(made.value.shared.length));
  return one(made, decimal(made.value?.jaccard));
}

/** Where a party stands in the network of shared memberships of the region's table. */
function centrality(given: Given, sources: FigureSources): Answer {
  const { party } = given;
  if (party === undefined)
    return refused("institutions.centrality takes a party", "write: institutions.centrality party=KAZ of=degree");
  const day = dayOf(given, sources);
  if (isRefused(day)) return day;
  const of = choiceOf("of", given.of, ["eigenvector", "strength", "degree"]);
  if (isRefused(of)) return of;
  const made = centralityThroughTime(tableOf(sources), [day], { counts: FULL_MEMBERSHIP, weighting: "by size" });
  const node = made.value[0]?.nodes?.find((each) => each.node === party);
  return one(made, decimal(node?.[of]));
}

/** Six places, without zeros that say nothing. */
export const decimal = (value: number | undefined): string | undefined =>
  value === undefined ? undefined : value.toFixed(6).replace(/\.?0+$/, "");
