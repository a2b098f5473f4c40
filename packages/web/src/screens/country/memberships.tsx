import type { Country } from "@kelisim/api";
import { CoverageNote } from "../../parts/coverage-note.tsx";
import { Empty } from "../../parts/empty.tsx";
import { ExportMenu } from "../../parts/export-menu.tsx";
import { Panel } from "../../parts/panel.tsx";
import { Sourced } from "../../parts/sourced.tsx";
import { TimeTracks, TrackKey } from "../../parts/time-tracks.tsx";
import { useTableFiles } from "../../shell/use-table-files.ts";
import { membershipBars, positionOf, ticksOf } from "../../state/cooperation/through-time.ts";
import { useText } from "../../texts/use-text.ts";
import { spellsWords, stretchWords } from "../cooperation/cell-words.ts";
import styles from "./country.module.css";
import { FromFiles } from "./from-files.tsx";

/** What the country belonged to, when, and by which source. */
export function Memberships({ country }: { readonly country: Country }) {
  const { t, locale } = useText();
  const { years, memberships } = country;
  const day = country.standpoint.today;
  const exports = useTableFiles("memberships", { party: country.party.id });
  const rules = ticksOf(years).map((year) => positionOf(`${year}`, years));
  return (
    <Panel bare title={t("country.memberships")} count={memberships.length} aside={<ExportMenu hrefs={exports} />}>
      {memberships.length === 0 ? <Empty>{t("country.none")}</Empty> : null}
      <ul className={styles.tracks}>
        {memberships.map(({ organisation, spells }) => (
          <li key={organisation.id}>
            <div>
              <b>{organisation.name}</b>
              {spells.map((spell) => (
                <small key={`${spell.status}-${spell.from}-${spell.source}`}>
                  {spell.statusName}, {stretchWords(spell, t, locale)}
                  {spell.dispute ? ` (${t("cooperation.sourcesDiffer")})` : null}
                </small>
              ))}
            </div>
            <TimeTracks
              tracks={[{ id: organisation.id, tone: "first", bars: membershipBars(spells, years, day) }]}
              label={`${organisation.name}: ${spellsWords(spells, t, locale)}`}
              now={positionOf(day, years)}
              rules={rules}
              height={10}
            />
            <div>
              {spells.map((spell) => (
                <div key={`${spell.status}-${spell.from}-${spell.source}`}>
                  <Sourced {...spell} />
                </div>
              ))}
            </div>
          </li>
        ))}
      </ul>
      <div className={styles.notes}>
        <p className={styles.key}>
          {(["filled", "dashed", "hatched", "line"] as const).map((look) => (
            <span key={look}>
              <TrackKey tone="first" look={look} /> {t(`cooperation.look.${look}`)}
            </span>
          ))}
        </p>
        <CoverageNote coverage={country.coverage} table="memberships" />
        <FromFiles party={country.party.id} />
      </div>
    </Panel>
  );
}
