import type { TlpLabel } from "./marking.ts";
import { bodyPath, type Viewer } from "./viewer.ts";

/** What decides who may read a record. */
export interface ReadRule {
  readonly region: string;
  readonly ownerParty: string;
  readonly ownerBody: string;
  readonly label: TlpLabel;
  readonly releaseTo: readonly string[];
  /** Addressees of the record; "*" is everyone. */
  readonly to: readonly string[];
}

/**
 * Whether a body may read a record. The database holds the same rule as a policy, which is what protects the rows;
 * this one restates it for explanation and for the property test that holds the two to each other.
 */
export function mayRead(rule: ReadRule, viewer: Viewer): boolean {
  if (rule.region !== viewer.region) return false;
  const ownParty = rule.ownerParty === viewer.party;
  if (ownParty && rule.ownerBody === viewer.body) return true;
  if (rule.to.includes("*") || rule.to.includes(viewer.party)) return true;
  if (rule.releaseTo.includes(viewer.party) || rule.releaseTo.includes(bodyPath(viewer))) return true;
  switch (rule.label) {
    case "TLP:CLEAR":
    case "TLP:GREEN":
      return true;
    case "TLP:AMBER":
      return ownParty;
    case "TLP:AMBER+STRICT":
    case "TLP:RED":
      return false;
  }
}
