import type { Priorities } from "@kelisim/api";
import { useGridKeys } from "../../parts/use-grid-keys.ts";
import { writeNumber } from "../../state/format.ts";
import { type PriorityPair, pairKey, pairOf, statementsOf } from "../../state/powers/priorities.ts";
import type { Say } from "../../texts/use-text.ts";
import { useText } from "../../texts/use-text.ts";
import marks from "../cooperation/matrix.module.css";
import own from "./powers.module.css";

export interface PairsProps {
  readonly data: Priorities;
  readonly chosen?: string;
  readonly onChoose: (key: string | undefined) => void;
}

/** Actors × actors: the cosine, and how many threats both speak of; a pair with too few statements says so. */
export function Pairs({ data, chosen, onChoose }: PairsProps) {
  const { t, locale } = useText();
  const grid = useGridKeys();
  const actors = data.actors.filter(({ id }) => statementsOf(data, id) > 0);
  const first = data.pairs.value[0];
  const inOrder = chosen ?? (first === undefined ? undefined : pairKey(...first.actors));
  return (
    <div className={marks.scroll}>
      <table ref={grid.table} className={`${marks.matrix} ${own.pairs}`}>
        <caption className="unseen">{t("powers.pairs")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("powers.actor")}</th>
            {actors.map(({ id, name }) => (
              <th key={id} scope="col">
                <span className={marks.upright}>{name}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {actors.map((actor, row) => (
            <tr key={actor.id}>
              <th scope="row">
                {actor.name}
                <small>{t("powers.statements", { count: statementsOf(data, actor.id) })}</small>
              </th>
              {actors.map((other, column) => {
                const pair = pairOf(data, actor.id, other.id);
                if (pair === undefined) return <td key={other.id} className={own.self} />;
                const key = pairKey(...pair.actors);
                return (
                  <td key={other.id}>
                    <button
                      type="button"
                      {...grid.cell(row, column, key === inOrder && actor.id === pair.actors[0])}
                      aria-pressed={key === chosen}
                      aria-label={t("powers.pairCell", {
                        a: actor.name,
                        b: other.name,
                        figure: pairWords(pair, t, locale),
                        common: pair.common,
                      })}
                      onClick={() => onChoose(key === chosen ? undefined : key)}
                    >
                      {/* Drawn, not written: the name of the button says it in words. */}
                      {pair.cosine === undefined ? (
                        <span className={own.few} data-drawn={t("powers.tooFewShort")} />
                      ) : (
                        <span className={own.figure} data-drawn={twoPlaces(pair.cosine, locale)} />
                      )}
                      <span className={own.common} data-drawn={pair.common} />
                    </button>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const pairWords = ({ cosine }: PriorityPair, t: Say, locale: string): string =>
  cosine === undefined ? t("powers.tooFew") : t("powers.cosine", { value: twoPlaces(cosine, locale) });

export const twoPlaces = (value: number, locale: string): string =>
  writeNumber(value, locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
