import { useElementSize } from "@mantine/hooks";
import { useEffect, useId, useMemo } from "react";
import { bandAround } from "./band.ts";
import type { Seen } from "./drawn-map.tsx";
import styles from "./map.module.css";
import { type Box, distanceKm, type Place, project } from "./mercator.ts";
import type { MapContent } from "./sources.ts";
import { radiusOf } from "./spots.ts";

export interface PlainMapProps {
  readonly label: string;
  readonly content: MapContent;
  readonly box: Box;
  readonly onSeen: (seen: Seen) => void;
  readonly onSpot?: (id: string) => void;
}

/** Until the width is known. */
const WIDTH = 900;
const TALLEST = 720;

/** The same map as a still drawing, for browsers that cannot draw the other one, and for who prefers it. */
export function PlainMap({ label, content, box, onSeen, onSpot }: PlainMapProps) {
  const hatch = useId();
  const { ref, width } = useElementSize<HTMLDivElement>();
  const frame = useMemo(() => frameOf(box, width || WIDTH), [box, width]);
  const { basemap, zones, borders, spots, chosen } = content;
  const lines = useMemo(
    () => ({
      lands: basemap.lands.map(({ polygons, focus }) => ({
        focus,
        d: polygons.map((rings) => path(rings, frame, true)).join(""),
      })),
      zones: zones.map(({ id, polygons }) => ({ id, d: polygons.map((rings) => path(rings, frame, true)).join("") })),
      bands: zones.map(({ id, edge, accuracyKm }) => ({ id, d: path(bandAround(edge, accuracyKm), frame, true) })),
      borders: borders.map(({ id, status, second, ours, unverified, lines }) => ({
        id,
        look: [second ? "second" : status, ours ? undefined : "outside", unverified ? "unverified" : undefined],
        d: path(lines, frame, false),
      })),
    }),
    [basemap, zones, borders, frame],
  );
  useEffect(() => {
    if (width === 0) return;
    const middle = (box[1] + box[3]) / 2;
    onSeen({ box, kmPerPixel: distanceKm([box[0], middle], [box[2], middle]) / width });
  }, [box, width, onSeen]);

  return (
    <div ref={ref}>
      <svg viewBox={`0 0 ${frame.width} ${frame.height}`} className={styles.plain} role="img" aria-label={label}>
        <defs>
          <pattern id={hatch} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="1.3" height="5" className={styles.hatch} />
          </pattern>
        </defs>
        <rect width={frame.width} height={frame.height} className={styles.water} />
        {lines.lands.map(({ focus, d }) => (
          <path key={d} d={d} className={focus ? styles.focus : styles.land} />
        ))}
        {lines.zones.map(({ id, d }) => (
          <path key={id} d={d} className={styles.zone} shapeRendering="crispEdges" />
        ))}
        {lines.bands.map(({ id, d }) => (
          <path key={id} d={d} fill={`url(#${hatch})`} />
        ))}
        {lines.borders.map(({ id, look, d }) => (
          <path key={`${id} ${look[0]}`} d={d} className={look.map((name) => (name ? styles[name] : "")).join(" ")} />
        ))}
        {basemap.lands.map(({ name, label: at }) => {
          if (name === undefined || at === undefined) return null;
          const [x, y] = frame.place(at);
          return x < 0 || y < 0 || x > frame.width || y > frame.height ? null : (
            <text key={name} x={x} y={y} className={styles.name}>
              {name}
            </text>
          );
        })}
        {spots.map(({ id, at, marks, unverified }) => {
          const [x, y] = frame.place(at);
          return (
            // biome-ignore lint/a11y/noStaticElementInteractions: the list beside the map does the same for the keyboard.
            <g key={id} onClick={() => onSpot?.(id)} className={styles.spotGroup}>
              <circle
                cx={x}
                cy={y}
                r={radiusOf(marks.length)}
                className={`${unverified ? styles.spotUnverified : styles.spot} ${id === chosen ? styles.spotChosen : ""}`}
              />
              {marks.length > 1 ? (
                <text x={x} y={y} className={unverified ? styles.countUnverified : styles.count}>
                  {marks.length}
                </text>
              ) : null}
            </g>
          );
        })}
      </svg>
    </div>
  );
}

interface Frame {
  readonly width: number;
  readonly height: number;
  readonly place: (place: Place) => readonly [number, number];
}

function frameOf([west, south, east, north]: Box, width: number): Frame {
  const [left, top] = project([west, north]);
  const [right, bottom] = project([east, south]);
  const scale = Math.min(width / (right - left), TALLEST / (bottom - top));
  const spare = (width - (right - left) * scale) / 2;
  return {
    width,
    height: Math.round((bottom - top) * scale),
    place: (place) => {
      const [x, y] = project(place);
      return [Math.round(((x - left) * scale + spare) * 10) / 10, Math.round((y - top) * scale * 10) / 10];
    },
  };
}

const path = (lines: readonly (readonly Place[])[], frame: Frame, closed: boolean): string =>
  lines.map((line) => `M${line.map((place) => frame.place(place).join(" ")).join("L")}${closed ? "Z" : ""}`).join("");
