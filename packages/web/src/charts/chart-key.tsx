import { keyPlaces } from "../state/money/axis.ts";

export interface KeyEntry {
  readonly label: string;
  readonly fill: string;
  readonly fillOpacity?: number;
}

/** What the shades stand for, within the drawing, so that it goes along into the picture. */
export function ChartKey({ entries, width }: { readonly entries: readonly KeyEntry[]; readonly width: number }) {
  const { places } = keyPlaces(
    entries.map(({ label }) => label),
    width,
  );
  return entries.map(({ label, fill, fillOpacity }, at) => (
    <g key={label} transform={`translate(${places[at]!.x} ${places[at]!.y})`}>
      <rect x="0.5" y="2.5" width="11" height="11" fill={fill} fillOpacity={fillOpacity} stroke="var(--line2)" />
      <text x="18" y="12" fontSize="12" fill="var(--ink2)">
        {label}
      </text>
    </g>
  ));
}
