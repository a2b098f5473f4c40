import { type RefObject, useEffect, useRef } from "react";

/** Pixels at the lower or upper edge in which a heading, or an end, alone would be seen. */
const EDGE = 120;

/**
 * A place beside or below what opens it: when another thing is opened and the place lies below or above what is seen, the page
 * moves to it.
 * `opened`: what is open, undefined where nothing is.
 */
export function useInSight(opened: string | undefined): RefObject<HTMLDivElement | null> {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (opened === undefined) return;
    const { top, bottom } = place.current?.getBoundingClientRect() ?? { top: 0, bottom: window.innerHeight };
    if (top > window.innerHeight - EDGE || bottom < EDGE) place.current?.scrollIntoView({ block: "start" });
  }, [opened]);
  return place;
}
