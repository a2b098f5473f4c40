import type { CivilDay, Instant, KelisimRecord, Kind, Value } from "@kelisim/model";

const DAY_MS = 86_400_000;

/** When something is planned, as its attribute says it: a whole day, or a moment. */
export type PlannedMoment =
  | { readonly kind: "day"; readonly day: CivilDay }
  | { readonly kind: "instant"; readonly instant: Instant };

/** Attributes of a record that say when, with their values; a coarse date ("2027-03") is none that could move. */
function* plannedIn(
  record: KelisimRecord,
  kinds: readonly Kind[],
): Generator<{ readonly name: string; readonly type: "date" | "instant"; readonly value: number }> {
  const kind = kinds.find((each) => each.name === record.kind && each.version === record.version);
  for (const { name, type } of kind?.attributes ?? []) {
    const value = record.content[name];
    if (typeof value === "number" && (type.type === "date" || type.type === "instant"))
      yield { name, type: type.type, value };
  }
}

/** Whether any record gives a date: then the plan moves by whole days only. */
export function hasDates(records: readonly KelisimRecord[], kinds: readonly Kind[]): boolean {
  return records.some((record) => [...plannedIn(record, kinds)].some(({ type }) => type === "date"));
}

/** The record with every date and moment of its content moved by so many milliseconds (whole days, where it has a date). */
export function shifted(record: KelisimRecord, shift: number, kinds: readonly Kind[]): KelisimRecord {
  if (shift === 0) return record;
  const content: Record<string, Value | undefined> = { ...record.content };
  for (const { name, type, value } of plannedIn(record, kinds))
    content[name] = type === "date" ? value + Math.round(shift / DAY_MS) : value + shift;
  return { ...record, content };
}

/** To when an attribute comes once all dates have moved: that of the subject or its last correction, else of any record that has it. */
export function momentOf(
  records: readonly KelisimRecord[],
  subject: string | undefined,
  attribute: string,
  shift: number,
  kinds: readonly Kind[],
): PlannedMoment | undefined {
  const own = records.filter((record) => record.id === subject || record.corrects === subject).reverse();
  for (const record of [...own, ...records]) {
    for (const { name, type, value } of plannedIn(shifted(record, shift, kinds), kinds)) {
      if (name !== attribute) continue;
      return type === "date" ? { kind: "day", day: value } : { kind: "instant", instant: value };
    }
  }
  return undefined;
}
