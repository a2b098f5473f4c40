import type { Coverage } from "@kelisim/api";
import { Empty } from "../../parts/empty.tsx";
import { Panel } from "../../parts/panel.tsx";
import { Proof } from "../../parts/proof.tsx";
import { budgetsUnderWay } from "../../state/coverage/matrix.ts";
import { useText } from "../../texts/use-text.ts";
import styles from "./coverage.module.css";
import { ProgrammeItem, useAmount } from "./programme-item.tsx";

/** Budgets of what is under way, each programme once, by currency; never divided between countries. */
export function Money({ data }: { readonly data: Coverage }) {
  const { t } = useText();
  const amount = useAmount();
  return (
    <Panel bare title={t("coverage.money")}>
      {data.money.length === 0 ? (
        <Empty>{t("coverage.noMoney")}</Empty>
      ) : (
        <ul className={styles.sums}>
          {data.money.map(({ currency, least, greatest, counted }) => (
            <li key={currency}>
              <b>
                {least === greatest
                  ? amount(least, currency)
                  : t("coverage.range", { least: amount(least, currency), greatest: amount(greatest, currency) })}
              </b>
              <small>{t("coverage.counted", { count: counted })}</small>
              <Behind data={data} currency={currency} />
            </li>
          ))}
        </ul>
      )}
      <div className={styles.notes}>
        <p className="caption">{t("coverage.moneyNote")}</p>
        <Proof proof={data.proofs.money} />
      </div>
    </Panel>
  );
}

/** The programmes under way whose budget is known in a currency: what the sum is made of, and what is a part of it. */
function Behind({ data, currency }: { readonly data: Coverage; readonly currency: string }) {
  const { t } = useText();
  const programmes = budgetsUnderWay(data, currency);
  return (
    <details className={styles.rules}>
      <summary>{t("coverage.budgetsBehind", { count: programmes.length })}</summary>
      {programmes.map((programme) => (
        <ProgrammeItem key={programme.id} programme={programme} />
      ))}
    </details>
  );
}
