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
export const FULL_MEMBERSHIP: readonly string[] = ["member", "full", "full membership", "party"];

/** What each source says of one membership on a day. None of them is preferred. */
export function membershipOn(
  sources: readonly MembershipSource[],
  question: MembershipQuestion,
): Result<MembershipAnswer> {
  const answers = sources.flatMap((source) => answersOf(source, question));
  const says = (wanted: readonly Standing[]) => answers.some(({ standing }) => wanted.includes(standing));
  const disagree = says(["member"]) && says(["ended", "not yet", "not listed", "other status"]);
  const { organisation, party } = question;
  return result("institutions.membership", { organisation, party, answers, disagree }, sources.map(inputOf));
}

/** All organisations of a party on a day, in the order of their ids. */
export function membershipsOn(
  sources: readonly MembershipSource[],
  question: Omit<MembershipQuestion, "organisation">,
): Result<readonly MembershipAnswer[]> {
  const known = sources.flatMap(({ spells }) => spells.filter(({ party }) => party === question.party));
  const organisations = [...new Set(known.map(({ organisation }) => organisation))].sort();
  const value = organisations.map((organisation) => membershipOn(sources, { ...question, organisation }).value);
  return result("institutions.membership", value, sources.map(inputOf));
}

/** A source as an input of a figure. */
export function inputOf({ id, name, vintage, spells }: MembershipSource): ResultInput {
  return { of: id, name, vintage, rows: spells.length };
}

function answersOf(source: MembershipSource, question: MembershipQuestion): readonly StandingBySource[] {
  const rows = source.spells.filter(
    ({ organisation, party }) => organisation === question.organisation && party === question.party,
  );
  if (rows.length === 0) return [{ source: source.id, standing: silence(source, question), spells: [] }];
  return [...new Set(rows.map(({ cited }) => cited))].map((cited) => {
    const spells = rows.filter((row) => row.cited === cited);
    const known = { source: source.id, ...(cited === undefined ? {} : { cited }), spells };
    return { ...known, standing: standingOf(spells, source, question) };
  });
}

/** What it means that a source has no row of a party that, or an organisation that, it knows. */
function silence({ spells, listsAllTo }: MembershipSource, { organisation, party, day }: MembershipQuestion): Standing {
  if (listsAllTo === undefined || day > lastDay(listsAllTo)) return "unknown";
  const knowsBoth =
    spells.some((spell) => spell.organisation === organisation) && spells.some((spell) => spell.party === party);
  return knowsBoth ? "not listed" : "unknown";
}

function standingOf(spells: readonly Spell[], source: MembershipSource, { day, counts }: MembershipQuestion): Standing {
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
export function placeOf({ from, to }: Spell, day: CivilDay): "before" | "within" | "after" | "uncertain" {
  if (to !== undefined && day >= lastDay(to)) return "after";
  if (from !== undefined && day < firstDay(from)) return "before";
  if (from === undefined || day < lastDay(from)) return "uncertain";
  return to !== undefined && day >= firstDay(to) ? "uncertain" : "within";
}
