import type { PlanAnswer } from "@kelisim/api";
import { Link } from "@tanstack/react-router";
import { Panel } from "../../parts/panel.tsx";
import { StatusMark } from "../../parts/status-mark.tsx";
import { UnverifiedText } from "../../parts/unverified-text.tsx";
import { useAddress } from "../../shell/desk-context.ts";
import { keepTogether } from "../../state/format.ts";
import { withLabels } from "../../state/plan/arising.ts";
import type { PlanKind } from "../../state/plan/values.ts";
import { carried } from "../../state/standpoint.ts";
import { stateOf } from "../../state/states.ts";
import { useText } from "../../texts/use-text.ts";
import styles from "./plan.module.css";

/** Clauses of which it cannot be said whether they apply: what is missing stands behind each. */
export function Undetermined({ undetermined, kind }: Pick<PlanAnswer, "undetermined"> & { readonly kind: PlanKind }) {
  const { t } = useText();
  if (undetermined.length === 0) return null;
  const unknown = stateOf({ state: "unknown" });
  return (
    <Panel bare title={t("plan.undetermined")} count={undetermined.length}>
      <ul className={styles.limits}>
        {undetermined.map(({ clause, title, instrument, instrumentName, missing }) => (
          <li key={clause} className={styles.arising}>
            <StatusMark state={unknown} />
            <div>
              <b>{title}</b>
              <p>
                {missing
                  .map((each) => withLabels(each, kind.fields, (label) => t("plan.quoted", { label })))
                  .join("; ")}
              </p>
              <p>
                <Clause instrument={instrument} name={instrumentName} />
              </p>
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** Looked at and not arising: clauses about such a plan whose conditions it does not meet. */
export function NotArising({ notArising }: Pick<PlanAnswer, "notArising">) {
  const { t } = useText();
  if (notArising.length === 0) return null;
  return (
    <details className={styles.rest}>
      <summary>{t("plan.notArising", { count: notArising.length })}</summary>
      <ul>
        {notArising.map(({ clause, title, instrument, instrumentName, article, asks }) => (
          <li key={clause}>
            {title}{" "}
            <span className="meta">
              <Clause instrument={instrument} name={instrumentName} />
              {article === "" ? "" : `, ${keepTogether(article)}`}
            </span>
            {asks === undefined ? null : (
              <p className="meta">
                {t("plan.asks")} <UnverifiedText text={keepTogether(asks)} ending="figure" />
              </p>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Clause({ instrument, name }: { readonly instrument: string; readonly name: string }) {
  const search = carried(useAddress()) as never;
  return (
    <Link to="/agreements/$id" params={{ id: instrument } as never} search={search} className={styles.clause}>
      {name}
    </Link>
  );
}
