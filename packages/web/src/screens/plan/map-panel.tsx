import type { Basemap, Borders, Places, PlanAnswer } from "@kelisim/api";
import type { Map as MapLibre } from "maplibre-gl";
import { useMemo, useState } from "react";
import { BOTH } from "../../map/drawn-borders.ts";
import { RegionMap } from "../../map/Map.tsx";
import { type Spot, spotsOf } from "../../map/spots.ts";
import { hasWebGl } from "../../map/webgl.ts";
import { Action } from "../../parts/action.tsx";
import { Segments } from "../../parts/segments.tsx";
import { useAddress, useChangeAddress } from "../../shell/desk-context.ts";
import { calloutAt } from "../../state/plan/callout.ts";
import { boxAround, type Point } from "../../state/plan/points.ts";
import { useText } from "../../texts/use-text.ts";
import { CalloutWords } from "./callout.tsx";
import type { Tool } from "./drawing.ts";
import { PlaceWords } from "./place-words.tsx";
import styles from "./plan.module.css";
import { useDrawing } from "./use-drawing.ts";

export interface MapPanelProps {
  readonly basemap: Basemap;
  readonly places: Places;
  readonly borders: Borders;
  readonly title: string;
  readonly points: readonly Point[];
  readonly answer: PlanAnswer | undefined;
  /** `typed`: the map moves to what is not drawn on it. */
  readonly onPoints: (points: readonly Point[]) => void;
}

const TOOLS: readonly Tool[] = ["move", "point", "area"];
const NONE: readonly Spot[] = [];

/** Where it is planned: drawn on the map, or typed beside it and shown there. */
export function MapPanel({ basemap, places, borders, title, points, answer, onPoints }: MapPanelProps) {
  const { t } = useText();
  const { view = BOTH, map: asked } = useAddress();
  const change = useChangeAddress();
  const [map, setMap] = useState<MapLibre>();
  // What a person draws lies in sight: only a place that came otherwise moves the map.
  const [drawn, setDrawn] = useState<readonly Point[]>();
  const { drawing, tool, use } = useDrawing(map, points, (next) => {
    setDrawn(next);
    onPoints(next);
  });
  const key = JSON.stringify(points);
  const isDrawn = JSON.stringify(drawn) === key;
  const [box, setBox] = useState(() => boxAround(points));
  const [boxed, setBoxed] = useState(key);
  if (boxed !== key) {
    setBoxed(key);
    const next = boxAround(points);
    if (!isDrawn && next !== undefined) setBox(next);
  }
  const still = asked === "plain" || !hasWebGl();
  // Corners stand in for what cannot be drawn yet; the still drawing shows an area itself.
  const cornersShown = drawing === undefined && !(still && points.length > 1);
  const spots = useMemo(
    () =>
      cornersShown
        ? spotsOf(points.map((point, corner) => ({ ...point, id: String(corner), title, unverified: false })))
        : NONE,
    [cornersShown, points, title],
  );
  const near = answer?.places[0]?.zones ?? [];
  // A zone that is all of a state's land says nothing on a map.
  const zones = useMemo(() => near.filter(({ mapErrorKm }) => mapErrorKm !== null).map(({ zone }) => zone), [near]);
  const area = useMemo(() => (points.length > 1 ? points.map(({ lat, lon }) => [lon, lat]) : undefined), [points]);
  const callout = useMemo(() => {
    const at = calloutAt(points);
    return at && { ...at, content: <CalloutWords title={title} answer={answer} places={places} /> };
  }, [points, title, answer, places]);

  return (
    <>
      <RegionMap
        label={t("plan.map", { kind: title, corners: points.length })}
        basemap={basemap}
        places={places}
        borders={borders}
        zones={zones}
        view={view}
        onView={(next) => change({ view: next === BOTH ? undefined : next }, true)}
        spots={spots}
        area={area}
        {...(box === undefined ? {} : { box })}
        plain={asked === "plain"}
        onMap={setMap}
        callout={callout}
        over={
          still ? null : (
            <div className={styles.tools}>
              <Segments
                label={t("plan.tools")}
                value={tool}
                choices={TOOLS.map((value) => ({ value, label: t(`plan.tool.${value}`) }))}
                onChange={use}
              />
              {tool === "move" ? null : <span className={styles.toolHint}>{t(`plan.hint.${tool}`)}</span>}
            </div>
          )
        }
        legend={
          points.length === 0 ? null : (
            <li>
              <svg width="26" height="14" aria-hidden="true">
                <rect x="2" y="2" width="22" height="10" className={styles.drawnKey} />
              </svg>
              {t("plan.drawnKey")}
            </li>
          )
        }
      />
      <div className={styles.judged} aria-live="polite">
        <PlaceWords answer={answer} points={points} places={places} />
        {hasWebGl() ? (
          <Action look="quiet" onClick={() => change({ map: still ? undefined : "plain" }, true)}>
            {t(still ? "plan.moving" : "plan.plain")}
          </Action>
        ) : null}
        {points.length === 0 ? null : (
          <Action look="quiet" onClick={() => onPoints([])}>
            {t("plan.noPlace")}
          </Action>
        )}
      </div>
    </>
  );
}
