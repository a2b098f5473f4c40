import type { Priorities } from "@kelisim/api";
import { Action } from "../../parts/action.tsx";
import { DataTable } from "../../parts/data-table.tsx";
import { Panel } from "../../parts/panel.tsx";
import { writeNumber } from "../../state/format.ts";
import { type PriorityPair, statementsOfActors, threatsBeside } from "../../state/powers/priorities.ts";
import { useText } from "../../texts/use-text.ts";
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
        <DataTable
          caption={t("powers.weights")}
          columns={[
            { id: "threat", title: t("powers.threat"), cell: ({ name }) => name, by: ({ name }) => name },
            { id: "first", title: a, cell: ({ weights }) => weight(weights[0]), by: ({ weights }) => weights[0] },
            { id: "second", title: b, cell: ({ weights }) => weight(weights[1]), by: ({ weights }) => weights[1] },
          ]}
          rows={threatsBeside(data, pair.actors)}
          keyOf={({ threat }) => threat}
        />
      </section>
      <section className={styles.part}>
        <h3>{t("powers.statementsOf")}</h3>
        <Statements data={data} statements={statementsOfActors(data, pair.actors)} actors={pair.actors} plain />
      </section>
    </Panel>
  );
}
