import type { AttributeType, Kind } from "@kelisim/model";
import { timeZoneNames } from "../lower/dates.ts";
import { tokenize } from "../parse/tokenize.ts";
import { HEADER_ATTRIBUTES } from "../program/index.ts";
import type { Desk, DeskItem } from "./desk.ts";
import type { ItemView } from "./item-view.ts";
import { phrasesOf } from "./keywords.ts";
import { namesOf, type Spot } from "./network.ts";
import { choiceWords, typeWords } from "./type-words.ts";

/** Something that may be written, and what it is. */
export interface Proposal {
  readonly label: string;
  readonly what:
    | "kind"
    | "attribute"
    | "variable"
    | "clause"
    | "instrument"
    | "side"
    | "zone"
    | "party"
    | "organisation"
    | "choice"
    | "unit"
    | "keyword"
    | "name"
    | "text";
  /** What it is, in a few words: a type, a title. */
  readonly detail?: string;
  /** More of it, in Markdown. */
  readonly about?: string;
  /** What is written, where it is not the label. */
  readonly insert?: string;
}

export function choices(of: readonly string[]): readonly Proposal[] {
  return of.map((choice) => ({ label: choice, what: "choice", insert: inCondition(choice) }));
}

/** A choice as a condition writes it: a word of the language that is no name ("other") stands in quotes there. */
function inCondition(choice: string): string {
  const [word, ...more] = tokenize(choice);
  const plain = word !== undefined && more.length === 0 && word.text === choice && namesOf("Name").has(word.type);
  return plain ? choice : JSON.stringify(choice);
}

/** What a place sees. */
export interface Sight {
  readonly view: ItemView;
  readonly instrument: string | undefined;
  readonly variables: ReadonlyMap<string, string>;
  readonly own: string | undefined;
  /** The attribute that stands before a comparison, for its choices and units. */
  readonly compared: AttributeType | undefined;
}

export function sightOf(desk: Desk, item: DeskItem | undefined, view: ItemView): Sight {
  const variables = new Map<string, string>();
  if (item) for (const [name, { kind }] of desk.variables(item)) variables.set(name, kind);
  for (const [name, kind] of view.variables) variables.set(name, kind);
  const { words } = view;
  const operator = words.findLastIndex((word) => ["=", "!=", "<", "<=", ">", ">="].includes(word.text));
  let compared: AttributeType | undefined;
  if (operator >= 3 && words.length - operator <= 3) {
    const kind = variables.get(words[operator - 3]?.text ?? "");
    compared = kind === undefined ? undefined : typeOf(desk, kind, words[operator - 1]?.text ?? "");
  }
  const own = words.find((word) => word.spots[0]?.at === "Kind.name")?.text;
  return { view, instrument: item?.instrument, variables, own, compared };
}

function typeOf(desk: Desk, kind: string, attribute: string): AttributeType | undefined {
  if (Object.hasOwn(HEADER_ATTRIBUTES, attribute)) return HEADER_ATTRIBUTES[attribute];
  return desk.kind(kind)?.attributes.find(({ name }) => name === attribute)?.type;
}

export function keyword(word: string): Proposal {
  const [phrase] = phrasesOf(word);
  return { label: word, what: "keyword", ...(phrase ? { detail: phrase.form, about: phrase.says } : {}) };
}

