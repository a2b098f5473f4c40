import { Link, useLocation } from "@tanstack/react-router";
import { carried } from "../state/standpoint.ts";
import { useText } from "../texts/use-text.ts";
import { useAddress } from "./desk-context.ts";
import { isAt, PLACES } from "./places.ts";
import styles from "./rail.module.css";

/** Links to the screens, each with its keys. */
export function PlaceLinks({ onGo }: { readonly onGo?: () => void }) {
  const { t } = useText();
  const { pathname } = useLocation();
  const address = useAddress();
  return PLACES.map((place) => (
    <Link
      key={place.to}
      to={place.to}
      search={carried(address) as never}
      className={styles.link}
      aria-current={isAt(place, pathname) ? "page" : undefined}
      onClick={onGo}
    >
      {t(place.text)}
      <span className={styles.keys} aria-hidden="true">
        <kbd>g {place.letter}</kbd>
      </span>
    </Link>
  ));
}
