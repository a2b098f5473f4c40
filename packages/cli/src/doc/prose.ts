import { Marked } from "marked";
import { harmless } from "../look/harmless.ts";

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text as HTML shows it literally; control characters and changes of writing direction are made visible. */
export function escaped(text: string): string {
  return harmless(text).replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign]!);
}

/*
 * Prose is data: whoever wrote it must not be able to run anything, or make a reader's browser ask for anything. Raw HTML is
 * shown as it was written; a link leads inside the page or is its text with its address behind; a picture is its description.
 */
const marked = new Marked({
  gfm: true,
  renderer: {
    html: ({ text }) => escaped(text),
    image: ({ text }) => escaped(text),
    checkbox: ({ checked }) => (checked ? "[x] " : "[ ] "),
    heading({ tokens, depth }) {
      const level = Math.min(6, Math.max(3, depth));
      return `<h${level}>${this.parser.parseInline(tokens)}</h${level}>\n`;
    },
    code: ({ text }) => `<pre><code>${escaped(text)}</code></pre>\n`,
    link({ href, tokens, text }) {
      const inside = this.parser.parseInline(tokens);
      if (/^#[\w-]+$/.test(href)) return `<a href="${href}">${inside}</a>`;
      return href === text || href === `mailto:${text}` ? inside : `${inside} (${escaped(href)})`;
    },
  },
});

/** Markdown as safe HTML. */
export function proseHtml(markdown: string): string {
  const html = marked.parse(harmless(markdown), { async: false });
  return html.trim();
}

/** Markdown of one line as safe HTML, without a paragraph around it. */
export function inlineHtml(markdown: string): string {
  return marked.parseInline(harmless(markdown), { async: false }).trim();
}
