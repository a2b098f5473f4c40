import { Unverified } from "../../parts/unverified.tsx";
import { writeDated } from "../../state/dated.ts";
import { useText } from "../../texts/use-text.ts";

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
