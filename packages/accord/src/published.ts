import type { Attribute, AttributeType, Kind, Problem } from "@kelisim/model";
import type { Code } from "./codes.ts";
import { migrationText } from "./lower/migrations.ts";

const FORMAT = "kelisim-vocabulary";
const code = (code: Code) => `accord/${code}`;

/**
 * The kinds under which records are already kept somewhere, as `vocabulary.lock.json` of a region holds them. Gives
 * text that reads back to the same kinds, one kind a line, so that a change of one is one line of a comparison.
 */
export function writePublished(kinds: readonly Kind[]): string {
  const sorted = [...kinds].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.version - b.version));
  const lines = sorted.map((kind) => `    ${JSON.stringify(kind)}`);
  return `{\n  "format": "${FORMAT}",\n  "version": 1,\n  "kinds": [\n${lines.join(",\n")}\n  ]\n}\n`;
}

/** Reads what `writePublished` wrote. What is no such file gives one problem and no kinds. */
export function readPublished(
  path: string,
  text: string,
): { readonly kinds: readonly Kind[]; readonly problems: readonly Problem[] } {
  const broken = (message: string) => ({
    kinds: [],
    problems: [
      {
        code: code("broken-lock"),
        severity: "error" as const,
        file: path,
        message,
        why: "It cannot be told whether a change of the vocabulary would orphan records.",
        mend: "Take the file back from the last version that was sound.",
      },
    ],
  });
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return broken(`not JSON: ${error instanceof Error ? error.message.slice(0, 200) : String(error)}`);
  }
  const { format, version, kinds } = (json ?? {}) as Record<string, unknown>;
  if (format !== FORMAT) return broken(`"format" is not "${FORMAT}"`);
  if (version !== 1)
    return broken(`is of version ${JSON.stringify(version)?.slice(0, 20)}; this program reads version 1`);
  if (!Array.isArray(kinds) || !kinds.every(isKind)) return broken("holds something that is no kind");
  return { kinds, problems: [] };
}

function isKind(value: unknown): value is Kind {
  const { name, form, version, attributes } = (value ?? {}) as Record<string, unknown>;
  return (
    typeof name === "string" &&
    (form === "notice" || form === "event") &&
    Number.isSafeInteger(version) &&
    Array.isArray(attributes) &&
    attributes.every((each: unknown) => {
      const { name: attribute, type } = (each ?? {}) as { name?: unknown; type?: { type?: unknown } };
      return typeof attribute === "string" && typeof type?.type === "string";
    })
  );
}

/**
 * Whether records kept under published kinds can still be read and keep their meaning. A kind that is gone, or changed
 * in place so that a kept record might not fit any more, is an error that names the migration it needs; `file` is where
 * the published kinds stand.
 */
export function checkPublished(
  published: readonly Kind[],
  declared: readonly Kind[],
  file?: string,
): readonly Problem[] {
  const orphaned = (message: string, mend: string): Problem => ({
    code: code("orphaned-records"),
    severity: "error",
    ...(file === undefined ? {} : { file }),
    message,
    why: "Records that are kept could no longer be read, or would mean something else.",
    mend,
  });
  return published.flatMap((kind): readonly Problem[] => {
    const same = declared.find((other) => other.name === kind.name && other.version === kind.version);
    const newest = declared
      .filter((other) => other.name === kind.name)
      .reduce<Kind | undefined>((a, b) => (a && a.version > b.version ? a : b), undefined);
    const title = `${kind.name} version ${kind.version}`;
    const back = `Put back: ${declarationText(kind)}`;
    if (!same) {
      const needed = newest
        ? ` And in version ${newest.version}: ${migrationText(kind, newest)}.`
        : " A kind under which records are kept stays declared; clauses need not speak of it.";
      return [orphaned(`Records are kept as ${title}, which no file declares any more.`, `${back}${needed}`)];
    }
    const faults = faultsOf(kind, same);
    if (faults.length === 0) return [];
    const next = (newest?.version ?? kind.version) + 1;
    const changed = { ...same, version: next };
    const message = `${title} is not what it was when records were kept under it: ${faults.join("; ")}.`;
    return [orphaned(message, `${back} And write the change as version ${next}: ${migrationText(kind, changed)}.`)];
  });
}

/** What of a change in place a kept record may not fit. Adding what may be left out harms nobody. */
function faultsOf(before: Kind, now: Kind): readonly string[] {
  const faults: string[] = [];
  if (before.form !== now.form) faults.push(`it is ${now.form === "event" ? "an event" : "a notice"} now`);
  if (before.actor !== now.actor) faults.push(`it is \`by ${now.actor ?? "its sender"}\` now`);
  for (const attribute of before.attributes) {
    const same = now.attributes.find((other) => other.name === attribute.name);
    if (!same) faults.push(`"${attribute.name}" is gone`);
    else faults.push(...narrower(attribute, same));
  }
  for (const { name, required } of now.attributes) {
    if (required && !before.attributes.some((other) => other.name === name)) faults.push(`"${name}" is required now`);
  }
  return faults;
}

function narrower(before: Attribute, now: Attribute): readonly string[] {
  const faults: string[] = [];
  const { name } = before;
  if (now.required && !before.required) faults.push(`"${name}" is required now`);
  if (now.min !== undefined && (before.min === undefined || now.min > before.min)) {
    faults.push(`"${name}" is at least ${now.min} now`);
  }
  if (now.max !== undefined && (before.max === undefined || now.max < before.max)) {
    faults.push(`"${name}" is at most ${now.max} now`);
  }
  if (before.type.type === "choice" && now.type.type === "choice") {
    const { of } = now.type;
    for (const option of before.type.of)
      if (!of.includes(option)) faults.push(`"${name}" cannot be "${option}" any more`);
  } else if (typeText(before.type) !== typeText(now.type)) {
    faults.push(`"${name}" was ${typeText(before.type)} and is ${typeText(now.type)}`);
  }
  return faults;
}

/** A kind as the language writes it. */
export function declarationText(kind: Kind): string {
  const attributes = kind.attributes.map(
    ({ name, type, required, min, max }) =>
      `${name}: ${typeText(type)}${required ? " required" : ""}${min === undefined ? "" : ` min ${min}`}${max === undefined ? "" : ` max ${max}`}`,
  );
  const by = kind.actor === undefined ? "" : ` by ${kind.actor}`;
  return `${kind.form} ${kind.name} ${JSON.stringify(kind.title)} version ${kind.version}${by} { ${attributes.join("; ")} }`;
}

function typeText(type: AttributeType): string {
  switch (type.type) {
    case "amount":
      return `amount in ${type.unit}`;
    case "choice":
      return `one of (${type.of.map((option) => (/^[A-Za-z_]\w*$/.test(option) ? option : JSON.stringify(option))).join(", ")})`;
    case "record":
      return type.of;
    default:
      return type.type;
  }
}
