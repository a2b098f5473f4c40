import type { Big } from "big.js";

/** The numbers that a set of comparisons leaves. */
export class Range {
  #least: Big | undefined;
  #leastOpen = false;
  #greatest: Big | undefined;
  #greatestOpen = false;
  readonly #not = new Set<string>();

  /**
   * Keeps what stands in one of the `orders` (bits: 1 less, 2 equal, 4 greater) to a number, and says whether anything
   * is left. `whole`: only whole numbers count.
   */
  narrow(orders: number, number: Big, whole: boolean): boolean {
    if (orders === 5) this.#not.add(number.toFixed());
    else {
      if ((orders & 4) === 0) this.#atMost(number, (orders & 2) === 0, whole);
      if ((orders & 1) === 0) this.#atLeast(number, (orders & 2) === 0, whole);
    }
    if (!this.#least || !this.#greatest) return true;
    const order = this.#least.cmp(this.#greatest);
    if (order !== 0) return order < 0;
    return !this.#leastOpen && !this.#greatestOpen && !this.#not.has(this.#least.toFixed());
  }

  /** A number that the comparisons allow: the least, or near the greatest, or `otherwise`. */
  pick(otherwise: Big): Big {
    let number = this.#least ?? this.#greatest ?? otherwise;
    if (this.#least && this.#leastOpen) {
      number = this.#greatest ? this.#least.plus(this.#greatest).div(2) : this.#least.plus(1);
    } else if (!this.#least && this.#greatest && this.#greatestOpen) {
      number = this.#greatest.minus(1);
    }
    while (this.#not.has(number.toFixed())) number = this.#least ? number.plus(1) : number.minus(1);
    return number;
  }

  #atMost(number: Big, open: boolean, whole: boolean): void {
    const [value, isOpen] = whole && open ? [number.minus(1), false] : [number, open];
    const order = this.#greatest ? value.cmp(this.#greatest) : -1;
    if (order < 0) [this.#greatest, this.#greatestOpen] = [value, isOpen];
    else if (order === 0) this.#greatestOpen ||= isOpen;
  }

  #atLeast(number: Big, open: boolean, whole: boolean): void {
    const [value, isOpen] = whole && open ? [number.plus(1), false] : [number, open];
    const order = this.#least ? value.cmp(this.#least) : 1;
    if (order > 0) [this.#least, this.#leastOpen] = [value, isOpen];
    else if (order === 0) this.#leastOpen ||= isOpen;
  }
}
