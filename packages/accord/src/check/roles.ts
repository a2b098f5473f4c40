import { report } from "../lower/world.ts";
import { headMark } from "../parse/places.ts";
import type { Role } from "../program/index.ts";
import type { ClauseCheck } from "./check.ts";

/** Warns of duties that nobody can owe, or that somebody owes only to itself. */
export function checkRoles(check: ClauseCheck): void {
  const { clause } = check;
  if (clause.kind === "limit") return;
  const { debtor, creditor } = clause;
  for (const role of [debtor, creditor]) {
    if (role.kind !== "except" || !isEmpty(role)) continue;
    report(check, "warning", "empty-role", check.places.get(role) ?? headMark(check.text.source), {
      message: "After the exception nobody is left.",
      why: role === debtor ? "Nobody can owe this." : "It is owed to nobody.",
      mend: "Correct one of the two.",
    });
  }
  if (["party", "side"].includes(debtor.kind) && JSON.stringify(debtor) === JSON.stringify(creditor)) {
    report(check, "warning", "owed-to-itself", check.places.get(creditor) ?? headMark(check.text.source), {
      message: "Who owes and who is owed are the same.",
      why: "Such a pair makes no duty.",
      mend: "Correct one of the two.",
    });
  }
}

function isEmpty(role: Extract<Role, { kind: "except" }>): boolean {
  const minus = new Set(membersOf(role.minus).map((part) => JSON.stringify(part)));
  if (minus.has('{"kind":"each party"}')) return true;
  return membersOf(role.role).every((part) => minus.has(JSON.stringify(part)));
}

function membersOf(role: Role): readonly Role[] {
  return role.kind === "all of" ? role.roles : [role];
}
