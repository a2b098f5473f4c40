/** Owed to nobody in particular. */
export const NOBODY = 0;
/** As addressee: everyone. */
export const EVERYONE = 1;

/**
 * Gives every actor a small whole number. An actor is a party ("KAZ"), a side ("SH1996:Joint") or a joint
 * group ("KAZ+KGZ").
 */
export class Actors {
  readonly #ids: string[] = ["", "*"];
  /** By number: a single party (or nobody), as opposed to a side or group. */
  readonly #single: boolean[] = [true, true];
  #lastId = "";
  #lastNumber = NOBODY;
  readonly #numbers = new Map<string, number>([
    ["", NOBODY],
    ["*", EVERYONE],
  ]);

  number(id: string): number {
    // The same actor is asked for many times in a row.
    if (id === this.#lastId) return this.#lastNumber;
    let n = this.#numbers.get(id);
    if (n === undefined) {
      n = this.#ids.length;
      this.#ids.push(id);
      this.#single.push(!id.includes(":") && !id.includes("+"));
      this.#numbers.set(id, n);
    }
    this.#lastId = id;
    this.#lastNumber = n;
    return n;
  }

  isSingle(n: number): boolean {
    return this.#single[n]!;
  }

  id(n: number): string {
    return this.#ids[n] ?? "";
  }

  get size(): number {
    return this.#ids.length;
  }
}

export const sideId = (instrument: string, side: string) => `${instrument}:${side}`;
export const groupId = (parties: readonly string[]) => [...new Set(parties)].sort().join("+");
