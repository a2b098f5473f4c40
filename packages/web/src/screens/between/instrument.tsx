import type { PairInstrument } from "@kelisim/api";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { Sourced } from "../../parts/sourced.tsx";
import { StateWords } from "../../parts/state-words.tsx";
import { StatusMark } from "../../parts/status-mark.tsx";
import { TimeTracks } from "../../parts/time-tracks.tsx";
import { pairNow } from "../../state/cooperation/pair.ts";
import { boundBars, positionOf, type Years } from "../../state/cooperation/through-time.ts";
import { writeDated } from "../../state/dated.ts";
import type { Day } from "../../state/days.ts";
import { writeDay } from "../../state/format.ts";
import { stateOf } from "../../state/states.ts";
import { useText } from "../../texts/use-text.ts";
import styles from "./between.module.css";
import { underName } from "./standing-words.ts";

export interface InstrumentProps {
  readonly each: PairInstrument;
  readonly names: readonly [string, string];
  readonly years: Years;
  readonly day: Day;
  readonly rules: readonly number[];
}

/** One instrument: its name, since when each of the two is bound, what stands between them now. Opens to its rows. */
export function Instrument({ each, names, years, day, rules }: InstrumentProps) {
  const { t, locale } = useText();
  const [open, setOpen] = useState(false);
  const now = pairNow(each);
  const under = underName(each, names, t, locale);
  const entry = now.state === undefined ? undefined : stateOf({ state: now.state, unverified: now.unverified });
  const words = t(now.text, {
    count: now.count,
    other: now.other,
    day: now.day === undefined ? "" : writeDay(now.day, locale, { year: "auto", near: day }),
  });
  return (
    <>
      <div className={styles.row}>
        <div className={styles.name}>
          <button type="button" aria-expanded={open} onClick={() => setOpen((was) => !was)}>
            {each.name}
          </button>
          <small>{under}</small>
        </div>
        <TimeTracks
          tracks={each.standings.map((standing, index) => ({
            id: standing.party,
            tone: index === 0 ? "first" : "second",
            bars: boundBars(standing.spells, years, day),
          }))}
          label={`${each.name}: ${under}`}
          now={positionOf(day, years)}
          rules={rules}
          height={9}
        />
        <div className={styles.now}>
          {entry ? (
            <>
              <StatusMark state={entry} size={14} />
              <StateWords token={entry.token}>{words}</StateWords>
            </>
          ) : (
            <span className="meta">{words}</span>
          )}
        </div>
      </div>
      {open ? <Behind each={each} names={names} /> : null}
    </>
  );
}

/** What it rests on: the rows of the tables with their sources, reservations, remarks, and clauses each may come to owe. */
function Behind({ each, names }: Pick<InstrumentProps, "each" | "names">) {
  const { t, locale } = useText();
  const nameOf = (party: string) => {
    const at = each.standings.findIndex((standing) => standing.party === party);
    return at < 0 ? party : (names[at] ?? party);
  };
  // Rows of the instrument as a whole stand with both; they are told once.
  const rows = each.standings.flatMap((standing, index) =>
    standing.rows.filter((row) => row.party !== "*" || index === 0),
  );
  return (
    <div className={styles.behind}>
      {each.title === each.name ? null : <p>{each.title}</p>}
      {each.owed ? (
        <ul>
          {each.owed.map((owed, index) => (
            <li key={each.standings[index]?.party}>
              {t("between.owed", {
                from: names[index],
                to: names[1 - index],
                duties: owed.duties.length,
                rights: owed.rights.length,
                limits: owed.limits.length,
                standing: owed.standing.length,
              })}
            </li>
          ))}
        </ul>
      ) : null}
      {each.standings.map((standing) =>
        standing.suspendedClauses.length === 0 ? null : (
          <p key={standing.party}>
            {t("between.suspendedClauses", {
              party: nameOf(standing.party),
              clauses: standing.suspendedClauses.join(", "),
            })}
          </p>
        ),
      )}
      {each.reservations.map((row) => (
        <p key={`${row.party}-${row.effect}`}>
          {t("between.reservation", { party: nameOf(row.party), effect: row.effect })}
          {row.clauses.length > 0 ? `. ${t("between.reservationClauses", { clauses: row.clauses.join(", ") })}` : ""}{" "}
          <Sourced {...row} />
        </p>
      ))}
      {each.remarks.map((row) => (
        <p key={row.effect}>
          {t("between.remark", { effect: row.effect })} <Sourced {...row} />
        </p>
      ))}
      <ul>
        {rows.map((row) => (
          <li key={`${row.party}-${row.act}-${row.actDate}-${row.effectDate}-${row.source}`}>
            <b>{row.party === "*" ? t("between.instrument") : nameOf(row.party)}</b>: {row.actName}
            {row.actDate ? ` ${writeDated(row.actDate, locale)}` : ""}
            {row.effectDate
              ? `; ${t("between.inEffect", { date: writeDated(row.effectDate, locale, { after: true }) })}`
              : ""}{" "}
            <Sourced {...row} />
            {row.note ? <span className="caption"> {row.note}</span> : null}
          </li>
        ))}
      </ul>
      <p className="meta">
        {t("between.partiesKnown", { count: each.parties })}.{" "}
        {each.form === undefined ? (
          t("between.noText")
        ) : (
          <Link to="/agreements/$id" params={{ id: each.id }}>
            {t("between.toAgreement")}
          </Link>
        )}
      </p>
    </div>
  );
}
