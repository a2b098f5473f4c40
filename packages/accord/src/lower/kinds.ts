import type { Attribute, AttributeType, Problem } from "@kelisim/model";
import { nearest } from "@kelisim/model";
import type { Code } from "../codes.ts";
import type * as ast from "../generated/ast.ts";
import type { ItemText } from "../parse/items.ts";
import { headMark, markOf, placeProblems } from "../parse/places.ts";
import type { ParsedItem } from "../parse/syntax.ts";
import { type ReadMigration, readMigration } from "./migrations.ts";
import type { Sight } from "./sight.ts";
import { HEADER_ATTRIBUTES, type KindEntry, type KindFacts, report, type World } from "./world.ts";

/** A declaration of the vocabulary, read by itself. Places of its problems are counted from its first line. */
export interface ReadKind {
  readonly facts: KindFacts;
  readonly problems: readonly Problem[];
}

/**
 * Reads one kind. One whose declaration could not be parsed stays known by name, so that clauses using it are not
 * blamed for it.
 */
export function readKind(sight: Sight, { source, item }: ParsedItem): ReadKind {
  if (item?.$type !== "Kind") return { facts: unreadable(source), problems: [] };
  const problems: Problem[] = [];
  return { facts: readDeclaration(sight, problems, source, item), problems };
}

/**
 * Says of each kind how it replaces its version before, when all are known. `read` gives what an earlier reading of the
 * same two declarations gave.
 */
export function addMigrations(
  world: World,
  read: (entry: KindEntry, before: KindFacts | undefined, work: () => ReadMigration) => ReadMigration,
): void {
  for (const entry of world.allKinds) {
    const { facts, node, text } = entry;
    if (facts.faulty || !node) continue;
    const { name, version } = facts.kind;
    const before = world.allKinds
      .filter(({ facts: { kind } }) => kind.name === name && kind.version < version)
      .sort((a, b) => b.facts.kind.version - a.facts.kind.version)[0];
    if (node.replaced === undefined && !before) continue;
    const migration = read(entry, before?.facts, () => readMigration(facts, text.source, node, before?.facts));
    world.problems.push(...placeProblems(migration.problems, entry.source));
    entry.facts = migration.facts;
  }
}

/** Adds a kind to the vocabulary. Of several versions clauses use the highest. */
export function addKind(world: World, source: ItemText, text: ParsedItem, facts: KindFacts): void {
  const { name, version } = facts.kind;
  const known = world.kinds.get(name);
  const same = known && world.allKinds.find(({ facts: { kind } }) => kind.name === name && kind.version === version);
  if (same) {
    report(world, "error", "duplicate-kind", headMark(source), {
      message: `${name} version ${version} is already declared in ${same.source.file}, line ${same.source.line}.`,
      why: "A record could not say which of the two it is. This declaration is left out.",
      mend: "Rename one, join them, or give the newer one a higher version.",
    });
    return;
  }
  const node = text.item?.$type === "Kind" ? text.item : undefined;
  const entry: KindEntry = { facts, source, text, node, used: false, read: new Set() };
  world.allKinds.push(entry);
  if (!known || known.facts.kind.version < version) world.kinds.set(name, entry);
}

function unreadable(source: ItemText): KindFacts {
  const form = source.word === "event" ? "event" : "notice";
  return { kind: { name: source.name ?? "", form, version: 1, title: "", attributes: [] }, faulty: true };
}

