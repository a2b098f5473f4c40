import { result } from "../methods.ts";
import type { Result, ResultInput } from "../result.ts";
import type { IndexComponent, IndexDefinition } from "./index-definitions.ts";

/** A raw figure for one component, as the reader found it. */
export interface ComponentFigure {
  readonly component: string;
  /** Absent: looked for and not found. */
  readonly figure?: number;
  /** Between which ends an absent figure lies, where that much is known. */
  readonly between?: readonly [number, number];
  readonly source: string;
}

export interface ComponentValue {
  readonly component: IndexComponent;
  readonly weight: number;
  readonly figure?: number;
  /** From 0 to 1. */
  readonly value?: number;
  readonly source?: string;
  /** The figure lies beyond an end of the scale and counts as the end. */
  readonly held: boolean;
}

export interface IndexValue {
  readonly index: string;
  /** From 0 to 1; absent: a component is missing, so the index is unknown. */
  readonly value?: number;
  readonly components: readonly ComponentValue[];
  readonly missing: readonly string[];
}

/** Thrown where figures or weights name a component that the index has not, or a weight is no weight. */
export class IndexMisused extends Error {
  override readonly name = "IndexMisused";
}

/**
 * An index from its components. Weights are 1 each where the reader gives none. A
 * component of weight 0 is shown and not needed. Missing components leave the index unknown and are named.
 */
export function indexOf(
  definition: IndexDefinition,
  figures: readonly ComponentFigure[],
  from: readonly ResultInput[],
  weights: Readonly<Record<string, number>> = {},
): Result<IndexValue> {
  checkUse(definition, figures, weights);
  const components = definition.components.map((component) =>
    componentValue(component, figures, weights[component.id] ?? 1),
  );
  const missing = components.filter(({ value, weight }) => value === undefined && weight > 0);
  const all = components.reduce((sum, { weight }) => sum + weight, 0);
  const total = components.reduce((sum, { value, weight }) => sum + weight * (value ?? 0), 0);
  const value = {
    index: definition.id,
    ...(missing.length > 0 ? {} : { value: total / all }),
    components,
    missing: missing.map(({ component }) => component.id),
  };
  return result("index.components", value, from);
}

export interface IndexComparison {
  readonly first: IndexValue;
  readonly second: IndexValue;
  /** first - second, of the index and of each component; absent where one of the two is unknown. */
  readonly difference?: number;
  readonly components: readonly { readonly component: string; readonly difference?: number }[];
}

/** The same index, with the same weights, of two regions. */
export function compareIndices(
  definition: IndexDefinition,
  first: readonly ComponentFigure[],
  second: readonly ComponentFigure[],
  from: readonly ResultInput[],
  weights: Readonly<Record<string, number>> = {},
): Result<IndexComparison> {
  const [a, b] = [first, second].map((figures) => indexOf(definition, figures, from, weights).value);
  const components = a!.components.map(({ component, value }, at) => ({
    component: component.id,
    ...less(value, b!.components[at]!.value),
  }));
  return result("index.components", { first: a!, second: b!, ...less(a!.value, b!.value), components }, from);
}

const less = (a: number | undefined, b: number | undefined) =>
  a === undefined || b === undefined ? {} : { difference: a - b };

function componentValue(
  component: IndexComponent,
  figures: readonly ComponentFigure[],
  weight: number,
): ComponentValue {
  const given = figures.find((one) => one.component === component.id);
  const known = { component, weight, ...(given === undefined ? {} : { source: given.source }) };
  if (given?.figure === undefined) return { ...known, held: false };
  const straight = (given.figure - component.worst) / (component.best - component.worst);
  const value = Math.min(1, Math.max(0, straight));
  return { ...known, figure: given.figure, value, held: value !== straight };
}

function checkUse(
  { id, components }: IndexDefinition,
  figures: readonly ComponentFigure[],
  weights: Readonly<Record<string, number>>,
): void {
  const ids = components.map((component) => component.id);
  const named = [...figures.map(({ component }) => component), ...Object.keys(weights)];
  const stranger = named.find((one) => !ids.includes(one));
  if (stranger !== undefined) throw new IndexMisused(`${id} has no component "${stranger}"`);
  const twice = figures.find(({ component }, at) => figures.findIndex((one) => one.component === component) < at);
  if (twice !== undefined) throw new IndexMisused(`two figures are given for "${twice.component}"`);
  if (figures.some(({ figure }) => figure !== undefined && !Number.isFinite(figure))) {
    throw new IndexMisused("a figure is no number");
  }
  const all = ids.map((one) => weights[one] ?? 1);
  if (all.some((weight) => !(weight >= 0 && Number.isFinite(weight))) || all.every((weight) => weight === 0)) {
    throw new IndexMisused("weights are numbers of at least 0, and one of them is above 0");
  }
}
