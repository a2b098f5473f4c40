import type { PowerKind, PriorityBasis } from "@kelisim/api";
import type { Address } from "../standpoint.ts";

/** Parts of the screen; the first one needs no word in the address. */
export const POWER_TABS = ["engagement", "priorities", "reciprocity", "definitions"] as const;
export type PowerTab = (typeof POWER_TABS)[number];

export const KINDS: readonly PowerKind[] = ["treaty", "base", "training", "arms", "aid", "dialogue", "cyber"];
export const BASES: readonly PriorityBasis[] = ["said", "signed", "funded"];
/** Statements that either must have before the two are compared. */
export const LEAST_CHOICES = [1, 2, 3, 5, 10] as const;
/** Days within which an act is an answer. */
export const WITHIN_CHOICES = [7, 14, 30, 90, 365] as const;

export const tabOf = ({ tab }: Address): PowerTab => POWER_TABS.find((each) => each === tab) ?? "engagement";
export const kindOf = ({ kind }: Address): PowerKind => KINDS.find((each) => each === kind) ?? "dialogue";
export const basisOf = ({ basis }: Address): PriorityBasis => BASES.find((each) => each === basis) ?? "said";
export const leastOf = ({ least }: Address): number => LEAST_CHOICES.find((each) => `${each}` === least) ?? 3;
export const withinOf = ({ within }: Address): number => WITHIN_CHOICES.find((each) => `${each}` === within) ?? 30;

/** The powers of the address, in the order of `all`; every one where none is named. */
export function powersOf({ powers }: Address, all: readonly string[]): readonly string[] {
  const wanted = powers?.split(",") ?? [];
  const own = all.filter((id) => wanted.includes(id));
  return own.length === 0 ? all : own;
}

/** The address with one power more or less; all of them are not written down. The last one stays. */
export function withPower(address: Address, all: readonly string[], id: string, shown: boolean): Address {
  const now = powersOf(address, all);
  const next = all.filter((each) => (each === id ? shown : now.includes(each)));
  const kept = next.length === 0 ? now : next;
  return { powers: kept.length === all.length ? undefined : kept.join(",") };
}
