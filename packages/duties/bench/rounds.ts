/** One thing that is measured in every round. */
export interface Contender {
  readonly name: string;
  /** Measures once and keeps what it measured; gives a short word for the progress line. */
  readonly measure: () => string;
}

export function roundsText(rounds: number): string {
  return rounds === 1 ? "1 round" : `${rounds} rounds`;
}

/**
 * Runs all contenders in turn, `rounds` times. The order is rotated by one from round to round, so that none always
 * follows the same other and a machine that slows down slows all.
 */
export function alternate(title: string, rounds: number, contenders: readonly Contender[]): void {
  for (let round = 0; round < rounds; round++) {
    const words: string[] = [];
    for (let i = 0; i < contenders.length; i++) {
      const contender = contenders[(i + round) % contenders.length]!;
      words.push(`${contender.name} ${contender.measure()}`);
    }
    process.stderr.write(`${title}, round ${round + 1} of ${rounds}: ${words.join(" · ")}\n`);
  }
}
