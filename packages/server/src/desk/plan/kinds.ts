import type { Clause, Kind } from "@kelisim/accord/program";
import type { PlanField, PlanKinds } from "@kelisim/api";
import type { Words } from "@kelisim/words";

/** What can be planned in a region, and which form asks for it: worked out from the vocabulary and from what clauses look at. */
export function planKinds(words: Words): PlanKinds {
  const clauses = words.program.instruments.flatMap((instrument) => instrument.clauses);
  const newest = new Map<string, Kind>();
  for (const kind of words.program.vocabulary) newest.set(kind.name, kind);
  const kinds = [...newest.values()].flatMap((kind): PlanKinds["kinds"] => {
    const own = clauses.filter((clause) => isAbout(clause, kind.name));
    if (own.length === 0) return [];
    const looked = new Set(own.flatMap((clause) => attributesIn(clause)));
    const dates = kind.attributes.filter(({ type }) => type.type === "date" || type.type === "instant");
    const start = dates.find(({ name }) => leadsOf(own, name) > 0) ?? dates[0];
    const place = kind.attributes.find(({ type }) => type.type === "place");
    const leadTimes = dates.reduce((sum, { name }) => sum + leadsOf(own, name), 0);
    const fields: PlanField[] = words.fields(kind).map((field) => ({
      name: field.name,
      label: field.label,
      type: field.type.type,
      ...("unit" in field.type && typeof field.type.unit === "string" ? { unit: field.type.unit } : {}),
      required: field.required,
      actor: field.actor,
      choices: field.choices.map(({ value, label }) => ({ value, label })),
      decides: looked.has(field.name),
    }));
    return [
      {
        kind: kind.name,
        title: words.kind(kind.name),
        form: kind.form,
        leadTimes,
        clauses: own.length,
        ...(start === undefined ? {} : { start: start.name }),
        ...(place === undefined ? {} : { place: place.name }),
        common: kind.form === "event" && start !== undefined && (leadTimes > 0 || place !== undefined),
        fields,
      },
    ];
  });
  return {
    kinds: kinds.sort(
      (a, b) =>
        Number(b.common) - Number(a.common) ||
        b.leadTimes - a.leadTimes ||
        b.clauses - a.clauses ||
        a.title.localeCompare(b.title, words.language),
    ),
  };
}

/** Whether a record of the kind gives rise to something under the clause, or is counted by it. */
export function isAbout(clause: Clause, kind: string): boolean {
  if (clause.kind === "duty" || clause.kind === "right")
    return clause.trigger.kind === "record" && clause.trigger.record === kind;
  return mentions(clause, "record", kind);
}

/** How many of the clauses count back from this date of the record. */
function leadsOf(clauses: readonly Clause[], attribute: string): number {
  return clauses.filter(
    (clause) =>
      clause.kind === "duty" &&
      clause.deadlines.some(
        ({ deadline }) =>
          deadline.kind === "before" && deadline.base.kind === "attribute" && deadline.base.name === attribute,
      ),
  ).length;
}

/** Names of all attributes that the clause's conditions and deadlines look at. */
function attributesIn(value: unknown): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(attributesIn);
  const own = "kind" in value && value.kind === "attribute" && "name" in value ? [String(value.name)] : [];
  return [...own, ...Object.values(value).flatMap(attributesIn)];
}

function mentions(value: unknown, key: string, name: string): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (Array.isArray(value)) return value.some((each) => mentions(each, key, name));
  return Object.entries(value).some(([at, each]) => (at === key && each === name) || mentions(each, key, name));
}
