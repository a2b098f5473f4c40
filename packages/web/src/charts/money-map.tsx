import type { Basemap } from "@kelisim/api";
import { useId, useMemo } from "react";
import { textWidth } from "../state/money/axis.ts";
import { type LabelBox, placeLabels } from "../state/money/labels.ts";
import { frameOf, type Held, middleOf, outline, radiusOf } from "../state/money/map.ts";
import type { ChartProps } from "./chart.ts";
import { ChartKey } from "./chart-key.tsx";
import { Hatch } from "./hatch.tsx";

export interface MoneyMapProps extends ChartProps {
  readonly basemap: Basemap;
  /** By party; parties that are not among them are land alone. */
  readonly held: ReadonlyMap<string, Held>;
  readonly nameOf: (party: string) => string;
  /** The greatest amount of all years: a circle means the same in each of them. */
  readonly greatest: number;
  readonly write: (value: number) => string;
  readonly words: { readonly amount: string; readonly below: string; readonly unknown: string; readonly none: string };
}

const TALLEST = 520;
const KEY = 30;

/**
 * Circles on the lands of recipients, their area the amount. An outline alone: below zero. A hatched land: rows without an amount, or no
 * row in the files; the words beside it say which. No state has a colour of its own.
 */
export function MoneyMap({ basemap, held, nameOf, greatest, write, words, width, label }: MoneyMapProps) {
  const hatch = useId();
  const clip = useId();
  const [west = 0, south = 0, east = 0, north = 0] = basemap.home;
  const frame = useMemo(() => frameOf([west, south, east, north], width, TALLEST), [west, south, east, north, width]);
  const lands = useMemo(
    () =>
      basemap.lands.map(({ party, focus, polygons, label: at }) => ({
        party,
        focus,
        d: polygons.map((rings) => outline(rings, frame)).join(""),
        at: at ?? middleOf(polygons),
      })),
    [basemap, frame],
  );
  const most = Math.max(12, Math.min(46, frame.width / 14));
  const shown = lands.flatMap(({ party, at }) => {
    const own = party === undefined ? undefined : held.get(party);
    return party === undefined || own === undefined || at === undefined ? [] : [{ party, own, at: frame.place(at) }];
  });
  const labels = shown.map(({ party, own, at: [x, y] }) => {
    const radius = own.kind === "amount" ? Math.max(2, radiusOf(own.value, greatest, most)) : 0;
    const text = own.kind === "amount" ? write(own.value) : own.kind === "none" ? words.none : words.unknown;
    const lines = [nameOf(party), text] as const;
    const wide = Math.max(...lines.map(textWidth));
    return { key: party, own, lines, x, y, radius, wide, high: 2 * LINE };
  });
  const places = placeLabels(labels, frame.width, frame.height);
  // Words that find no room on the map stand below it.
  const below = labels.filter(({ key }) => !places.has(key));
  const height = KEY + frame.height + (below.length === 0 ? 0 : below.length * 18 + 8);
  const entries = [
    { label: words.amount, fill: "var(--accent)", fillOpacity: 0.75 },
    ...(shown.some(({ own }) => own.kind === "amount" && own.value < 0) ? [{ label: words.below, fill: "none" }] : []),
    ...(shown.some(({ own }) => own.kind !== "amount") ? [{ label: words.unknown, fill: `url(#${hatch})` }] : []),
  ];
  return (
    <svg viewBox={`0 0 ${frame.width} ${height}`} width={frame.width} height={height} role="img" aria-label={label}>
      <Hatch id={hatch} />
      <clipPath id={clip}>
        <rect width={frame.width} height={frame.height} />
      </clipPath>
      <ChartKey entries={entries} width={width} />
      <g transform={`translate(0 ${KEY})`} clipPath={`url(#${clip})`}>
        <rect width={frame.width} height={frame.height} fill="var(--water)" />
        {lands.map(({ d, party, focus }) => (
          <path key={d} d={d} fill={focus ? "var(--land)" : "var(--land2)"} stroke="var(--line2)" data-land={party} />
        ))}
        {lands.map(({ d, party }) => {
          const own = party === undefined ? undefined : held.get(party);
          return own === undefined || own.kind === "amount" ? null : (
            <path key={d} d={d} fill={`url(#${hatch})`} stroke="var(--line2)" />
          );
        })}
        {labels.map(({ key, own, x, y, radius, lines }) => (
          <g key={key} data-mark={own.kind === "none" ? undefined : key}>
            {own.kind === "amount" ? (
              <circle
                cx={x}
                cy={y}
                r={radius}
                fill={own.value < 0 ? "none" : "var(--accent)"}
                fillOpacity="0.75"
                stroke="var(--accent)"
              />
            ) : null}
            <Label box={places.get(key)} lines={lines} />
          </g>
        ))}
      </g>
      {below.map(({ key, lines }, at) => (
        <text key={key} x="0" y={KEY + frame.height + 18 * (at + 1)} fontSize="12" fill="var(--ink)">
          {lines.join(": ")}
        </text>
      ))}
    </svg>
  );
}

const LINE = 15;

/** Two lines of words, with a rim that keeps them apart from the lines of the land. */
function Label({ box, lines }: { readonly box: LabelBox | undefined; readonly lines: readonly string[] }) {
  if (box === undefined) return null;
  return lines.map((line, at) => (
    <text
      key={line}
      x={(box.left + box.right) / 2}
      y={box.top + 11 + at * LINE}
      textAnchor="middle"
      fontSize="12"
      fontWeight={at === 0 ? 600 : 400}
      fill="var(--ink)"
      stroke="var(--land)"
      strokeWidth="3"
      paintOrder="stroke"
    >
      {line}
    </text>
  ));
}
