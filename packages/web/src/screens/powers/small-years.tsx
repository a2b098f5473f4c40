import type { ChartProps } from "../../charts/chart.ts";
import { clipped, labelEvery, textWidth } from "../../state/money/axis.ts";
import type { Multiple, Multiples } from "../../state/powers/multiples.ts";
import { pointMark } from "../../state/powers/point.ts";

export interface SmallYearsProps extends ChartProps {
  readonly multiples: Multiples;
  readonly years: { readonly from: number; readonly to: number };
  /** The year that is looked at: a line in every drawing. */
  readonly year: number;
}

const HEAD = 22;
const ROW = 26;
const FOOT = 22;
const GAP = 26;
const WIDE = 330;

/** Drawings of equal size, one a state; in each a row a power and a bar a year. Filled: certain; outline above it: perhaps. */
export function SmallYears({ multiples, years, year, width, label }: SmallYearsProps) {
  const columns = Math.max(1, Math.min(3, Math.floor((width + GAP) / (WIDE + GAP))));
  const own = (width - GAP * (columns - 1)) / columns;
  const rows = multiples.states[0]?.powers.length ?? 0;
  const high = HEAD + rows * ROW + FOOT;
  const lines = Math.ceil(multiples.states.length / columns);
  const height = lines * (high + 10);
  return (
    <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img" aria-label={label}>
      {multiples.states.map((multiple, at) => (
        <g
          key={multiple.state.id}
          transform={`translate(${(at % columns) * (own + GAP)} ${Math.floor(at / columns) * (high + 10)})`}
        >
          <Small multiple={multiple} most={multiples.most} years={years} year={year} width={own} />
        </g>
      ))}
    </svg>
  );
}

interface SmallProps {
  readonly multiple: Multiple;
  readonly most: number;
  readonly years: SmallYearsProps["years"];
  readonly year: number;
  readonly width: number;
}

function Small({ multiple: { state, powers }, most, years, year, width }: SmallProps) {
  const names = Math.min(width * 0.34, Math.max(50, ...powers.map(({ power }) => textWidth(power.name) + 8)));
  const count = years.to - years.from + 1;
  const step = (width - names) / count;
  const bar = Math.max(1, step * 0.76);
  const every = labelEvery(count, 40, width - names);
  const x = (each: number) => names + (each - years.from) * step + (step - bar) / 2;
  const tall = (value: number) => (value / most) * (ROW - 5);
  const bottom = HEAD + powers.length * ROW;
  return (
    <>
      <text x="0" y="14" fontSize="13" fontWeight="650" fill="var(--ink)">
        {state.name}
      </text>
      <line
        x1={x(year) + bar / 2}
        x2={x(year) + bar / 2}
        y1={HEAD}
        y2={bottom}
        stroke="var(--ctl)"
        strokeDasharray="2 3"
      />
      {powers.map(({ power, years: marks }, at) => {
        const base = HEAD + (at + 1) * ROW;
        return (
          <g key={power.id}>
            <line x1="0" x2={width} y1={base} y2={base} stroke="var(--line)" />
            <text x="0" y={base - 6} fontSize="12" fill="var(--ink2)">
              <title>{power.name}</title>
              {clipped(power.name, names - 6)}
            </text>
            {marks.map((mark) => (
              <g key={mark.year} data-mark={pointMark({ power: power.id, state: state.id, year: mark.year })}>
                <title>{`${power.name}, ${state.name}, ${mark.year}: ${mark.count}${mark.perhaps > 0 ? ` + ${mark.perhaps}?` : ""}`}</title>
                {/* The whole height of the row is hit, above a low bar too. */}
                <rect
                  x={x(mark.year) - (step - bar) / 2}
                  y={base - ROW}
                  width={step}
                  height={ROW}
                  fill="var(--surface)"
                  fillOpacity="0"
                />
                <rect
                  x={x(mark.year)}
                  y={base - tall(mark.count)}
                  width={bar}
                  height={tall(mark.count)}
                  fill="var(--accent)"
                />
                {mark.perhaps > 0 ? (
                  <rect
                    x={x(mark.year) + 0.4}
                    y={base - tall(mark.count + mark.perhaps)}
                    width={Math.max(0.6, bar - 0.8)}
                    height={tall(mark.perhaps)}
                    fill="none"
                    stroke="var(--accent)"
                    strokeWidth="0.8"
                  />
                ) : null}
              </g>
            ))}
          </g>
        );
      })}
      {Array.from({ length: count }, (_, at) => years.from + at)
        .filter((_, at) => at % every === 0)
        .map((each) => (
          <text key={each} x={x(each) + bar / 2} y={bottom + 15} fontSize="11" textAnchor="middle" fill="var(--ink3)">
            {each}
          </text>
        ))}
    </>
  );
}
