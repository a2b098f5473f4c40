import { FULL_MEMBERSHIP, membershipMatrix, placeOf, relationKind, type Spell } from "@kelisim/analysis";
import type { Bodies, Circle, Institution, Institutions, MembershipCell, SourceSpell } from "@kelisim/api";
import { dayOf, formatDated } from "@kelisim/model";
import type { Words } from "@kelisim/words";
import type { NodeContext } from "../../context.ts";
import { badRequest } from "../../http/problem.ts";
import { proofOf } from "../../proof.ts";
import { organisationName } from "../cooperation/names.ts";
import { coverageOf, type GeneralKnowledge, generalKnowledge } from "../cooperation/sourced.ts";
import type { Desk } from "../desk.ts";
import { type Asked, standpointData } from "../standpoint.ts";
import type { View } from "../views.ts";
import { partiesOf, yearsSince } from "./circle.ts";
import { withProducers } from "./inputs.ts";
import { type KnownSources, sourcesOf } from "./sources.ts";

export interface MembersAsked {
  readonly states?: Circle;
  readonly bodies?: Bodies;
  /** One party alone. */
  readonly party?: string;
}

/** Memberships on the asked day by every source, with all of their spells. Throws 400 for a party that the region does not have. */
export async function institutionsData(
  node: NodeContext,
  view: View,
  asked: Asked,
  { states = "focus", bodies = "ours", party: only }: MembersAsked,
): Promise<Institutions> {
  const { desk } = view;
  const { region } = desk;
  if (only !== undefined && !region.parties.some(({ id }) => id === only))
    throw badRequest("/query/party", `"${only.slice(0, 40)}" is no party of ${region.name}`);
  const words = desk.words(asked.language);
  const sources = await sourcesOf(node, view, asked);
  const lists = sources.all.map(({ source }) => source);
  const circle = partiesOf(lists, desk, words, only === undefined ? states : "all");
  const parties = circle.filter(({ id }) => only === undefined || id === only);
  const made = membershipMatrix(lists, {
    day: asked.today,
    counts: FULL_MEMBERSHIP,
    parties: parties.map(({ id }) => id),
  });
  const ours = new Set(region.organisations.map(({ id }) => id));
  const shown = made.value.filter(({ organisation }) => bodies === "all" || ours.has(organisation));
  const general = generalKnowledge(region.sources);
  return {
    standpoint: standpointData(asked, desk),
    years: yearsSince(lists, desk, asked, dayOf(node.now(), region.timeZone)),
    sources: sources.all.map(({ told }) => told),
    counts: [...FULL_MEMBERSHIP],
    parties,
    organisations: organisationsIn(
      shown.map(({ organisation }) => organisation),
      sources,
      desk,
      words,
    ),
    cells: shown.map((cell): MembershipCell => {
      const { organisation, party, disagree, answers } = cell;
      return {
        organisation,
        party,
        disagree,
        answers: answers.map(({ source, cited, standing, spells }) => ({
          source,
          ...(cited === undefined ? {} : { cited }),
          standing,
          spells: spells.map((spell) => spellData(spell, asked.today, words, general)),
        })),
      };
    }),
    unmatched: sources.unmatched,
    proof: proofOf(withProducers(made, sources.all), asked.language, [
      {
        reason: "organisation of a file that is not in our table",
        rows: made.value.length - shown.length,
      },
    ]),
    coverage: coverageOf(desk, ["memberships", "organisation-codes", "status"]),
  };
}

const HOLDS = { before: "no", after: "no", within: "yes", uncertain: "perhaps" } as const;

function spellData(spell: Spell, day: number, words: Words, general: GeneralKnowledge): SourceSpell {
  const { status, from, to, cited, confidence, dispute, note, unverified } = spell;
  return {
    kind: relationKind(status),
    status,
    statusName: words.say.memberships[status] ?? status,
    ...(from === undefined ? {} : { from: formatDated(from) }),
    ...(to === undefined ? {} : { to: formatDated(to) }),
    holds: HOLDS[placeOf(spell, day)],
    ...(confidence === undefined ? {} : { confidence }),
    unverified: unverified === true || (cited !== undefined && general(cited)),
    ...(dispute === undefined ? {} : { dispute }),
    ...(note === undefined ? {} : { note }),
  };
}

/** Organisations in the order of our table, those of files behind them by name. */
export function organisationsIn(
  ids: readonly string[],
  { codes }: KnownSources,
  desk: Desk,
  words: Words,
): Institution[] {
  const named = new Set(ids);
  const ours = desk.region.organisations
    .filter(({ id }) => named.has(id))
    .map(({ id, name, founded, dissolved }) => ({
      id,
      name,
      shortName: organisationName(desk, words, id),
      ours: true,
      ...(founded === undefined ? {} : { founded: formatDated(founded) }),
      ...(dissolved === undefined ? {} : { dissolved: formatDated(dissolved) }),
      codes: [...(codes.get(id) ?? [])],
    }));
  const own = new Set(ours.map(({ id }) => id));
  const others = [...named]
    .filter((id) => !own.has(id))
    .map((id) => {
      const called = codes.get(id) ?? [];
      return { id, ...foreignName(id, called), ours: false, codes: [...called] };
    })
    .sort((a, b) => a.name.localeCompare(b.name, words.language));
  return [...ours, ...others];
}

/** What a file calls an organisation that is not ours: by its name where it gives one. */
export function foreignName(
  id: string,
  [first]: readonly { readonly code: string; readonly name?: string }[],
): { readonly name: string; readonly shortName: string } {
  const code = first?.code ?? id;
  return { name: first?.name ?? code, shortName: first?.name ?? code };
}
