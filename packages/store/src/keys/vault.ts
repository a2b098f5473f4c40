/**
 * Keys of record bodies, kept apart from the database. A slot is a number that the database keeps beside the
 * body; to destroy the key in it is to erase the body, in every backup of the database too.
 */
export interface KeyVault {
  /** Takes `count` fresh keys; they are on disk already. Waits where the next block is still being made. */
  take(count: number): Promise<readonly TakenKey[]>;
  /** Gives back keys under which nothing was kept. */
  giveBack(keys: readonly TakenKey[]): void;
  /** The key in a slot; undefined where it was destroyed or the vault never had it. */
  key(slot: number): Uint8Array | undefined;
  /** Overwrites the keys and notes their slots; when it returns, both are on disk. `record`: the id of what is erased. */
  destroy(slots: readonly { readonly slot: number; readonly record?: string }[]): Promise<void>;
  /** Whether this slot's key was destroyed. */
  destroyed(slot: number): boolean;
  destroyedSlots(): readonly number[];
  /** Whether the body of the record with this id was erased, even where the database no longer knows. */
  erasedRecord(id: string): boolean;
  /** Never gives out slots up to this one: the database holds bodies under them. */
  reserveThrough(slot: number): Promise<void>;
  close(): Promise<void>;
}

export interface TakenKey {
  readonly slot: number;
  readonly key: Uint8Array;
}
