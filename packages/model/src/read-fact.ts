import { parseDated } from "./dated.ts";
import { FACT_HEAD, FACT_SHAPES, type FactFieldType, OCCURRING_FACTS } from "./fact-shapes.ts";
import { FACT_KINDS, type Fact, type FactKind } from "./facts.ts";
import { type Instant, parseInstant } from "./instant.ts";
import { propose } from "./nearest.ts";
import { type KnownParties, readId, readParties, readParty, readText, readValue, shown } from "./read-value.ts";
import { isRefusal, type Refusal, refuse } from "./refusal.ts";

/** What a fact takes from its record's header. */
export interface FactHeader {
  readonly id: string;
  readonly occurred: Instant;
  readonly known: Instant;
}

export function isFactKind(kind: string): kind is FactKind {
  return (FACT_KINDS as readonly string[]).includes(kind);
}

/**
 * Reads the content of a fact record (keys as in `facts.ts`, dates as text) into a fact. Every fault is handed
 * to `fault` with the path of the field; where there was one, nothing is given back.
 */
export function readFact(
  kind: FactKind,
  header: FactHeader,
  content: Readonly<Record<string, unknown>>,
  parties: KnownParties,
  fault: (path: string, refusal: Refusal) => void,
): Fact | undefined {
  const fields = new Map(Object.entries({ ...FACT_HEAD, ...FACT_SHAPES[kind] }));
  const fact: Record<string, unknown> = { kind, id: header.id, known: header.known };
  if (OCCURRING_FACTS.has(kind)) fact.occurred = header.occurred;
  let sound = true;
  const refuseField = (name: string, refusal: Refusal) => {
    sound = false;
    fault(`content.${name}`, refusal);
  };
  for (const name of Object.keys(content)) {
    if (!fields.has(name)) {
      const refusal = `a fact of kind ${kind} has no such field`;
      refuseField(name.slice(0, 60), refuse(refusal, propose(name, fields.keys()), "record/unknown-attribute"));
    }
  }
  for (const [name, field] of fields) {
    const written = Object.hasOwn(content, name) ? content[name] : undefined;
    if (written === undefined) {
      if (field.required) refuseField(name, refuse("is missing", field.says, "record/missing-attribute"));
      continue;
    }
    const value = readField(field.type, written, parties);
    if (isRefusal(value)) refuseField(name, value);
    else fact[name] = value;
  }
  // The shape table's type holds every field of every fact, so a sound fact has the shape of its kind.
  return sound ? (fact as unknown as Fact) : undefined;
}

function readField(type: FactFieldType, written: unknown, parties: KnownParties): unknown {
  if (typeof type === "object") {
    return readValue({ name: "", type: { type: "choice", of: type.of }, required: true }, written, parties);
  }
  switch (type) {
    case "id":
      return readId(written, "an id");
    case "ids":
      return readIds(written);
    case "text":
      return readText(written);
    case "count":
      return readValue({ name: "", type: { type: "count" }, required: true }, written, parties);
    case "party":
      return readParty(written, parties);
    case "party or all":
      return written === "*" ? written : readParty(written, parties);
    case "parties or all":
      return Array.isArray(written) && written.length === 1 && written[0] === "*"
        ? ["*"]
        : readParties(written, parties);
    case "actor":
      return readActor(written, parties);
    case "date":
      return typeof written === "string"
        ? parseDated(written)
        : refuse(`must be a date in quotes, not ${shown(written)}`);
    case "instant":
      return typeof written === "string"
        ? parseInstant(written)
        : refuse(`must be a moment in quotes, not ${shown(written)}`);
  }
}

function readIds(written: unknown): readonly string[] | Refusal {
  if (!Array.isArray(written) || written.length === 0) {
    return refuse(`must be a list of ids, not ${Array.isArray(written) ? "an empty list" : shown(written)}`);
  }
  const ids: string[] = [];
  for (const item of written) {
    const id = readId(item, "an id");
    if (isRefusal(id)) return id;
    ids.push(id);
  }
  return ids;
}

/** Sides are known only to the instruments; the parties of a joint group are looked up one by one. */
function readActor(written: unknown, parties: KnownParties): string | Refusal {
  const actor = readId(written, "a party, a side or a joint group");
  if (isRefusal(actor) || actor.includes(":") || actor === "*") return actor;
  for (const member of actor.split("+")) {
    const party = readParty(member, parties);
    if (isRefusal(party)) return party;
  }
  return actor;
}
