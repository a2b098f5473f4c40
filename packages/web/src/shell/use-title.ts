import { useLocation } from "@tanstack/react-router";
import { useEffect } from "react";
import type { MessageId } from "../texts/ids.ts";
import { useText } from "../texts/use-text.ts";
import { isAt, PLACES } from "./places.ts";

const OTHERS: readonly (readonly [string, MessageId])[] = [
  ["/explain", "shell.explain"],
  ["/between", "shell.between"],
  ["/country", "shell.country"],
  ["/powers", "powers.place"],
  ["/states", "gallery.title"],
];

/** The title of the window names the screen first (WCAG 2.4.2). */
export function useTitle(): void {
  const { t } = useText();
  const { pathname } = useLocation();
  useEffect(() => {
    const text =
      OTHERS.find(([path]) => pathname.startsWith(path))?.[1] ?? PLACES.find((each) => isAt(each, pathname))?.text;
    document.title = text ? t("shell.title", { screen: t(text) }) : t("shell.name");
  }, [pathname, t]);
}
