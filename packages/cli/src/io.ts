import type { Instant } from "@kelisim/model";

/** All that the command may touch of the process; tests and other hosts give their own. */
export interface Io {
  /** Prints to standard output, waiting where the reader is slower than we are. */
  readonly print: (text: string) => Promise<void>;
  /** Prints to standard error. */
  readonly warn: (text: string) => void;
  /** Shows one line in place of the last on a terminal's standard error; empty: takes it away. Absent: there is no terminal. */
  readonly progress?: (line: string) => void;
  readonly input: AsyncIterable<Uint8Array>;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly folder: string;
  /** Whether standard output is a terminal, and how wide it is. */
  readonly terminal: boolean;
  readonly columns: number | undefined;
  /** The only clock in the program. */
  readonly now: Instant;
}

/** Exit statuses: fine, problems found, wrong usage, our own bug (as in sysexits, EX_SOFTWARE). */
export const EXIT = { fine: 0, problems: 1, usage: 2, bug: 70 } as const;
