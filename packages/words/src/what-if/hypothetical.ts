import {
  createRecordReader,
  formatInstant,
  type Instant,
  type KelisimRecord,
  type Kind,
  type Problem,
} from "@kelisim/model";
import { camelWords } from "../camel-words.ts";
import type { Setting } from "../setting.ts";

/** A plan as somebody writes it: values of the kind's attributes as JSON has them, and who would send or do it. */
export interface PlanInput {
  readonly kind: Kind;
  readonly content: Readonly<Record<string, unknown>>;
  /** Default: the party that the kind's own attribute names. */
  readonly from?: string;
  readonly to?: readonly string[];
  /** The instrument it is made under. */
  readonly under?: string;
  /** Tells several plans of one question apart; default: the kind's name. */
  readonly id?: string;
}

/**
 * The record that a plan would be, as if it happened at as-of and were known to the question; none where the reader of
 * records refuses it. Problems name the attribute, and no line: nothing was written in a file.
 */
export function hypotheticalRecord(
  plan: PlanInput,
  { program, region }: Pick<Setting, "program" | "region">,
  { asOf, knownAt }: { readonly asOf: Instant; readonly knownAt: Instant },
): { readonly record?: KelisimRecord; readonly problems: readonly Problem[] } {
  const { kind, content } = plan;
  const actor = kind.actor === undefined ? undefined : content[kind.actor];
  const speaker = plan.from ?? (typeof actor === "string" ? actor : undefined);
  const moment = formatInstant(asOf);
  const written = {
    id: `hypothetical-${plan.id ?? camelWords(kind.name).replaceAll(" ", "-")}`,
    kind: kind.name,
    version: kind.version,
    ...(speaker === undefined ? {} : { from: speaker }),
    ...(plan.to === undefined ? {} : { to: plan.to }),
    ...(plan.under === undefined ? {} : { under: [plan.under] }),
    occurred: moment,
    recorded: moment,
    content,
  };
  const reader = createRecordReader(program.vocabulary, {
    // A plan may speak of any day: nothing is refused for lying ahead of the clock.
    ...(region.fictional ? {} : { now: Number.POSITIVE_INFINITY }),
    parties: region.parties,
    instruments: program.instruments.map(({ id }) => id),
  });
  const { record, problems } = reader.line(JSON.stringify(written));
  return {
    ...(record === undefined ? {} : { record: visible(record, knownAt) }),
    problems: problems.map(({ line: _, ...rest }) => rest),
  };
}

/** A hypothetical record is known to the question whatever the clock says. */
export function visible(record: KelisimRecord, knownAt: Instant): KelisimRecord {
  return record.known <= knownAt ? record : { ...record, known: knownAt };
}

const DAY_MS = 86_400_000;

/** The last date that plans name (-Infinity where none does): a question's window reaches to it, so that limits are looked at there. */
export function lastDateOf(records: readonly KelisimRecord[], kinds: readonly Kind[]): Instant {
  let last = Number.NEGATIVE_INFINITY;
  for (const record of records) {
    const kind = kinds.find((each) => each.name === record.kind);
    for (const { name, type } of kind?.attributes ?? []) {
      const value = record.content[name];
      if (typeof value !== "number") continue;
      if (type.type === "date") last = Math.max(last, (value + 1) * DAY_MS);
      else if (type.type === "instant") last = Math.max(last, value);
    }
  }
  return last;
}
