import { wrap } from "../look/cells.ts";
import { harmless } from "../look/harmless.ts";
import { texts } from "../texts/index.ts";
import type { DocClause, DocPage } from "./gather.ts";

const say = texts.doc;
const WIDTH = 100;

/** The page as Markdown that reads well as plain text too. Prose stands as it was written. */
export function markdownPage(page: DocPage): string {
  const lines: string[] = [`# ${page.title}`, "", say.subtitle(page.id, page.region), ""];
  if (page.fictional) lines.push(`**${say.fictional}**`, "");
  lines.push(
    ...paragraph(`> ${say.disclaimer}`, "> "),
    "",
    ...page.facts.flatMap(([label, text]) => item(`${label}: ${text}`)),
    "",
  );
  lines.push(`## ${say.partiesTitle}`, "");
  if (page.parties.length === 0) lines.push(say.noParties);
  for (const { party, act, done, effect, confidence, source, note } of page.parties) {
    const parts = [
      done === "" ? act : `${act} ${done}`,
      effect === "" ? "" : say.inEffect(effect),
      say.confidenceIs(confidence),
      note,
    ];
    lines.push(...item(`${party}: ${parts.filter((text) => text !== "").join("; ")} [${source}]`));
  }
  if (page.remarks.length > 0) lines.push("", `### ${say.remarksTitle}`, "");
  for (const { text, source } of page.remarks) lines.push(...item(`${text} [${source}]`));
  for (const { heading, blocks } of page.sections) {
    if (heading !== "") lines.push("", `## ${heading}`);
    for (const { prose, clauses } of blocks) {
      if (prose !== "") lines.push("", prose);
      for (const clause of clauses) lines.push("", ...clauseLines(clause));
    }
  }
  lines.push("", `## ${say.kindsTitle}`, "");
  if (page.kinds.length === 0) lines.push(say.noKinds);
  for (const { name, title, form, attributes, clauses } of page.kinds) {
    lines.push(
      ...item(
        `\`${name}\`: ${say.kindEntry(title, form)} ${attributes.join("; ")}. ${say.usedBy} ${clauses.join(", ")}`,
      ),
    );
  }
  lines.push("", `## ${say.sourcesTitle}`, "");
  page.sources.forEach((source, index) => {
    lines.push(...paragraph(`${index + 1}. ${source}`, "   "));
  });
  lines.push("", ...paragraph(say.footer, ""));
  return harmless(`${lines.join("\n")}\n`.replaceAll("\u00a0", " "));
}

function clauseLines(clause: DocClause): string[] {
  const head = `**${clause.id}. ${clause.title}** (${clause.form}, ${say.article(clause.article)}) [${clause.source}]`;
  return [
    ...paragraph(head, ""),
    "",
    ...clause.facts.flatMap(([label, text]) => item(`${label}: ${text}`)),
    ...(clause.example === undefined ? [] : item(`${say.example} ${clause.example}`)),
    ...item(`${say.confidenceIs(clause.confidence)}; ${say.version(clause.version)}`),
  ];
}

function item(text: string): string[] {
  return paragraph(`- ${text}`, "  ");
}

function paragraph(text: string, indent: string): string[] {
  return wrap(text, WIDTH - indent.length).map((line, index) => (index === 0 ? line : indent + line));
}
