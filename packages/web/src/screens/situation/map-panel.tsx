import type { Basemap, Borders, Places, Situation } from "@kelisim/api";
import { useMemo } from "react";
import { BOTH } from "../../map/drawn-borders.ts";
import { RegionMap } from "../../map/Map.tsx";
import type { Box } from "../../map/mercator.ts";
import type { Spot } from "../../map/spots.ts";
import { hasWebGl } from "../../map/webgl.ts";
import { Action } from "../../parts/action.tsx";
import { Panel } from "../../parts/panel.tsx";
import { useAddress, useChangeAddress, useDesk } from "../../shell/desk-context.ts";
import { writeDated } from "../../state/dated.ts";
import { useText } from "../../texts/use-text.ts";
import styles from "./situation.module.css";

export interface MapPanelProps {
  readonly basemap: Basemap;
  readonly places: Places;
  readonly borders: Borders;
  readonly spots: readonly Spot[];
  readonly situation: Situation;
}

/** Degrees around a chosen place. */
const NEAR = 2;

/** Where it happened: the map, and below it what happened at the chosen place. */
export function MapPanel({ basemap, places, borders, spots, situation }: MapPanelProps) {
  const { t, locale } = useText();
  const { region } = useDesk();
  const address = useAddress();
  const change = useChangeAddress();
  const { view = BOTH, spot: chosen, event, zone, map } = address;
  const spot = spots.find(({ id }) => id === chosen);
  // A chosen event is shown where it happened, also where that lies outside the region.
  const target = event === undefined ? undefined : spots.find(({ marks }) => marks.some(({ id }) => id === event));
  const [lon, lat] = target?.at ?? [];
  const box = useMemo<Box | undefined>(
    () =>
      lon === undefined || lat === undefined ? undefined : [lon - NEAR * 1.4, lat - NEAR, lon + NEAR * 1.4, lat + NEAR],
    [lon, lat],
  );
  const plain = map === "plain";
  const inReach = spots.filter(({ at: [x = 0, y = 0] }) => {
    const [west = 0, south = 0, east = 0, north = 0] = basemap.reach;
    return x >= west && x <= east && y >= south && y <= north;
  }).length;

  return (
    <Panel
      bare
      title={t("situation.mapTitle")}
      aside={
        hasWebGl() ? (
          <Action look="quiet" onClick={() => change({ map: plain ? undefined : "plain" }, true)}>
            {t(plain ? "situation.moving" : "situation.plain")}
          </Action>
        ) : null
      }
    >
      <RegionMap
        label={t("situation.map", { region: region.name, spots: inReach })}
        basemap={basemap}
        places={places}
        borders={borders}
        zones={zone === undefined ? [] : [zone]}
        view={view}
        onView={(next) => change({ view: next === BOTH ? undefined : next }, true)}
        spots={spots}
        {...(chosen === undefined && target === undefined ? {} : { chosen: target?.id ?? chosen })}
        onSpot={(id) => change({ spot: id === chosen ? undefined : id, event: undefined }, true)}
        {...(box === undefined ? {} : { box })}
        plain={plain}
        legend={
          <li>
            <svg width="26" height="14" aria-hidden="true">
              <circle cx="7" cy="7" r="5.5" className={styles.key} />
              <circle cx="19" cy="7" r="5.5" className={styles.keyUnverified} />
            </svg>
            {t("situation.spot")}; {t("situation.spotUnverified")}
          </li>
        }
      />
      {spot ? (
        <div className={styles.here} aria-live="polite">
          <h3>{t("situation.chosenSpot")}</h3>
          <ul>
            {situation.marks
              .filter(({ id }) => spot.marks.some((mark) => mark.id === id))
              .map(({ id, title, firstDay, lastDay }) => (
                <li key={id}>
                  <a href={`#event-${id}`} onClick={() => change({ event: id, spot: undefined }, true)}>
                    {title}
                  </a>{" "}
                  <span className={styles.muted}>
                    {writeDated(firstDay === lastDay ? firstDay : firstDay.slice(0, 7), locale)}
                  </span>
                </li>
              ))}
          </ul>
        </div>
      ) : null}
    </Panel>
  );
}
