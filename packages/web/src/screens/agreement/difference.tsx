import type { AgreementDiff, AgreementLineChange } from "@kelisim/api";
import { Panel } from "../../parts/panel.tsx";
import { Runs } from "../../parts/runs.tsx";
import { StateWords } from "../../parts/state-words.tsx";
import { StatusMark } from "../../parts/status-mark.tsx";
import { aspectText, changeText, concernText, effectText } from "../../state/agreements/difference-texts.ts";
import { writeDay } from "../../state/format.ts";
import { keyed } from "../../state/keyed.ts";
import { stateOf } from "../../state/states.ts";
import { useText } from "../../texts/use-text.ts";
import styles from "./difference.module.css";

/** What differs between two texts: clause by clause, for whom, and for duties that are there already. */
export function Difference({ diff }: { readonly diff: AgreementDiff }) {
  const { t } = useText();
  const { clauses, heads, kinds, concerns, unchanged, pinned, hadItApplied, onceAdopted, records } = diff;
  const count = (change: string) => clauses.filter((each) => each.change === change).length;
  return (
    <>
      <p className={styles.lead}>
        {t("agreements.diff.counts", {
          changed: count("changed"),
          added: count("added"),
          removed: count("removed"),
          moved: count("moved"),
          unchanged,
        })}{" "}
        {t("agreements.diff.prose")}
      </p>
      {heads.length + clauses.length + kinds.length === 0 ? null : (
        <Panel bare title={t("agreements.diff.clauses")} count={clauses.length}>
          {heads.map(({ field, before, after }) => (
            <p key={field} className={styles.change}>
              {t("agreements.diff.head", { field })}: <del>{before}</del> → <ins>{after}</ins>
            </p>
          ))}
          {clauses.map((each) => (
            <section key={each.id} className={styles.clause}>
              <h3>
                <span className={styles.badge}>{t(changeText(each.change))}</span> {each.id} {each.title}
              </h3>
              <dl>
                {keyed(each.changes).map(({ key, item: { aspect, before, after, effect, exact } }) => (
                  <div key={key}>
                    <dt>{t(aspectText(aspect))}</dt>
                    <dd>
                      {before.length === 0 ? null : (
                        <del>
                          <Runs runs={before} />
                        </del>
                      )}
                      {before.length > 0 && after.length > 0 ? " → " : null}
                      {after.length === 0 ? null : (
                        <ins>
                          <Runs runs={after} />
                        </ins>
                      )}
                      {effect === "none" ? null : (
                        <span className={styles.second}>
                          {t(effectText(effect))}
                          {exact ? "" : ` (${t("agreements.diff.notCertain")})`}
                        </span>
                      )}
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
          {kinds.map(({ change, name, version }) => (
            <p key={name + version} className={styles.change}>
              {t("agreements.diff.kind", { change: t(changeText(change)), name, version })}
            </p>
          ))}
        </Panel>
      )}
      {concerns.length === 0 ? null : (
        <Panel className={styles.next} title={t("agreements.diff.whom")}>
          <ul className={styles.list}>
            {keyed(concerns).map(({ key, item: { parties, concerns: all } }) => (
              <li key={key}>
                <b>{parties.length === 0 ? t("agreements.diff.whoever") : parties.join(", ")}</b>
                {all.map(({ concern, clauses: ids }) => (
                  <span key={concern} className={styles.second}>
                    {t(concernText(concern))}: {ids.join(", ")}
                  </span>
                ))}
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {clauses.length === 0 ? null : (
        <Panel className={styles.next} title={t("agreements.diff.duties")}>
          <p className={styles.second}>{t("agreements.diff.records", { count: records })}</p>
          <Changes title={t("agreements.diff.hadItApplied", { count: hadItApplied.length })} changes={hadItApplied} />
          <Changes title={t("agreements.diff.onceAdopted", { count: onceAdopted.length })} changes={onceAdopted} />
          <Changes title={t("agreements.diff.pinned", { count: pinned.length })} changes={pinned} />
        </Panel>
      )}
    </>
  );
}

/** So many are listed; the number in the title counts all. */
const LISTED = 40;

function Changes({ title, changes }: { readonly title: string; readonly changes: readonly AgreementLineChange[] }) {
  const { t } = useText();
  return (
    <>
      <h3 className={styles.title}>{title}</h3>
      <ul className={styles.lines}>
        {keyed(changes.slice(0, LISTED)).map(({ key, item }) => (
          <li key={key}>
            <span>
              <b>{item.title}</b>
              <span className={styles.second}>
                {[item.clause, item.period, item.subject, item.who || t("agreements.diff.pairs", { count: item.pairs })]
                  .filter((text) => text !== undefined && text !== "")
                  .join(", ")}
              </span>
            </span>
            <Side side={item.before} />
            <Side side={item.after} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Side({ side }: { readonly side: AgreementLineChange["before"] }) {
  const { t, locale } = useText();
  if (side === undefined) return <span className={styles.gap}>{t("agreements.diff.noLine")}</span>;
  const entry = stateOf({ state: side.state });
  return (
    <span className={styles.state}>
      <StatusMark state={entry} size={14} />
      <StateWords token={entry.token}>
        {t(entry.text, { reason: "none" })}
        {side.day === undefined ? "" : `, ${writeDay(side.day, locale)}`}
      </StateWords>
    </span>
  );
}
