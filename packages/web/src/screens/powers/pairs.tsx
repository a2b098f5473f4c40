import type { Priorities } from "@kelisim/api";
import { ButtonGrid, Upright } from "../../parts/button-grid.tsx";
import { writeNumber } from "../../state/format.ts";
import { type PriorityPair, pairKey, pairOf, statementsOf } from "../../state/powers/priorities.ts";
import type { Say } from "../../texts/use-text.ts";
import { useText } from "../../texts/use-text.ts";
import own from "./powers.module.css";

export interface PairsProps {
  readonly data: Priorities;
  readonly chosen?: string;
  readonly onChoose: (key: string | undefined) => void;
}

/** Actors × actors: the cosine, and how many threats both speak of; a pair with too few statements says so. */
export function Pairs({ data, chosen, onChoose }: PairsProps) {
  const { t, locale } = useText();
  const actors = data.actors.filter(({ id }) => statementsOf(data, id) > 0);
  return (
    <ButtonGrid
      caption={t("powers.pairs")}
      corner={t("powers.actor")}
      className={own.pairs}
      without={own.self}
      columns={actors.map(({ id, name }) => ({ key: id, name: <Upright>{name}</Upright> }))}
      rows={actors.map((actor) => ({
        key: actor.id,
        name: (
          <>
            {actor.name}
            <small>{t("powers.statements", { count: statementsOf(data, actor.id) })}</small>
          </>
        ),
        cells: actors.map((other) => {
          const pair = pairOf(data, actor.id, other.id);
          return pair === undefined
            ? undefined
            : {
                key: pairKey(...pair.actors),
                label: t("powers.pairCell", {
                  a: actor.name,
                  b: other.name,
                  figure: pairWords(pair, t, locale),
                  common: pair.common,
                }),
                drawn: <Figure pair={pair} />,
              };
        }),
      }))}
      chosen={chosen}
      onChoose={onChoose}
    />
  );
}

/** Drawn, not written: the name of the button says it in words. */
function Figure({ pair: { cosine, common } }: { readonly pair: PriorityPair }) {
  const { t, locale } = useText();
  return (
    <>
      {cosine === undefined ? (
        <span className={own.few} data-drawn={t("powers.tooFewShort")} />
      ) : (
        <span className={own.figure} data-drawn={twoPlaces(cosine, locale)} />
      )}
      <span className={own.common} data-drawn={common} />
    </>
  );
}

const pairWords = ({ cosine }: PriorityPair, t: Say, locale: string): string =>
  cosine === undefined ? t("powers.tooFew") : t("powers.cosine", { value: twoPlaces(cosine, locale) });

export const twoPlaces = (value: number, locale: string): string =>
  writeNumber(value, locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
