import "maplibre-gl/dist/maplibre-gl.css";
import { useComputedColorScheme } from "@mantine/core";
import { type GeoJSONSource, Map as MapLibre, setWorkerUrl } from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?url";
import { useEffect, useRef, useState } from "react";
import { useText } from "../texts/use-text.ts";
import { DARK, LIGHT } from "../theme/tokens.ts";
import { dotImage, emptyImage } from "./dot.ts";
import { hatchImage } from "./hatch.ts";
import styles from "./map.module.css";
import { DOT, EMPTY, HATCH, mapStyle } from "./map-style.ts";
import { type Box, distanceKm, type Place } from "./mercator.ts";
import { type Callout, Overlay } from "./overlay.tsx";
import { type MapContent, SOURCES, sourcesOf } from "./sources.ts";

setWorkerUrl(workerUrl);

/** What is seen of a map. */
export interface Seen {
  readonly box: Box;
  readonly kmPerPixel: number;
}

export interface DrawnMapProps {
  readonly label: string;
  readonly content: MapContent;
  /** Opened on this box; a new one moves the map there. */
  readonly box: Box;
  readonly onSeen: (seen: Seen) => void;
  readonly onSpot: ((id: string) => void) | undefined;
  readonly callout: Callout | undefined;
  /** Given the map once it is there, and undefined when it goes: for whoever draws on it. */
  readonly onMap?: (map: MapLibre | undefined) => void;
}

/** The map by MapLibre: moved by pointer, touch and the keys (arrows, plus, minus). */
export default function DrawnMap(props: DrawnMapProps) {
  const { label, content, box } = props;
  const { t } = useText();
  const tokens = useComputedColorScheme("light") === "dark" ? DARK : LIGHT;
  const holder = useRef<HTMLDivElement>(null);
  const map = useRef<MapLibre>(undefined);
  const [view, setView] = useState<View>();
  const latest = useRef(props);
  latest.current = props;
  const drawn = useRef({ tokens, content });

  // biome-ignore lint/correctness/useExhaustiveDependencies: the map is made once; what changes is told to it below.
  useEffect(() => {
    const made = new MapLibre({
      container: holder.current!,
      style: mapStyle(tokens, content),
      bounds: box as [number, number, number, number],
      maxBounds: content.basemap.reach as [number, number, number, number],
      attributionControl: false,
      dragRotate: false,
      touchPitch: false,
      pitchWithRotate: false,
      fadeDuration: 0,
      // A page that cannot be scrolled past a map is a trap on a phone.
      cooperativeGestures: true,
      // Kept for print and for pictures of the page.
      canvasContextAttributes: { preserveDrawingBuffer: true },
      locale: {
        "CooperativeGesturesHandler.WindowsHelpText": t("map.scroll"),
        "CooperativeGesturesHandler.MacHelpText": t("map.scrollMac"),
        "CooperativeGesturesHandler.MobileHelpText": t("map.fingers"),
        "Map.Title": label,
      },
    });
    made.touchZoomRotate.disableRotation();
    made.keyboard.disableRotation();
    const ratio = Math.max(1, Math.round(window.devicePixelRatio));
    made.setMissingStyleImageResolver((id) => {
      if (made.hasImage(id)) return;
      const { accent, ink, land } = drawn.current.tokens;
      if (id === HATCH) made.addImage(HATCH, hatchImage(accent, ratio), { pixelRatio: ratio });
      else if (id === DOT) made.addImage(DOT, dotImage(ink, land, ratio), { pixelRatio: ratio });
      else if (id === EMPTY) made.addImage(EMPTY, emptyImage());
    });
    const tell = () => latest.current.onSeen(seenOf(made));
    made.on("moveend", tell);
    made.on("resize", tell);
    made.once("load", () => {
      made.getContainer().dataset.ready = "true";
      tell();
      latest.current.onMap?.(made);
    });
    const follow = () => setView(viewOf(made));
    made.on("move", follow);
    made.on("resize", follow);
    follow();
    map.current = made;
    return () => {
      latest.current.onMap?.(undefined);
      made.remove();
      map.current = undefined;
    };
  }, []);

  useEffect(() => {
    const made = map.current;
    if (made === undefined || (drawn.current.tokens === tokens && drawn.current.content === content)) return;
    const recoloured = drawn.current.tokens !== tokens;
    drawn.current = { tokens, content };
    const update = () => {
      if (recoloured) {
        for (const image of [HATCH, DOT]) if (made.hasImage(image)) made.removeImage(image);
        made.setStyle(mapStyle(tokens, content), { diff: false });
        return;
      }
      const data = sourcesOf(content);
      for (const name of SOURCES) (made.getSource(name) as GeoJSONSource | undefined)?.setData(data[name]);
    };
    if (made.isStyleLoaded()) update();
    else made.once("idle", update);
  }, [tokens, content]);

  useEffect(() => {
    map.current?.getCanvas().setAttribute("aria-label", label);
  }, [label]);

  const opened = useRef(box);
  useEffect(() => {
    if (opened.current === box) return;
    opened.current = box;
    map.current?.fitBounds(box as [number, number, number, number], { padding: 20, maxZoom: 8 });
  }, [box]);

  return (
    <div className={styles.holder}>
      <div ref={holder} className={styles.canvas} />
      {view === undefined ? null : (
        <Overlay
          spots={content.spots}
          chosen={content.chosen}
          onSpot={props.onSpot}
          callout={props.callout}
          width={view.width}
          height={view.height}
          project={view.project}
        />
      )}
    </div>
  );
}

/** Where places lie on the map as it stands now. */
interface View {
  readonly width: number;
  readonly height: number;
  readonly project: (place: Place) => readonly [x: number, y: number];
}

function viewOf(map: MapLibre): View {
  const { clientWidth: width, clientHeight: height } = map.getContainer();
  return {
    width,
    height,
    project([lon = 0, lat = 0]) {
      const { x, y } = map.project([lon, lat]);
      return [x, y];
    },
  };
}

function seenOf(map: MapLibre): Seen {
  const bounds = map.getBounds();
  const [left, right] = [map.getContainer().clientWidth / 2 - 50, map.getContainer().clientWidth / 2 + 50];
  const middle = map.getContainer().clientHeight / 2;
  const [a, b] = [map.unproject([left, middle]), map.unproject([right, middle])];
  return {
    box: [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()],
    kmPerPixel: distanceKm([a.lng, a.lat], [b.lng, b.lat]) / 100,
  };
}
