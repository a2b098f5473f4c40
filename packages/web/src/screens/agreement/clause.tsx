import type { Agreement, AgreementClause } from "@kelisim/api";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { Action } from "../../parts/action.tsx";
import { Confidence } from "../../parts/confidence.tsx";
import { Runs } from "../../parts/runs.tsx";
import { StateWords } from "../../parts/state-words.tsx";
import { StatusMark } from "../../parts/status-mark.tsx";
import { useAddress } from "../../shell/desk-context.ts";
import { stateWords } from "../../state/line-data.ts";
import { carried } from "../../state/standpoint.ts";
import { stateOf } from "../../state/states.ts";
import { useText } from "../../texts/use-text.ts";
import { FORM, LABEL } from "../agreements/words.ts";
import styles from "./clause.module.css";

export interface ClauseBoxProps {
  readonly clause: AgreementClause;
  readonly agreement: Agreement;
  /** The address names it. */
  readonly chosen?: boolean;
}

const NOTHING = { shape: "dash", token: "none" } as const;

/** A clause beside its article: its rule, how it stands now, and the code that says the same. */
export function ClauseBox({ clause, agreement, chosen }: ClauseBoxProps) {
  const { t } = useText();
  const [asCode, setAsCode] = useState(false);
  const { id, title, form, rule, confidence, code, line } = clause;
  return (
    <article className={`${styles.card} ${chosen ? styles.chosen : ""}`} id={id} aria-label={`${id} ${title}`}>
      <header className={styles.top}>
        <a href={`#${id}`}>
          <code>{id}</code>
        </a>
        <span>{t(FORM[form])}</span>
        <span className={styles.right}>
          <Confidence level={confidence} />
        </span>
      </header>
      <h3>{title}</h3>
      {asCode ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: long lines scroll, and the keyboard must reach them
        <pre className={styles.code} tabIndex={0} title={t("agreements.codeOf", { id, line })}>
          {code}
        </pre>
      ) : (
        <dl>
          {rule.map(({ label, runs }) => (
            <div key={label}>
              <dt>{t(LABEL[label])}</dt>
              <dd>{label === "consent" ? t("agreements.unlessConsent") : <Runs runs={runs} />}</dd>
            </div>
          ))}
        </dl>
      )}
      <Now clause={clause} agreement={agreement} asCode={asCode} onCode={() => setAsCode((was) => !was)} />
    </article>
  );
}

interface NowProps {
  readonly clause: AgreementClause;
  readonly agreement: Agreement;
  readonly asCode: boolean;
  readonly onCode: () => void;
}

/** Lines of the board under the clause; each leads to its explanation. */
function Now({ clause, agreement, asCode, onCode }: NowProps) {
  const { t, locale } = useText();
  const address = useAddress();
  const { lines, more, event, form } = clause;
  const { today, timeZone } = agreement.standpoint;
  const here = carried(address);
  return (
    <div className={styles.now}>
      <ul>
        {lines.length === 0 ? (
          <li>
            <StatusMark state={NOTHING} size={14} />
            <StateWords token="none">{t(event === undefined ? "agreements.noLines" : "agreements.noEvent")}</StateWords>
          </li>
        ) : null}
        {lines.map((line) => {
          const state = stateOf(line);
          return (
            <li key={line.key}>
              <StatusMark state={state} size={14} />
              <span>
                <StateWords token={state.token}>
                  {form === "prohibition"
                    ? t(state.text, { reason: line.reason ?? "none" })
                    : stateWords(line, { t, locale, today, timeZone }, false)}
                </StateWords>
                {line.who === "" || form === "limit" || form === "prohibition" ? null : (
                  <span className={styles.who}>
                    {line.bothWays
                      ? t("agreements.bothWays", { who: line.who })
                      : line.standpoint === "owed"
                        ? t("agreements.fromWhom", { who: line.who })
                        : t("agreements.toWhom", { who: line.who })}
                  </span>
                )}
                {line.subject === undefined ? null : <span className={styles.who}>{line.subject}</span>}
              </span>
              <Link to="/explain" search={{ ...here, line: line.key } as never} className={styles.link}>
                {t("agreements.explain")}
                <span className="unseen"> {line.act}</span>
              </Link>
            </li>
          );
        })}
        {more > 0 ? (
          <li>
            <Link to="/today" search={{ ...here, by: "agreement" } as never} className={styles.link}>
              {t("agreements.moreLines", { count: more })}
            </Link>
          </li>
        ) : null}
      </ul>
      <div className={styles.actions}>
        {event === undefined ? null : (
          <Link
            to="/plan"
            search={{ ...here, kind: event.kind, under: agreement.head.id } as never}
            className={styles.link}
          >
            {t("agreements.tryInPlan")}
          </Link>
        )}
        <Action look="quiet" onClick={onCode}>
          {t(asCode ? "agreements.showCard" : "agreements.showCode")}
        </Action>
      </div>
    </div>
  );
}
