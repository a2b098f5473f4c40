export interface ValueLinesProps {
  readonly stops: readonly number[];
  readonly y: (value: number) => number;
  /** Where the drawing begins, behind the words of the lines. */
  readonly left: number;
  readonly width: number;
  readonly write: (value: number) => string;
}

/** The lines of the values behind a chart, each with its figure; the one of zero is stronger. */
export function ValueLines({ stops, y, left, width, write }: ValueLinesProps) {
  return stops.map((stop) => (
    <g key={stop}>
      <line x1={left} x2={width} y1={y(stop)} y2={y(stop)} stroke={stop === 0 ? "var(--ctl)" : "var(--line)"} />
      <text x={left - 8} y={y(stop) + 4} textAnchor="end" fontSize="12" fill="var(--ink2)">
        {write(stop)}
      </text>
    </g>
  ));
}
