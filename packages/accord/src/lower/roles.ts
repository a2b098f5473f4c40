import { nearest } from "@kelisim/model";
import type * as ast from "../generated/ast.ts";
import type { Role } from "../program/index.ts";
import { checkOrganisation, zoneId } from "./conditions.ts";
import { advise, type ClauseScope, fail, place } from "./scope.ts";
import { lowerAttribute, typeName } from "./terms.ts";

export type RolePosition = "debtor" | "creditor";

/** Reads who owes or is owed. Refuses what can have no meaning in that position. */
export function lowerRole(scope: ClauseScope, node: ast.Role, position: RolePosition): Role | undefined {
  const parts = node.parts.map((part) => lowerSingle(scope, part, position));
  const minus = node.minus.map((part) => lowerSingle(scope, part, position));
  if ([...parts, ...minus].some((role) => role === undefined)) return undefined;
  const named = together(parts as Role[]);
  const role: Role = minus.length === 0 ? named : { kind: "except", role: named, minus: together(minus as Role[]) };
  scope.places.set(role, place(scope, node));
  return role;
}

function together(roles: readonly Role[]): Role {
  return roles.length === 1 ? roles[0]! : { kind: "all of", roles };
}

function lowerSingle(scope: ClauseScope, node: ast.SingleRole, position: RolePosition): Role | undefined {
  switch (node.$type) {
    case "EachPartyRole":
      return { kind: "each party" };
    case "OtherPartiesRole":
      if (position === "debtor") {
        return fail(scope, "role-position", place(scope, node), {
          message: "`every other party` says who is owed: the others than the debtor.",
          mend: "As debtor write `each party`.",
          edit: "each party",
        });
      }
      return { kind: "every other party" };
    case "EachSideRole":
      if (!needSides(scope, node)) return undefined;
      if (position === "creditor") {
        return fail(scope, "role-position", place(scope, node), {
          message: "`each side` says who owes.",
          mend: "As creditor write `the other side`.",
          edit: "the other side",
        });
      }
      return { kind: "each side" };
    case "OtherSideRole":
      if (!needSides(scope, node)) return undefined;
      if (position === "debtor") {
        return fail(scope, "role-position", place(scope, node), {
          message: "`the other side` says who is owed: the side to which the debtor does not belong.",
          mend: "As debtor write `side of x.to`, `each side` or `side NAME`.",
        });
      }
      if (scope.instrument.head.sides.length > 2) {
        return fail(scope, "role-position", place(scope, node), {
          message: `${scope.instrument.id} has ${scope.instrument.head.sides.length} sides; there is no one other side.`,
          mend: "Name the side.",
        });
      }
      return { kind: "other side" };
    case "SideOfRole": {
      if (!needSides(scope, node)) return undefined;
      const term = lowerPartyTerm(scope, node.term, true);
      return term && { kind: "side of", term };
    }
    case "SideRole":
      return lowerSide(scope, node);
    case "MembersRole":
      checkOrganisation(scope, node, node.organisation);
      return { kind: "members", organisation: node.organisation };
    case "HoldersRole":
      return lowerHolders(scope, node);
    case "MissRole":
      if (!scope.followsMiss) {
        return fail(scope, "role-position", place(scope, node), {
          message: `\`the ${node.which}\` is the ${node.which} of a duty that was not performed; this clause follows none.`,
          mend: "Name the party, or begin the clause with `if ID is not performed`.",
        });
      }
      return { kind: node.which };
    case "NobodyRole":
      if (position === "debtor") {
        return fail(scope, "role-position", place(scope, node), {
          message: "A clause that nobody owes binds nobody.",
          mend: "Name who owes.",
        });
      }
      return { kind: "nobody" };
    case "TermRole":
      return node.term.attribute === undefined ? lowerParty(scope, node) : lowerTermRole(scope, node.term);
  }
}

function lowerTermRole(scope: ClauseScope, node: ast.Path): Role | undefined {
  const term = lowerPartyTerm(scope, node, true);
  return term && { kind: "term", term };
}

