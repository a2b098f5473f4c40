import type { Basemap, BorderStatus, Places } from "@kelisim/api";
import { Fragment, type ReactNode } from "react";
import type { MessageId } from "../texts/ids.ts";
import { useText } from "../texts/use-text.ts";
import { BOTH, STATUSES } from "./drawn-borders.ts";
import styles from "./map.module.css";

const WORDS: Readonly<Record<BorderStatus, MessageId>> = {
  agreed: "map.agreed",
  described: "map.described",
  disputed: "map.disputed",
  unknown: "map.unknown",
};

export interface LegendProps {
  readonly basemap: Basemap;
  readonly zones: Places["zones"];
  readonly counts: Readonly<Record<BorderStatus, number>>;
  readonly views: readonly { readonly id: string; readonly name: string }[];
  readonly view: string;
  readonly onView: (view: string) => void;
  /** The status of some line rests on nothing verified. */
  readonly unverified: boolean;
  /** What else is drawn. */
  readonly more?: ReactNode;
}

/** Always open: what each line means, how many are in view, whose view is drawn, how far it may be off. */
export function Legend({ basemap, zones, counts, views, view, onView, unverified, more }: LegendProps) {
  const { t } = useText();
  const chosen = views.find(({ id }) => id === view);
  return (
    <div className={styles.legend}>
      <ul className={styles.keys}>
        {STATUSES.map((status) => (
          <li key={status}>
            <svg width="26" height="12" aria-hidden="true">
              <path d={status === "disputed" ? "M0 3H26" : "M0 6H26"} className={styles[status]} />
              {status === "disputed" ? <path d="M0 9H26" className={styles.second} /> : null}
            </svg>
            {t(WORDS[status], { count: counts[status] })}
          </li>
        ))}
        {unverified ? (
          <li>
            <svg width="26" height="12" aria-hidden="true">
              <path d="M0 6H26" className={`${styles.agreed} ${styles.unverified}`} />
            </svg>
            {t("map.unverified")}
          </li>
        ) : null}
        {zones.map(({ id, name, accuracyKm }) => (
          <Fragment key={id}>
            <li>
              <svg width="26" height="12" aria-hidden="true">
                <rect width="26" height="12" className={styles.zone} />
              </svg>
              {t("map.zone", { name })}
            </li>
            <li>
              <svg width="26" height="12" aria-hidden="true">
                <path d="M0 12 12 0M7 12 19 0M14 12 26 0M21 12 26 7M0 5 5 0" className={styles.hatchKey} />
              </svg>
              {t("map.band", { km: accuracyKm })}
            </li>
          </Fragment>
        ))}
        {more}
      </ul>
      <p className={styles.whose}>
        <label>
          {t("map.whose")}{" "}
          <select value={chosen?.id ?? BOTH} onChange={(event) => onView(event.target.value)} className={styles.select}>
            <option value={BOTH}>{t("map.bothViews")}</option>
            {views.map(({ id, name }) => (
              <option key={id} value={id}>
                {t("map.viewOf", { party: name })}
              </option>
            ))}
          </select>
        </label>{" "}
        {t(views.length === 0 ? "map.noViews" : chosen ? "map.oneView" : "map.allViews", { party: chosen?.name })}
      </p>
      <p className={styles.fine}>
        {basemap.accuracyKm === undefined ? null : `${t("map.accuracy", { km: basemap.accuracyKm })} `}
        {t("map.source", { source: basemap.source })} {t("map.outside")} {t("map.noPosition")}
      </p>
    </div>
  );
}
