import type { Condition, Declarations, LimitClause, Literal } from "@kelisim/accord/program";
import { ALWAYS_TRUE, both, isParty, NEVER_TRUE, not, termsIn } from "./conditions.ts";
import { actorsOf, isOwedToNobody, type Pair } from "./pairs.ts";
import { type Doubt, isPossible, judge } from "./possible.ts";
import { countedBy, declarationsOf, type Situation, situationOf } from "./situation.ts";
import { bindingOf, isReserved, type PlacedClause, sideOf, type World } from "./world.ts";

/** One instrument asks for (or allows) an act that another forbids. */
export interface Forbidden {
  /** "share": a notice is to be sent that may not be passed on; "do": an act; both of the same kind of record. */
  readonly about: "share" | "do";
  /** "must": a duty; "may": a right. */
  readonly modal: "must" | "may";
  /** The clause that asks, and the one that forbids. */
  readonly asks: string;
  readonly forbids: string;
  readonly record: string;
  /** What is left: acts that the other does not forbid; a consent of whoever may give it; nothing. */
  readonly way: "another act" | "consent" | "none";
  /** The clause that the texts themselves let go first, where one says so. */
  readonly settledBy: string | undefined;
  readonly debtors: readonly string[];
  readonly creditors: readonly string[];
  /** Parties that both instruments bind, beside the debtors. */
  readonly others: readonly string[];
  /** The act is forbidden only if its record names the instrument. */
  readonly under: boolean;
  readonly doubts: readonly Doubt[];
  /** A case in which the act is asked for and forbidden. */
  readonly example: readonly Literal[];
}

interface Ban {
  readonly placed: PlacedClause;
  readonly clause: LimitClause;
}

/** Finds duties and rights whose act a prohibition (or a ceiling of none) of another instrument forbids. */
export function forbiddenActs(world: World, between: Pair | undefined): readonly Forbidden[] {
  const bans = new Map<string, Ban[]>();
  for (const placed of world.clauses.values()) {
    const { clause } = placed;
    if (clause.kind !== "limit" || !forbidsAll(clause)) continue;
    bans.set(clause.record, [...(bans.get(clause.record) ?? []), { placed, clause }]);
  }
  const found: Forbidden[] = [];
  for (const placed of world.clauses.values()) {
    const situation = situationOf(world, placed);
    if (situation === undefined) continue;
    for (const ban of bans.get(situation.clause.act.record) ?? []) {
      if (ban.placed.instrument.id === placed.instrument.id) continue;
      const clash = forbidden(world, situation, ban, between);
      if (clash !== undefined) found.push(clash);
    }
  }
  return found;
}

const forbidsAll = ({ form, amount, aggregate }: LimitClause): boolean =>
  form === "prohibition" || (aggregate.kind === "count" && "value" in amount && Number(amount.value) === 0);

function forbidden(world: World, situation: Situation, ban: Ban, between: Pair | undefined): Forbidden | undefined {
  const declared = declarationsOf(world, situation);
  const { where, bearer } = countedBy(ban.clause);
  const asked = both(situation.arises, situation.counts);
  if (!isPossible(both(asked, where), declared)) return undefined;
  // Whoever owes the act does it, and bears the ban: each party is tried with the act as its own.
  const bound = (party: string) =>
    (world.partyKinds.get(party) ?? "state") === "state" &&
    bindingOf(world, ban.placed, party) !== "not bound" &&
    world.book.status.parties(ban.placed.instrument.id).includes(party);
  const parties = (between ?? world.book.status.parties(situation.placed.instrument.id)).filter(bound);
  const debtors: string[] = [];
  const creditors = new Set<string>();
  let verdict: Extract<ReturnType<typeof judge>, { possible: true }> | undefined;
  let way: Forbidden["way"] | undefined;
  for (const party of parties) {
    if (isReserved(world, ban.placed, party)) continue;
    if (ban.clause.bearer.side && sideOf(ban.placed.instrument, party) === undefined) continue;
    const others = parties.filter((other) => other !== party);
    if (others.length === 0) continue;
    const own = isParty(bearer, party);
    const actors = actorsOf(world, [situation], both(asked, where, own), declared, between, party);
    if (!actors.debtors.includes(party)) continue;
    const here = judge(world, both(asked, where, own), declared);
    if (!here.possible) continue;
    debtors.push(party);
    for (const creditor of actors.shared) if (creditor !== party) creditors.add(creditor);
    if (verdict === undefined || here.doubts.length < verdict.doubts.length) verdict = here;
    if (way !== "none") way = wayOut(asked, where, own, ban.clause, situation, declared);
  }
  if (verdict === undefined || way === undefined) return undefined;
  if (creditors.size === 0 && !isOwedToNobody(situation)) return undefined;
  const { clause } = situation;
  return {
    about: world.kinds.get(clause.act.record)?.form === "notice" ? "share" : "do",
    modal: clause.kind === "duty" ? "must" : "may",
    asks: clause.id,
    forbids: ban.clause.id,
    record: clause.act.record,
    way,
    settledBy: settledBy(clause, ban.clause),
    debtors,
    creditors: [...creditors].sort(),
    others: parties,
    under: ban.clause.under === true,
    doubts: verdict.doubts,
    example: verdict.example,
  };
}

/** The clause that goes first where one of two is written to give way to the other. */
export function settledBy(
  a: { readonly id: string; readonly subjectTo: readonly string[] },
  b: { readonly id: string; readonly subjectTo: readonly string[] },
): string | undefined {
  if (a.subjectTo.includes(b.id)) return b.id;
  return b.subjectTo.includes(a.id) ? a.id : undefined;
}

function wayOut(
  asked: Condition,
  where: Condition,
  own: Condition,
  ban: LimitClause,
  situation: Situation,
  declared: Declarations,
): Forbidden["way"] {
  const isLeft = where !== ALWAYS_TRUE && isPossible(both(asked, own, not(where)), declared);
  // What a record may leave out, it may leave out: then nobody can say that the ban is touched.
  const told = new Set([...termsIn(both(asked, own))].map((term) => JSON.stringify(term)));
  const mayBeOpen = [...termsIn(where)].some(
    (term) =>
      term.kind === "attribute" &&
      !told.has(JSON.stringify(term)) &&
      !["from", "to", "occurred"].includes(term.name) &&
      !isRequired(term.variable, term.name, declared),
  );
  if (isLeft || (mayBeOpen && where !== NEVER_TRUE) || (ban.under === true && !situation.isUnder)) return "another act";
  return ban.unlessConsent ? "consent" : "none";
}

function isRequired(variable: string, name: string, declared: Declarations): boolean {
  const attribute = declared(variable, name);
  return attribute !== undefined && "required" in attribute && attribute.required === true;
}
