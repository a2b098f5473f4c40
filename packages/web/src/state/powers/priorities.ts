import type { Priorities, PriorityStatement } from "@kelisim/api";

export type PriorityPair = Priorities["pairs"]["value"][number];

export const pairKey = (a: string, b: string): string => `${a}~${b}`;

/** The pair of two actors, whichever stands first. */
export function pairOf({ pairs }: Priorities, a: string, b: string): PriorityPair | undefined {
  return pairs.value.find(({ actors }) => (actors[0] === a && actors[1] === b) || (actors[0] === b && actors[1] === a));
}

/** The number of statements of an actor; 0 where none is coded. */
export const statementsOf = ({ vectors }: Priorities, actor: string): number =>
  vectors.find((vector) => vector.actor === actor)?.statements.length ?? 0;

export interface ThreatBeside {
  readonly threat: string;
  readonly name: string;
  /** Absent: nothing coded. */
  readonly weights: readonly [number | undefined, number | undefined];
}

/** The threats of either beside each other, common ones first, in the order of the table. */
export function threatsBeside(
  { vectors, threats }: Priorities,
  pair: readonly [string, string],
): readonly ThreatBeside[] {
  const weightOf = (actor: string, threat: string) =>
    vectors.find((vector) => vector.actor === actor)?.weights.find((each) => each.threat === threat)?.weight;
  const rows = threats.map(
    ({ id, name }): ThreatBeside => ({ threat: id, name, weights: [weightOf(pair[0], id), weightOf(pair[1], id)] }),
  );
  const isCommon = ({ weights }: ThreatBeside) => weights.every((weight) => weight !== undefined);
  return rows
    .filter(({ weights }) => weights.some((weight) => weight !== undefined))
    .sort((a, b) => Number(isCommon(b)) - Number(isCommon(a)));
}

/** Coded statements of one of the actors. */
export const statementsOfActors = (
  { statements }: Priorities,
  actors: readonly string[],
): readonly PriorityStatement[] => statements.filter(({ codes }) => codes.some(({ actor }) => actors.includes(actor)));

/** Codes of a statement that say the same of several actors, as one; only those of `actors` where some are named. */
export function codedAlike(codes: PriorityStatement["codes"], actors?: readonly string[]) {
  const own = codes.filter(({ actor }) => actors === undefined || actors.includes(actor));
  const groups = Map.groupBy(own, ({ actor: _, ...code }) => JSON.stringify(code));
  return [...groups.values()].map((same) => {
    const { actor: _, ...code } = same[0]!;
    return { ...code, actors: same.map(({ actor }) => actor) };
  });
}
