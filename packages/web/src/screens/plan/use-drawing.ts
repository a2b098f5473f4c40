import { useComputedColorScheme } from "@mantine/core";
import type { Map as MapLibre } from "maplibre-gl";
import { useEffect, useRef, useState } from "react";
import type { Point } from "../../state/plan/points.ts";
import { DARK, LIGHT } from "../../theme/tokens.ts";
import type { Drawing, Tool } from "./drawing.ts";

/**
 * Lets a person draw on the map once it is there; the library that draws is loaded then. `drawing` is undefined as long as
 * nothing can be drawn, and the corners are shown otherwise.
 */
export function useDrawing(
  map: MapLibre | undefined,
  points: readonly Point[],
  onDrawn: (points: readonly Point[]) => void,
): { readonly drawing: Drawing | undefined; readonly tool: Tool; readonly use: (tool: Tool) => void } {
  const scheme = useComputedColorScheme("light");
  const [drawing, setDrawing] = useState<Drawing>();
  const [tool, setTool] = useState<Tool>("move");
  const latest = useRef(onDrawn);
  latest.current = onDrawn;

  useEffect(() => {
    if (map === undefined) return;
    const colour = (scheme === "dark" ? DARK : LIGHT).due;
    let made: Drawing | undefined;
    let gone = false;
    const begin = async () => {
      const { default: drawOn } = await import("./drawing.ts");
      if (gone) return;
      made = drawOn(map, colour, (drawn) => {
        setTool("move");
        latest.current(drawn);
      });
      setDrawing(made);
    };
    // Another colour scheme is another style, which takes everything that was drawn away with it.
    if (map.isStyleLoaded()) void begin();
    else map.once("idle", () => void begin());
    return () => {
      gone = true;
      try {
        made?.stop();
      } catch {
        // The style under the drawing went first.
      }
      setDrawing(undefined);
    };
  }, [map, scheme]);

  useEffect(() => drawing?.show(points), [drawing, points]);

  return {
    drawing,
    tool,
    use: (next) => {
      setTool(next);
      drawing?.use(next);
    },
  };
}
