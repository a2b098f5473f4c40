import type { Problem } from "@kelisim/model";

/** Keeps the first problems and counts the rest, so that a file of any size ends in a page and not in a flood. */
export class ProblemList {
  readonly first: Problem[] = [];
  errors = 0;
  warnings = 0;
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  readonly add = (problem: Problem): void => {
    if (problem.severity === "error") this.errors += 1;
    else this.warnings += 1;
    if (this.first.length < this.#most) this.first.push(problem);
  };

  get more(): number {
    return this.errors + this.warnings - this.first.length;
  }
}
