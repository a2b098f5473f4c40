import { Link, useLocation } from "@tanstack/react-router";
import { carried } from "../state/standpoint.ts";
import { useText } from "../texts/use-text.ts";
import { useAddress } from "./desk-context.ts";
import { isAt, PLACES } from "./places.ts";
import styles from "./tab-bar.module.css";

/** Five places at the bottom of a phone; the rest is behind "More". */
export function TabBar({ onMore }: { readonly onMore: () => void }) {
  const { t } = useText();
  const { pathname } = useLocation();
  const address = useAddress();
  return (
    <nav className={styles.bar} aria-label={t("shell.mainScreens")}>
      {PLACES.filter((place) => place.tab).map((place) => (
        <Link
          key={place.to}
          to={place.to}
          search={carried(address) as never}
          aria-current={isAt(place, pathname) ? "page" : undefined}
        >
          {t(place.text)}
        </Link>
      ))}
      <button type="button" onClick={onMore}>
        {t("shell.more")}
      </button>
    </nav>
  );
}
