import { useId } from "react";
import { axisStops, keyPlaces, labelEvery, placeOf, textWidth } from "../state/money/axis.ts";
import { pairScale, type YearPair } from "../state/money/pair-years.ts";
import type { ChartProps } from "./chart.ts";
import { ChartKey } from "./chart-key.tsx";
import { Hatch } from "./hatch.tsx";
import { ValueLines } from "./value-lines.tsx";

export interface PairBarsProps extends ChartProps {
  readonly pairs: readonly YearPair[];
  readonly write: (value: number) => string;
  readonly words: { readonly first: string; readonly second: string; readonly missing: string };
}

const HEIGHT = 250;
const PALE = 0.34;

/** Two bars a year side by side; the place of one that nobody gives is hatched. */
export function PairBars({ pairs, write, words, width, label }: PairBarsProps) {
  const hatch = useId();
  const [low, high] = pairScale(pairs);
  const stops = axisStops(low, high, 4);
  const isMissing = pairs.some(({ first, second }) => first === undefined || second === undefined);
  const entries = [
    { label: words.first, fill: "var(--accent)", fillOpacity: PALE },
    { label: words.second, fill: "var(--accent)" },
    ...(isMissing ? [{ label: words.missing, fill: `url(#${hatch})` }] : []),
  ];
  const top = keyPlaces(
    entries.map((entry) => entry.label),
    width,
  ).height;
  const left = Math.max(...stops.map((stop) => textWidth(write(stop)))) + 10;
  const [first, last] = [top + 8, top + HEIGHT - 24];
  const y = (value: number) => placeOf(value, [stops[0]!, stops.at(-1)!], [last, first]);
  const step = (width - left) / Math.max(1, pairs.length);
  const bar = Math.min(26, step * 0.4);
  const every = labelEvery(pairs.length, 40, width - left);
  return (
    <svg viewBox={`0 0 ${width} ${top + HEIGHT}`} width={width} height={top + HEIGHT} role="img" aria-label={label}>
      <Hatch id={hatch} />
      <ChartKey entries={entries} width={width} />
      <ValueLines stops={stops} y={y} left={left} width={width} write={write} />
      {pairs.map((pair, at) => {
        const middle = left + (at + 0.5) * step;
        return (
          <g key={pair.year} data-mark={`${pair.year}`}>
            {([pair.first, pair.second] as const).map((value, side) => {
              const x = side === 0 ? middle - bar : middle;
              return value === undefined ? (
                <rect
                  // biome-ignore lint/suspicious/noArrayIndexKey: the two sides of a pair never change places
                  key={side}
                  x={x}
                  y={first}
                  width={bar}
                  height={last - first}
                  fill={`url(#${hatch})`}
                />
              ) : (
                <rect
                  // biome-ignore lint/suspicious/noArrayIndexKey: the two sides of a pair never change places
                  key={side}
                  x={x}
                  y={Math.min(y(0), y(value))}
                  width={bar}
                  height={Math.max(1, Math.abs(y(value) - y(0)))}
                  fill="var(--accent)"
                  fillOpacity={side === 0 ? PALE : 1}
                  stroke="var(--surface)"
                  strokeWidth="0.75"
                />
              );
            })}
            {at % every === 0 ? (
              <text x={middle} y={last + 18} textAnchor="middle" fontSize="12" fill="var(--ink2)">
                {pair.year}
              </text>
            ) : null}
          </g>
        );
      })}
    </svg>
  );
}
