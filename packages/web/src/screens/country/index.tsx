import type { Country } from "@kelisim/api";
import { useNavigate, useParams } from "@tanstack/react-router";
import { useMemo } from "react";
import { regionQuery } from "../../api/queries.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { ErrorPanel } from "../../parts/error-panel.tsx";
import { PageHead } from "../../parts/page-head.tsx";
import { Panel } from "../../parts/panel.tsx";
import { PartyPick } from "../../parts/party-pick.tsx";
import { Skeletons } from "../../parts/skeletons.tsx";
import { StandpointBar } from "../../parts/standpoint-bar.tsx";
import { YearSlider } from "../../parts/year-slider.tsx";
import { useAddress, useDesk, useStandpoint } from "../../shell/desk-context.ts";
import { belongs } from "../../state/cooperation/answer.ts";
import { stopsOf } from "../../state/cooperation/stops.ts";
import { writeDated } from "../../state/dated.ts";
import { dayIn } from "../../state/days.ts";
import { writeDay } from "../../state/format.ts";
import { carried } from "../../state/standpoint.ts";
import type { MessageId } from "../../texts/ids.ts";
import { Sentence } from "../../texts/sentence.tsx";
import { useText } from "../../texts/use-text.ts";
import { Agreements } from "./agreements.tsx";
import styles from "./country.module.css";
import { Lines } from "./lines.tsx";
import { Memberships } from "./memberships.tsx";
import { Claims, Indicators, Programmes, Threats, Undertakings } from "./tables.tsx";

/** Everything held here about one party. */
export function Screen() {
  const { region } = useDesk();
  const { asked } = useStandpoint();
  const { id } = useParams({ strict: false }) as { readonly id: string };
  const answer = useAnswer({
    ...regionQuery<Country>(region.id, `/countries/${encodeURIComponent(id)}`, asked),
    // Another country is never shown in its place.
    placeholderData: (last: Country | undefined) => (last?.party.id === id ? last : undefined),
  });
  if (answer.data) return <Page country={answer.data} />;
  if (answer.error) return <ErrorPanel error={answer.error} onRetry={() => void answer.refetch()} />;
  return <Skeletons rows={10} />;
}

function Page({ country }: { readonly country: Country }) {
  const { t, locale } = useText();
  const { region } = useDesk();
  const { change } = useStandpoint();
  const address = useAddress();
  const navigate = useNavigate();
  const { today: day, until, timeZone } = country.standpoint;
  const now = dayIn(Date.now(), timeZone);
  const stops = useMemo(() => stopsOf(country.years, day > now ? day : now), [country.years, day, now]);
  const { party, agreements } = country;
  const stands = (state: string) => agreements.filter(({ standing }) => standing.state === state).length;
  const ahead = country.owes.filter(
    (line) => line.day !== undefined && (line.state === "open" || line.state === "upcoming"),
  ).length;
  const states = region.parties.filter(({ kind }) => kind === "state");
  const others = states.filter(({ id }) => id !== party.id);
  const go = (id: string) => void navigate({ to: "/country/$id", params: { id }, search: carried(address) as never });
  const between = (id: string) =>
    void navigate({ to: "/between", search: { ...carried(address), a: party.id, b: id } as never });

  return (
    <>
      <StandpointBar standpoint={country.standpoint} paperOnly />
      <PageHead
        title={
          <Sentence
            id="country.heading"
            values={{ date: writeDay(day, locale, { month: "long" }) }}
            tags={{
              p: <PartyPick label={t("cooperation.party")} value={party.id} parties={states} onPick={go} />,
            }}
          />
        }
        answer={t("country.answer", {
          bodies: country.memberships.filter(belongs).length,
          bound: stands("bound"),
          unverified: stands("unverified"),
          ahead,
          until: writeDay(dayIn(until, timeZone), locale),
        })}
        actions={
          <label className={`meta screen-only ${styles.pick}`}>
            {t("country.between")}{" "}
            <select value="" onChange={(event) => between(event.currentTarget.value)}>
              <option value="" disabled>
                {t("country.choose")}
              </option>
              {others.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        }
      />
      <YearSlider stops={stops} day={day} onDay={(on) => change({ on }, true)} />
      <div className={styles.stack}>
        <div className={styles.halves}>
          <Lines title={t("country.owes")} lines={country.owes} country={country} />
          <Lines title={t("country.owed")} lines={country.owed} country={country} />
        </div>
        <Memberships country={country} />
        <Agreements country={country} />
        <Undertakings country={country} />
        <Programmes country={country} />
        <Threats country={country} />
        <Indicators country={country} />
        <Claims country={country} />
        {country.disputes.length > 0 ? (
          <Panel title={t("country.disputes")} count={country.disputes.length}>
            {country.disputes.map(({ id, question, reason }) => (
              <p key={id} className={styles.dispute}>
                <b>{question}</b> {reason}
              </p>
            ))}
          </Panel>
        ) : null}
        <Panel title={t("country.notHeld")}>
          <ul className={styles.coverage}>
            {country.coverage.map((note) => (
              <li key={note.table}>
                <Sentence
                  id="country.covers"
                  values={{
                    table: t(`country.table.${note.table}` as MessageId),
                    of: note.of ?? t(note.coverage === "complete" ? "country.complete" : "country.partial"),
                  }}
                />
                {note.asOf ? `. ${t("cooperation.asOfTable", { date: writeDated(note.asOf, locale) })}` : null}
              </li>
            ))}
            {country.covered ? null : <li>{t("country.notCovered")}</li>}
          </ul>
        </Panel>
      </div>
    </>
  );
}
