import { useElementSize } from "@mantine/hooks";
import { type Day, daysBetween } from "../state/days.ts";
import { writeDay } from "../state/format.ts";
import type { MessageId } from "../texts/ids.ts";
import { useText } from "../texts/use-text.ts";
import styles from "./party-strip.module.css";

/** One party's time with an agreement. Days are civil days; an open end is no day. */
export interface PartyTrack {
  readonly id: string;
  readonly name: string;
  /** Side it belongs to, where the agreement has sides; tracks of one side stand together. */
  readonly side?: string;
  readonly acts: readonly { readonly kind: "signature" | "ratification" | "withdrawal"; readonly day: Day }[];
  readonly spans: readonly {
    readonly kind: "effect" | "suspended";
    readonly from: Day;
    readonly until?: Day;
    readonly unverified: boolean;
  }[];
  /** The same in words, for readers and on paper. */
  readonly words: string;
}

export interface PartyStripProps {
  readonly tracks: readonly PartyTrack[];
  readonly from: Day;
  readonly until: Day;
  readonly asOf: Day;
}

const ROW = 28;
const TOP = 22;
const ACTS: Readonly<Record<PartyTrack["acts"][number]["kind"], MessageId>> = {
  signature: "parts.strip.signed",
  ratification: "parts.strip.ratified",
  withdrawal: "parts.strip.withdrawal",
};

/** Parties through time: circle signature, diamond ratification, bar effect, hatching suspension; a rule at "as of". */
export function PartyStrip({ tracks, from, until, asOf }: PartyStripProps) {
  const { t, locale } = useText();
  const { ref, width } = useElementSize();
  const names = Math.min(180, width * 0.34);
  const span = Math.max(1, daysBetween(from, until));
  const xOf = (day: Day) => names + 8 + (daysBetween(from, day) / span) * Math.max(0, width - names - 16);
  const years = Array.from(
    { length: Number(until.slice(0, 4)) - Number(from.slice(0, 4)) },
    (_, index) => Number(from.slice(0, 4)) + index + 1,
  );
  const every = Math.max(1, Math.ceil((years.length * 44) / Math.max(1, width - names)));
  const height = TOP + tracks.length * ROW + 4;

  return (
    <div ref={ref} className={styles.strip}>
      {width === 0 ? null : (
        <svg width={width} height={height} aria-hidden="true">
          {years
            .filter((year) => year % every === 0)
            .map((year) => (
              <g key={year}>
                <path d={`M${xOf(`${year}-01-01`)} 16V${height}`} className={styles.year} />
                <text x={xOf(`${year}-01-01`) + 4} y={12} className={styles.yearName}>
                  {year}
                </text>
              </g>
            ))}
          {tracks.map((track, index) => {
            const middle = TOP + index * ROW + ROW / 2;
            const apart = index > 0 && tracks[index - 1]!.side !== track.side;
            return (
              <g key={track.id}>
                <path d={`M0 ${middle - ROW / 2}H${width}`} className={apart ? styles.apart : styles.rule} />
                <text x={0} y={middle + 4} className={styles.name}>
                  {track.name}
                </text>
                {track.spans.map((each) => {
                  const x = xOf(each.from);
                  const end = xOf(each.until ?? until);
                  return (
                    <g key={each.kind + each.from}>
                      <rect
                        x={x}
                        y={middle - 4}
                        width={Math.max(2, end - x)}
                        height={8}
                        rx={each.until ? 1.5 : 0}
                        className={
                          each.kind === "suspended"
                            ? styles.suspended
                            : each.unverified
                              ? styles.unverified
                              : styles.effect
                        }
                      />
                      {each.kind === "suspended" ? (
                        <path d={hatching(x, end, middle)} className={styles.hatching} />
                      ) : null}
                    </g>
                  );
                })}
                {track.acts.map((act) => (
                  <path key={act.kind + act.day} d={SIGNS[act.kind](xOf(act.day), middle)} className={styles[act.kind]}>
                    <title>{`${t(ACTS[act.kind])}, ${writeDay(act.day, locale)}`}</title>
                  </path>
                ))}
              </g>
            );
          })}
          {asOf >= from && asOf <= until ? <path d={`M${xOf(asOf)} 16V${height}`} className={styles.asOf} /> : null}
        </svg>
      )}
      <ul
        className={styles.words}
        aria-label={t("parts.strip.describe", { from: from.slice(0, 4), until: until.slice(0, 4) })}
      >
        {tracks.map((track) => (
          <li key={track.id}>
            {track.name}: {track.words}
          </li>
        ))}
      </ul>
    </div>
  );
}

const SIGNS = {
  signature: (x: number, y: number) => `M${x - 4} ${y}a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z`,
  ratification: (x: number, y: number) => `M${x} ${y - 5.5}l5.5 5.5l-5.5 5.5l-5.5 -5.5z`,
  withdrawal: (x: number, y: number) => `M${x - 4} ${y - 5}l7 5l-7 5`,
} as const;

/** Strokes of the hatching, one by one: a pattern of an SVG takes its colour from elsewhere. */
function hatching(from: number, to: number, middle: number): string {
  let path = "";
  for (let x = from; x < to - 4; x += 4) path += `M${x} ${middle + 4}l4 -8`;
  return path;
}
