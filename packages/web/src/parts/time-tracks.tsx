import { useId } from "react";
import type { Bar } from "../state/cooperation/through-time.ts";
import styles from "./time-tracks.module.css";

export interface Track {
  readonly id: string;
  readonly tone: "first" | "second";
  readonly bars: readonly Bar[];
}

export interface TimeTracksProps {
  /** From top to bottom; two of them stand close together as a pair. */
  readonly tracks: readonly Track[];
  /** All that the bars say, in words. */
  readonly label: string;
  /** Where the asked day lies, from 0 to 1. */
  readonly now?: number;
  /** Rules to read years by, from 0 to 1. */
  readonly rules?: readonly number[];
  readonly height?: number;
}

const GAP = 2;
const percent = (part: number) => `${(part * 100).toFixed(3)}%`;

/**
 * Bars through time on one ground of years. Filled: rests on a source; dashed: not verified; hatched: suspended, or
 * without a known start; a thin line with a ring: signed. Words beside it or a table say the same.
 */
export function TimeTracks({ tracks, label, now, rules = [], height = 8 }: TimeTracksProps) {
  const id = useId();
  const full = tracks.length * height + (tracks.length - 1) * GAP;
  return (
    <svg className={styles.tracks} width="100%" height={full} role="img" aria-label={label}>
      <defs>
        {(["first", "second"] as const).map((tone) => (
          <pattern
            key={tone}
            id={`${id}${tone}`}
            width="4.5"
            height="4.5"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect width="1.4" height="4.5" className={styles.hatch} />
          </pattern>
        ))}
      </defs>
      {rules.map((at) => (
        <line key={at} x1={percent(at)} x2={percent(at)} y1="0" y2={full} className={styles.rule} />
      ))}
      {tracks.map(({ id: track, tone, bars }, index) => {
        const top = index * (height + GAP);
        return (
          <g key={track} className={styles[tone]}>
            {bars.map(({ start, end, look, spell }) =>
              look === "line" ? (
                <g key={spell}>
                  <line
                    x1={percent(start)}
                    x2={percent(end)}
                    y1={top + height / 2}
                    y2={top + height / 2}
                    className={styles.line}
                  />
                  <circle cx={percent(start)} cy={top + height / 2} r={height / 2 - 1} className={styles.ring} />
                </g>
              ) : (
                <rect
                  key={spell}
                  x={percent(start)}
                  width={percent(Math.max(0.004, end - start))}
                  y={top + 0.5}
                  height={height - 1}
                  className={styles[look]}
                  style={look === "hatched" ? { fill: `url(#${id}${tone})` } : undefined}
                />
              ),
            )}
          </g>
        );
      })}
      {now === undefined ? null : <line x1={percent(now)} x2={percent(now)} y1="0" y2={full} className={styles.now} />}
    </svg>
  );
}

/** A small sample of a look, for a legend. */
export function TrackKey({ tone, look }: { readonly tone: Track["tone"]; readonly look: Bar["look"] }) {
  return (
    <span className={styles.key} aria-hidden="true">
      <TimeTracks tracks={[{ id: "key", tone, bars: [{ start: 0, end: 1, look, spell: 0 }] }]} label="" />
    </span>
  );
}
