import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import type { Io } from "../io.ts";
import { wrap } from "../look/cells.ts";
import { type Answer, isRefusal, type Refusal, refuse } from "../refusal.ts";
import { texts } from "../texts/index.ts";

/** Asks for one thing after another on the terminal; answers may be piped in. */
export interface Asker {
  /**
   * Asks until the answer can be read; an empty answer takes what is proposed. Refused where the answers end first.
   */
  ask<T>(question: string, proposed: string, read: (text: string) => Answer<T>): Promise<Answer<T>>;
  /** Shows what there is to choose from, one line each. */
  tell(lines: readonly string[]): void;
  close(): void;
}

/** Questions go to standard error, so that what the command answers stays alone on standard output. */
export function createAsker(io: Io): Asker {
  const source = Readable.from(io.input);
  const lines = createInterface({ input: source, crlfDelay: Number.POSITIVE_INFINITY });
  const answers = lines[Symbol.asyncIterator]();
  return {
    async ask(question, proposed, read) {
      for (;;) {
        io.warn(texts.draft.prompt(question, proposed));
        const next = await answers.next();
        if (next.done === true) {
          io.warn("\n");
          return refuse(texts.draft.noAnswer(question), texts.draft.noAnswerMend);
        }
        const given = String(next.value).trim();
        const answer = read(given === "" ? proposed : given);
        if (!isRefusal(answer)) return answer;
        say(io, answer);
      }
    },
    tell(lines) {
      // A terminal that does not know its width says 0.
      const width = Math.max(32, Math.min(io.columns || 80, 100)) - 4;
      for (const line of lines) io.warn(`  ${wrap(line, width).join("\n    ")}\n`);
    },
    close() {
      lines.close();
      source.destroy();
    },
  };
}

function say(io: Io, refusal: Refusal): void {
  io.warn(`  ${[refusal.message, ...refusal.mend].join("\n  ")}\n`);
}
