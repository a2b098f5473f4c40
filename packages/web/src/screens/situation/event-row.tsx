import type { Happening, Situation } from "@kelisim/api";
import { Link } from "@tanstack/react-router";
import { Confidence } from "../../parts/confidence.tsx";
import { Unverified } from "../../parts/unverified.tsx";
import { useAddress } from "../../shell/desk-context.ts";
import { writeDated } from "../../state/dated.ts";
import { writeMoment } from "../../state/format.ts";
import { carried } from "../../state/standpoint.ts";
import { useText } from "../../texts/use-text.ts";
import styles from "./situation.module.css";

export interface EventRowProps {
  readonly event: Happening;
  readonly threats: Situation["threats"];
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
  readonly timeZone: string;
}

/** One event in a row; open, with its sources, what it is about, and what is not settled. */
export function EventRow({ event, threats, open, onOpen, timeZone }: EventRowProps) {
  const { t, locale } = useText();
  const { id, date, end, title, kindName, placeName, place, parties, confidence, recorded, source, unverified } = event;
  const when = writeDated(date, locale);
  const dates = end ? t("situation.span", { from: when, until: writeDated(end, locale) }) : when;
  const where = placeName ?? (place ? `${place.lat}, ${place.lon}` : undefined);
  return (
    <>
      <tr id={`event-${id}`} className={open ? styles.open : undefined}>
        <td data-label={t("situation.date")}>{dates}</td>
        <th scope="row">
          {title}
          {title === kindName ? null : <span className={styles.kind}>{kindName}</span>}
        </th>
        <td data-label={t("situation.where")}>
          {where}
          {place ? null : <span className={styles.off}>{t("situation.noPlace")}</span>}
        </td>
        <td data-label={t("situation.who")}>{parties.map(({ name }) => name).join(", ")}</td>
        <td data-label={t("situation.basis")}>
          {confidence === undefined ? (
            t("situation.record", { party: source })
          ) : unverified ? (
            <Unverified>
              <Confidence level={confidence} />
            </Unverified>
          ) : (
            <Confidence level={confidence} />
          )}
        </td>
        <td data-label={t("situation.recorded")}>
          {recorded.includes("T") ? writeMoment(recorded, locale, timeZone) : writeDated(recorded, locale)}
        </td>
        <td>
          <button type="button" className={styles.toggle} aria-expanded={open} onClick={() => onOpen(!open)}>
            {t(open ? "situation.less" : "situation.more")}
            <span className="unseen">: {title}</span>
          </button>
        </td>
      </tr>
      {open ? <Details event={event} threats={threats} /> : null}
    </>
  );
}

function Details({ event, threats }: Pick<EventRowProps, "event" | "threats">) {
  const { t } = useText();
  const search = carried(useAddress()) as never;
  const { id, from, source, note, dispute, instrument } = event;
  const named = threats.filter((threat) => event.threats.includes(threat.id));
  return (
    <tr className={styles.details}>
      <td colSpan={7}>
        <dl>
          <dt>{t("situation.sources")}</dt>
          <dd>{from === "record" ? t("situation.record", { party: source }) : source}</dd>
          {dispute ? (
            <>
              <dt>{t("situation.differ")}</dt>
              <dd>
                {dispute.question} {dispute.reason}
              </dd>
            </>
          ) : null}
          {instrument ? (
            <>
              <dt>{t("situation.agreement")}</dt>
              <dd>
                <Link to="/agreements/$id" params={{ id: instrument.id } as never} search={search}>
                  {instrument.name}
                </Link>
              </dd>
            </>
          ) : null}
          {named.length > 0 ? (
            <>
              <dt>{t("situation.threats")}</dt>
              <dd>{named.map(({ name }) => name).join(", ")}</dd>
            </>
          ) : null}
          {note ? (
            <>
              <dt>{t("situation.note")}</dt>
              <dd>{note}</dd>
            </>
          ) : null}
          {from === "record" ? (
            <dd>
              <Link to="/records/$id" params={{ id } as never} search={search}>
                {t("situation.openRecord")}
              </Link>
            </dd>
          ) : null}
        </dl>
      </td>
    </tr>
  );
}
