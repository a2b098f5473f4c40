import type { ReactNode } from "react";
import { useText } from "../texts/use-text.ts";
import styles from "./map.module.css";
import type { Place } from "./mercator.ts";
import { radiusOf, type Spot } from "./spots.ts";
import { spread } from "./spread.ts";

/** What is said at a place of the map. */
export interface Callout {
  readonly at: Place;
  /** Where it hangs when there is no room above: the lower end of what it speaks of. */
  readonly below: Place;
  readonly content: ReactNode;
}

export interface OverlayProps {
  readonly spots: readonly Spot[];
  readonly chosen: string | undefined;
  readonly onSpot: ((id: string) => void) | undefined;
  readonly callout: Callout | undefined;
  readonly width: number;
  readonly height: number;
  /** Pixels from the upper left of the map. */
  readonly project: (place: Place) => readonly [x: number, y: number];
}

/** A finger needs so much. */
const TARGET = 24;
const CALLOUT_WIDTH = 240;
const CALLOUT_HEIGHT = 84;

/** Spots and what is said of a place, over either map: spots are pushed apart and can be chosen by pointer and keyboard. */
export function Overlay({ spots, chosen, onSpot, callout, width, height, project }: OverlayProps) {
  const { t } = useText();
  const drawn = spots
    .map((spot) => {
      const [x, y] = project(spot.at);
      return { spot, x, y, radius: radiusOf(spot.marks.length) };
    })
    .filter(({ x, y }) => x > -40 && y > -40 && x < width + 40 && y < height + 40);
  const apart = spread(drawn);
  const placed = drawn.map(({ spot, x, y }, index) => ({ spot, from: { x, y }, to: apart[index]! }));
  return (
    <div className={styles.overlay}>
      <svg width={width} height={height} aria-hidden="true">
        {placed.map(({ spot, from, to }) =>
          Math.hypot(to.x - from.x, to.y - from.y) < to.radius ? null : (
            <path key={spot.id} d={`M${from.x} ${from.y}L${to.x} ${to.y}`} className={styles.leader} />
          ),
        )}
      </svg>
      {placed.map(({ spot, to }) => (
        <button
          key={spot.id}
          type="button"
          className={styles.spot}
          data-unverified={spot.unverified}
          disabled={onSpot === undefined}
          aria-pressed={spot.id === chosen}
          aria-label={t("map.spot", { title: spot.marks[0]?.title, count: spot.marks.length })}
          title={spot.marks.length === 1 ? spot.marks[0]?.title : undefined}
          style={{
            transform: `translate(${to.x}px, ${to.y}px) translate(-50%, -50%)`,
            width: Math.max(TARGET, 2 * to.radius),
            height: Math.max(TARGET, 2 * to.radius),
          }}
          onClick={() => onSpot?.(spot.id)}
        >
          <span style={{ width: 2 * to.radius, height: 2 * to.radius }}>
            {spot.marks.length > 1 ? spot.marks.length : null}
          </span>
        </button>
      ))}
      {callout === undefined ? null : <CalloutPart callout={callout} width={width} height={height} project={project} />}
    </div>
  );
}

/** Above its place, or below where there is no room; always whole. Absent while its place is out of sight. */
function CalloutPart({
  callout,
  width,
  height,
  project,
}: Pick<OverlayProps, "width" | "height" | "project"> & { readonly callout: Callout }) {
  const [x, top] = project(callout.at);
  const [, bottom] = project(callout.below);
  if (x < 0 || bottom < 0 || x > width || top > height) return null;
  const left = Math.min(
    Math.max(x, CALLOUT_WIDTH / 2 + 8),
    Math.max(CALLOUT_WIDTH / 2 + 8, width - CALLOUT_WIDTH / 2 - 8),
  );
  const below = top < CALLOUT_HEIGHT + 56;
  const y = below ? bottom : top;
  return (
    <div
      className={styles.callout}
      data-below={below}
      style={{ transform: `translate(${left}px, ${y}px) translate(-50%, ${below ? "14px" : "calc(-100% - 14px)"})` }}
    >
      {callout.content}
    </div>
  );
}
