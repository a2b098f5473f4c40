import type { Party } from "@kelisim/model";
import type { ParsedItem } from "../parse/syntax.ts";
import type { Clause } from "../program/index.ts";
import type { Trace } from "./memory.ts";
import type { CompileContext, KindFacts, World } from "./world.ts";

/**
 * What the reading of one item sees of all others. Everything it asks is traced, so that the reading need be done
 * again only when an answer changes: whoever reads an item must ask here, and never look at the world itself.
 */
export class Sight {
  readonly context: CompileContext;
  readonly parties: ReadonlyMap<string, Party>;
  readonly #world: World;
  readonly #trace: Trace<World>;

  constructor(world: World, trace: Trace<World>) {
    this.context = world.context;
    this.parties = world.parties;
    this.#world = world;
    this.#trace = trace;
  }

  /** Whether some file declares a kind of this name, sound or not. */
  isDeclared(kind: string): boolean {
    return this.#ask(`declared ${kind}`, (world) => world.declared.has(kind));
  }

  /** A kind of the vocabulary; of several versions the highest. */
  kind(name: string): KindFacts | undefined {
    return this.#ask(`kind ${name}`, (world) => world.kinds.get(name)?.facts);
  }

  /** The names of all kinds, for proposing one. */
  kindNames(): readonly string[] {
    return this.#ask("kinds", (world) => [...world.declared].join("\n")).split("\n");
  }

  hasInstrument(id: string): boolean {
    return this.#ask(`instrument ${id}`, (world) => world.instruments.has(id));
  }

  /** A clause as it is written. */
  clause(id: string): ParsedItem | undefined {
    return this.#ask(`clause ${id}`, (world) => world.clauses.get(id)?.text);
  }

  /** A clause as it was compiled, with all that it follows from; undefined where an error leaves it out. */
  compiled(id: string): Clause | undefined {
    return this.#ask(`compiled ${id}`, (world) => {
      const entry = world.clauses.get(id);
      return entry?.clause ? entry.reading?.clause : undefined;
    });
  }

  /** The ids of all clauses, for proposing one. */
  clauseIds(): readonly string[] {
    return this.#ask("clauses", (world) => [...world.clauses.keys()].join("\n")).split("\n");
  }

  #ask<T>(key: string, question: (world: World) => T): T {
    return this.#trace.ask(key, this.#world, question);
  }
}
