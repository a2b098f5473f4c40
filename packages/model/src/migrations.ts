import type { KelisimRecord, Value } from "./record.ts";
import type { Kind, Replacement } from "./vocabulary.ts";

type Content = KelisimRecord["content"];

/**
 * Gives the function that reads a record of an earlier version as the newest version of its kind, as the vocabulary
 * says it (`replaces version 1 (...)`). The record as written is not changed; what has no newer version, or no way
 * there, comes back as it is. An attribute that was renamed stays under its old name too: an older text of an
 * agreement may still ask for it.
 */
export function migrationsOf(kinds: readonly Kind[]): (record: KelisimRecord) => KelisimRecord {
  const next = new Map<string, { readonly version: number; readonly replacement: Replacement }>();
  for (const { name, version, replaces } of kinds) {
    if (replaces !== undefined) next.set(`${name} ${replaces.version}`, { version, replacement: replaces });
  }
  if (next.size === 0) return (record) => record;
  return (record) => {
    let { version, content } = record;
    // Versions only grow, so this ends.
    for (let step = next.get(`${record.kind} ${version}`); step !== undefined && step.version > version; ) {
      content = migrated(content, step.replacement);
      version = step.version;
      step = next.get(`${record.kind} ${version}`);
    }
    return version === record.version ? record : { ...record, version, content };
  };
}

function migrated(content: Content, { renamed, dropped, choices }: Replacement): Content {
  const now: Record<string, Value | undefined> = { ...content };
  for (const { from, to } of renamed) if (content[from] !== undefined) now[to] = content[from];
  for (const name of dropped) delete now[name];
  for (const { attribute, from, to } of choices) {
    const before = renamed.find((each) => each.to === attribute)?.from ?? attribute;
    if (content[before] === from) now[attribute] = to;
  }
  return now;
}