export function proposalsAt(desk: Desk, sight: Sight, spot: Spot): readonly Proposal[] {
  const named = spot.takes === "Name" || spot.takes === "Word" || spot.takes === "ID" || spot.takes === "SLASHED";
  if (spot.takes === "UNIT") return units(desk, sight);
  if (spot.takes === "TimeUnit" || spot.takes === "MonthName" || spot.takes === "Confidence") {
    return [...namesOf(spot.takes)].map(keyword);
  }
  if (!named) return /^[\p{L}]/u.test(spot.takes) && !TERMINALS.has(spot.takes) ? [keyword(spot.takes)] : [];
  switch (spot.at) {
    case "RecordTrigger.kind":
    case "CountRule.kind":
    case "StockRule.kind":
    case "Window.kind":
      return kinds(desk);
    case "Sentence.kind":
    case "Prohibition.kind": {
      const verb = sight.view.words.at(-1)?.text;
      return kinds(desk, verb === "send" ? "notice" : "event");
    }
    case "ReferenceType.name":
      return kinds(desk);
    case "RecordTrigger.variable":
    case "Sentence.variable":
    case "CountRule.variable":
    case "StockRule.variable":
    case "Window.variable":
    case "Prohibition.variable":
      return freeLetter(sight);
    case "Path.name":
      return pathNames(desk, sight, spot);
    case "Path.attribute":
      return pathAttributes(desk, sight, spot);
    case "StockRule.attribute":
      return desk.kindEntries().flatMap(({ facts: { kind } }) => attributesOf(kind, (type) => isNumber(type)));
    case "TotalLine.attribute":
      return attributesOfNamed(desk, wordAt(sight, "Sentence.kind"), isNumber);
    case "SimultaneousWindow.start":
    case "SimultaneousWindow.end":
      return attributesOfNamed(desk, wordAt(sight, "CountRule.kind"), (type) => type.type === "date");
    case "SideRole.name":
      return sides(desk, sight);
    case "MembersRole.organisation":
    case "Test.organisation":
      return (desk.context.memberships ?? []).map((id) => ({
        label: id,
        what: "organisation",
        ...partyDetail(desk, id),
      }));
    case "HoldersRole.zone":
    case "Test.zone":
      return zones(desk, sight);
    case "MissTrigger.clause":
      return clauses(desk, sight, (word) => word === "duty");
    case "ClauseName.name":
      return clauses(desk, sight, () => true);
    case "RecordTrigger.instrument":
    case "UnderPart.instrument":
    case "Prohibition.instrument":
      return sight.instrument === undefined ? [] : [{ label: sight.instrument, what: "instrument" }];
    case "PartyName.name":
      return parties(desk, "state");
    case "WorkingDaysLine.calendar":
      return (desk.context.calendars ?? []).map((label) => ({ label, what: "name", insert: choiceWords(label) }));
    case "TimeZoneLine.zone":
      return spot.takes === "ID" ? [] : timeZoneNames().map((label) => ({ label, what: "name" }));
    default:
      return [];
  }
}

const TERMINALS = new Set(["ID", "STRING", "NUMBER", "DATE", "SLASHED", "UNIT", "WS", "COMMENT"]);

function wordAt(sight: Sight, spot: string): string | undefined {
  return sight.view.words.find((word) => word.spots.some(({ at }) => at === spot))?.text;
}

function isNumber(type: AttributeType): boolean {
  return type.type === "count" || type.type === "amount";
}

function kinds(desk: Desk, form?: "notice" | "event"): readonly Proposal[] {
  return desk
    .kindEntries()
    .filter(({ facts: { kind } }) => form === undefined || kind.form === form)
    .map(({ facts: { kind } }) => ({ label: kind.name, what: "kind", detail: `${kind.form}: ${kind.title}` }));
}

function attributesOf(kind: Kind, fits: (type: AttributeType) => boolean): readonly Proposal[] {
  return kind.attributes
    .filter(({ type }) => fits(type))
    .map((attribute) => ({
      label: attribute.name,
      what: "attribute",
      detail: `${typeWords(attribute.type)} of ${kind.name}`,
    }));
}

function attributesOfNamed(desk: Desk, name: string | undefined, fits: (type: AttributeType) => boolean) {
  const kind = name === undefined ? undefined : desk.kind(name);
  return kind ? attributesOf(kind, fits) : [];
}

/** A short name that the clause does not use yet: the first letter of the kind. */
function freeLetter(sight: Sight): readonly Proposal[] {
  const kind = sight.view.words.at(-1)?.text ?? "x";
  const first = kind.charAt(0).toLowerCase();
  const letter = [first, ...kind.slice(1).toLowerCase(), "x", "y", "z"].find(
    (candidate) => /^[\p{L}]$/u.test(candidate) && !sight.variables.has(candidate) && candidate !== "a",
  );
  return letter === undefined ? [] : [{ label: letter, what: "variable", detail: `names the ${kind}` }];
}

