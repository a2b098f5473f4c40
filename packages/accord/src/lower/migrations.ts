import { type AttributeType, type Kind, nearest, type Problem, type Replacement } from "@kelisim/model";
import type * as ast from "../generated/ast.ts";
import { markOf } from "../parse/places.ts";
import { type KindEntry, type KindFacts, type ProblemText, report } from "./world.ts";

/** A kind with what it says of the version before it. Places of its problems are counted from its first line. */
export interface ReadMigration {
  readonly facts: KindFacts;
  readonly problems: readonly Problem[];
}

interface Reader {
  readonly problems: Problem[];
  readonly source: KindEntry["source"];
  readonly node: ast.Kind;
  readonly facts: KindFacts;
}

/**
 * Reads how a kind replaces its version before ("replaces version 1 (personnel was troops; tanks dropped)") and
 * judges it: records of the version replaced must keep a meaning. Read when all kinds are known.
 */
export function readMigration(
  facts: KindFacts,
  source: KindEntry["source"],
  node: ast.Kind,
  before: KindFacts | undefined,
): ReadMigration {
  const problems: Problem[] = [];
  const reader: Reader = { problems, source, node, facts };
  if (node.replaced !== undefined) {
    const replaces = readReplacement(reader, before);
    return { facts: replaces ? { ...facts, kind: { ...facts.kind, replaces } } : facts, problems };
  }
  if (before && !before.faulty) wrongMissing(reader, before.kind);
  return { facts, problems };
}

interface Changes {
  readonly version: number;
  readonly renamed: { from: string; to: string }[];
  readonly dropped: string[];
  readonly choices: { attribute: string; from: string; to: string }[];
}

function readReplacement({ problems, source, node, facts }: Reader, before: KindFacts | undefined) {
  const { kind } = facts;
  const wrong = (at: ast.Kind | ast.Change, property: string, text: ProblemText) =>
    report({ problems }, "error", "no-migration", markOf(source, at, property), {
      ...text,
      why: text.why ?? "Records of the earlier version would lose their meaning.",
    });
  const version = Number(node.replaced?.replaceAll("_", ""));
  if (!before || before.kind.version !== version) {
    const mend = before
      ? `The version before is ${before.kind.version}.`
      : `Declare ${kind.name} version ${node.replaced} as it was: its records are read by it.`;
    wrong(node, "replaced", { message: `${kind.name} has no version ${node.replaced} before this one.`, mend });
    return undefined;
  }
  if (before.faulty) return undefined;
  const old = new Map(before.kind.attributes.map((attribute) => [attribute.name, attribute]));
  const now = new Map(kind.attributes.map((attribute) => [attribute.name, attribute]));
  const replacement: Changes = { version, renamed: [], dropped: [], choices: [] };
  const unknown = (change: ast.Change, property: string, name: string, names: Iterable<string>, when: string) => {
    const meant = nearest(name, [...names]);
    wrong(change, property, {
      message: `${kind.name} ${when} has no "${name}".`,
      ...(meant ? { mend: `Did you mean ${meant}?`, edit: meant } : { mend: `There are: ${[...names].join(", ")}.` }),
    });
  };
  for (const change of node.changes) {
    const { name } = change;
    if (change.dropped) {
      if (old.has(name)) replacement.dropped.push(name);
      else unknown(change, "name", name, old.keys(), `version ${version}`);
    } else if (!now.has(name)) {
      unknown(change, "name", name, now.keys(), `version ${kind.version}`);
    } else if (change.choice !== undefined) {
      replacement.choices.push({ attribute: name, from: change.old ?? "", to: change.choice });
    } else if (!old.has(change.old ?? "")) {
      unknown(change, "old", change.old ?? "", old.keys(), `version ${version}`);
    } else replacement.renamed.push({ from: change.old ?? "", to: name });
  }
  for (const [index, change] of replacement.choices.entries()) {
    const from = replacement.renamed.find(({ to }) => to === change.attribute)?.from ?? change.attribute;
    const node_ = node.changes.filter((each) => each.choice !== undefined)[index];
    if (!node_) continue;
    const options = (attribute: Kind["attributes"][number] | undefined) =>
      attribute?.type.type === "choice" ? attribute.type.of : [];
    const [before_, after] = [options(old.get(from)), options(now.get(change.attribute))];
    if (!before_.includes(change.from)) unknown(node_, "old", change.from, before_, `version ${version}, ${from}`);
    if (!after.includes(change.to))
      unknown(node_, "choice", change.to, after, `version ${kind.version}, ${change.attribute}`);
  }
  const lost = lostAttributes(before.kind, kind, replacement);
  for (const { name, why } of lost) {
    wrong(node, "replaced", {
      message: `It is not said what became of "${name}" of ${kind.name} version ${version}.`,
      why: `${why} Records of the earlier version would lose it.`,
      mend: `Add to the parentheses: ${proposals([name], before.kind, kind, replacement).join("; ")}.`,
    });
  }
  return lost.length === 0 ? replacement : undefined;
}

