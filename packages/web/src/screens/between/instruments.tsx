import type { Between } from "@kelisim/api";
import { Panel } from "../../parts/panel.tsx";
import { TrackKey } from "../../parts/time-tracks.tsx";
import { PAIR_GROUPS } from "../../state/cooperation/pair.ts";
import { positionOf, ticksOf } from "../../state/cooperation/through-time.ts";
import { useText } from "../../texts/use-text.ts";
import styles from "./between.module.css";
import { Instrument } from "./instrument.tsx";

/** All instruments that say anything about the two, in groups; bars since when each is bound. */
export function Instruments({ data, everything }: { readonly data: Between; readonly everything?: boolean }) {
  const { t } = useText();
  const names = [data.pair[0].name, data.pair[1].name] as const;
  const { years } = data;
  const rules = ticksOf(years).map((year) => positionOf(`${year}`, years));
  return (
    <Panel bare title={t("between.instruments")} aside={<Key names={names} />}>
      <div className={`${styles.row} ${styles.columnsHead}`} aria-hidden="true">
        <span>{t("between.instrument")}</span>
        <span>{t("between.boundSince", { from: years.from, to: years.to })}</span>
        <span>{t("between.now")}</span>
      </div>
      {PAIR_GROUPS.map(({ id, text, open }) => {
        const those = data.instruments.filter((each) => each.group === id);
        if (those.length === 0) return null;
        return (
          <details key={id} open={open || everything} className={styles.group}>
            <summary>
              <h3>{t(text)}</h3>{" "}
              <span>{t(id === "signed" ? "between.signedNote" : "between.groupCount", { count: those.length })}</span>
            </summary>
            {those.map((each) => (
              <Instrument
                key={each.id}
                each={each}
                names={names}
                years={years}
                day={data.standpoint.today}
                rules={rules}
              />
            ))}
          </details>
        );
      })}
    </Panel>
  );
}

/** What upper and lower bars and their looks mean. */
export function Key({ names, bodies }: { readonly names: readonly [string, string]; readonly bodies?: boolean }) {
  const { t } = useText();
  return (
    <span className={styles.key}>
      <span>
        <TrackKey tone="first" look="filled" /> {t("between.upper", { party: names[0] })}
      </span>
      <span>
        <TrackKey tone="second" look="filled" /> {t("between.lower", { party: names[1] })}
      </span>
      <span>
        <TrackKey tone="first" look="dashed" /> {t("between.dashed")}
      </span>
      <span>
        <TrackKey tone="first" look="hatched" /> {t("between.suspendedKey")}
      </span>
      {bodies ? null : (
        <span>
          <TrackKey tone="first" look="line" /> {t("between.signedOnly")}
        </span>
      )}
    </span>
  );
}
