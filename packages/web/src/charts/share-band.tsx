import { useId } from "react";
import { axisStops, keyPlaces, labelEvery, placeOf, textWidth } from "../state/money/axis.ts";
import { shareScale, type YearShare } from "../state/money/shares.ts";
import type { ChartProps } from "./chart.ts";
import { ChartKey } from "./chart-key.tsx";
import { Hatch } from "./hatch.tsx";
import { ValueLines } from "./value-lines.tsx";

export interface ShareBandProps extends ChartProps {
  readonly shares: readonly YearShare[];
  /** A share of the scale in words: "20%". */
  readonly write: (value: number) => string;
  readonly words: { readonly decided: string; readonly between: string; readonly missing: string };
}

const HEIGHT = 240;
const LEFT = 52;

/** A share by year: a bar where it is known, a stretch between two ends where something is undecided, hatched where nothing is known. */
export function ShareBand({ shares, write, words, width, label }: ShareBandProps) {
  const hatch = useId();
  const [low, high] = shareScale(shares);
  const stops = axisStops(low, high, 4);
  const entries = [
    { label: words.decided, fill: "var(--accent)" },
    ...(shares.some(isOpen) ? [{ label: words.between, fill: "var(--accent)", fillOpacity: 0.28 }] : []),
    ...(shares.some(({ least }) => least === undefined) ? [{ label: words.missing, fill: `url(#${hatch})` }] : []),
  ];
  const top = keyPlaces(
    entries.map((entry) => entry.label),
    width,
  ).height;
  const [first, last] = [top + 20, top + HEIGHT - 24];
  const y = (value: number) => placeOf(value, [stops[0]!, stops.at(-1)!], [last, first]);
  const step = (width - LEFT) / Math.max(1, shares.length);
  const bar = Math.min(44, step * 0.72);
  const every = labelEvery(shares.length, 40, width - LEFT);
  const said = shares.map((share) => inWords(share, write));
  const widest = Math.max(0, ...said.map(textWidth));
  const sayEvery = labelEvery(shares.length, widest + 6, width - LEFT);
  return (
    <svg viewBox={`0 0 ${width} ${top + HEIGHT}`} width={width} height={top + HEIGHT} role="img" aria-label={label}>
      <Hatch id={hatch} />
      <ChartKey entries={entries} width={width} />
      <ValueLines stops={stops} y={y} left={LEFT} width={width} write={write} />
      {shares.map((share, at) => {
        const x = LEFT + at * step + (step - bar) / 2;
        const { year, least, most } = share;
        const clip = (value: number) => Math.min(Math.max(value, stops[0]!), stops.at(-1)!);
        const box = (from: number, to: number) => ({
          x,
          width: bar,
          y: Math.min(y(clip(from)), y(clip(to))),
          height: Math.max(0.75, Math.abs(y(clip(from)) - y(clip(to)))),
        });
        return (
          <g key={year} data-mark={`${year}`}>
            {least === undefined || most === undefined ? (
              <rect x={x} y={first} width={bar} height={last - first} fill={`url(#${hatch})`} stroke="var(--line2)" />
            ) : (
              <>
                <rect {...box(0, least)} fill="var(--accent)" />
                <text
                  x={Math.min(x + bar / 2, width - textWidth(said[at]!) / 2)}
                  y={y(Math.max(0, clip(most))) - 5}
                  textAnchor="middle"
                  fontSize="11"
                  fill="var(--ink2)"
                >
                  {at % sayEvery === 0 ? said[at] : null}
                </text>
                {isOpen(share) ? (
                  <rect
                    {...box(least, most)}
                    fill="var(--accent)"
                    fillOpacity="0.28"
                    stroke="var(--accent)"
                    strokeDasharray="3 2"
                  />
                ) : null}
              </>
            )}
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

/** A share, or the two ends between which it lies, in words; nothing where it is not known. */
function inWords(share: YearShare, write: ShareBandProps["write"]): string {
  const { least, most } = share;
  if (least === undefined || most === undefined) return "";
  return isOpen(share) ? `${write(least)}\u2013${write(most)}` : write(most);
}

const isOpen = ({ least, most }: YearShare): boolean => least !== undefined && most !== undefined && least !== most;
