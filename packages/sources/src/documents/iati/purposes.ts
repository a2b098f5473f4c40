import { codeOf } from "../../codes/code-of.ts";
import { remembered } from "../remembered.ts";
import { type Claim, type Division, divide } from "../shares.ts";
import { attributeOf, childrenOf, type Element } from "../xml/element.ts";
import { narrativeOf } from "./narrative.ts";

/** A state or region that gets money. */
export interface Recipient {
  readonly id: string;
  readonly code: string;
  readonly name: string | undefined;
}

/** What money is for: five digits of the CRS or three of a DAC sector. */
export interface Purpose {
  readonly code: string;
  readonly name: string | undefined;
}

const PREFIX = "IATI";
const stateOf = remembered((code: string) => codeOf("iso2", PREFIX, code));
const areaOf = remembered((code: string) => codeOf("crs recipients", PREFIX, code));

/** The number of a vocabulary. None is the DAC's; 1.x writes "DAC" and "DAC-3". */
function vocabularyOf(element: Element): string {
  const written = attributeOf(element, "vocabulary");
  if (written === undefined || written === "DAC") return "1";
  return written === "DAC-3" ? "2" : written;
}

const claim = <Of>(of: Of, element: Element): Claim<Of> => ({ of, percentage: attributeOf(element, "percentage") });

/**
 * Elements of one vocabulary: each vocabulary says the same money anew, so that only one may be counted. The first of `wanted`
 * that is there, else the first in the document.
 */
function ofOneVocabulary(elements: readonly Element[], wanted: readonly string[]): readonly Element[] {
  if (elements.length < 2) return elements;
  const there = new Set(elements.map(vocabularyOf));
  if (there.size < 2) return elements;
  const chosen = wanted.find((one) => there.has(one)) ?? [...there][0];
  return elements.filter((element) => vocabularyOf(element) === chosen);
}

/** Recipients as an activity, or a transaction of its own, names them; undefined where it names none. */
export function recipientsOf(element: Element, level: "activity" | "transaction"): Division<Recipient> | undefined {
  const countries = childrenOf(element, "recipient-country");
  const regions = ofOneVocabulary(childrenOf(element, "recipient-region"), ["1", "2"]);
  if (countries.length === 0 && regions.length === 0) return undefined;
  const states = countries.flatMap((one) => {
    const code = attributeOf(one, "code");
    return code === undefined ? [] : [claim<Recipient>({ id: stateOf(code), code, name: narrativeOf(one) }, one)];
  });
  const areas = regions.flatMap((one) => {
    const code = attributeOf(one, "code");
    return code === undefined ? [] : [claim<Recipient>({ id: regionId(one, code), code, name: narrativeOf(one) }, one)];
  });
  if (level === "activity") return divide([...states, ...areas], "recipients");
  // The standard (2.03, transaction/recipient-country) allows one of them; a state says more than its region.
  const division = divide(states.length > 0 ? states : areas, "recipients");
  return states.length > 0 && areas.length > 0
    ? { ...division, said: `the transaction names a state and a region (${areas[0]!.of.code}): the region is left out` }
    : division;
}

/** A region by its number in the DAC's list, which is vocabulary 1; of other lists only the code is kept. */
function regionId(element: Element, code: string): string {
  const vocabulary = vocabularyOf(element);
  return vocabulary === "1" ? areaOf(code) : `${PREFIX}:region ${vocabulary} ${code}`;
}

/** Purposes as an activity, or a transaction of its own, names them by the DAC's lists; undefined where it names none at all. */
export function purposesOf(element: Element): Division<Purpose> | undefined {
  const sectors = childrenOf(element, "sector");
  if (sectors.length === 0) return undefined;
  const ofDac = ofOneVocabulary(
    sectors.filter((one) => ["1", "2"].includes(vocabularyOf(one))),
    ["1", "2"],
  );
  const claims = ofDac.flatMap((one) => {
    const code = attributeOf(one, "code");
    return code === undefined || !/^[0-9]{3}(?:[0-9]{2})?$/.test(code)
      ? []
      : [claim<Purpose>({ code, name: narrativeOf(one) }, one)];
  });
  if (claims.length === ofDac.length && claims.length > 0) return divide(claims, "sectors");
  const codes = (ofDac.length > 0 ? ofDac : sectors).map((one) => attributeOf(one, "code") ?? "");
  return {
    parts: [],
    said:
      ofDac.length > 0
        ? `sectors ${codes.join(", ")}: some are no code of the DAC`
        : `sectors ${codes.join(", ")} are of the vocabulary ${vocabularyOf(sectors[0]!)}, not of the DAC`,
  };
}