/** An attribute that names a party (or, where allowed, several). */
export function lowerPartyTerm(scope: ClauseScope, node: ast.Path, several: boolean) {
  if (node.attribute === undefined) {
    const variable = scope.variables.get(node.name);
    return fail(scope, "not-a-party", place(scope, node), {
      message: variable
        ? `"${node.name}" is a ${variable.kind.kind.name}, not a party.`
        : `"${node.name}" is not an attribute of a record.`,
      mend: `Name its attribute: ${variable ? node.name : "x"}.from, ${variable ? node.name : "x"}.${partyAttribute(scope, node.name)}.`,
    });
  }
  const typed = lowerAttribute(scope, node);
  if (!typed) return undefined;
  if (typed.type.type === "party" || (several && typed.type.type === "parties")) return typed.term;
  return fail(scope, "not-a-party", place(scope, node), {
    message: `${node.name}.${node.attribute} is ${typeName(typed.type)}, not a party.`,
    why: "Only a party can owe, be owed or be limited.",
    mend: `Name an attribute of type party, such as ${node.name}.${partyAttribute(scope, node.name)}.`,
  });
}

function partyAttribute(scope: ClauseScope, variable: string): string {
  const attributes = scope.variables.get(variable)?.kind.kind.attributes ?? [];
  return attributes.find((attribute) => attribute.type.type === "party")?.name ?? "to";
}

function lowerParty(scope: ClauseScope, node: ast.TermRole): Role | undefined {
  const { name } = node.term;
  const { parties, context } = scope.sight;
  const party = parties.get(name);
  if (party) {
    const bound = context.boundParties?.(scope.instrument.id);
    if (party.kind === "state" && bound && !bound.includes(name)) {
      advise(scope, "warning", "never-bound", place(scope, node), {
        message: `${name} is not bound by ${scope.instrument.id} by any row of the status table.`,
        why: "It can then neither owe nor be owed under this clause.",
        mend: "Correct the name, or add the status row.",
      });
    }
    return { kind: "party", id: name };
  }
  if (scope.variables.has(name)) {
    lowerPartyTerm(scope, node.term, true);
    return undefined;
  }
  const side = scope.instrument.head.sides.find((candidate) => candidate.name === name);
  const meant = side ? `side ${name}` : nearest(name, parties.keys());
  return fail(scope, "unknown-party", place(scope, node), {
    message: side ? `"${name}" is a side, not a party.` : `"${name}" is not a party of the region.`,
    why: "Nobody could owe or be owed here.",
    mend: meant ? `Did you mean ${meant}?` : "Add it to the table of parties, or correct the name.",
    ...(meant ? { edit: meant } : {}),
  });
}

function needSides(scope: ClauseScope, node: ast.SingleRole): boolean {
  const { head, id } = scope.instrument;
  if (head.sides.length >= 2) {
    for (const side of head.sides) scope.uses.sides.add(side.name);
    return true;
  }
  fail(scope, "no-sides", place(scope, node), {
    message: head.sides.length === 0 ? `${id} has no sides.` : `${id} has only one side.`,
    why: "Nobody could owe or be owed here.",
    mend: `Add to ${id}: sides NAME = {KAZ, ...}, NAME = {CHN}.`,
  });
  return false;
}

function lowerSide(scope: ClauseScope, node: ast.SideRole): Role | undefined {
  const { head, id } = scope.instrument;
  if (head.sides.some((side) => side.name === node.name)) {
    scope.uses.sides.add(node.name);
    return { kind: "side", name: node.name };
  }
  const meant = nearest(
    node.name,
    head.sides.map((side) => side.name),
  );
  return fail(scope, "unknown-side", place(scope, node, "name"), {
    message: `${id} has no side "${node.name}".`,
    why: "Nobody could owe or be owed here.",
    mend: meant ? `Did you mean ${meant}?` : `Add to ${id}: sides ${node.name} = {...}, ....`,
    ...(meant ? { edit: meant } : {}),
  });
}

function lowerHolders(scope: ClauseScope, node: ast.HoldersRole): Role | undefined {
  const zone = zoneId(scope, node, "zone", node.zone);
  const typed = lowerAttribute(scope, node.place);
  if (zone === undefined || !typed) return undefined;
  if (typed.type.type !== "place") {
    return fail(scope, "type", place(scope, node.place), {
      message: `A zone holds a place; this is ${typeName(typed.type)}.`,
      mend: "Name an attribute of type place.",
    });
  }
  return { kind: "parties in zone", zone, place: typed.term };
}