function readDeclaration(sight: Sight, problems: Problem[], source: ItemText, node: ast.Kind): KindFacts {
  let faulty = false;
  const wrong = (code: Code, at: Parameters<typeof markOf>, text: Parameters<typeof report>[4]) => {
    faulty = true;
    const why = `${text.why ? `${text.why} ` : ""}Clauses that use ${node.name} are left out until this is mended.`;
    report({ problems }, "error", code, markOf(...at), { ...text, why });
  };
  const attributes: Attribute[] = [];
  for (const attribute of node.attributes) {
    const { name } = attribute;
    if (attributes.some((other) => other.name === name)) {
      wrong("duplicate-attribute", [source, attribute, "name"], {
        message: `${node.name} already has an attribute "${name}".`,
        mend: "Rename or remove one of them.",
      });
      continue;
    }
    if (Object.hasOwn(HEADER_ATTRIBUTES, name)) {
      wrong("duplicate-attribute", [source, attribute, "name"], {
        message: `"${name}" is part of the header of every record.`,
        why: "An attribute of the same name could not be told from it.",
        mend: `Use ${name} of the header, or choose another name.`,
      });
      continue;
    }
    const type = readType(attribute.type, sight, (property, text) =>
      wrong("unknown-type", [source, attribute.type, property], text),
    );
    if (!type) continue;
    const bounds = readBounds(attribute, type, (property, text) =>
      wrong("impossible-bounds", [source, attribute, property], text),
    );
    attributes.push({ name, type, required: attribute.required === true, ...bounds });
  }
  if (node.actor !== undefined) {
    const actor = attributes.find((attribute) => attribute.name === node.actor);
    const parties = attributes.filter((attribute) => attribute.type.type === "party").map((a) => a.name);
    if (actor?.type.type !== "party") {
      const meant = nearest(node.actor, parties);
      wrong("unknown-attribute", [source, node, "actor"], {
        message: `\`by ${node.actor}\` must name an attribute of type party of ${node.name}.`,
        why: "It says who did the event.",
        mend: meant ? `Did you mean ${meant}?` : "Add such an attribute, or leave `by` out: then it is the sender.",
        ...(meant ? { edit: meant } : {}),
      });
    } else if (node.form === "notice") {
      wrong("actor-of-notice", [source, node, "actor"], {
        message: "A notice has no `by`: who speaks is its sender.",
        mend: `Remove \`by ${node.actor}\`.`,
      });
    }
  }
  const version = node.version === undefined ? 1 : Number(node.version.replaceAll("_", ""));
  if (!Number.isSafeInteger(version) || version < 1) {
    wrong("impossible-version", [source, node, "version"], {
      message: "The version of a kind is a whole number from 1.",
      mend: "Write version 1, 2, 3 ...",
    });
  }
  return {
    kind: {
      name: node.name,
      form: node.form,
      version,
      title: node.title ?? node.name,
      ...(node.actor === undefined || faulty ? {} : { actor: node.actor }),
      attributes,
    },
    faulty,
  };
}

type Wrong = (property: string, text: Parameters<typeof report>[4]) => void;

function readType(type: ast.Type, sight: Sight, wrong: Wrong): AttributeType | undefined {
  switch (type.$type) {
    case "PlainType":
      return { type: type.name };
    case "AmountType":
      return { type: "amount", unit: type.scale ? `${type.scale} ${type.unit}` : type.unit };
    case "ChoiceType": {
      const of = type.options.map((option) => option.value);
      if (new Set(of).size < of.length) {
        wrong("options", { message: "The same choice is listed twice.", mend: "Remove one." });
      }
      return { type: "choice", of: [...new Set(of)] };
    }
    case "ReferenceType": {
      if (sight.isDeclared(type.name)) return { type: "record", of: type.name };
      const meant = nearest(type.name, [...sight.kindNames(), ...PLAIN_TYPES]);
      wrong("name", {
        message: `"${type.name}" is neither a type nor a kind of the vocabulary.`,
        mend: meant
          ? `Did you mean ${meant}?`
          : `Types: ${PLAIN_TYPES.join(", ")}, amount in UNIT, one of (a, b), a kind.`,
        ...(meant ? { edit: meant } : {}),
      });
      return undefined;
    }
  }
}

const PLAIN_TYPES = ["count", "money", "text", "yes/no", "party", "parties", "date", "instant", "place", "period"];

function readBounds(attribute: ast.Attribute, type: AttributeType, wrong: Wrong): { min?: number; max?: number } {
  const min = attribute.min === undefined ? undefined : Number(attribute.min.replaceAll("_", ""));
  const max = attribute.max === undefined ? undefined : Number(attribute.max.replaceAll("_", ""));
  const bounded = min === undefined ? "max" : "min";
  if (min === undefined && max === undefined) return {};
  if (type.type !== "count" && type.type !== "amount") {
    wrong(bounded, { message: "Only a count or an amount has a least or greatest value.", mend: `Remove ${bounded}.` });
    return {};
  }
  if (min !== undefined && max !== undefined && min > max) {
    wrong("min", { message: `No value is at least ${min} and at most ${max}.`, mend: "Exchange min and max." });
    return {};
  }
  return { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
}
