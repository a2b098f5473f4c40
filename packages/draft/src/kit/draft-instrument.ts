import { format } from "@kelisim/accord";
import type { Instrument, Kind } from "@kelisim/accord/program";
import type { Kit, KitPart } from "./kit.ts";
import { chooseWords } from "./match-words.ts";
import { outsideQuotes, setNumbers } from "./numbers.ts";
import { ZONE } from "./read-kit.ts";

/** What somebody wants drafted. All of it is checked by who asks. */
export interface DraftRequest {
  /** Id of the instrument: letters, digits and `_`, with `-` inside. */
  readonly name: string;
  readonly title: string;
  readonly form: Instrument["kind"];
  /** Names of the parties, for the prose. */
  readonly parties: readonly string[];
  /** Ids of parts of the kit, in the wanted order; what they need is added before them. */
  readonly parts: readonly string[];
  /** Id of a zone of the region; without one the clauses hold everywhere. */
  readonly zone?: string;
  /** Values of named numbers; the kit's own where absent. */
  readonly numbers?: Readonly<Record<string, number>>;
  /** The kinds of the region. */
  readonly vocabulary: readonly Kind[];
}

export interface Draft {
  /** The literate file, laid out. */
  readonly text: string;
  readonly parts: readonly KitPart[];
  /** Kinds of the region that it uses, and those that it declares itself. */
  readonly regionKinds: readonly Kind[];
  readonly ownKinds: readonly string[];
}

/** The parts asked for with what they need, each once, needs first. */
export function partsNeeded(kit: Kit, ids: readonly string[]): readonly KitPart[] {
  const chosen: KitPart[] = [];
  const add = (id: string): void => {
    const part = kit.parts.find((each) => each.id === id);
    if (part === undefined || chosen.includes(part)) return;
    for (const need of part.needs) add(need);
    chosen.push(part);
  };
  for (const id of ids) add(id);
  return chosen;
}

/**
 * Drafts an agreement from parts of the kit: an `.accord.md` text that compiles beside the vocabulary it was made for.
 * Articles are numbered through, clauses are named after the instrument, and kinds of the region are used where they fit.
 */
export function draftInstrument(kit: Kit, request: DraftRequest): Draft {
  const parts = partsNeeded(kit, request.parts);
  const reads = new Map<string, Set<string>>();
  for (const [kind, names] of parts.flatMap((part) => [...part.reads])) {
    reads.set(kind, new Set([...(reads.get(kind) ?? []), ...names]));
  }
  const words = chooseWords(kit, reads, request.vocabulary, request.name.replaceAll(/[^A-Za-z0-9_]/g, ""));
  const zone = parts.some((part) => part.zone) ? request.zone : undefined;
  const numbers = new Map(parts.flatMap((part) => part.numbers.map(({ name, standard }) => [name, standard])));
  for (const [name, value] of Object.entries(request.numbers ?? {})) numbers.set(name, value);

  const frame = filled(kit.frame, {
    title: request.title,
    parties: request.parties.join(", "),
    zone: zone ?? "",
    regionKinds: words.region.map((kind) => `\`${kind.name}\` (${kind.title})`).join(", "),
    ownKinds: [...words.own.values()].map((name) => `\`${name}\``).join(", "),
  });
  const sections = [`${frame.trim()}\n\n${fence(head(request, zone))}`];
  if (words.own.size > 0) {
    const declared = [...words.own.keys()].map((name) => renamed(kit.words.get(name)!.text, words.own));
    sections.push(`## Words of this agreement\n\n${fence(declared.join("\n\n"))}`);
  }
  const numbering = numberingOf(parts);
  for (const part of parts) {
    const first = numbering.get(part.id)!;
    part.articles.forEach(({ heading, text }, index) => {
      const set = setNumbers(text, (name) => numbers.get(name)!);
      const placed = inFences(set, (code) => {
        const zoned = zone === undefined ? withoutZone(code) : code;
        return renamed(named(zoned, request.name, numbering, first), words.own);
      });
      sections.push(`## Article ${first + index}: ${heading}\n\n${placed}`);
    });
  }
  const decide = parts.map((part) => `### ${part.title}\n\n${withValues(part.decide, numbers)}`);
  sections.push(`## What to decide\n\n${decide.join("\n\n")}`);
  return {
    text: format(`${sections.join("\n\n")}\n`),
    parts,
    regionKinds: words.region,
    ownKinds: [...words.own.values()],
  };
}

function head({ name, title, form }: DraftRequest, zone: string | undefined): string {
  const zoneLine = zone === undefined ? "" : `\n  zone ${ZONE} = places ${quoted(zone)}`;
  return `instrument ${name} ${quoted(title)}\n  kind ${form}\n  time zone UTC${zoneLine}\n  source "draft of the drafting kit; nobody has agreed to it"\n  confidence low`;
}

/** Article of the draft at which each part begins. */
function numberingOf(parts: readonly KitPart[]): ReadonlyMap<string, number> {
  const numbering = new Map<string, number>();
  let next = 1;
  for (const part of parts) {
    numbering.set(part.id, next);
    next += part.articles.length;
  }
  return numbering;
}

/** Names of the kit as those of the draft: `DRAFT_reply-1b` → `KAZKGZ-04b`, `article "1(2)"` → `article "4(2)"`. */
function named(code: string, name: string, numbering: ReadonlyMap<string, number>, first: number): string {
  return code
    .replaceAll(/\bDRAFT_([a-z]+)-(\d+)/g, (_, part: string, article: string) => {
      const number = numbering.get(part)! + Number(article) - 1;
      return `${name}-${String(number).padStart(2, "0")}`;
    })
    .replaceAll(/\bDRAFT_[a-z]+\b/g, name)
    .replaceAll(/\barticle "(\d+)/g, (_, article: string) => `article "${first + Number(article) - 1}`);
}

function withoutZone(code: string): string {
  return code.replaceAll(new RegExp(`\\s+and\\s+\\w+\\.place\\s+in\\s+${ZONE}\\b`, "g"), "");
}

function renamed(code: string, names: ReadonlyMap<string, string>): string {
  return code
    .split("\n")
    .map((line) => outsideQuotes(line, (text) => text.replaceAll(/\b[A-Z]\w*/g, (word) => names.get(word) ?? word)))
    .join("\n");
}

/** The list of what to decide, with the values in place of the names. */
function withValues(decide: string, numbers: ReadonlyMap<string, number>): string {
  return decide.replaceAll(/`([a-z]+\.[a-z]+)`/g, (written, name: string) => {
    const value = numbers.get(name);
    return value === undefined ? written : `**${value.toLocaleString("en")}** (${name})`;
  });
}

const FENCE = /^```accord\n[\s\S]*?^```$/gm;

function inFences(text: string, change: (code: string) => string): string {
  return text.replaceAll(FENCE, change);
}

function fence(code: string): string {
  return `\`\`\`accord\n${code}\n\`\`\``;
}

function quoted(text: string): string {
  return `"${text.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
}

/** `{{name}}` by its value; `{{#name}}...{{/name}}` stays only where there is a value. One pass: values are not read. */
function filled(frame: string, values: Readonly<Record<string, string>>): string {
  const kept = frame.replaceAll(/\{\{#(\w+)\}\}([\s\S]*?)\{\{\/\1\}\}/g, (_, name: string, inside: string) =>
    values[name] === "" ? "" : inside,
  );
  return kept.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? "");
}
