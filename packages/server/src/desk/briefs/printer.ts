import { type ChildProcess, fork } from "node:child_process";
import type { BoundBrief } from "@kelisim/brief";
import type { Output } from "@kelisim/brief/compile";
import type { Problem } from "@kelisim/model";

export interface PrintAsked {
  readonly id: number;
  readonly bound: BoundBrief;
  readonly output: Output;
}

export type PrintTold = { readonly id: number } & (
  | { readonly file: Uint8Array }
  | { readonly problems: readonly Problem[] }
  | { readonly failed: string }
);

export type Printed = { readonly file: Buffer } | { readonly problems: readonly Problem[] };

/** Setting a paper failed or took too long; the process that did it is gone. */
export class PrintingFailed extends Error {
  override readonly name = "PrintingFailed";
}

export interface Printer {
  /** Starts the process that prints, for somebody who is about to need it. */
  ready(): void;
  print(bound: BoundBrief, output: Output): Promise<Printed>;
  close(): Promise<void>;
}

/** After so long a paper is given up: nothing that people write takes as long. */
const LONGEST_MS = 60_000;
/** A process that nobody needs is let go. */
const IDLE_MS = 120_000;
const MEMORY_MB = 512;

interface Waiting {
  /** The process that was asked. */
  readonly of: ChildProcess;
  readonly resolve: (told: Printed) => void;
  readonly reject: (error: Error) => void;
  readonly timer: NodeJS.Timeout;
}

/** Prints briefs in a process of its own, which is started when it is needed. */
export function createPrinter(): Printer {
  const waiting = new Map<number, Waiting>();
  let child: ChildProcess | undefined;
  let idle: NodeJS.Timeout | undefined;
  let last = 0;

  const settle = (id: number) => {
    const found = waiting.get(id);
    if (found !== undefined) clearTimeout(found.timer);
    waiting.delete(id);
    if (waiting.size === 0) rest();
    return found;
  };

  /** Nothing waits for the process: it goes after a while, and holds nobody up until then. */
  function rest(): void {
    clearTimeout(idle);
    idle = setTimeout(() => end(), IDLE_MS);
    idle.unref();
    child?.unref();
    child?.channel?.unref();
  }

  function end(): ChildProcess | undefined {
    clearTimeout(idle);
    const ended = child;
    child = undefined;
    ended?.kill();
    return ended;
  }

  function start(): ChildProcess {
    const made = fork(new URL("./print-child.ts", import.meta.url), [], {
      serialization: "advanced",
      execArgv: [`--max-old-space-size=${MEMORY_MB}`],
      // What the node was given, addresses and secrets among it, is not its business.
      env: {},
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    made.on("message", (told: PrintTold) => {
      const found = settle(told.id);
      if (found === undefined) return;
      if ("failed" in told) found.reject(new PrintingFailed(told.failed));
      else found.resolve("file" in told ? { file: Buffer.from(told.file) } : { problems: told.problems });
    });
    const gone = (why: string) => {
      if (child === made) child = undefined;
      for (const [id, { of }] of [...waiting]) if (of === made) settle(id)?.reject(new PrintingFailed(why));
    };
    made.on("error", (error) => gone(error.message));
    made.on("exit", (code, signal) => gone(`the process that prints ended (${signal ?? code})`));
    return made;
  }

  return {
    ready() {
      child ??= start();
      if (waiting.size === 0) rest();
    },
    print(bound, output) {
      clearTimeout(idle);
      child ??= start();
      const asked = child;
      asked.ref();
      asked.channel?.ref();
      last += 1;
      const id = last;
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          settle(id)?.reject(new PrintingFailed(`gave up after ${LONGEST_MS / 1000} seconds`));
          if (child === asked) end();
        }, LONGEST_MS);
        waiting.set(id, { of: asked, resolve, reject, timer });
        asked.send({ id, bound, output } satisfies PrintAsked, (error) => {
          if (error !== null) settle(id)?.reject(new PrintingFailed(error.message));
        });
      });
    },
    async close() {
      const ended = end();
      if (ended === undefined || ended.exitCode !== null || ended.signalCode !== null) return;
      await new Promise((resolve) => ended.once("exit", resolve));
    },
  };
}
