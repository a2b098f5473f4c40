import type { Between } from "@kelisim/api";
import { CoverageNote } from "../../parts/coverage-note.tsx";
import { Empty } from "../../parts/empty.tsx";
import { Panel } from "../../parts/panel.tsx";
import { TimeTracks } from "../../parts/time-tracks.tsx";
import { membershipBars, positionOf, ticksOf } from "../../state/cooperation/through-time.ts";
import { useText } from "../../texts/use-text.ts";
import { spellsWords } from "../cooperation/cell-words.ts";
import styles from "./between.module.css";
import { Key } from "./instruments.tsx";

/** Bodies of which our table has both at some time: two rows each, on one ground of years. */
export function Bodies({ data }: { readonly data: Between }) {
  const { t, locale } = useText();
  const { years, bodies, pair } = data;
  const day = data.standpoint.today;
  const ticks = ticksOf(years);
  const rules = ticks.map((year) => positionOf(`${year}`, years));
  return (
    <Panel bare title={t("between.bodies")} count={bodies.length}>
      {bodies.length === 0 ? <Empty>{t("between.bodiesEmpty")}</Empty> : null}
      {bodies.length === 0 ? null : (
        <div className={styles.bodies}>
          <div className={styles.ticks} aria-hidden="true">
            {ticks.map((year) => (
              <span key={year} style={{ left: `${positionOf(`${year}`, years) * 100}%` }}>
                {year}
              </span>
            ))}
          </div>
          <ul>
            {bodies.map(({ organisation, spells }) => (
              <li key={organisation.id}>
                <span>{organisation.name}</span>
                <TimeTracks
                  tracks={pair.map((party, index) => ({
                    id: party.id,
                    tone: index === 0 ? "first" : "second",
                    bars: membershipBars(spells[index] ?? [], years, day),
                  }))}
                  label={pair
                    .map((party, index) => `${party.name}: ${spellsWords(spells[index] ?? [], t, locale)}`)
                    .join(". ")}
                  now={positionOf(day, years)}
                  rules={rules}
                  height={8}
                />
              </li>
            ))}
          </ul>
          <div className={styles.legend}>
            <Key names={[pair[0].name, pair[1].name]} bodies />
          </div>
        </div>
      )}
      <div className={styles.notes}>
        <CoverageNote coverage={data.coverage} table="memberships" />
      </div>
    </Panel>
  );
}
