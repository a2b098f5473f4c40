import { GrammarAST } from "langium";
import { AccordGrammar } from "../generated/grammar.ts";

/** Where the grammar takes a word: the rule and its feature, and those that called the rule, innermost first. */
export interface Spot {
  /** "RecordTrigger.kind", "Path.attribute", "Duty" for a word that is no feature. */
  readonly at: string;
  /** The keyword or terminal that fits; "Name" and "Word" for names of any form. */
  readonly takes: string;
  readonly callers: readonly string[];
}

/** A step of the grammar: a word to be taken, a rule to be entered, or a fork. */
interface Step {
  readonly kind: "word" | "call" | "fork" | "end";
  readonly at: string;
  /** Token types that fit here, for a word. */
  readonly takes: ReadonlySet<string>;
  readonly name: string;
  readonly rule: string;
  readonly next: Step[];
}

/** What is still to be done when a rule ends. */
interface Frame {
  readonly id: number;
  readonly back: Step;
  readonly at: string;
  readonly below: Frame | undefined;
}

interface State {
  readonly step: Step;
  readonly frame: Frame | undefined;
}

const END: Step = { kind: "end", at: "", takes: new Set(), name: "", rule: "", next: [] };
const entries = new Map<string, Step>();
let ready = false;

function build(): void {
  if (ready) return;
  ready = true;
  for (const rule of AccordGrammar().rules) {
    if (!GrammarAST.isParserRule(rule)) continue;
    entries.set(rule.name, compile(rule.definition, rule.name, "", END));
  }
}

function compile(element: GrammarAST.AbstractElement, rule: string, feature: string, next: Step): Step {
  const { cardinality } = element;
  if (cardinality === "?") return fork([plain(element, rule, feature, next), next]);
  if (cardinality === "*" || cardinality === "+") {
    const loop = fork([]);
    const body = plain(element, rule, feature, loop);
    loop.next.push(body, next);
    return cardinality === "*" ? loop : body;
  }
  return plain(element, rule, feature, next);
}

function plain(element: GrammarAST.AbstractElement, rule: string, feature: string, next: Step): Step {
  if (GrammarAST.isAssignment(element)) return compile(element.terminal, rule, element.feature, next);
  if (GrammarAST.isKeyword(element)) return word(element.value, new Set([element.value]), rule, feature, next);
  if (GrammarAST.isGroup(element)) {
    return element.elements.reduceRight((after, part) => compile(part, rule, feature, after), next);
  }
  if (GrammarAST.isAlternatives(element)) {
    return fork(element.elements.map((part) => compile(part, rule, feature, next)));
  }
  if (GrammarAST.isRuleCall(element)) {
    const called = element.rule.ref;
    if (!called || !GrammarAST.isParserRule(called)) {
      const terminal = called?.name ?? "";
      return word(terminal, new Set([terminal]), rule, feature, next);
    }
    if (called.dataType !== undefined) return word(called.name, wordsOf(called.definition), rule, feature, next);
    const at = feature === "" ? rule : `${rule}.${feature}`;
    return { kind: "call", at, takes: new Set(), name: called.name, rule, next: [next] };
  }
  return next;
}

function word(name: string, takes: ReadonlySet<string>, rule: string, feature: string, next: Step): Step {
  return { kind: "word", at: feature === "" ? rule : `${rule}.${feature}`, takes, name, rule, next: [next] };
}

function fork(next: Step[]): Step {
  return { kind: "fork", at: "", takes: new Set(), name: "", rule: "", next };
}

/** The token types of a rule that only gives names to words: Name, Word, TimeUnit ... */
function wordsOf(element: GrammarAST.AbstractElement): ReadonlySet<string> {
  if (GrammarAST.isKeyword(element)) return new Set([element.value]);
  if (GrammarAST.isRuleCall(element)) {
    const rule = element.rule.ref;
    return rule && GrammarAST.isParserRule(rule) ? wordsOf(rule.definition) : new Set([rule?.name ?? ""]);
  }
  if (GrammarAST.isAlternatives(element)) return new Set(element.elements.flatMap((part) => [...wordsOf(part)]));
  return new Set();
}

/** Words that may be names: "Name" anywhere, "Word" where nothing else can stand. */
export function namesOf(rule: "Name" | "Word" | "TimeUnit" | "MonthName" | "Confidence"): ReadonlySet<string> {
  const found = AccordGrammar().rules.find((candidate) => candidate.name === rule);
  return found && GrammarAST.isParserRule(found) ? wordsOf(found.definition) : new Set();
}

/**
 * Follows the grammar along the words of one item, all ways at once. Unlike the parser it is not stopped by what is
 * still missing: it says what each word so far was taken for, and what may come next. Its work is about proportional
 * to the number of words.
 */
export class Walk {
  #states: readonly State[];
  readonly #frames = new Map<string, Frame>();
  #nextFrame = 1;

  constructor(rule = "Item") {
    build();
    const entry = entries.get(rule);
    this.#states = entry ? this.#closure([{ step: entry, frame: undefined }]) : [];
  }

  /** Takes a word and gives the spots that it fitted; none: it does not fit here, and the walk stays where it was. */
  take(tokenType: string): readonly Spot[] {
    const fitting = this.#states.filter(({ step }) => step.kind === "word" && step.takes.has(tokenType));
    if (fitting.length === 0) return [];
    this.#states = this.#closure(fitting.map(({ step, frame }) => ({ step: step.next[0]!, frame })));
    return fitting.map(spotOf);
  }

  /** What may come next. */
  next(): readonly Spot[] {
    return this.#states.filter(({ step }) => step.kind === "word").map(spotOf);
  }

  /** Whether the item may end here. */
  complete(): boolean {
    return this.#states.some(({ step, frame }) => step.kind === "end" && frame === undefined);
  }

  #closure(from: readonly State[]): readonly State[] {
    const found: State[] = [];
    const seen = new Map<Step, Set<number>>();
    const open = [...from].reverse();
    for (let state = open.pop(); state; state = open.pop()) {
      const { step, frame } = state;
      const frames = seen.get(step) ?? new Set();
      if (frames.has(frame?.id ?? 0)) continue;
      seen.set(step, frames.add(frame?.id ?? 0));
      if (step.kind === "word") found.push(state);
      else if (step.kind === "fork") {
        for (let index = step.next.length - 1; index >= 0; index--) open.push({ step: step.next[index]!, frame });
      } else if (step.kind === "call") {
        const entry = entries.get(step.name);
        if (entry) open.push({ step: entry, frame: this.#frame(step, frame) });
      } else if (frame) open.push({ step: frame.back, frame: frame.below });
      else found.push(state);
    }
    return found;
  }

  #frame(call: Step, below: Frame | undefined): Frame {
    const back = call.next[0]!;
    const key = `${idOf(call)} ${below?.id ?? 0}`;
    const known = this.#frames.get(key);
    if (known) return known;
    const frame: Frame = { id: this.#nextFrame++, back, at: call.at, below };
    this.#frames.set(key, frame);
    return frame;
  }
}

const ids = new WeakMap<Step, number>();
let lastId = 0;

function idOf(step: Step): number {
  let id = ids.get(step);
  if (id === undefined) {
    id = ++lastId;
    ids.set(step, id);
  }
  return id;
}

function spotOf({ step, frame }: State): Spot {
  const callers: string[] = [];
  for (let at = frame; at; at = at.below) callers.push(at.at);
  return { at: step.at, takes: step.name, callers };
}
