import type { Basemap, Borders, Places } from "@kelisim/api";
import type { Map as MapLibre } from "maplibre-gl";
import { lazy, type ReactNode, Suspense, useCallback, useMemo, useRef, useState } from "react";
import { ErrorBoundary } from "../parts/error-boundary.tsx";
import { useText } from "../texts/use-text.ts";
import { countInView, drawnBorders, viewsOf } from "./drawn-borders.ts";
import type { Seen } from "./drawn-map.tsx";
import { Legend } from "./legend.tsx";
import styles from "./map.module.css";
import type { Box, Place } from "./mercator.ts";
import type { Callout } from "./overlay.tsx";
import { PlainMap } from "./plain-map.tsx";
import { ScaleBar } from "./scale-bar.tsx";
import type { Spot } from "./spots.ts";
import { hasWebGl } from "./webgl.ts";

// MapLibre is 300 kB: loaded where a map is shown, and by nobody else.
const DrawnMap = lazy(() => import("./drawn-map.tsx"));

export interface RegionMapProps {
  /** Says what the map shows, for who does not see it. */
  readonly label: string;
  readonly basemap: Basemap;
  readonly places: Places;
  readonly borders: Borders;
  /** Ids of the zones that are drawn; all of them are heavy to read together. */
  readonly zones?: readonly string[];
  /** Whose view of disputed lines: "both" or a party's id; it belongs into the address. */
  readonly view: string;
  readonly onView: (view: string) => void;
  readonly spots?: readonly Spot[];
  readonly chosen?: string;
  readonly onSpot?: (id: string) => void;
  /** Corners of a planned area. */
  readonly area?: readonly Place[] | undefined;
  /** Said at a place of the map. */
  readonly callout?: Callout | undefined;
  /** Opened on this box instead of the whole region; a new one moves the map. */
  readonly box?: Box;
  /** The still drawing, though the other one could be had. */
  readonly plain?: boolean;
  /** Given the map once it can be drawn on. */
  readonly onMap?: (map: MapLibre | undefined) => void;
  /** On the map, at its upper left. */
  readonly over?: ReactNode;
  /** Further entries of the legend (list items). */
  readonly legend?: ReactNode;
}

const NONE: readonly never[] = [];

/** The map of a region with its legend: lines by status, zones with their uncertain edge, spots. */
export function RegionMap(props: RegionMapProps) {
  const {
    label,
    basemap,
    places,
    borders,
    zones: wanted = NONE,
    view,
    spots = NONE,
    chosen,
    plain,
    onSpot,
    area,
    callout,
    onMap,
  } = props;
  const { t } = useText();
  const [seen, setSeen] = useState<Seen>();
  const map = useRef<MapLibre>(undefined);
  const drawn = useMemo(() => drawnBorders(basemap, borders.sections, view), [basemap, borders, view]);
  const zones = useMemo(() => places.zones.filter(({ id }) => wanted.includes(id)), [places, wanted]);
  const content = useMemo(
    () => ({
      basemap,
      borders: drawn,
      zones,
      spots,
      ...(chosen === undefined ? {} : { chosen }),
      ...(area === undefined ? {} : { area }),
    }),
    [basemap, drawn, zones, spots, chosen, area],
  );
  const box = props.box ?? (basemap.home as unknown as Box);
  const counts = useMemo(() => countInView(drawn, seen?.box), [drawn, seen]);
  const keep = useCallback(
    (made: MapLibre | undefined) => {
      map.current = made;
      onMap?.(made);
    },
    [onMap],
  );
  const still = plain === true || !hasWebGl();
  const drawing = (
    <PlainMap label={label} content={content} box={box} onSeen={setSeen} onSpot={onSpot} callout={callout} />
  );

  return (
    <figure className={styles.figure}>
      <div className={styles.frame}>
        {still ? (
          drawing
        ) : (
          <ErrorBoundary instead={drawing}>
            <Suspense fallback={<div className={styles.canvas} aria-busy="true" />}>
              <DrawnMap
                label={label}
                content={content}
                box={box}
                onSeen={setSeen}
                onSpot={onSpot}
                callout={callout}
                onMap={keep}
              />
            </Suspense>
          </ErrorBoundary>
        )}
        {props.over ? <div className={styles.over}>{props.over}</div> : null}
        {still ? null : (
          <div className={styles.zoom}>
            <button type="button" aria-label={t("map.nearer")} onClick={() => map.current?.zoomIn()}>
              +
            </button>
            <button type="button" aria-label={t("map.farther")} onClick={() => map.current?.zoomOut()}>
              −
            </button>
            <button
              type="button"
              aria-label={t("map.whole")}
              onClick={() => map.current?.fitBounds(basemap.home as [number, number, number, number])}
            >
              <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
                <path d="M2 6V2h4M10 2h4v4M14 10v4h-4M6 14H2v-4" className={styles.icon} />
              </svg>
            </button>
          </div>
        )}
        {seen ? <ScaleBar kmPerPixel={seen.kmPerPixel} /> : null}
      </div>
      <figcaption>
        <Legend
          basemap={basemap}
          zones={zones}
          counts={counts}
          views={viewsOf(borders.sections)}
          view={view}
          onView={props.onView}
          unverified={drawn.some((each) => each.unverified)}
          more={props.legend}
        />
      </figcaption>
    </figure>
  );
}
