import type { Address } from "../standpoint.ts";

/** What narrows the audit; each stands in the address under its own name. */
export interface AuditFilters {
  readonly who: string;
  readonly what: string;
  readonly about: string;
  readonly party: string;
  readonly from: string;
  readonly to: string;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export function readAuditFilters(address: Address): AuditFilters {
  const day = (text: string | undefined) => (text !== undefined && DAY.test(text) ? text : "");
  return {
    who: address.who ?? "",
    what: address.what ?? "",
    about: address.about ?? "",
    party: address.party ?? "",
    from: day(address.from),
    to: day(address.to),
  };
}

/** The filters as the node is asked with them. */
export function auditQuery({ who, what, about, party, from, to }: AuditFilters): Address {
  const given = (text: string) => (text.trim() === "" ? undefined : text.trim());
  return {
    person: given(who),
    action: given(what),
    about: given(about),
    party: given(party),
    from: given(from),
    to: given(to),
  };
}

export const isNarrowed = (filters: AuditFilters): boolean => Object.values(filters).some((text) => text !== "");

/** What can stand in the audit, in the order in which people look for it. Others are shown as they are written. */
export const AUDIT_ACTIONS = [
  "record.read",
  "record.enter",
  "record.erase",
  "records.import",
  "draft.save",
  "draft.remove",
  "draft.release",
  "party.export",
  "party.import",
  "table.export",
  "holding.take",
  "holding.forget",
  "money.export",
  "interviews.add",
  "interviews.erase",
  "interviews.export",
  "decision.record",
  "evidence.export",
  "brief.create",
  "brief.version",
  "brief.reviewed",
  "brief.approved",
  "brief.withdrawn",
  "brief.archived",
  "brief.restored",
  "brief.removed",
  "brief.file",
  "audit.export",
  "feed.create",
  "feed.revoke",
  "refused",
  "session.start",
  "session.end",
  "session.end-all",
  "person.add",
  "person.link",
  "person.remove",
  "member.save",
  "body.add",
  "body.rename",
  "body.remove",
  "settings.save",
  "retention.run",
  "subscription.add",
  "subscription.change",
  "subscription.remove",
  "agreement.draft",
  "agreement.draft.remove",
  "agreement.adopt",
  "agreement.text",
  "agreement.text.remove",
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

export const isKnownAction = (action: string): action is AuditAction =>
  (AUDIT_ACTIONS as readonly string[]).includes(action);
