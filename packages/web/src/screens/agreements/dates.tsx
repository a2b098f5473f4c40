import { Unverified } from "../../parts/unverified.tsx";
import { type DateStyle, writeDay, writeMonth } from "../../state/format.ts";
import { useText } from "../../texts/use-text.ts";

/** A date in the precision that its source gives: "7 May 1998", "May 1998", "1998". */
export function writeDated(date: string, locale: string, style: DateStyle = {}): string {
  if (date.length === 4) return date;
  return date.length === 7 ? writeMonth(`${date}-01`, locale, true, "short") : writeDay(date, locale, style);
}

export function DateWords({ date, unverified = false }: { readonly date: string; readonly unverified?: boolean }) {
  const { locale } = useText();
  const words = <span className="together">{writeDated(date, locale)}</span>;
  return unverified ? <Unverified>{words}</Unverified> : words;
}

/** From when: every date that the tables give. Several mean that sources differ. */
export function EffectWords({
  effect,
}: {
  readonly effect: readonly { readonly date: string; readonly unverified: boolean }[];
}) {
  const { t } = useText();
  return effect.map(({ date, unverified }, at) => (
    <span key={date}>
      {at > 0 ? ` ${t("agreements.orDate")} ` : null}
      <DateWords date={date} unverified={unverified} />
    </span>
  ));
}
