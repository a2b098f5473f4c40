import cyrillicExt from "@fontsource-variable/noto-sans/files/noto-sans-cyrillic-ext-wght-normal.woff2?url";
import cyrillic from "@fontsource-variable/noto-sans/files/noto-sans-cyrillic-wght-normal.woff2?url";
import latinExt from "@fontsource-variable/noto-sans/files/noto-sans-latin-ext-wght-normal.woff2?url";
import latin from "@fontsource-variable/noto-sans/files/noto-sans-latin-wght-normal.woff2?url";
import type { ExpressionSpecification, FilterSpecification, LayerSpecification, StyleSpecification } from "maplibre-gl";
import type { Tokens } from "../theme/tokens.ts";
import { type MapContent, SOURCES, sourcesOf } from "./sources.ts";
import { nearestZoom, type Town } from "./town-names.ts";

const FONT = ["Noto Sans"];
export const HATCH = "hatch";
export const DOT = "dot";
export const EMPTY = "empty";
const TOWN_SIZE = 11.5;

/** The style of a map in the colours of a scheme, with its content. Nothing in it names an address outside this page. */
export function mapStyle(tokens: Tokens, content: MapContent): StyleSpecification {
  const data = sourcesOf(content);
  return {
    version: 8,
    // Without `glyphs` every letter is drawn from these files, so that Kazakh, Kyrgyz and Tajik names need no server.
    "font-faces": {
      "Noto Sans": [
        { url: absolute(latin), "unicode-range": ["U+0000-00FF", "U+2000-206F"] },
        { url: absolute(latinExt), "unicode-range": ["U+0100-02FF", "U+1E00-1E9F"] },
        { url: absolute(cyrillic), "unicode-range": ["U+0400-045F", "U+0490-0491", "U+04B0-04B1", "U+2116"] },
        { url: absolute(cyrillicExt), "unicode-range": ["U+0460-048F", "U+0492-04AF", "U+04B2-052F"] },
      ],
    },
    sources: Object.fromEntries(SOURCES.map((name) => [name, { type: "geojson", data: data[name], tolerance: 0.2 }])),
    layers: layers(tokens),
  } as StyleSpecification;
}

const absolute = (url: string): string => new URL(url, document.baseURI).href;

const status = (name: string): FilterSpecification => ["==", ["get", "status"], name];

function layers(tokens: Tokens): LayerSpecification[] {
  const line = { "line-join": "round" } as const;
  // What is not verified never looks as sure as what is.
  const ink: ExpressionSpecification = ["case", ["get", "unverified"], tokens.unv, tokens.ink];
  return [
    { id: "water", type: "background", paint: { "background-color": tokens.water } },
    {
      id: "lands",
      type: "fill",
      source: "lands",
      paint: {
        "fill-color": ["case", ["get", "focus"], tokens.land, tokens.land2],
        "fill-outline-color": tokens.line2,
      },
    },
    {
      id: "zones",
      type: "fill",
      source: "zones",
      // Pieces touch: smoothed edges would show as a grid.
      paint: { "fill-color": tokens.accent, "fill-opacity": 0.14, "fill-antialias": false },
    },
    { id: "bands", type: "fill", source: "bands", paint: { "fill-pattern": HATCH, "fill-antialias": false } },
    {
      id: "borders-unknown",
      type: "line",
      source: "borders",
      filter: status("unknown"),
      layout: line,
      paint: { "line-color": ["case", ["get", "ours"], tokens.ctl, tokens.line2], "line-width": 1 },
    },
    {
      id: "borders-described",
      type: "line",
      source: "borders",
      filter: status("described"),
      layout: { ...line, "line-cap": "round" },
      paint: { "line-color": ink, "line-width": 2.2, "line-dasharray": [0.1, 2] },
    },
    {
      id: "borders-agreed",
      type: "line",
      source: "borders",
      filter: status("agreed"),
      layout: line,
      paint: { "line-color": ink, "line-width": 1.8 },
    },
    ...[false, true].map(
      (second): LayerSpecification => ({
        id: second ? "borders-disputed-second" : "borders-disputed",
        type: "line",
        source: "borders",
        filter: ["all", ["==", ["get", "status"], "disputed"], ["==", ["get", "second"], second]],
        layout: line,
        paint: { "line-color": tokens.unv, "line-width": 2.2, "line-dasharray": second ? [1.2, 1.6] : [4, 2] },
      }),
    ),
    { id: "rings", type: "line", source: "rings", paint: { "line-color": tokens.accent, "line-dasharray": [2, 2] } },
    townLayer("town", tokens),
    townLayer("city", tokens),
    {
      id: "names",
      type: "symbol",
      source: "names",
      layout: {
        "text-field": ["get", "name"],
        "text-font": FONT,
        "text-size": ["interpolate", ["linear"], ["zoom"], 2.6, 9.5, 3.6, 13],
        "text-transform": "uppercase",
        "text-letter-spacing": 0.08,
        "text-max-width": 8,
        // It makes room for a capital, and other towns make room for it; a spot may lie on it.
        "text-variable-anchor": ["center", "bottom", "top", "left", "right"],
        "text-radial-offset": 1.2,
        "text-overlap": "cooperative",
      },
      paint: { "text-color": tokens.ink2, "text-halo-color": tokens.land, "text-halo-width": 1.4 },
    },
    townLayer("capital", tokens),
    {
      // Spots are drawn over the map; here they only keep names off.
      id: "spots",
      type: "symbol",
      source: "spots",
      layout: {
        "icon-image": EMPTY,
        "icon-size": ["/", ["get", "radius"], 8],
        "icon-overlap": "cooperative",
      },
    },
  ];
}

/** Dots of a kind of town with their names, where there is room for them. Of two layers the upper one finds room first. */
const townLayer = (kind: Town["kind"], tokens: Tokens): LayerSpecification => ({
  id: `towns-${kind}`,
  type: "symbol",
  source: "towns",
  minzoom: nearestZoom(kind),
  filter: ["==", ["get", "kind"], kind],
  layout: {
    "symbol-sort-key": ["get", "rank"],
    "icon-image": DOT,
    "icon-allow-overlap": true,
    "text-field": ["get", "name"],
    "text-font": FONT,
    "text-size": TOWN_SIZE,
    "text-variable-anchor": ["left", "right", "bottom", "top", "bottom-left", "bottom-right", "top-left", "top-right"],
    "text-radial-offset": ["/", ["get", "away"], TOWN_SIZE],
    "text-padding": 1,
    "text-max-width": 12,
    // A name without room is left out, its dot stays.
    "text-optional": true,
  },
  paint: { "text-color": tokens.ink, "text-halo-color": tokens.land, "text-halo-width": 1.3 },
});
