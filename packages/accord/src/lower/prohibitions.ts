import type * as ast from "../generated/ast.ts";
import { type Condition, type LimitClause, negate, type Role, type Term } from "../program/index.ts";
import { lowerHead, single } from "./clause-head.ts";
import { allOf, lowerCondition } from "./conditions.ts";
import { checkVerb } from "./duties.ts";
import { lowerRole } from "./roles.ts";
import { type ClauseScope, declare, fail, place } from "./scope.ts";
import { findKind } from "./terms.ts";
import { checkUnder } from "./triggers.ts";

/** Reads what must not be done: a limit of none, borne by whoever did it. */
export function lowerProhibition(
  scope: ClauseScope,
  node: ast.Prohibition,
  displacedBy: readonly string[],
): Omit<LimitClause, "hash"> | undefined {
  const bearer = lowerRole(scope, node.bearer, "debtor");
  const kind = findKind(scope, node, node.kind);
  const unless = single(scope, node.lines, "UnlessLine");
  if (!kind) {
    lowerHead(scope, node, displacedBy);
    return undefined;
  }
  checkUnder(scope, node);
  checkVerb(scope, node, node.verb, kind.kind.form, kind.faulty);
  const variable = declare(scope, node.variable, "record", kind, "limit", place(scope, node, "variable"));
  const where = node.where && lowerCondition(scope, node.where);
  const actor: Term = { kind: "attribute", variable: variable.name, name: kind.kind.actor ?? "from" };
  const limited = bearer && limitTo(scope, node, bearer, actor);
  const head = lowerHead(scope, node, displacedBy);
  if (scope.failed || !limited) return undefined;
  const all = allOf([...limited.conditions, ...(where ? [where] : [])]);
  const narrowed = limited.conditions.length > 0 || where !== undefined;
  return {
    ...head,
    kind: "limit",
    form: "prohibition",
    amount: { type: "count", value: 0 },
    aggregate: { kind: "count" },
    record: kind.kind.name,
    variable: variable.name,
    ...(node.instrument === undefined ? {} : { under: true as const }),
    ...(narrowed && all ? { where: all } : {}),
    window: { kind: "always" },
    bearer: { term: actor, side: limited.side, ...(limited.who && { who: limited.who }) },
    groups: [],
    unlessConsent: unless !== undefined,
  };
}

interface Limited {
  readonly side: boolean;
  readonly conditions: readonly Condition[];
  /** Who is limited, where it is not everybody. */
  readonly who?: Role;
}

/** Who bears a prohibition is who did the act; a narrower bearer becomes a condition on that party. */
function limitTo(scope: ClauseScope, node: ast.Prohibition, role: Role, actor: Term): Limited | undefined {
  if (role.kind === "each party") return { side: false, conditions: [] };
  if (role.kind === "each side") return { side: true, conditions: [] };
  if (role.kind === "side") return { side: true, conditions: [isOneOf(membersOf(scope, role.name), actor)], who: role };
  const condition = isActor(scope, role, actor);
  if (condition) return { side: false, conditions: [condition], who: role };
  return fail(scope, "role-position", place(scope, node.bearer), {
    message: "Who must not do something is named before it is done.",
    mend: "Write each party, each side, side NAME, a party, or members of ORGANISATION.",
  });
}

function isActor(scope: ClauseScope, role: Role, actor: Term): Condition | undefined {
  switch (role.kind) {
    case "each party":
      return { kind: "and", all: [] };
    case "party":
      return isOneOf([role.id], actor);
    case "side":
      return isOneOf(membersOf(scope, role.name), actor);
    case "members":
      return { kind: "member", party: actor, organisation: role.organisation };
    case "all of": {
      const any = role.roles.map((part) => isActor(scope, part, actor));
      return any.includes(undefined) ? undefined : { kind: "or", any: any as Condition[] };
    }
    case "except": {
      const minus = isActor(scope, role.minus, actor);
      const not = minus && negate(minus);
      if (role.role.kind === "each party") return not;
      return allOf([isActor(scope, role.role, actor), not]);
    }
    default:
      return undefined;
  }
}

function membersOf(scope: ClauseScope, side: string): readonly string[] {
  return scope.instrument.head.sides.find((candidate) => candidate.name === side)?.members ?? [];
}

function isOneOf(parties: readonly string[], actor: Term): Condition {
  const any = parties.map(
    (id): Condition => ({
      kind: "compare",
      op: "=",
      left: actor,
      right: { kind: "constant", value: { type: "party", value: id } },
    }),
  );
  return any.length === 1 ? any[0]! : { kind: "or", any };
}
