/**
 * Remembers which ids were read and, in short, with what content, in 12 bytes each: files of millions of records
 * are streamed through one reader. Two ids or contents may share a hash (one in 10^19 pairs of ids), so an answer
 * is only ever used to warn, never to drop a record.
 */
export interface SeenIds {
  /** Takes an id with its content's hash; says whether the id was seen, with the same content or another. */
  see(id: string, content: number): "new" | "same" | "other";
}

export function createSeenIds(): SeenIds {
  let capacity = 1024;
  let slots = new Uint32Array(capacity * 3);
  let used = 0;

  /** Slot of the hash pair, or of the free place where it belongs. A free slot has both halves zero. */
  function find(table: Uint32Array, size: number, low: number, high: number): number {
    let index = low & (size - 1);
    while (true) {
      const at = index * 3;
      if ((table[at] === low && table[at + 1] === high) || (table[at] === 0 && table[at + 1] === 0)) return at;
      index = (index + 1) & (size - 1);
    }
  }

  function grow(): void {
    const next = new Uint32Array(capacity * 2 * 3);
    for (let at = 0; at < slots.length; at += 3) {
      if (slots[at] === 0 && slots[at + 1] === 0) continue;
      next.set(slots.subarray(at, at + 3), find(next, capacity * 2, slots[at]!, slots[at + 1]!));
    }
    slots = next;
    capacity *= 2;
  }

  return {
    see(id, content) {
      const low = hashText(id, 0x9e3779b9) >>> 0;
      const high = (hashText(id, 0x85ebca6b) | 1) >>> 0;
      const at = find(slots, capacity, low, high);
      if (slots[at + 1] !== 0) return slots[at + 2] === content >>> 0 ? "same" : "other";
      slots[at] = low;
      slots[at + 1] = high;
      slots[at + 2] = content >>> 0;
      used += 1;
      if (used * 3 > capacity * 2) grow();
      return "new";
    },
  };
}

/** A 32-bit hash of a JSON value that does not depend on the order of keys. */
export function hashJson(value: unknown): number {
  if (typeof value !== "object" || value === null)
    return hashText(String(value), typeof value === "string" ? 0x165667b1 : 0x27d4eb2f);
  let hash = 3;
  if (Array.isArray(value)) {
    for (const item of value) hash = mix(Math.imul(hash, 31) + hashJson(item));
    return hash | 0;
  }
  for (const [key, item] of Object.entries(value))
    hash = (hash + mix(Math.imul(hashText(key, 0x7feb352d), 31) + hashJson(item))) | 0;
  return hash;
}

/** FNV-1a over UTF-16 code units, with a seed and a last mix. */
function hashText(text: string, seed: number): number {
  let hash = seed ^ 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return mix(hash);
}

/** Murmur3's finaliser: every bit in reaches every bit out. */
function mix(value: number): number {
  let hash = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
