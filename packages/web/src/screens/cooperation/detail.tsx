import type { DisputeView, Relation } from "@kelisim/api";
import { Link } from "@tanstack/react-router";
import { Action } from "../../parts/action.tsx";
import { Panel } from "../../parts/panel.tsx";
import { Sourced } from "../../parts/sourced.tsx";
import { TimeTracks } from "../../parts/time-tracks.tsx";
import { membershipBars, positionOf, ticksOf, type Years } from "../../state/cooperation/through-time.ts";
import type { Day } from "../../state/days.ts";
import { useText } from "../../texts/use-text.ts";
import { spellsWords, stretchWords } from "./cell-words.ts";
import styles from "./cooperation.module.css";

export interface DetailProps {
  readonly relation: Relation;
  readonly party: string;
  readonly organisation: string;
  readonly years: Years;
  readonly day: Day;
  readonly disputes: readonly DisputeView[];
  readonly onClose: () => void;
}

/** One state and one organisation through time: every row of the table with its source, and what is disputed. */
export function Detail({ relation, party, organisation, years, day, disputes, onClose }: DetailProps) {
  const { t, locale } = useText();
  const named = new Set(relation.spells.flatMap(({ dispute }) => dispute ?? []));
  return (
    <Panel
      title={t("cooperation.detail", { party, organisation })}
      aside={
        <Action look="quiet" onClick={onClose}>
          {t("cooperation.close")}
        </Action>
      }
    >
      {relation.spells.map((spell, index) => (
        <div key={`${spell.status}-${spell.from}-${spell.source}`} className={styles.spell}>
          <TimeTracks
            tracks={[
              {
                id: `${index}`,
                tone: "first",
                bars: membershipBars(relation.spells, years, day).filter((bar) => bar.spell === index),
              },
            ]}
            label={spellsWords([spell], t, locale)}
            now={positionOf(day, years)}
            rules={ticksOf(years).map((year) => positionOf(`${year}`, years))}
            height={12}
          />
          <p>
            <b>{spell.statusName}</b>, {stretchWords(spell, t, locale)}
            {spell.holds === "perhaps" ? ` (${t("cooperation.datesOpen")})` : null}
          </p>
          <Sourced {...spell} />
          {spell.note ? <p className="caption">{spell.note}</p> : null}
        </div>
      ))}
      <p className={styles.ends} aria-hidden="true">
        <span>{years.from}</span>
        <span>{years.to}</span>
      </p>
      {disputes
        .filter(({ id }) => named.has(id))
        .map(({ id, question, reason }) => (
          <p key={id} className={styles.dispute}>
            <b>{t("cooperation.dispute", { question })}</b> {reason}
          </p>
        ))}
      <p className="meta">
        <Link to="/country/$id" params={{ id: relation.party }}>
          {t("cooperation.country", { party })}
        </Link>
      </p>
    </Panel>
  );
}