function wrongMissing({ problems, source, node, facts }: Reader, before: Kind): void {
  const { kind } = facts;
  const text = migrationText(before, kind);
  report({ problems }, "error", "no-migration", markOf(source, node, node.version === undefined ? "name" : "version"), {
    message: `${kind.name} version ${kind.version} does not say how it replaces version ${before.version}.`,
    why: `Records of version ${before.version} would count for nothing.`,
    mend: `Add before the brace: ${text}`,
  });
}

/** The migration that a newer version of a kind needs, as it would be written; renames are proposals. */
export function migrationText(before: Kind, now: Kind): string {
  const empty: Replacement = { version: before.version, renamed: [], dropped: [], choices: [] };
  const lost = lostAttributes(before, now, empty).map(({ name }) => name);
  const changes = proposals(lost, before, now, empty);
  return `replaces version ${before.version}${changes.length === 0 ? "" : ` (${changes.join("; ")})`}`;
}

/** Attributes of the earlier version that no rule carries over. */
function lostAttributes(before: Kind, now: Kind, { renamed, dropped, choices }: Replacement) {
  return before.attributes.flatMap((attribute): readonly { readonly name: string; readonly why: string }[] => {
    const { name, type } = attribute;
    if (dropped.includes(name)) return [];
    const to = renamed.find(({ from }) => from === name)?.to ?? name;
    const kept = now.attributes.find((other) => other.name === to);
    if (!kept) return [{ name, why: `Version ${now.version} has no "${to}".` }];
    const moved = choices.filter((choice) => choice.attribute === to).map((choice) => choice.from);
    return canHold(kept.type, type, moved) ? [] : [{ name, why: `"${to}" is of another type.` }];
  });
}

/** Whether every value of the earlier type is one of the later type too; choices that were renamed aside. */
function canHold(later: AttributeType, earlier: AttributeType, moved: readonly string[]): boolean {
  if (later.type === "choice" && earlier.type === "choice") {
    return earlier.of.every((option) => later.of.includes(option) || moved.includes(option));
  }
  if (later.type === "amount" && earlier.type === "amount") return later.unit === earlier.unit;
  if (later.type === "record" && earlier.type === "record") return later.of === earlier.of;
  return later.type === earlier.type;
}

/**
 * What might have become of the attributes lost: "personnel was troops" where a new attribute of the same type may be
 * meant, "what NEW was staff" for a choice that is gone, else "troops dropped".
 */
function proposals(lost: readonly string[], before: Kind, now: Kind, said: Replacement): readonly string[] {
  const old = new Map(before.attributes.map((attribute) => [attribute.name, attribute.type]));
  const free = now.attributes.filter(({ name }) => !old.has(name) && !said.renamed.some(({ to }) => to === name));
  return lost.flatMap((name) => {
    const type = old.get(name);
    const kept = now.attributes.find((other) => other.name === name)?.type;
    if (type?.type === "choice" && kept?.type === "choice") {
      const gone = type.of.filter((option) => !kept.of.includes(option));
      return gone.map((option) => `${name} NEW was ${/^\w+$/.test(option) ? option : JSON.stringify(option)}`);
    }
    const fitting = free.filter((other) => type !== undefined && canHold(other.type, type, []));
    const rivals = lost.filter((other) => old.get(other)?.type === type?.type);
    const names = fitting.map((other) => other.name);
    const meant = nearest(name, names) ?? (rivals.length === 1 && names.length === 1 ? names[0] : undefined);
    if (meant === undefined) return [`${name} dropped`];
    free.splice(
      free.findIndex((other) => other.name === meant),
      1,
    );
    return [`${meant} was ${name}`];
  });
}
