import type { BoundBrief } from "../bind.ts";
import type { CitedSource } from "../document.ts";
import type { BriefLanguage } from "../read/front-matter.ts";
import { compilerStyle } from "../styles.ts";
import { textsIn } from "../texts/index.ts";
import { literal, quoted, withFiles } from "./compiler.ts";

/** A piece of a formatted citation. */
export interface Run {
  readonly text: string;
  readonly emphasis?: true;
  readonly strong?: true;
  /** An address outside. */
  readonly address?: string;
}

/** Citations and the list of sources, formatted once for all outputs. */
export interface FormattedCitations {
  /** One for each citation of the brief. */
  readonly marks: readonly (readonly Run[])[];
  /** The list, in the order of its style. `source` is the id; undefined where the style joined several. */
  readonly entries: readonly { readonly source: string; readonly runs: readonly Run[] }[];
}

/**
 * Formats the citations of a brief by a style of the Citation Style Language that the Typst compiler brings along. It does so through
 * the compiler's HTML, so that HTML, DOCX and PDF carry the same words.
 */
export function formatCitations({ citations, sources, front }: BoundBrief): FormattedCitations {
  if (citations.length === 0) return { marks: [], entries: [] };
  const groups = citations.map(({ items }) =>
    items.map(({ source, locator }) => {
      const supplement = locator === undefined ? "" : `, supplement: [${literal(locator)}]`;
      return `#cite(label(${quoted(source)})${supplement})`;
    }),
  );
  // Each source once more by itself, so that its entry can be told by its anchor.
  const probes = sources.map(({ id }) => `#cite(label(${quoted(id)}))`);
  const main = [
    `#set text(lang: ${quoted(front.language)})`,
    ...groups.map((group) => group.join("")),
    ...probes,
    `#bibliography("sources.yml", style: ${quoted(compilerStyle(front.style))}, title: none)`,
  ].join("\n\n");
  const entriesFile = JSON.stringify(Object.fromEntries(sources.map((source) => [source.id, entryOf(source)])));
  const body = withFiles({ "main.typ": main, "sources.yml": entriesFile }, (compiler, by) => {
    const html = compiler.tryHtml(by).result;
    if (html === null) throw new Error("the compiler formats no citations");
    return html.body();
  });
  const paragraphs = [...body.matchAll(/<p>([\s\S]*?)<\/p>/g)].map(([, inside = ""]) => inside);
  const anchors = paragraphs.slice(groups.length).map((inside) => /href="#([^"]+)"/.exec(inside)?.[1]);
  const entries = [...body.matchAll(/<li id="([^"]+)">([\s\S]*?)<\/li>/g)].map(([, anchor, inside = ""]) => {
    const source = sources[anchors.indexOf(anchor)];
    if (source === undefined) throw new Error("the compiler lists a source that nobody cites");
    const runs = runsOf(inside);
    return { source: source.id, runs: [...runs, ...found(source, runs, front.language)] };
  });
  return { marks: paragraphs.slice(0, groups.length).map(runsOf), entries };
}

/** Whether the address of a source is one that a browser opens. */
const isLink = (address: string | undefined): address is string =>
  address !== undefined && URL.canParse(address) && /^https?:/.test(address);

/** Where a source was found, if the style does not print it: it leaves links out, or the address is in words ("tass.com 687141"). */
function found({ address }: CitedSource, runs: readonly Run[], language: BriefLanguage): readonly Run[] {
  if (address === undefined || runs.some((run) => run.address !== undefined)) return [];
  const text = ` ${textsIn(language).foundAt(address)}`;
  return [isLink(address) ? { text, address } : { text }];
}

/** A source in the compiler's own form. What is not known is left out. */
function entryOf({ title, kind, address, authors, date }: CitedSource): object {
  return {
    type: /report|paper|study/i.test(kind) ? "report" : isLink(address) ? "web" : "misc",
    // In braces: no style may change the letters of a name.
    title: `{${title.replaceAll(/[\\{}$]/g, "\\$&")}}`,
    ...(authors.length === 0 ? {} : { author: authors }),
    ...(date === undefined ? {} : { date }),
    ...(isLink(address) ? { url: address } : {}),
  };
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00a0" };

function decoded(text: string): string {
  return text.replaceAll(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal, hexadecimal, name) =>
    decimal !== undefined
      ? String.fromCodePoint(Number(decimal))
      : hexadecimal !== undefined
        ? String.fromCodePoint(Number.parseInt(hexadecimal, 16))
        : (ENTITIES[name] ?? whole),
  );
}

/** Reads the compiler's HTML of one line: text, emphasis, addresses; everything else is only its text. */
export function runsOf(html: string): readonly Run[] {
  const runs: Run[] = [];
  let [emphasis, strong] = [0, 0];
  let address: string | undefined;
  for (const [, tag, text] of html.matchAll(/<([^>]*)>|([^<]+)/g)) {
    if (text !== undefined) {
      const piece = decoded(text.replaceAll(/\s+/g, " "));
      runs.push({
        text: piece,
        ...(emphasis > 0 ? { emphasis: true as const } : {}),
        ...(strong > 0 ? { strong: true as const } : {}),
        ...(address === undefined ? {} : { address }),
      });
      continue;
    }
    if (/^(em|i)\b/.test(tag!)) emphasis += 1;
    else if (/^\/(em|i)$/.test(tag!)) emphasis -= 1;
    else if (/^(strong|b)\b/.test(tag!)) strong += 1;
    else if (/^\/(strong|b)$/.test(tag!)) strong -= 1;
    else if (tag!.startsWith("a ")) address = decoded(/href="(https?:[^"]*)"/.exec(tag!)?.[1] ?? "") || undefined;
    else if (tag === "/a") address = undefined;
  }
  return trimmed(runs);
}

function trimmed(runs: readonly Run[]): readonly Run[] {
  return runs
    .map((run, at) => {
      const start = at === 0 ? run.text.trimStart() : run.text;
      return { ...run, text: at === runs.length - 1 ? start.trimEnd() : start };
    })
    .filter(({ text }) => text !== "");
}
