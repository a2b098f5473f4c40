import type { Condition, Declarations } from "@kelisim/accord/program";
import { ALWAYS_TRUE, both, either, NEVER_TRUE, termsIn } from "./conditions.ts";
import { isPossible } from "./possible.ts";
import { isOwed, namedIn, organisationsIn, owes, zonesIn } from "./roles.ts";
import type { Situation } from "./situation.ts";
import { bindingOf, isReserved, membersOf, sideOf, type World } from "./world.ts";

/** The two parties that an answer is about. */
export type Pair = readonly [string, string];

/** Who may owe all of several clauses by one act, and to whom. */
export interface Actors {
  readonly debtors: readonly string[];
  /** Parties to which all of the clauses may be owed by one debtor. */
  readonly shared: readonly string[];
  /** By clause: to whom it may be owed while the others are owed too. Empty: to nobody in particular. */
  readonly creditors: ReadonlyMap<string, readonly string[]>;
}

/**
 * Finds who may owe several clauses at once under a condition. Parties alike in all that the clauses ask (bound or
 * not, sides, reservations, memberships) are tried once for all. With `only`, that party is the debtor.
 */
export function actorsOf(
  world: World,
  situations: readonly Situation[],
  condition: Condition,
  declared: Declarations,
  between: Pair | undefined,
  only?: string,
): Actors {
  const classes = classesOf(world, situations, between);
  const debtors = new Set<string>();
  const shared = new Set<string>();
  const creditors = new Map<string, Set<string>>(situations.map(({ placed }) => [placed.clause.id, new Set()]));
  for (const owing of classes) {
    if (only !== undefined && !owing.includes(only)) continue;
    const debtor = only ?? owing[0]!;
    const base = both(condition, ...situations.map((situation) => owes(world, situation, debtor)));
    if (base === NEVER_TRUE || !isPossible(base, declared)) continue;
    // Of a class that is both, one party owes and another is owed.
    const owed = classes.flatMap((parties) => {
      const one = parties.find((party) => party !== debtor);
      return one === undefined ? [] : [{ one, parties }];
    });
    const roles = situations.map((situation) => owed.map(({ one }) => isOwed(world, situation, one, debtor)));
    const some = both(
      base,
      ...roles.map((each, index) => (isOwedToNobody(situations[index]!) ? undefined : either(each))),
    );
    if (some === NEVER_TRUE || !isPossible(some, declared)) continue;
    for (const party of only === undefined ? owing : [only]) debtors.add(party);
    owed.forEach(({ parties }, at) => {
      situations.forEach(({ placed }, index) => {
        const role = roles[index]![at]!;
        if (role === NEVER_TRUE || (role !== ALWAYS_TRUE && !isPossible(both(some, role), declared))) return;
        for (const party of parties) creditors.get(placed.clause.id)?.add(party);
      });
      const all = both(...roles.map((each) => each[at]));
      if (all === NEVER_TRUE || (all !== ALWAYS_TRUE && !isPossible(both(base, all), declared))) return;
      for (const party of parties) shared.add(party);
    });
  }
  const sorted = (parties: Iterable<string>) => [...parties].sort();
  return {
    debtors: sorted(debtors),
    shared: sorted(shared),
    creditors: new Map([...creditors].map(([clause, parties]) => [clause, sorted(parties)])),
  };
}

export const isOwedToNobody = ({ clause }: Situation): boolean => clause.creditor.kind === "nobody";

/** Parties that the clauses cannot tell apart stand in one class. */
export function classesOf(
  world: World,
  situations: readonly Situation[],
  between: Pair | undefined,
): readonly (readonly string[])[] {
  const named = new Set(situations.flatMap(partiesNamedIn));
  const candidates = between ?? candidatesOf(world, situations, named);
  const classes = new Map<string, string[]>();
  for (const party of candidates) {
    const profile = named.has(party) || between !== undefined ? party : profileOf(world, situations, party);
    const list = classes.get(profile);
    if (list) list.push(party);
    else classes.set(profile, [party]);
  }
  return [...classes.values()];
}

function candidatesOf(world: World, situations: readonly Situation[], named: ReadonlySet<string>): readonly string[] {
  const all = new Set([
    ...named,
    ...situations.flatMap(({ placed }) => world.book.status.parties(placed.instrument.id)),
  ]);
  return [...all].sort();
}

function profileOf(world: World, situations: readonly Situation[], party: string): string {
  return situations
    .map(({ placed, clause }) => {
      const { instrument } = placed;
      const roles = [clause.debtor, clause.creditor];
      return [
        bindingOf(world, placed, party) === "not bound" ? "-" : "b",
        isReserved(world, placed, party) ? "r" : "",
        sideOf(instrument, party) ?? "",
        ...roles.flatMap(organisationsIn).map((id) => membersOf(world, id, instrument.timeZone).has(party)),
        ...roles.flatMap(zonesIn).map((id) => world.setting.geography?.info(id)?.parties.includes(party) ?? true),
        world.book.status.parties(instrument.id).includes(party),
        world.partyKinds.get(party) ?? "state",
      ].join("/");
    })
    .join(" ");
}

/** Parties that conditions or roles of a clause name by their id. */
function partiesNamedIn({ arises, counts, clause, follows }: Situation): readonly string[] {
  const roles = [clause.debtor, clause.creditor, ...(follows ? [follows.debtor, follows.creditor] : [])];
  return [
    ...roles.flatMap(namedIn),
    ...[arises, counts].flatMap((condition) =>
      [...termsIn(condition)].flatMap((term) =>
        term.kind === "constant" && term.value.type === "party" ? [term.value.value] : [],
      ),
    ),
  ];
}
