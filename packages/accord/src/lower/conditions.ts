import type { AttributeType } from "@kelisim/model";
import { nearest } from "@kelisim/model";
import type * as ast from "../generated/ast.ts";
import { type Comparison, type Condition, negate } from "../program/index.ts";
import { advise, type ClauseScope, fail, place } from "./scope.ts";
import { isConstant, lowerTerm, type TypedTerm, typeName } from "./terms.ts";

/** Reads a condition. Undefined where a part of it has an error; all its errors are reported. */
export function lowerCondition(scope: ClauseScope, node: ast.Condition): Condition | undefined {
  const holds = anyOf(node.any.map((part) => lowerConjunction(scope, part)));
  const excepted = node.exceptions.map((part) => lowerCondition(scope, part));
  if (excepted.length === 0) return holds;
  return allOf([holds, ...excepted.map((condition) => condition && negate(condition))]);
}

function lowerConjunction(scope: ClauseScope, node: ast.Conjunction): Condition | undefined {
  return allOf(node.all.map((part) => lowerUnary(scope, part)));
}

function lowerUnary(scope: ClauseScope, node: ast.Unary): Condition | undefined {
  const inner = node.group ? lowerCondition(scope, node.group) : node.test && lowerTest(scope, node.test);
  return inner && node.negations.length % 2 === 1 ? negate(inner) : inner;
}

/** Joins by "and"; nested ones become one. */
export function allOf(parts: readonly (Condition | undefined)[]): Condition | undefined {
  if (parts.some((part) => part === undefined)) return undefined;
  const all = (parts as readonly Condition[]).flatMap((part) => (part.kind === "and" ? part.all : [part]));
  return all.length === 1 ? all[0] : { kind: "and", all };
}

function anyOf(parts: readonly (Condition | undefined)[]): Condition | undefined {
  if (parts.some((part) => part === undefined)) return undefined;
  const any = (parts as readonly Condition[]).flatMap((part) => (part.kind === "or" ? part.any : [part]));
  return any.length === 1 ? any[0] : { kind: "or", any };
}

function lowerTest(scope: ClauseScope, node: ast.Test): Condition | undefined {
  const condition = readTest(scope, node);
  if (condition) scope.places.set(leafOf(condition), place(scope, node));
  return condition;
}

/** What stands under a "not": that is the object a place belongs to, however often it is negated. */
export function leafOf(condition: Condition): Condition {
  return condition.kind === "not" ? condition.condition : condition;
}

function readTest(scope: ClauseScope, node: ast.Test): Condition | undefined {
  if (node.op !== undefined && node.right) return lowerComparison(scope, node, node.op, node.right);
  const left = lowerTerm(scope, node.left);
  if (!left) return undefined;
  if (node.zone !== undefined) return lowerInZone(scope, node, node.zone, left);
  if (node.given || node.absent) {
    if (left.term.kind !== "attribute") {
      return fail(scope, "type", place(scope, node.left), {
        message: "Only an attribute of a record can be given or not.",
        mend: "Write it like: e.place is given.",
      });
    }
    const given: Condition = { kind: "given", term: left.term };
    return node.absent ? negate(given) : given;
  }
  if (node.organisation !== undefined) return lowerMember(scope, node, node.organisation, left);
  if (left.type.type === "yes/no") return { kind: "holds", term: left.term };
  return fail(scope, "type", place(scope, node), {
    message: `This is ${typeName(left.type)}; a condition is something that is true or not.`,
    mend: "Compare it (`= ...`, `>= ...`), or ask whether it `is given`.",
  });
}

function lowerInZone(scope: ClauseScope, node: ast.Test, name: string, left: TypedTerm): Condition | undefined {
  if (left.type.type !== "place") {
    return fail(scope, "type", place(scope, node.left), {
      message: `Only a place lies in a zone; this is ${typeName(left.type)}.`,
      mend: "Name an attribute of type place.",
    });
  }
  const zone = zoneId(scope, node, "zone", name);
  return zone === undefined ? undefined : { kind: "in zone", place: left.term, zone };
}

/** The region's id of a zone that the instrument declares under a name. */
export function zoneId(
  scope: ClauseScope,
  node: Parameters<typeof place>[1],
  property: string,
  name: string,
): string | undefined {
  const { head, id } = scope.instrument;
  const zone = Object.hasOwn(head.zones, name) ? head.zones[name] : undefined;
  if (zone !== undefined) {
    scope.uses.zones.add(name);
    return zone;
  }
  const meant = nearest(name, Object.keys(head.zones));
  return fail(scope, "unknown-zone", place(scope, node, property), {
    message: `${id} declares no zone "${name}".`,
    mend: meant ? `Did you mean ${meant}?` : `Add to ${id}: zone ${name} = places "...".`,
    ...(meant ? { edit: meant } : {}),
  });
}

