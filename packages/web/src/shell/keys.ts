import { useEffect, useRef } from "react";
import { readKey } from "../state/keys.ts";

type Handler = () => void;

/** What the open screen does on a key; the one mounted last is asked first. */
const layers: { readonly current: Readonly<Record<string, Handler | undefined>> }[] = [];

const KEPT = "kelisim.keys";
let on = read();

function read(): boolean {
  try {
    return localStorage.getItem(KEPT) !== "off";
  } catch {
    return true;
  }
}

export const singleKeys = {
  on: (): boolean => on,
  set(next: boolean): void {
    on = next;
    try {
      localStorage.setItem(KEPT, next ? "on" : "off");
    } catch {
      // It holds until the page is closed.
    }
  },
};

/** Gives a screen its keys while it is open: `useKeys({ e: explain, d: draft })`. */
export function useKeys(keys: Readonly<Record<string, Handler | undefined>>): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    layers.push(latest);
    return () => {
      layers.splice(layers.indexOf(latest), 1);
    };
  }, []);
}

/** Listens for the whole page; mounted once, by the shell. */
export function useKeyboard(go: (to: string) => void): void {
  const latest = useRef(go);
  latest.current = go;
  useEffect(() => {
    let pending = false;
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.repeat) return;
      const read = readKey(pending, { ...strokeOf(event), inField: isField(event.target) }, on);
      pending = read.pending;
      if (read.act.kind === "none") return;
      if (read.act.kind === "go") latest.current(read.act.to);
      else {
        const { key } = read.act;
        const handler = layers.toReversed().find((layer) => layer.current[key])?.current[key];
        if (!handler) return;
        handler();
      }
      event.preventDefault();
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
}

const strokeOf = (event: KeyboardEvent) => ({
  key: event.key,
  ctrlKey: event.ctrlKey,
  metaKey: event.metaKey,
  altKey: event.altKey,
});

/** Where keys are text, or belong to a widget that reads them itself (a list, a menu, a map, an editor). */
function isField(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest(
      "input,textarea,select,[contenteditable=true],[role=listbox],[role=menu],[role=dialog],[data-own-keys]",
    ) !== null
  );
}
