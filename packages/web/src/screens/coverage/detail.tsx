import type { Coverage, CoverageCellView } from "@kelisim/api";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Action } from "../../parts/action.tsx";
import { Panel } from "../../parts/panel.tsx";
import { Sourced } from "../../parts/sourced.tsx";
import { useAddress } from "../../shell/desk-context.ts";
import { aspectsOf } from "../../state/coverage/filters.ts";
import { doubtfulIn, markOf } from "../../state/coverage/matrix.ts";
import { useText } from "../../texts/use-text.ts";
import { ClauseItem } from "./clause-item.tsx";
import styles from "./coverage.module.css";
import { stateWords } from "./mark-words.ts";
import { ProgrammeItem, useAmount } from "./programme-item.tsx";

export interface DetailProps {
  readonly data: Coverage;
  readonly cell: CoverageCellView;
  readonly onClose: () => void;
}

/** One threat in one country: every clause and programme with where it comes from, and what is not known. */
export function Detail({ data, cell, onClose }: DetailProps) {
  const { t } = useText();
  const amount = useAmount();
  const aspects = aspectsOf(useAddress());
  const threat = data.threats.find(({ id }) => id === cell.threat)!;
  const country = data.countries.find(({ id }) => id === cell.country)?.name ?? cell.country;
  const clauses = new Map(data.clauses.map((each) => [each.id, each]));
  const programmes = new Map(data.programmes.map((each) => [each.id, each]));
  const clause = (id: string, note?: string) => <ClauseItem key={id} clause={clauses.get(id)!} note={note} />;
  const programme = (id: string, note?: string) => (
    <ProgrammeItem key={id} programme={programmes.get(id)!} note={note} />
  );
  const { duties, programmes: its, money } = cell;
  const content: Readonly<Record<(typeof aspects)[number], ReactNode>> = {
    duties: [
      ...duties.clauses.map((id) => clause(id)),
      ...duties.perhaps.map((id) => clause(id, t("coverage.bindingUnverified"))),
    ],
    programmes: [
      ...its.underWay.map((id) => programme(id)),
      ...its.perhaps.map((id) => programme(id, t("coverage.datesUnknown"))),
    ],
    money: (
      <>
        {money.own.map(({ currency, sum }) => (
          <p key={currency}>{t("coverage.own", { amount: amount(sum, currency) })}</p>
        ))}
        {money.shared.length > 0 ? <p>{t("coverage.shared", { count: money.shared.length })}</p> : null}
        {money.budgetUnknown.length > 0 ? (
          <p>{t("coverage.budgetUnknown", { count: money.budgetUnknown.length })}</p>
        ) : null}
      </>
    ),
  };
  const doubtful = doubtfulIn(data);
  return (
    <Panel
      title={t("coverage.detail", { threat: threat.name, country })}
      aside={
        <Action look="quiet" onClick={onClose}>
          {t("coverage.close")}
        </Action>
      }
    >
      {threat.definition ? <p className="meta">{threat.definition}</p> : null}
      <p className="caption">
        <Sourced {...threat} />
      </p>
      {aspects.map((aspect) => (
        <section key={aspect} className={styles.part}>
          <h3>
            {t("coverage.part", {
              aspect: t(`coverage.aspect.${aspect}`),
              words: stateWords(markOf(cell, aspect, doubtful), t),
            })}
          </h3>
          {content[aspect]}
        </section>
      ))}
      <p className="meta">
        <Link to="/country/$id" params={{ id: cell.country }}>
          {t("coverage.country", { country })}
        </Link>
      </p>
    </Panel>
  );
}
