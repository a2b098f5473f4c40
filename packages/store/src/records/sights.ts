import type { Connections } from "../connection.ts";
import type { Viewer } from "../viewer.ts";
import { IN_ORDER } from "./in-order.ts";

/** Who sees no more than this is looked after by a list; whoever sees more finds a page soon by walking the table. */
const FEW = 2_000;

/**
 * Which records a body sees, where they are few among very many: a page for it would otherwise walk the whole table for
 * a handful of rows. Records are only ever added, and who may read one never changes, so what was seen once holds. A list
 * is only a hint where to look: what is read there is let through by the policy again.
 */
export interface Sights {
  /** Every `seq` that the body may read, in order; undefined: they are many. */
  of(viewer: Viewer): Promise<readonly number[] | undefined>;
}

type Sight = { readonly through: number; readonly seqs: readonly number[] } | "many";

export function createSights(connections: Connections, lastSeq: () => Promise<number>): Sights {
  const known = new Map<string, Promise<Sight>>();

  async function look(viewer: Viewer, before: Exclude<Sight, "many">): Promise<Sight> {
    const through = await lastSeq();
    if (through === before.through) return before;
    const { rows } = await connections.within(viewer, async (transaction) => {
      await transaction.query(IN_ORDER);
      // From the newest on: whoever sees many has shown it after a few rows.
      return transaction.query<{ seq: string }>(
        `select seq from kelisim.record where seq > $1 and seq <= $2 order by seq desc limit ${FEW + 1}`,
        [before.through, through],
      );
    });
    const seqs = [...before.seqs, ...rows.map(({ seq }) => Number(seq)).reverse()];
    return seqs.length > FEW ? "many" : { through, seqs };
  }

  return {
    async of(viewer) {
      const key = JSON.stringify([viewer.region, viewer.party, viewer.body]);
      const before = known.get(key) ?? Promise.resolve({ through: 0, seqs: [] });
      const next = before.then((sight) => (sight === "many" ? sight : look(viewer, sight)));
      known.set(key, next);
      // What could not be looked up is looked up again from where it stood.
      next.catch(() => known.get(key) === next && known.set(key, before));
      const sight = await next;
      return sight === "many" ? undefined : sight.seqs;
    },
  };
}
