/** What one run of one engine over the workload gives. Times in milliseconds. */
export interface PeerRun {
  /** From records in memory to the answer. */
  readonly ms: number;
  readonly met: number;
  readonly missed: number;
  /** Start of the MD5 of the sorted list per duty, where the engine's script prints it. */
  readonly digest?: string;
}

/** Raised when an engine's answer is not the workload's: then nothing it measured counts. */
export class WrongAnswer extends Error {}

/** Compares counts, and the digests of the lists where both have one. */
export function checkAnswer(engine: string, expected: Omit<PeerRun, "ms">, run: Omit<PeerRun, "ms">): void {
  const differs = run.digest !== undefined && expected.digest !== undefined && run.digest !== expected.digest;
  if (differs || run.met !== expected.met || run.missed !== expected.missed)
    throw new WrongAnswer(
      `${engine} finds ${run.met} met and ${run.missed} missed; expected ${expected.met} and ${expected.missed}` +
        (differs ? `; its list differs (${run.digest}, expected ${expected.digest})` : ""),
    );
}

/** Reads the word after `name` out of a line that another program prints. */
export function wordAfter(output: string, name: string): string {
  const match = new RegExp(`(?:^|\\s)${name}\\s+(\\S+)`).exec(output);
  if (!match) throw new Error(`no "${name}" in: ${output.slice(0, 500)}`);
  return match[1]!;
}

export function numberAfter(output: string, name: string): number {
  const number = Number(wordAfter(output, name));
  if (!Number.isFinite(number)) throw new Error(`no number after "${name}" in: ${output.slice(0, 500)}`);
  return number;
}

/** Reads the line that the shared scripts print. */
export function readSharedLine(output: string): PeerRun {
  return {
    ms: numberAfter(output, "ms"),
    met: numberAfter(output, "F"),
    missed: numberAfter(output, "B"),
    digest: wordAfter(output, "md5"),
  };
}
