import "maplibre-gl/dist/maplibre-gl.css";
import { useComputedColorScheme } from "@mantine/core";
import { type GeoJSONSource, Map as MapLibre, setWorkerUrl } from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?url";
import { useEffect, useRef } from "react";
import { useText } from "../texts/use-text.ts";
import { DARK, LIGHT } from "../theme/tokens.ts";
import { hatchImage } from "./hatch.ts";
import styles from "./map.module.css";
import { HATCH, mapStyle } from "./map-style.ts";
import { type Box, distanceKm } from "./mercator.ts";
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
  readonly onSpot?: (id: string) => void;
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
      if (id !== HATCH || made.hasImage(HATCH)) return;
      made.addImage(HATCH, hatchImage(drawn.current.tokens.accent, ratio), { pixelRatio: ratio });
    });
    const tell = () => latest.current.onSeen(seenOf(made));
    made.on("moveend", tell);
    made.on("resize", tell);
    made.once("load", () => {
      made.getContainer().dataset.ready = "true";
      tell();
      latest.current.onMap?.(made);
    });
    made.on("click", "spots", (event) => {
      const id = event.features?.[0]?.properties.id;
      if (typeof id === "string") latest.current.onSpot?.(id);
    });
    made.on("mouseenter", "spots", () => {
      made.getCanvas().style.cursor = "pointer";
    });
    made.on("mouseleave", "spots", () => {
      made.getCanvas().style.cursor = "";
    });
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
        if (made.hasImage(HATCH)) made.removeImage(HATCH);
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

  return <div ref={holder} className={styles.canvas} />;
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
