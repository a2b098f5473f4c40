import type { FormField, KindForm } from "@kelisim/api";
import { DEFAULT_MARKING, type Marking, readMarking, writeMarking } from "./marking.ts";
import { clockOf, momentOf } from "./moment.ts";

/** What stands in the inputs of one field: text as it is typed, until the record is written. */
export interface FieldValue {
  readonly text: string;
  /** Of money, its currency. */
  readonly currency?: string;
  /** Of a place. */
  readonly lat?: string;
  readonly lon?: string;
  readonly accuracyKm?: string;
  /** Corners of the area around the place, which no input shows: kept as long as its point is. */
  readonly area?: { readonly lat: string; readonly lon: string; readonly corners: unknown };
  /** Of parties. */
  readonly list?: readonly string[];
}

export interface FormValues {
  readonly from: string;
  readonly to: readonly string[];
  readonly under: readonly string[];
  readonly channel: string;
  /** Clock times in the region's zone. */
  readonly occurred: string;
  readonly received: string;
  readonly marking: Marking;
  readonly content: Readonly<Record<string, FieldValue>>;
}

export const NOTHING: FieldValue = { text: "" };

/** A written record: what the node keeps. */
export type Written = Readonly<Record<string, unknown>>;

const text = (value: unknown): string =>
  typeof value === "string" ? value : typeof value === "number" ? String(value) : "";
const texts = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((each) => typeof each === "string") : [];

/** The inputs of a form for a record that is there so far. */
export function valuesOf(form: KindForm, record: Written, timeZone: string): FormValues {
  const content = (record.content ?? {}) as Written;
  return {
    from: text(record.from),
    to: texts(record.to),
    under: texts(record.under),
    channel: text(record.channel),
    occurred: clockOf(text(record.occurred), timeZone),
    received: clockOf(text(record.received), timeZone),
    marking: record.marking === undefined ? DEFAULT_MARKING : readMarking(text(record.marking)),
    content: Object.fromEntries(
      form.fields.flatMap((field) =>
        content[field.name] === undefined ? [] : [[field.name, fieldValue(field, content[field.name], timeZone)]],
      ),
    ),
  };
}

/** A record as it begins for who speaks: the speaker is its sender, and whoever the kind says did it. */
export function begunBy(party: string, form: Pick<KindForm, "fields">): Written {
  const actors = form.fields.filter(({ actor, type }) => actor && type === "party");
  return { from: party, content: Object.fromEntries(actors.map(({ name }) => [name, party])) };
}

function fieldValue(field: FormField, value: unknown, timeZone: string): FieldValue {
  const parts = (typeof value === "object" && value !== null ? value : {}) as Written;
  switch (field.type) {
    case "yes/no":
      return { text: value === true ? "yes" : value === false ? "no" : "" };
    case "money":
      return { text: text(parts.amount), currency: text(parts.currency) };
    case "place": {
      const [lat, lon] = [text(parts.lat), text(parts.lon)];
      const area = parts.corners === undefined ? {} : { area: { lat, lon, corners: parts.corners } };
      return { text: "", lat, lon, accuracyKm: text(parts.accuracyKm), ...area };
    }
    case "parties":
      return { text: "", list: texts(value) };
    case "instant":
      return { text: clockOf(text(value), timeZone) };
    default:
      return { text: text(value) };
  }
}

/**
 * Writes the record that the inputs say. What is empty is left out; what is no number is written as the text it is, so that
 * the node says what is wrong and where. `base` keeps what the form does not ask for (id, corrects, withdraws).
 */
export function recordOf(form: KindForm, values: FormValues, timeZone: string, base: Written = {}): Written {
  const { from, to, under, channel, occurred, received, marking } = values;
  const content: Record<string, unknown> = {};
  for (const field of form.fields) {
    const value = writtenValue(field, values.content[field.name] ?? NOTHING, timeZone);
    if (value !== undefined) content[field.name] = value;
  }
  const kept = Object.fromEntries(
    ["id", "corrects", "withdraws", "recorded", "version"].flatMap((name) =>
      base[name] === undefined ? [] : [[name, base[name]]],
    ),
  );
  return {
    ...kept,
    kind: form.name,
    ...(from === "" ? {} : { from }),
    ...(to.length === 0 ? {} : { to }),
    ...(under.length === 0 ? {} : { under }),
    ...(channel.trim() === "" ? {} : { channel: channel.trim() }),
    marking: writeMarking(marking),
    ...(occurred === "" ? {} : { occurred: momentOf(occurred, timeZone) ?? occurred }),
    ...(received === "" ? {} : { received: momentOf(received, timeZone) ?? received }),
    ...(Object.keys(content).length === 0 ? {} : { content }),
  };
}

function writtenValue(field: FormField, value: FieldValue, timeZone: string): unknown {
  const typed = value.text.trim();
  switch (field.type) {
    case "parties":
      return value.list === undefined || value.list.length === 0 ? undefined : value.list;
    case "place": {
      const { lat = "", lon = "", accuracyKm = "", area } = value;
      if (lat.trim() === "" && lon.trim() === "") return undefined;
      return {
        lat: numberOr(lat),
        lon: numberOr(lon),
        ...(accuracyKm.trim() === "" ? {} : { accuracyKm: numberOr(accuracyKm) }),
        ...(area?.lat === lat && area.lon === lon ? { corners: area.corners } : {}),
      };
    }
    case "money":
      if (typed === "" && (value.currency ?? "") === "") return undefined;
      return { amount: plainDecimal(typed), currency: (value.currency ?? "").trim().toUpperCase() };
    default:
      if (typed === "") return undefined;
  }
  switch (field.type) {
    case "count":
      return numberOr(plainDecimal(typed));
    case "amount":
      return plainDecimal(typed);
    case "yes/no":
      return typed === "yes";
    case "instant":
      return momentOf(typed, timeZone) ?? typed;
    default:
      return value.text.trim();
  }
}

/** Spaces between groups of digits are how people write; a comma stays, as it means two things, and the node asks. */
const plainDecimal = (typed: string): string =>
  /^-?[\d\s\u00a0\u202f.]+$/.test(typed) ? typed.replaceAll(/\s/g, "") : typed;

function numberOr(typed: string): number | string {
  const plain = typed.trim();
  return /^-?\d+(\.\d+)?$/.test(plain) && Number.isFinite(Number(plain)) ? Number(plain) : plain;
}
