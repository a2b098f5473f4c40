import { useElementSize } from "@mantine/hooks";
import { useEffect, useId, useMemo } from "react";
import { bandAround } from "./band.ts";
import type { Seen } from "./drawn-map.tsx";
import styles from "./map.module.css";
import { type Box, distanceKm, type Place, project } from "./mercator.ts";
import { type Callout, Overlay } from "./overlay.tsx";
import type { MapContent } from "./sources.ts";
import { radiusOf } from "./spots.ts";
import { spread } from "./spread.ts";
import { around, placeNames, townsAt } from "./town-names.ts";

export interface PlainMapProps {
  readonly label: string;
  readonly content: MapContent;
  readonly box: Box;
  readonly onSeen: (seen: Seen) => void;
  readonly onSpot: ((id: string) => void) | undefined;
  readonly callout: Callout | undefined;
}

/** Until the width is known. */
const WIDTH = 900;
const TALLEST = 720;

/** The same map as a still drawing, for browsers that cannot draw the other one, and for who prefers it. */
export function PlainMap({ label, content, box, onSeen, onSpot, callout }: PlainMapProps) {
  const hatch = useId();
  const { ref, width } = useElementSize<HTMLDivElement>();
  const frame = useMemo(() => frameOf(box, width || WIDTH), [box, width]);
  const { basemap, zones, borders, spots, chosen, area } = content;
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
  const kmPerPixel = scaleOf(box, frame.width);
  useEffect(() => {
    if (width > 0) onSeen({ box, kmPerPixel });
  }, [box, width, kmPerPixel, onSeen]);
  const names = useMemo(() => namesOn(frame, content, kmPerPixel), [frame, content, kmPerPixel]);

  return (
    <div ref={ref} className={styles.holder}>
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
        {area === undefined ? null : <path d={path([area], frame, true)} className={styles.area} />}
        {names.map(({ town, x, y, name }) => (
          <g key={`${town.name} ${x}`}>
            <circle cx={x} cy={y} r="2.6" className={styles.dot} />
            {name === undefined ? null : (
              <text x={name.x} y={name.y} textAnchor={name.anchor} className={styles.town}>
                {town.name}
              </text>
            )}
          </g>
        ))}
      </svg>
      <Overlay
        spots={spots}
        chosen={chosen}
        onSpot={onSpot}
        callout={callout}
        width={frame.width}
        height={frame.height}
        project={frame.place}
      />
    </div>
  );
}

/** Kilometres a pixel in the middle of a box. */
function scaleOf([west, south, east, north]: Box, width: number): number {
  const middle = (south + north) / 2;
  return distanceKm([west, middle], [east, middle]) / width;
}

/** Letters of a country's name, as the style draws them. */
const LAND_LETTER = 9.5;
const LAND_HIGH = 8;

/** Names of towns with room beside the names of countries and the spots. */
function namesOn(frame: Frame, { basemap, spots }: MapContent, kmPerPixel: number) {
  const lands = basemap.lands.flatMap(({ name, label }) => {
    if (name === undefined || label === undefined) return [];
    const [x, y] = frame.place(label);
    const half = (name.length * LAND_LETTER) / 2;
    return [{ left: x - half, right: x + half, top: y - LAND_HIGH - 4, bottom: y + LAND_HIGH - 4 }];
  });
  const drawn = spots.map(({ at, marks }) => {
    const [x, y] = frame.place(at);
    return { x, y, radius: radiusOf(marks.length) };
  });
  const circles = spread(drawn).map(({ x, y, radius }) => around(x, y, radius));
  const inside = townsAt(basemap.towns, kmPerPixel).flatMap((town) => {
    const [x, y] = frame.place(town.at);
    return x < 0 || y < 0 || x > frame.width || y > frame.height ? [] : [{ town, x, y }];
  });
  return placeNames(inside, [...lands, ...circles], frame);
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