/** Whether a role stands here: who owes, is owed or is limited. */
function isRole(spot: Spot): boolean {
  return spot.callers.some((caller) => caller.includes("Role") || caller.startsWith("BearerPart"));
}

function pathNames(desk: Desk, sight: Sight, spot: Spot): readonly Proposal[] {
  const { compared } = sight;
  const right = spot.callers.includes("Test.right");
  const records = [...sight.variables].map(
    ([label, kind]): Proposal => ({ label, what: "variable", detail: `the ${kind}` }),
  );
  if (right && (compared?.type === "party" || compared?.type === "parties")) return [...records, ...parties(desk)];
  if (isRole(spot)) return [...records, ...parties(desk)];
  return records;
}

function pathAttributes(desk: Desk, sight: Sight, spot: Spot): readonly Proposal[] {
  const variable = sight.view.words.at(-2)?.text ?? "";
  const kind = desk.kind(sight.variables.get(variable) ?? "");
  const party = (type: AttributeType) => type.type === "party" || type.type === "parties";
  const dated = (type: AttributeType) => type.type === "date" || type.type === "instant";
  const wanted = isRole(spot)
    ? spot.callers.includes("HoldersRole.place")
      ? (type: AttributeType) => type.type === "place"
      : party
    : spot.callers.some((caller) => caller.endsWith(".base") || caller === "TimePart.time")
      ? dated
      : () => true;
  const header = Object.entries(HEADER_ATTRIBUTES).map(([name, type]) => ({ name, type, detail: "of every record" }));
  const own = (kind?.attributes ?? []).map((attribute) => ({
    name: attribute.name,
    type: attribute.type,
    detail: `of ${kind?.name}${attribute.required ? ", required" : ""}`,
  }));
  return [...own, ...header]
    .filter(({ type }) => wanted(type))
    .map(({ name, type, detail }) => ({ label: name, what: "attribute", detail: `${typeWords(type)} ${detail}` }));
}

function parties(desk: Desk, kind?: "state"): readonly Proposal[] {
  return desk.context.parties
    .filter((party) => kind === undefined || party.kind === kind)
    .map((party) => ({ label: party.id, what: "party", detail: `${party.name} (${party.kind})` }));
}

function partyDetail(desk: Desk, id: string): { readonly detail?: string } {
  const party = desk.context.parties.find((candidate) => candidate.id === id);
  return party ? { detail: party.name } : {};
}

function headOf(desk: Desk, sight: Sight) {
  return desk.workspace.survey().world.instruments.get(sight.instrument ?? "")?.facts.head;
}

function sides(desk: Desk, sight: Sight): readonly Proposal[] {
  const all = headOf(desk, sight)?.sides ?? [];
  return all.map(({ name, members }) => ({ label: name, what: "side", detail: members.join(", ") }));
}

function zones(desk: Desk, sight: Sight): readonly Proposal[] {
  const all = headOf(desk, sight)?.zones ?? {};
  return Object.entries(all).map(([label, id]) => ({ label, what: "zone", detail: `places "${id}"` }));
}

/** Clauses of the own instrument first, then all others. */
function clauses(desk: Desk, sight: Sight, fits: (word: string | undefined) => boolean): readonly Proposal[] {
  const all = [...desk.workspace.survey().world.clauses.values()].filter(({ source }) => fits(source.word));
  const own = all.filter(({ instrument }) => instrument?.id === sight.instrument);
  return [...own, ...all.filter((entry) => !own.includes(entry))].map(({ id, source, node, instrument }) => ({
    label: id,
    what: "clause",
    detail: `${source.word}${node ? `: ${node.title}` : ""} (${instrument?.id ?? "no instrument"})`,
  }));
}

/** The unit of what is compared or limited; else every unit that the vocabulary uses. */
function units(desk: Desk, sight: Sight): readonly Proposal[] {
  const used =
    sight.compared?.type === "amount"
      ? [sight.compared.unit]
      : desk
          .kindEntries()
          .flatMap(({ facts: { kind } }) =>
            kind.attributes.flatMap(({ type }) => (type.type === "amount" ? [type.unit] : [])),
          );
  return [...new Set(used)].map((label) => ({ label, what: "unit" }));
}
