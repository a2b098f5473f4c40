import { Link, useLocation } from "@tanstack/react-router";
import { useAddress } from "../../shell/desk-context.ts";
import { carried } from "../../state/standpoint.ts";
import type { MessageId } from "../../texts/ids.ts";
import { useText } from "../../texts/use-text.ts";
import styles from "./neighbours.module.css";

/** Screens about cooperation that stand beside each other. */
const NEIGHBOURS: readonly { readonly to: string; readonly text: MessageId }[] = [
  { to: "/cooperation", text: "shell.cooperation" },
  { to: "/institutions", text: "institutions.place" },
  { to: "/powers", text: "powers.place" },
  { to: "/between", text: "cooperation.toBetween" },
];

/** Links from one screen about cooperation to the others, read as the same party on the same days. */
export function Neighbours() {
  const { t } = useText();
  const { pathname } = useLocation();
  const address = useAddress();
  return (
    <nav className={`${styles.links} screen-only`} aria-label={t("institutions.neighbours")}>
      {NEIGHBOURS.filter(({ to }) => to !== pathname).map(({ to, text }) => (
        <Link key={to} to={to} search={carried(address) as never}>
          {t(text)}
        </Link>
      ))}
    </nav>
  );
}
