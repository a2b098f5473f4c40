import type { Agreement, PartyTrack } from "@kelisim/api";
import { useMemo } from "react";
import { Panel } from "../../parts/panel.tsx";
import { PartyStrip } from "../../parts/party-strip.tsx";
import { arrangeStrip } from "../../state/agreements/strip.ts";
import { writeDated } from "../../state/dated.ts";
import { useText } from "../../texts/use-text.ts";
import { STANDING } from "../agreements/words.ts";
import styles from "./party-panel.module.css";

/** More parties than these are drawn only where they are asked for. */
const DRAWN = 14;

/** Parties through time: what each did, and over which stretches it is in effect for it. */
export function PartyPanel({ agreement, all = false }: { readonly agreement: Agreement; readonly all?: boolean }) {
  const { t, locale } = useText();
  const { standpoint, tracks } = agreement;
  const strip = useMemo(() => arrangeStrip(tracks, standpoint.today), [tracks, standpoint.today]);
  const named = new Map(tracks.map((track) => [track.id, track]));
  const words = (track: PartyTrack) =>
    [
      t(STANDING[track.standing]),
      ...track.acts.map(({ actName, actDate, effectDate, unverified }) =>
        [
          actName,
          actDate === undefined ? "" : writeDated(actDate, locale),
          effectDate === undefined
            ? ""
            : `${t("agreements.inEffect")} ${writeDated(effectDate, locale, { after: true })}`,
          unverified ? t("state.unverified") : "",
        ]
          .filter((text) => text !== "")
          .join(" "),
      ),
    ].join("; ");
  if (strip.tracks.length === 0) return <p className={styles.fine}>{t("agreements.noParties")}</p>;
  const shown = all ? strip.tracks : strip.tracks.slice(0, DRAWN);
  const dashed = strip.tracks.some(({ spans }) => spans.some(({ unverified }) => unverified));
  return (
    <Panel
      className={styles.panel}
      title={t("agreements.partiesThroughTime")}
      aside={
        <span className={styles.legend}>
          <span>
            <svg viewBox="0 0 12 12" aria-hidden="true">
              <circle cx="6" cy="6" r="4" className={styles.ring} />
            </svg>
            {t("agreements.legend.signature")}
          </span>
          <span>
            <svg viewBox="0 0 12 12" aria-hidden="true">
              <path d="M6 1l5 5-5 5-5-5z" className={styles.ring} />
            </svg>
            {t("agreements.legend.binding")}
          </span>
          <span>
            <svg viewBox="0 0 24 12" aria-hidden="true" className={styles.wide}>
              <rect x="1" y="2" width="22" height="8" className={dashed ? styles.dashed : styles.solid} />
            </svg>
            {t(dashed ? "agreements.legend.effectUnverified" : "agreements.legend.effect")}
          </span>
        </span>
      }
    >
      <PartyStrip
        tracks={shown.map((track) => ({ ...track, words: words(named.get(track.id)!) }))}
        from={strip.from}
        until={strip.until}
        asOf={standpoint.today}
      />
      {shown.length < strip.tracks.length ? (
        <p className={styles.fine}>{t("agreements.moreParties", { count: strip.tracks.length - shown.length })}</p>
      ) : null}
    </Panel>
  );
}
