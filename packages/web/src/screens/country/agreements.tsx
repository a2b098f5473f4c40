import type { Country, CountryAgreement } from "@kelisim/api";
import { Link } from "@tanstack/react-router";
import { ExportMenu } from "../../parts/export-menu.tsx";
import { Panel } from "../../parts/panel.tsx";
import { Sourced } from "../../parts/sourced.tsx";
import { TimeTracks } from "../../parts/time-tracks.tsx";
import { Unverified } from "../../parts/unverified.tsx";
import { useTableFiles } from "../../shell/use-table-files.ts";
import { boundBars, positionOf, ticksOf } from "../../state/cooperation/through-time.ts";
import { writeDated } from "../../state/dated.ts";
import type { MessageId } from "../../texts/ids.ts";
import { useText } from "../../texts/use-text.ts";
import styles from "./country.module.css";

const STATES: Readonly<Record<CountryAgreement["standing"]["state"], MessageId>> = {
  bound: "country.state.bound",
  unverified: "country.state.unverified",
  suspended: "country.state.suspended",
  "not yet": "country.state.notYet",
  signed: "country.state.signed",
  ended: "country.state.ended",
  "no row": "country.state.noRow",
};

/** Every agreement of which our table has a row of this country: since when it binds, and what that rests on. */
export function Agreements({ country }: { readonly country: Country }) {
  const { t } = useText();
  const { years, agreements } = country;
  const exports = useTableFiles("status", { party: country.party.id });
  const rules = ticksOf(years).map((year) => positionOf(`${year}`, years));
  return (
    <Panel bare title={t("country.agreements")} count={agreements.length} aside={<ExportMenu hrefs={exports} />}>
      <ul className={styles.tracks}>
        {agreements.map((each) => (
          <Agreement key={each.id} each={each} country={country} rules={rules} />
        ))}
      </ul>
    </Panel>
  );
}

function Agreement({
  each,
  country,
  rules,
}: {
  readonly each: CountryAgreement;
  readonly country: Country;
  readonly rules: readonly number[];
}) {
  const { t, locale } = useText();
  const { standing } = each;
  const day = country.standpoint.today;
  const { years } = country;
  const date = standing.effectDate ?? standing.actDate;
  const since = [
    t(STATES[standing.state]),
    standing.act,
    date === undefined
      ? t("cooperation.unknownDate")
      : standing.effectDate === undefined
        ? writeDated(date, locale)
        : t("between.inEffect", { date: writeDated(date, locale, { after: true }) }),
    standing.provisional ? t("between.provisional") : undefined,
  ]
    .filter(Boolean)
    .join(", ");
  const deciding = standing.rows.findLast(
    (row) => row.party === standing.party && (row.effectDate === date || row.actDate === date),
  );
  const row = deciding ?? standing.rows.find(({ party }) => party === standing.party);
  return (
    <li>
      <div>
        {each.form === undefined ? (
          <b>{each.name}</b>
        ) : (
          <Link to="/agreements/$id" params={{ id: each.id }}>
            {each.name}
          </Link>
        )}
        <small className={styles.wrap}>
          {standing.state === "unverified" || standing.doubts.length > 0 ? <Unverified>{since}</Unverified> : since}
          {standing.doubts.length > 0 ? ` (${standing.doubts.join("; ")})` : null}
        </small>
      </div>
      <TimeTracks
        tracks={[{ id: each.id, tone: "first", bars: boundBars(standing.spells, years, day) }]}
        label={`${each.name}: ${since}`}
        now={positionOf(day, years)}
        rules={rules}
        height={10}
      />
      <div>{row ? <Sourced {...row} /> : null}</div>
    </li>
  );
}
