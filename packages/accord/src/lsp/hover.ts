import { HEADER_ATTRIBUTES } from "../program/index.ts";
import type { Desk } from "./desk.ts";
import { viewOf } from "./item-view.ts";
import { phrasesOf } from "./keywords.ts";
import { type AccordSymbol, symbolAt } from "./symbols.ts";
import { attributeWords, kindWords, typeWords } from "./type-words.ts";
import type { Position, Range } from "./types.ts";
import { witnessWords } from "./witness-words.ts";

export interface Hover {
  readonly range: Range;
  readonly markdown: string;
}

/** What stands at a place, explained: a name by what it names, another word by the reference of the language. */
export function hoverAt(desk: Desk, path: string, position: Position): Hover | undefined {
  const found = symbolAt(desk, path, position);
  const about = found && aboutSymbol(desk, found.symbol, found.item.instrument);
  if (found && about) return { range: found.range, markdown: about };
  return hoverWord(desk, path, position);
}

function hoverWord(desk: Desk, path: string, position: Position): Hover | undefined {
  const places = desk.places(path);
  const offset = places.offset(position);
  const item = desk.itemAt(path, offset);
  if (!item) return undefined;
  const inside = offset - item.item.source.offset;
  const { words } = viewOf(item.item.parsed);
  for (const [index, word] of words.entries()) {
    if (inside < word.offset || word.offset + word.text.length < inside || word.type !== word.text) continue;
    // The middle of a phrase ("later" of "no later than") is explained by its beginning.
    for (const start of [word, words[index - 1], words[index - 2]]) {
      const [phrase] = start && start.type === start.text ? phrasesOf(start.text) : [];
      if (!phrase || (start !== word && !phrase.form.includes(word.text))) continue;
      const range = places.range(item.item.source.offset + word.offset, word.text.length);
      return { range, markdown: `\`${phrase.form}\`\n\n${phrase.says}` };
    }
  }
  return undefined;
}

/** A named thing in Markdown. */
export function aboutSymbol(desk: Desk, symbol: AccordSymbol, instrument: string | undefined): string | undefined {
  const { what, name, of } = symbol;
  switch (what) {
    case "clause":
      return aboutClause(desk, name);
    case "kind": {
      const kind = desk.kind(name);
      return kind && block(kindWords(kind));
    }
    case "attribute": {
      const header = Object.hasOwn(HEADER_ATTRIBUTES, name) ? HEADER_ATTRIBUTES[name] : undefined;
      if (header) return `${block(`${name}: ${typeWords(header)}`)}\n\nOf the header of every record.`;
      const kind = desk.kind(of ?? "");
      const attribute = kind?.attributes.find((candidate) => candidate.name === name);
      return attribute && `${block(attributeWords(attribute))}\n\nOf ${kind?.form} ${kind?.name}.`;
    }
    case "variable": {
      const view = desk.workspace.survey().world.clauses.get(of ?? "");
      const kind = view && viewOf(view.text).variables.get(name);
      return kind === undefined ? `A record of ${of}.` : `\`${name}\` is the ${kind} of ${of}.`;
    }
    case "party": {
      const party = desk.context.parties.find((candidate) => candidate.id === name);
      if (!party) return undefined;
      const bound = instrument === undefined ? undefined : desk.context.boundParties?.(instrument);
      const status =
        bound === undefined || party.kind !== "state"
          ? ""
          : `\n\n${bound.includes(name) ? `The status table has rows that may bind it by ${instrument}.` : `No row of the status table may bind it by ${instrument}.`}`;
      return `**${party.name}** (${party.kind})${status}`;
    }
    case "organisation": {
      const party = desk.context.parties.find((candidate) => candidate.id === name);
      const organisation = desk.region?.organisations.find((candidate) => candidate.id === name);
      return `**${organisation?.name ?? party?.name ?? name}**\n\nIts members at the moment that matters.`;
    }
    case "instrument":
      return aboutInstrument(desk, name);
    case "side": {
      const side = headOf(desk, of)?.sides.find((candidate) => candidate.name === name);
      const names = side?.members.map((id) => desk.context.parties.find((party) => party.id === id)?.name ?? id);
      return side && `Side **${name}** of ${of}: ${names?.join(", ") || "no known member"}.`;
    }
    case "zone": {
      const id = headOf(desk, of)?.zones[name];
      const known = id !== undefined && desk.context.zones.includes(id);
      return id === undefined
        ? undefined
        : `Zone **${name}** of ${of}: places "${id}"${known ? "" : ", which the region does not have"}.`;
    }
    default:
      return undefined;
  }
}

function headOf(desk: Desk, instrument: string | undefined) {
  return desk.workspace.survey().world.instruments.get(instrument ?? "")?.facts.head;
}

function aboutInstrument(desk: Desk, id: string): string | undefined {
  const entry = desk.workspace.survey().world.instruments.get(id);
  if (!entry) return undefined;
  const { title, kind, signed, place, timeZone, source } = entry.facts.head;
  const when = signed === undefined ? "" : `, signed ${signed}${place === undefined ? "" : ` at ${place}`}`;
  const lines = [`**${id}** ${title}`, `${kind}${when}; time zone ${timeZone}; ${entry.clauses.length} clauses`];
  return [...lines, ...(source === "" ? [] : [`Source: ${source}`])].join("\n\n");
}

function aboutClause(desk: Desk, id: string): string | undefined {
  const entry = desk.workspace.survey().world.clauses.get(id);
  if (!entry) return undefined;
  const title = entry.node?.title ?? "";
  const head = `**${id}** ${title}`;
  const { clause, instrument } = entry;
  if (!clause || !instrument) return `${head}\n\nAn error leaves this clause out of the program.`;
  const source = clause.source ?? instrument.facts.head.source;
  const lines = [
    `${entry.source.word} of ${instrument.id}, article ${clause.article || "not given"}${clause.articleAssumed ? " (not checked)" : ""}`,
    `Confidence ${clause.confidence}${source === "" ? "" : `; source: ${source}`}`,
    ...(clause.channel === undefined ? [] : [`Channel: ${clause.channel}${clause.channelAssumed ? " (assumed)" : ""}`]),
  ];
  const witness = clause.kind === "duty" || clause.kind === "right" ? witnessWords(desk, id) : undefined;
  return [head, ...lines, ...(witness === undefined ? [] : [`Example: ${witness}`])].join("\n\n");
}

function block(text: string): string {
  return `\`\`\`accord\n${text}\n\`\`\``;
}
