import type { PlanField, PlanKinds } from "@kelisim/api";
import type { Address } from "../standpoint.ts";

export type PlanKind = PlanKinds["kinds"][number];

/** What is typed for each attribute of a kind, as text. */
export type PlanValues = Readonly<Record<string, string>>;

const PREFIX = "p.";
/** The name of an attribute's value in the address: "p.personnel". */
export const inAddress = (attribute: string): string => PREFIX + attribute;

/** The kind of an address, else the one that most lead times depend on. Undefined: nothing can be planned here. */
export const kindOf = (kinds: readonly PlanKind[], address: Address): PlanKind | undefined =>
  kinds.find(({ kind }) => kind === address.kind) ?? kinds[0];

/** The typed values of an address. Who acts is the reader's own party, as long as nothing else was chosen. */
export function valuesOf(kind: PlanKind, address: Address, party: string | undefined): PlanValues {
  const values: Record<string, string> = {};
  for (const { name, actor, type } of kind.fields) {
    const text = address[inAddress(name)];
    if (text !== undefined) values[name] = text;
    else if (actor && type === "party" && party !== undefined) values[name] = party;
  }
  return values;
}

/** Takes all of a plan out of an address and sets another kind; values that the new kind asks for too are kept. */
export function withKind(address: Address, kind: PlanKind): Address {
  const fields = new Set(kind.fields.map(({ name }) => inAddress(name)));
  const gone = Object.keys(address).filter((key) => key.startsWith(PREFIX) && !fields.has(key));
  return {
    ...Object.fromEntries(gone.map((key) => [key, undefined])),
    kind: kind.kind,
    ...(kind.place === undefined ? { points: undefined } : {}),
  };
}

/** Takes every value of a plan out of an address, and leaves its kind. */
export function withoutValues(address: Address): Address {
  const gone = Object.keys(address).filter((key) => key.startsWith(PREFIX));
  return {
    ...Object.fromEntries(gone.map((key) => [key, undefined])),
    points: undefined,
    to: undefined,
    from: undefined,
  };
}

/** Fields that a clause looks at come first; the others are asked for on demand. The vocabulary's order holds within. */
export function arranged(kind: PlanKind): {
  readonly first: readonly PlanField[];
  readonly more: readonly PlanField[];
} {
  const first = kind.fields.filter(({ decides, required, name }) => decides || required || name === kind.start);
  return { first, more: kind.fields.filter((field) => !first.includes(field)) };
}

/** So many kinds stand side by side; the rest is a list. */
const SIDE_BY_SIDE = 4;

/** The kinds as they are offered, each in one place only; the node's order, most lead times first, holds within. */
export function sorted(kinds: readonly PlanKind[]) {
  const common = kinds.filter((each) => each.common);
  const others = kinds.filter((each) => !each.common);
  return {
    near: common.slice(0, SIDE_BY_SIDE),
    common: common.slice(SIDE_BY_SIDE),
    events: others.filter(({ form }) => form === "event"),
    notices: others.filter(({ form }) => form === "notice"),
  };
}

/** What is as by default, written out, so that a copied address is the same plan whoever opens it. */
export function spelledOut(kind: PlanKind, values: PlanValues, from: string | undefined): Address {
  const actors = kind.fields.filter(({ actor }) => actor);
  return {
    kind: kind.kind,
    ...Object.fromEntries(actors.map(({ name }) => [inAddress(name), values[name]])),
    ...(actors.length > 0 ? {} : { from }),
  };
}
