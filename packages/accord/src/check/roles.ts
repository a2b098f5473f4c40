import { type ClauseEntry, report, type Workspace } from "../lower/workspace.ts";
import { headMark } from "../parse/places.ts";
import type { Clause, Role } from "../program/index.ts";

/** Warns of duties that nobody can owe, or that somebody owes only to itself. */
export function checkRoles(workspace: Workspace, entry: ClauseEntry, clause: Clause): void {
  if (clause.kind === "limit") return;
  const { debtor, creditor } = clause;
  for (const role of [debtor, creditor]) {
    if (role.kind !== "except" || !isEmpty(role)) continue;
    report(workspace, "warning", "empty-role", workspace.places.get(role) ?? headMark(entry.source), {
      message: "After the exception nobody is left.",
      why: role === debtor ? "Nobody can owe this." : "It is owed to nobody.",
      mend: "Correct one of the two.",
    });
  }
  if (["party", "side"].includes(debtor.kind) && JSON.stringify(debtor) === JSON.stringify(creditor)) {
    report(workspace, "warning", "owed-to-itself", workspace.places.get(creditor) ?? headMark(entry.source), {
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
