import { useId } from "react";
import { axisStops, keyPlaces, labelEvery, placeOf, textWidth } from "../state/money/axis.ts";
import type { Stacks } from "../state/money/stack.ts";
import { OTHERS } from "../state/money/stack.ts";
import { type ChartProps, shadeOf } from "./chart.ts";
import { ChartKey } from "./chart-key.tsx";
import { Hatch } from "./hatch.tsx";
import { ValueLines } from "./value-lines.tsx";

export interface YearBarsProps extends ChartProps {
  readonly stacks: Stacks;
  /** Words of a key. */
  readonly nameOf: (key: string) => string;
  /** An amount of the scale in words. */
  readonly write: (value: number) => string;
  /** What a hatched year means. */
  readonly missing: string;
  /** Ends of a scale that several drawings share; absent: its own. */
  readonly domain?: readonly [number, number];
  readonly height?: number;
}

/** The mark of one part of one year, and back. */
export const markOf = (year: number, key: string): string => JSON.stringify([year, key]);
export const markedBy = (mark: string): readonly [year: number, key: string] => JSON.parse(mark);

/** Bars by year, each stacked from its parts; years of which nothing is known are hatched. */
export function YearBars({ stacks, nameOf, write, missing, domain, width, height = 260, label }: YearBarsProps) {
  const hatch = useId();
  const { years, keys } = stacks;
  const stops = axisStops(domain?.[0] ?? stacks.low, domain?.[1] ?? stacks.high, height < 160 ? 2 : 4);
  const scale = [stops[0]!, stops.at(-1)!] as const;
  const entries = [
    ...(keys.length > 1 ? keys.map((key, at) => ({ label: nameOf(key), ...shadeOf(at, key === OTHERS) })) : []),
    ...(years.some((year) => year.missing) && domain === undefined ? [{ label: missing, fill: `url(#${hatch})` }] : []),
  ];
  const top = keyPlaces(
    entries.map((entry) => entry.label),
    width,
  ).height;
  const left = Math.max(...stops.map((stop) => textWidth(write(stop)))) + 10;
  const [first, last] = [top + 8, top + height - 24];
  const y = (value: number) => placeOf(value, scale, [last, first]);
  const step = (width - left) / Math.max(1, years.length);
  const bar = Math.min(44, step * 0.72);
  const every = labelEvery(years.length, 40, width - left);
  return (
    <svg viewBox={`0 0 ${width} ${top + height}`} width={width} height={top + height} role="img" aria-label={label}>
      <Hatch id={hatch} />
      <ChartKey entries={entries} width={width} />
      <ValueLines stops={stops} y={y} left={left} width={width} write={write} />
      {years.map(({ year, parts, missing: unknown }, at) => {
        const x = left + at * step + (step - bar) / 2;
        return (
          <g key={year}>
            {unknown ? (
              <rect x={x} y={first} width={bar} height={last - first} fill={`url(#${hatch})`} stroke="var(--line2)" />
            ) : null}
            {parts.map(({ key, from, to }) => (
              <rect
                key={key}
                data-mark={key === OTHERS ? undefined : markOf(year, key)}
                x={x}
                y={Math.min(y(from), y(to))}
                width={bar}
                height={Math.max(1, Math.abs(y(to) - y(from)))}
                stroke={keys.length > 1 ? "var(--surface)" : undefined}
                strokeWidth="0.75"
                {...shadeOf(keys.indexOf(key), key === OTHERS)}
              />
            ))}
            {at % every === 0 ? (
              <text x={x + bar / 2} y={last + 18} textAnchor="middle" fontSize="12" fill="var(--ink2)">
                {year}
              </text>
            ) : null}
          </g>
        );
      })}
    </svg>
  );
}
