import type { Attribute, AttributeType, Kind } from "@kelisim/model";
import { nearest } from "@kelisim/model";
import type { Code } from "../codes.ts";
import type * as ast from "../generated/ast.ts";
import type { ItemText } from "../parse/items.ts";
import { headMark, markOf } from "../parse/places.ts";
import { HEADER_ATTRIBUTES, type KindEntry, report, type Workspace } from "./workspace.ts";

export interface KindItem {
  readonly source: ItemText;
  readonly node: ast.Kind | undefined;
}

/**
 * Reads the vocabulary of all files. A kind whose declaration could not be parsed stays known by name, so that
 * clauses using it are not blamed for it. The types of attributes are checked once all kinds are known.
 */
export function readKinds(workspace: Workspace, items: readonly KindItem[]): void {
  const names = new Set(items.map((item) => item.source.name ?? ""));
  for (const { source, node } of items) {
    const kind = node ? readKind(workspace, source, node, names) : unreadable(source);
    const entry: KindEntry = { ...kind, source, node, used: false, read: new Set() };
    const { name, version } = entry.kind;
    const same = workspace.allKinds.find((other) => other.kind.name === name && other.kind.version === version);
    if (same) {
      report(workspace, "error", "duplicate-kind", headMark(source), {
        message: `${name} version ${version} is already declared in ${same.source.file}, line ${same.source.line}.`,
        why: "A record could not say which of the two it is. This declaration is left out.",
        mend: "Rename one, join them, or give the newer one a higher version.",
      });
      continue;
    }
    workspace.allKinds.push(entry);
    const known = workspace.kinds.get(name);
    if (!known || known.kind.version < version) workspace.kinds.set(name, entry);
  }
}

function unreadable(source: ItemText): { kind: Kind; faulty: boolean } {
  const form = source.word === "event" ? "event" : "notice";
  return { kind: { name: source.name ?? "", form, version: 1, title: "", attributes: [] }, faulty: true };
}

function readKind(
  workspace: Workspace,
  source: ItemText,
  node: ast.Kind,
  names: ReadonlySet<string>,
): { kind: Kind; faulty: boolean } {
  let faulty = false;
  const wrong = (code: Code, at: Parameters<typeof markOf>, text: Parameters<typeof report>[4]) => {
    faulty = true;
    const why = `${text.why ? `${text.why} ` : ""}Clauses that use ${node.name} are left out until this is mended.`;
    report(workspace, "error", code, markOf(...at), { ...text, why });
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
    const type = readType(attribute.type, names, (property, text) =>
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

function readType(type: ast.Type, names: ReadonlySet<string>, wrong: Wrong): AttributeType | undefined {
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
      if (names.has(type.name)) return { type: "record", of: type.name };
      const meant = nearest(type.name, [...names, ...PLAIN_TYPES]);
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
