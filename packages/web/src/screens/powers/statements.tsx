import type { Priorities, PriorityStatement } from "@kelisim/api";
import { Sourced } from "../../parts/sourced.tsx";
import { writeList, writeNumber } from "../../state/format.ts";
import { codedAlike } from "../../state/powers/priorities.ts";
import { useText } from "../../texts/use-text.ts";
import own from "./powers.module.css";

export interface StatementsProps {
  readonly data: Priorities;
  readonly statements: readonly PriorityStatement[];
  /** Codes of these alone; absent: of everybody. */
  readonly actors?: readonly string[];
  /** Its surroundings keep the distance from the edge. */
  readonly plain?: boolean;
}

/** Statements with how each was coded, so that one can argue with it. */
export function Statements({ data, statements, actors, plain = false }: StatementsProps) {
  const { t, locale } = useText();
  const actorOf = new Map(data.actors.map(({ id, name }) => [id, name]));
  const threatOf = new Map(data.threats.map(({ id, name }) => [id, name]));
  return (
    <div className={plain ? undefined : own.inside}>
      {statements.map(({ id, text, codes, source, confidence, unverified }) => (
        <div key={id} className={own.statement}>
          <b>{text}</b>
          {codedAlike(codes, actors).map(({ actors: own, threat, weight, by, how }) => (
            <small key={`${threat}${weight}${how}`}>
              {t("powers.code", {
                actors: writeList(
                  own.map((actor) => actorOf.get(actor) ?? actor),
                  locale,
                ),
                threat: threatOf.get(threat) ?? threat,
                weight: writeNumber(weight, locale, { maximumFractionDigits: 3 }),
                by: t(`powers.by.${by}`, { how }),
              })}
            </small>
          ))}
          <small>
            <Sourced source={source} confidence={confidence} unverified={unverified} />
          </small>
        </div>
      ))}
    </div>
  );
}