function lowerMember(scope: ClauseScope, node: ast.Test, organisation: string, left: TypedTerm): Condition | undefined {
  if (left.type.type !== "party") {
    return fail(scope, "type", place(scope, node.left), {
      message: `Only a party is a member; this is ${typeName(left.type)}.`,
      mend: "Name an attribute of type party.",
    });
  }
  checkOrganisation(scope, node, organisation);
  const member: Condition = { kind: "member", party: left.term, organisation };
  return node.stranger ? negate(member) : member;
}

/** Warns of an organisation whose members the region does not know. */
export function checkOrganisation(scope: ClauseScope, node: Parameters<typeof place>[1], organisation: string): void {
  const { memberships } = scope.sight.context;
  if (!memberships || memberships.includes(organisation)) return;
  const meant = nearest(organisation, memberships);
  advise(scope, "warning", "unknown-organisation", place(scope, node, "organisation"), {
    message: `The region knows no members of "${organisation}".`,
    why: "Nobody can then owe or be owed under this clause.",
    mend: meant ? `Did you mean ${meant}?` : "Add its members to the table of memberships.",
    ...(meant ? { edit: meant } : {}),
  });
}

function lowerComparison(
  scope: ClauseScope,
  node: ast.Test,
  op: Comparison,
  rightNode: ast.Term,
): Condition | undefined {
  // The side that has a type of its own tells what the other one means.
  const rightFirst = isConstant(scope, node.left) && !isConstant(scope, rightNode);
  let left: TypedTerm | undefined;
  let right: TypedTerm | undefined;
  if (rightFirst) {
    right = lowerTerm(scope, rightNode);
    left = right && lowerTerm(scope, node.left, right.type);
  } else {
    left = lowerTerm(scope, node.left);
    right = left && lowerTerm(scope, rightNode, expectedBeside(left.type));
  }
  if (!left || !right) return undefined;
  if (left.term.kind === "constant" && right.term.kind === "constant") {
    return fail(scope, "constant-condition", place(scope, node), {
      message: "Both sides are constants.",
      why: "The comparison always gives the same answer.",
      mend: "Compare an attribute of a record.",
    });
  }
  if (!comparable(left.type, right.type)) return cannotCompare(scope, node, left.type, right.type);
  if (!["=", "!="].includes(op) && !isOrdered(left.type)) {
    return fail(scope, "type", place(scope, node), {
      message: `\`${op}\` needs something with an order; this is ${typeName(left.type)}.`,
      mend: "Use = or !=.",
    });
  }
  if (left.type.type === "yes/no" && right.term.kind === "constant" && right.term.value.type === "yes/no") {
    const holds: Condition = { kind: "holds", term: left.term };
    return right.term.value.value === (op === "=") ? holds : negate(holds);
  }
  return { kind: "compare", op, left: left.term, right: right.term };
}

function expectedBeside(type: AttributeType): AttributeType {
  return type.type === "parties" ? { type: "party" } : type;
}

function comparable(a: AttributeType, b: AttributeType): boolean {
  if (a.type === "record" && b.type === "record") return a.of === b.of;
  if (a.type === "amount" && b.type === "amount") return a.unit === b.unit;
  if (a.type === "choice" && b.type === "choice") return a.of.some((option) => b.of.includes(option));
  if (a.type === "parties" || b.type === "parties") return a.type === "party" || b.type === "party";
  if (a.type === "place" || b.type === "place") return false;
  const text = (type: AttributeType) => type.type === "text" || type.type === "period";
  if (text(a) && text(b)) return true;
  return a.type === b.type;
}

function isOrdered(type: AttributeType): boolean {
  return ["count", "amount", "money", "date", "instant"].includes(type.type);
}

function cannotCompare(scope: ClauseScope, node: ast.Test, a: AttributeType, b: AttributeType): undefined {
  const kinds = a.type === "record" && b.type === "record";
  const days = [a.type, b.type].includes("date") && [a.type, b.type].includes("instant");
  return fail(scope, kinds ? "wrong-kind" : "type", place(scope, node), {
    message: kinds
      ? `One side refers to ${typeName(a)}, the other to ${typeName(b)}.`
      : `${capital(typeName(a))} cannot be compared with ${typeName(b)}.`,
    why: kinds ? "They can never be the same record." : "The comparison would have no meaning.",
    mend: days
      ? "Declare both as dates or both as instants: which instants a date covers depends on the time zone."
      : "Compare things of the same type.",
  });
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
