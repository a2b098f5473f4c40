import { useState } from "react";
import { Action } from "../../parts/action.tsx";
import { Panel } from "../../parts/panel.tsx";
import { useChangeAddress } from "../../shell/desk-context.ts";
import { areCodes, type TypedRule, typedRules, writtenRules } from "../../state/money/purpose-rules.ts";
import { useText } from "../../texts/use-text.ts";
import styles from "./money.module.css";

const MOST_RULES = 12;

/** A purpose set of the reader's own: a name, and the ways into it. It stands in the address, so that a copied address has it. */
export function OwnSet({ rules, called }: { readonly rules: string | undefined; readonly called: string | undefined }) {
  const { t } = useText();
  const change = useChangeAddress();
  const [typed, setTyped] = useState(() => typedRules(rules).map((rule, id) => ({ ...rule, id })));
  const [name, setName] = useState(called ?? "");
  const set = (at: number, patch: Partial<TypedRule>) =>
    setTyped((was) => was.map((rule, place) => (place === at ? { ...rule, ...patch } : rule)));
  const wrong = typed.some(({ codes }) => !areCodes(codes));
  const written = writtenRules(typed);
  return (
    <Panel title={t("money.set.own")}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!wrong && written !== undefined) change({ rules: written, called: name.trim() || undefined });
        }}
      >
        <p className="meta">{t("money.ownSetWhy")}</p>
        <div className={styles.form}>
          <label>
            <span>{t("money.ownSetName")}</span>
            <input value={name} maxLength={120} onChange={({ target }) => setName(target.value)} />
          </label>
        </div>
        {typed.map((rule, at) => (
          <fieldset
            key={rule.id}
            className={`${styles.form} ${styles.rules}`}
            aria-label={t("money.rule", { number: at + 1 })}
          >
            <label>
              <span>{t("money.ruleCodes")}</span>
              <input
                value={rule.codes}
                maxLength={200}
                placeholder="15210, 15110"
                aria-invalid={!areCodes(rule.codes)}
                onChange={({ target }) => set(at, { codes: target.value })}
              />
            </label>
            <label>
              <span>{t("money.ruleWords")}</span>
              <input
                value={rule.words}
                maxLength={200}
                placeholder="border, customs"
                onChange={({ target }) => set(at, { words: target.value })}
              />
            </label>
            {typed.length > 1 ? (
              <Action look="quiet" onClick={() => setTyped((was) => was.filter((_, place) => place !== at))}>
                {t("money.ruleAway", { number: at + 1 })}
              </Action>
            ) : null}
          </fieldset>
        ))}
        {wrong ? (
          <p role="alert" className={styles.wrong}>
            {t("money.codesWrong")}
          </p>
        ) : null}
        <div className={styles.form}>
          {typed.length < MOST_RULES ? (
            <Action
              look="quiet"
              onClick={() => setTyped((was) => [...was, { codes: "", words: "", id: was.at(-1)!.id + 1 }])}
            >
              {t("money.ruleMore")}
            </Action>
          ) : null}
          <Action type="submit" look="main" disabled={wrong || written === undefined}>
            {t("money.ownSetShow")}
          </Action>
        </div>
      </form>
    </Panel>
  );
}
