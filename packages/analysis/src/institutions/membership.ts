import { type CivilDay, firstDay, lastDay } from "@kelisim/model";
import { result } from "../methods.ts";
import type { Result, ResultInput } from "../result.ts";
import type { MembershipSource, Spell } from "./sources.ts";

/**
 * "member": in a status that counts. "other status": in one that does not. "uncertain": a coarse date leaves it open. "ended", "not
 * yet": its rows lie before or after. "not listed": a source that lists all has no row. "unknown": the source says nothing.
 */
export type Standing = "member" | "other status" | "uncertain" | "ended" | "not yet" | "not listed" | "unknown";

export interface StandingBySource {
  readonly source: string;
  /** Of which sources the rows are, where one table gathers from several. */
  readonly cited?: string;
  readonly standing: Standing;
  readonly spells: readonly Spell[];
}

export interface MembershipAnswer {
  readonly organisation: string;
  readonly party: string;
  readonly answers: readonly StandingBySource[];
  /** Whether some say member and others say not; what is uncertain or unknown disagrees with nobody. */
  readonly disagree: boolean;
}

/** Which organisation, party and day, and which statuses count as membership. */
export interface MembershipQuestion {
  readonly organisation: string;
  readonly party: string;
  readonly day: CivilDay;
  /** Letters of either case: "member", "full". */
  readonly counts: readonly string[];
}

/** Statuses that lists use for members with all rights and duties. */
export const FULL_MEMBERSHIP: readonly string[] = ["member", "full", "full membership", "party", "ratified"];

/** What each source says of one membership on a day. None of them is preferred. */
export function membershipOn(
  sources: readonly MembershipSource[],
  question: MembershipQuestion,
): Result<MembershipAnswer> {
  const { organisation, party } = question;
  const value = answerOf(sources.map(indexed), organisation, party, question);
  return result("institutions.membership", value, sources.map(inputOf));
}

/** All organisations of a party on a day, in the order of their ids. */
export function membershipsOn(
  sources: readonly MembershipSource[],
  question: Omit<MembershipQuestion, "organisation">,
): Result<readonly MembershipAnswer[]> {
  return membershipMatrix(sources, { ...question, parties: [question.party] });
}

/**
 * Every organisation and party of which any source has a row, on a day, in the order of their ids; of parties only those given, if
 * any are.
 */
export function membershipMatrix(
  sources: readonly MembershipSource[],
  question: Pick<MembershipQuestion, "day" | "counts"> & { readonly parties?: readonly string[] },
): Result<readonly MembershipAnswer[]> {
  const asked = question.parties === undefined ? undefined : new Set(question.parties);
  const index = sources.map(indexed);
  const pairs = new Map(
    index.flatMap(({ rows }) =>
      [...rows].flatMap(([key, [first]]) => {
        const { organisation, party } = first!;
        return asked?.has(party) === false ? [] : [[key, { organisation, party }] as const];
      }),
    ),
  );
  const value = [...pairs.values()]
    .sort((a, b) => order(a.organisation, b.organisation) || order(a.party, b.party))
    .map(({ organisation, party }) => answerOf(index, organisation, party, question));
  return result("institutions.membership", value, sources.map(inputOf));
}

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** A source with its rows by organisation and party, and whom it knows at all. */
interface Indexed {
  readonly source: MembershipSource;
  readonly rows: ReadonlyMap<string, readonly Spell[]>;
  readonly organisations: ReadonlySet<string>;
  readonly parties: ReadonlySet<string>;
}

const keyOf = (organisation: string, party: string) => JSON.stringify([organisation, party]);

function indexed(source: MembershipSource): Indexed {
  const { spells } = source;
  return {
    source,
    rows: Map.groupBy(spells, ({ organisation, party }) => keyOf(organisation, party)),
    organisations: new Set(spells.map(({ organisation }) => organisation)),
    parties: new Set(spells.map(({ party }) => party)),
  };
}

type Asked = Pick<MembershipQuestion, "day" | "counts">;

function answerOf(index: readonly Indexed[], organisation: string, party: string, asked: Asked): MembershipAnswer {
  const answers = index.flatMap((source) => answersOf(source, organisation, party, asked));
  const says = (wanted: readonly Standing[]) => answers.some(({ standing }) => wanted.includes(standing));
  const disagree = says(["member"]) && says(["ended", "not yet", "not listed", "other status"]);
  return { organisation, party, answers, disagree };
}

/** A source as an input of a figure. */
export function inputOf({ id, name, vintage, spells }: MembershipSource): ResultInput {
  return { of: id, name, vintage, rows: spells.length };
}

function answersOf(index: Indexed, organisation: string, party: string, asked: Asked): readonly StandingBySource[] {
  const { source } = index;
  const rows = index.rows.get(keyOf(organisation, party)) ?? [];
  if (rows.length === 0)
    return [{ source: source.id, standing: silence(index, organisation, party, asked), spells: [] }];
  return [...new Set(rows.map(({ cited }) => cited))].map((cited) => {
    const spells = rows.filter((row) => row.cited === cited);
    const known = { source: source.id, ...(cited === undefined ? {} : { cited }), spells };
    return { ...known, standing: standingOf(spells, source, asked) };
  });
}

/** What it means that a source has no row of a party that, or an organisation that, it knows. */
function silence(
  { source: { listsAllTo }, organisations, parties }: Indexed,
  organisation: string,
  party: string,
  { day }: Asked,
): Standing {
  if (listsAllTo === undefined || day > lastDay(listsAllTo)) return "unknown";
  return organisations.has(organisation) && parties.has(party) ? "not listed" : "unknown";
}

function standingOf(spells: readonly Spell[], source: MembershipSource, { day, counts }: Asked): Standing {
  // What a list tells ends with the list: an open spell says nothing of the years behind it.
  const isBeyond = source.listsAllTo !== undefined && day > lastDay(source.listsAllTo);
  const accepted = counts.map((status) => status.toLowerCase());
  const places = spells.map((spell) => ({ spell, place: placeOf(spell, day) }));
  const within = places.filter(({ place }) => place === "within").map(({ spell }) => spell);
  const isMember = within.some(({ status }) => accepted.includes(status.toLowerCase()));
  if (within.length > 0 && isBeyond && within.every(({ to }) => to === undefined)) return "unknown";
  if (isMember) return "member";
  if (places.some(({ spell, place }) => place === "uncertain" && accepted.includes(spell.status.toLowerCase()))) {
    return "uncertain";
  }
  if (within.length > 0) return "other status";
  const relevant = places.filter(({ spell }) => accepted.includes(spell.status.toLowerCase()));
  if (relevant.length === 0) return places.some(({ place }) => place === "uncertain") ? "uncertain" : "unknown";
  return relevant.some(({ place }) => place === "after") ? "ended" : "not yet";
}

/** Where a day lies to a spell; a spell without a beginning may have begun at any time before its end. */
export function placeOf(
  { from, to, unverified }: Pick<Spell, "from" | "to" | "unverified">,
  day: CivilDay,
): "before" | "within" | "after" | "uncertain" {
  if (to !== undefined && day >= lastDay(to)) return "after";
  if (from !== undefined && day < firstDay(from)) return "before";
  if (unverified === true || from === undefined || day < lastDay(from)) return "uncertain";
  return to !== undefined && day >= firstDay(to) ? "uncertain" : "within";
}
