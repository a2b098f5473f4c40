import type { Map as MapLibre } from "maplibre-gl";
import { type HexColor, TerraDraw, TerraDrawPointMode, TerraDrawPolygonMode, TerraDrawSelectMode } from "terra-draw";
import { TerraDrawMapLibreGLAdapter } from "terra-draw-maplibre-gl-adapter";
import { cornersOf, type Point, writePoints } from "../../state/plan/points.ts";

export type Tool = "move" | "point" | "area";

export interface Drawing {
  /** Shows these corners, unless they are what is drawn already. */
  readonly show: (points: readonly Point[]) => void;
  readonly use: (tool: Tool) => void;
  readonly stop: () => void;
}

/**
 * Draws the place of a plan on a map: a point or an area, whose corners can then be dragged, added and taken away. There
 * is one place at most; `onDrawn` is told its corners each time that a stroke ends.
 */
export default function drawOn(map: MapLibre, colour: string, onDrawn: (points: readonly Point[]) => void): Drawing {
  const ink = colour as HexColor;
  const area = { fillColor: ink, fillOpacity: 0.22, outlineColor: ink, outlineWidth: 2 } as const;
  const point = { pointColor: ink, pointWidth: 7, pointOutlineColor: "#FFFFFF", pointOutlineWidth: 2 } as const;
  const draw = new TerraDraw({
    adapter: new TerraDrawMapLibreGLAdapter({ map, coordinatePrecision: 6 }),
    modes: [
      new TerraDrawPointMode({ styles: point }),
      new TerraDrawPolygonMode({ styles: { ...area, closingPointColor: ink } }),
      new TerraDrawSelectMode({
        flags: {
          point: { feature: { draggable: true } },
          polygon: {
            feature: { draggable: true, coordinates: { midpoints: true, draggable: true, deletable: true } },
          },
        },
        styles: {
          selectedPolygonColor: ink,
          selectedPolygonFillOpacity: 0.22,
          selectedPolygonOutlineColor: ink,
          selectedPolygonOutlineWidth: 2,
          selectedPointColor: ink,
          selectedPointWidth: 8,
          selectedPointOutlineColor: "#FFFFFF",
          selectedPointOutlineWidth: 2,
          selectionPointColor: "#FFFFFF",
          selectionPointOutlineColor: ink,
          selectionPointOutlineWidth: 2,
          selectionPointWidth: 5,
          midPointColor: ink,
          midPointOutlineColor: "#FFFFFF",
          midPointWidth: 3,
          midPointOutlineWidth: 1,
        },
      }),
    ],
  });
  let shown = "";
  const drawn = () => {
    const [feature, ...older] = draw
      .getSnapshot()
      .filter(({ properties }) => properties.mode === "point" || properties.mode === "polygon")
      .toReversed();
    return { feature, older };
  };
  draw.start();
  draw.on("finish", (id) => {
    const all = draw.getSnapshot().filter(({ properties }) => ["point", "polygon"].includes(String(properties.mode)));
    const made = all.find((each) => each.id === id);
    if (made === undefined || made.geometry.type === "LineString") return;
    const others = all.flatMap((each) => (each.id === id || each.id === undefined ? [] : [each.id]));
    if (others.length > 0) draw.removeFeatures(others);
    const points = cornersOf(made.geometry as Parameters<typeof cornersOf>[0]);
    shown = writePoints(points);
    // Out of the stroke's own handling, which still holds its mode.
    queueMicrotask(() => {
      draw.setMode("select");
      draw.selectFeature(id);
      onDrawn(points);
    });
  });
  return {
    show(points) {
      const text = writePoints(points);
      if (text === shown) return;
      shown = text;
      draw.clear();
      if (points.length === 0) return;
      const at = points.map(({ lat, lon }) => [lon, lat]);
      const isArea = at.length > 2;
      const [added] = draw.addFeatures([
        {
          type: "Feature",
          properties: { mode: isArea ? "polygon" : "point" },
          geometry: isArea
            ? { type: "Polygon", coordinates: [[...at, at[0]!]] }
            : { type: "Point", coordinates: at[0]! },
        },
      ]);
      if (added?.valid && added.id !== undefined) {
        draw.setMode("select");
        draw.selectFeature(added.id);
      }
    },
    use(tool) {
      const { feature } = drawn();
      draw.setMode(tool === "point" ? "point" : tool === "area" ? "polygon" : "select");
      if (tool === "move" && feature?.id !== undefined) draw.selectFeature(feature.id);
    },
    stop() {
      // The map may have gone before us.
      if (draw.enabled) draw.stop();
    },
  };
}
