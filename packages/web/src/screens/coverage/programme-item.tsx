import type { CountryProgramme } from "@kelisim/api";
import { Sourced } from "../../parts/sourced.tsx";
import { writeDated } from "../../state/dated.ts";
import { NBSP, writeList, writeNumber } from "../../state/format.ts";
import { useText } from "../../texts/use-text.ts";
import styles from "./coverage.module.css";

/** An exact sum with its currency, as the language groups digits. */
export function useAmount(): (sum: string, currency: string | undefined) => string {
  const { locale } = useText();
  return (sum, currency = "") => `${writeNumber(sum, locale, { maximumFractionDigits: 20 })}${NBSP}${currency}`;
}

/** A programme with who pays, when, for whom and how much in all; `note` says what is open about it. */
export function ProgrammeItem({ programme, note }: { readonly programme: CountryProgramme; readonly note?: string }) {
  const { t, locale } = useText();
  const amount = useAmount();
  const { name, donors, implementers, start, end, countries } = programme;
  const date = (text: string | undefined) =>
    text === undefined ? t("coverage.dateUnknown") : writeDated(text, locale);
  return (
    <div className={styles.item}>
      <b>{name}</b>
      <small>
        {donors.length === 0
          ? t("coverage.donorsUnknown")
          : writeList(
              donors.map((each) => each.name),
              locale,
            )}
        {implementers ? ` · ${implementers}` : null} · {date(start)} – {date(end)}
        {note ? ` · ${note}` : null}
      </small>
      <small>
        {programme.amount === undefined
          ? t("coverage.amountUnknown")
          : t("coverage.whole", { amount: amount(programme.amount, programme.currency), count: countries.length })}
      </small>
      <small>
        <Sourced source={programme.source} confidence={programme.confidence} unverified={programme.unverified} />
      </small>
      {programme.amountSource !== undefined && programme.amountSource !== programme.source ? (
        <small>{t("coverage.amountFrom", { source: programme.amountSource })}</small>
      ) : null}
    </div>
  );
}
