import type { Priorities } from "@kelisim/api";
import { Action } from "../../parts/action.tsx";
import { Panel } from "../../parts/panel.tsx";
import { writeNumber } from "../../state/format.ts";
import { type PriorityPair, statementsOfActors, threatsBeside } from "../../state/powers/priorities.ts";
import { useText } from "../../texts/use-text.ts";
import table from "../cooperation/cooperation.module.css";
import styles from "../coverage/coverage.module.css";
import { twoPlaces } from "./pairs.tsx";
import { Statements } from "./statements.tsx";

export interface PairDetailProps {
  readonly data: Priorities;
  readonly pair: PriorityPair;
  readonly onClose: () => void;
}

/** Two actors: their threats beside each other, and the statements from which the weights come. */
export function PairDetail({ data, pair, onClose }: PairDetailProps) {
  const { t, locale } = useText();
  const nameOf = (id: string) => data.actors.find((actor) => actor.id === id)?.name ?? id;
  const [a, b] = [nameOf(pair.actors[0]), nameOf(pair.actors[1])];
  const { cosine, jaccard, common, shared } = pair;
  const weight = (value: number | undefined) =>
    value === undefined ? t("powers.weightNone") : writeNumber(value, locale, { maximumFractionDigits: 2 });
  return (
    <Panel
      title={t("powers.pairTitle", { a, b })}
      aside={
        <Action look="quiet" onClick={onClose}>
          {t("powers.close")}
        </Action>
      }
    >
      <p>
        {cosine === undefined || jaccard === undefined
          ? t("powers.pairFew", {
              a,
              b,
              first: t("powers.statements", { count: pair.statements[0] }),
              second: t("powers.statements", { count: pair.statements[1] }),
              least: data.least,
            })
          : t("powers.pairFigures", {
              cosine: twoPlaces(cosine, locale),
              jaccard: twoPlaces(jaccard, locale),
              common,
              shared,
            })}
      </p>
      <section className={styles.part}>
        <h3>{t("powers.weights")}</h3>
        <table className={table.table}>
          <caption className="unseen">{t("powers.weights")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("powers.threat")}</th>
              <th scope="col">{a}</th>
              <th scope="col">{b}</th>
            </tr>
          </thead>
          <tbody>
            {threatsBeside(data, pair.actors).map(({ threat, name, weights }) => (
              <tr key={threat}>
                <td>{name}</td>
                <td>{weight(weights[0])}</td>
                <td>{weight(weights[1])}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <section className={styles.part}>
        <h3>{t("powers.statementsOf")}</h3>
        <Statements data={data} statements={statementsOfActors(data, pair.actors)} actors={pair.actors} plain />
      </section>
    </Panel>
  );
}
