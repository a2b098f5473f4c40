import type { Division } from "../shares.ts";
import { attributeOf, childOf, childrenOf, type Element, textOf } from "../xml/element.ts";
import { narrativeOf } from "./narrative.ts";
import { type Organisation, organisationOf } from "./organisations.ts";
import { type Purpose, purposesOf, type Recipient, recipientsOf } from "./purposes.ts";
import { FUNDING, IMPLEMENTING } from "./words.ts";

/** What an activity says once for all its sums. */
export interface Activity {
  readonly id: string;
  readonly title?: string;
  readonly reporting?: Organisation;
  readonly funding: readonly Organisation[];
  readonly implementing: readonly Organisation[];
  readonly currency?: string;
  readonly flow?: string;
  readonly humanitarian?: string;
  /** 1 is the highest level. */
  readonly hierarchy?: string;
  readonly parents: readonly string[];
  readonly children: readonly string[];
  readonly agreement?: string;
  readonly recipients: Division<Recipient>;
  readonly purposes: Division<Purpose>;
}

/** Reads an `iati-activity`; undefined where it has no identifier. */
export function readActivity(element: Element): Activity | undefined {
  const id = textOf(childOf(element, "iati-identifier"));
  if (id === undefined) return undefined;
  const title = narrativeOf(childOf(element, "title"));
  const reporting = organisationOf(childOf(element, "reporting-org"));
  const currency = attributeOf(element, "default-currency");
  const flow = attributeOf(childOf(element, "default-flow-type"), "code");
  const humanitarian = humanitarianOf(element);
  const hierarchy = attributeOf(element, "hierarchy");
  const agreement = agreementOf(element);
  return {
    id,
    ...(title === undefined ? {} : { title }),
    ...(reporting === undefined ? {} : { reporting }),
    funding: participants(element, FUNDING),
    implementing: participants(element, IMPLEMENTING),
    ...(currency === undefined ? {} : { currency }),
    ...(flow === undefined ? {} : { flow }),
    ...(humanitarian === undefined ? {} : { humanitarian }),
    ...(hierarchy === undefined ? {} : { hierarchy }),
    parents: related(element, "1"),
    children: related(element, "2"),
    ...(agreement === undefined ? {} : { agreement }),
    recipients: recipientsOf(element, "activity") ?? { parts: [] },
    purposes: purposesOf(element) ?? { parts: [] },
  };
}

function participants(element: Element, roles: readonly string[]): readonly Organisation[] {
  const found: Organisation[] = [];
  for (const child of element.children) {
    if (child.name !== "participating-org" || !roles.includes(attributeOf(child, "role")?.toLowerCase() ?? ""))
      continue;
    const organisation = organisationOf(child);
    if (organisation !== undefined && !found.some(({ id }) => id === organisation.id)) found.push(organisation);
  }
  return found;
}

/** Ids of related activities of a type: 1 contains this one, 2 is contained in it (code list RelatedActivityType). */
function related(element: Element, type: string): readonly string[] {
  return childrenOf(element, "related-activity").flatMap((one) => {
    const ref = attributeOf(one, "type") === type ? (attributeOf(one, "ref") ?? textOf(one)) : undefined;
    return ref === undefined ? [] : [ref];
  });
}

/** "yes" or "no" of an activity or transaction. */
export function humanitarianOf(element: Element): string | undefined {
  const written = attributeOf(element, "humanitarian");
  if (written === "1" || written === "true") return "yes";
  return written === "0" || written === "false" ? "no" : undefined;
}

const AGREEMENT = /^(?:[^:]+:)?agreement-?(?:number|no)$/i;

/**
 * The number of a loan or grant agreement. IATI has no place for it (IATI/IATI-Schemas#293); publishers put it into an attribute
 * or an element of their own with such a name.
 */
export function agreementOf(element: Element): string | undefined {
  for (const name in element.attributes) if (isAgreement(name)) return attributeOf(element, name);
  for (const child of element.children) if (isAgreement(child.name)) return textOf(child);
  return undefined;
}

/** Whether an attribute or element has the number of an agreement. */
export const isAgreement = (name: string): boolean => name.includes("greement") && AGREEMENT.test(name);
