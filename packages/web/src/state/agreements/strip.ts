import type { PartyTrack, StatusRow } from "@kelisim/api";
import type { Day } from "../days.ts";

/** What the strip draws of a party: acts as marks, stretches as bars. Days of coarse dates are their first. */
export interface StripTrack {
  readonly id: string;
  readonly name: string;
  readonly side?: string;
  readonly acts: readonly { readonly kind: "signature" | "ratification" | "withdrawal"; readonly day: Day }[];
  readonly spans: readonly {
    readonly kind: "effect" | "suspended";
    readonly from: Day;
    readonly until?: Day;
    readonly unverified: boolean;
  }[];
}

export interface Strip {
  readonly from: Day;
  readonly until: Day;
  readonly tracks: readonly StripTrack[];
}

const ENDS: ReadonlySet<string> = new Set(["withdrawal", "expiry"]);
const NEITHER: ReadonlySet<string> = new Set(["suspension", "resumption"]);

/** "1998" and "1998-05" begin with their first day. */
export const firstDay = (date: string): Day => `${date}${"-01-01".slice(date.length === 4 ? 0 : 3)}`.slice(0, 10);

/**
 * Arranges parties through time up to a day. A bar is dashed where its own beginning is not verified, where every row that
 * could bind rests on general knowledge, or where it only repeats the unverified date of the instrument as a whole ("*").
 */
export function arrangeStrip(tracks: readonly PartyTrack[], asOf: Day): Strip {
  const named = tracks.filter(({ id }) => id !== "*");
  const doubtful = new Set(
    tracks.flatMap(({ id, acts }) =>
      id === "*" ? acts.flatMap(({ effectDate, unverified }) => (effectDate && unverified ? [effectDate] : [])) : [],
    ),
  );
  const days = named.flatMap(({ acts }) => acts.flatMap(datesOf)).map(firstDay);
  const first = [asOf, ...days].sort()[0]!;
  const last = [asOf, ...days].sort().at(-1)!;
  return {
    from: `${first.slice(0, 4)}-01-01`,
    until: `${Number(last.slice(0, 4)) + 1}-01-01`,
    tracks: named.map(({ id, name, side, acts, spells, doubts }) => ({
      id,
      name,
      ...(side === undefined ? {} : { side }),
      acts: acts.flatMap(markOf),
      spans: spells.flatMap(({ state, from, to, unverified }) => {
        const kind =
          state === "suspended" ? "suspended" : state === "bound" || state === "unverified" ? "effect" : undefined;
        if (kind === undefined) return [];
        return [
          {
            kind,
            from: from === undefined ? `${first.slice(0, 4)}-01-01` : firstDay(from),
            until: to === undefined ? asOf : firstDay(to),
            unverified: kind === "effect" && (unverified || doubts.length > 0 || restsOnDoubt(acts, from, doubtful)),
          } as const,
        ];
      }),
    })),
  };
}

/** A row that gives the instrument's own unverified date, and does not say that it is surer of it. */
function restsOnDoubt(acts: readonly StatusRow[], from: string | undefined, doubtful: ReadonlySet<string>): boolean {
  if (from === undefined || !doubtful.has(from)) return false;
  return acts.filter(({ effectDate }) => effectDate === from).every(({ confidence }) => confidence !== "high");
}

const datesOf = ({ actDate, effectDate, provisionalFrom }: StatusRow): readonly string[] =>
  [actDate, effectDate, provisionalFrom].filter((date) => date !== undefined);

function markOf({ act, actDate, effectDate }: StatusRow): StripTrack["acts"] {
  const date = actDate ?? (ENDS.has(act) ? effectDate : undefined);
  if (date === undefined || NEITHER.has(act)) return [];
  const kind = act === "signature" ? "signature" : ENDS.has(act) ? "withdrawal" : "ratification";
  return [{ kind, day: firstDay(date) }];
}
