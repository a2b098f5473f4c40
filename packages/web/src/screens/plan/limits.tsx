import type { PlanAnswer } from "@kelisim/api";
import { Panel } from "../../parts/panel.tsx";
import { StateWords } from "../../parts/state-words.tsx";
import { StatusMark } from "../../parts/status-mark.tsx";
import { UnverifiedText } from "../../parts/unverified-text.tsx";
import { useDesk } from "../../shell/desk-context.ts";
import { keepTogether } from "../../state/format.ts";
import { lineData } from "../../state/line-data.ts";
import { stateOf } from "../../state/states.ts";
import { useText } from "../../texts/use-text.ts";
import styles from "./plan.module.css";

/** Ceilings and quotas that the plan counts towards. */
export function Limits({ limits }: Pick<PlanAnswer, "limits">) {
  const { t } = useText();
  const { region } = useDesk();
  const names = new Map(region.parties.map(({ id, name }) => [id, name]));
  if (limits.length === 0) return null;
  return (
    <Panel bare title={t("plan.limits")} count={limits.length}>
      <ul className={styles.limits}>
        {limits.map(({ line, words, state, counts }) => {
          const entry = stateOf(line);
          return (
            <li key={line.key} className={styles.arising}>
              <StatusMark state={entry} />
              <div>
                <b>{line.act}</b>
                <div>
                  <StateWords token={entry.token} dashed={entry.dashed}>
                    {state}
                  </StateWords>
                </div>
                {words === "" ? null : (
                  <p>
                    <UnverifiedText text={keepTogether(words)} ending="figure" />
                  </p>
                )}
                {counts === undefined ? null : (
                  <p>
                    {t("plan.counts")} <UnverifiedText text={keepTogether(counts)} ending="figure" />
                  </p>
                )}
                <p>
                  {line.instrumentName}
                  {line.article === "" ? "" : `, ${keepTogether(line.article)}`}
                  {line.debtors.length === 0
                    ? ""
                    : ` · ${line.debtors.map((id) => names.get(id) ?? line.debtorName).join(", ")}`}
                </p>
              </div>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}

/** Lines that stand already and would stand otherwise. */
export function Changed({ answer }: { readonly answer: PlanAnswer }) {
  const { t, locale } = useText();
  const { changed, standpoint } = answer;
  if (changed.length === 0) return null;
  const wording = { t, locale, timeZone: standpoint.timeZone, today: standpoint.today };
  return (
    <Panel bare title={t("plan.changed")} count={changed.length}>
      <ul className={styles.limits}>
        {changed.map(({ before, after }) => {
          const [was, is] = [lineData(before, wording, false), lineData(after, wording, false)];
          return (
            <li key={after.key} className={styles.arising}>
              <StatusMark state={is.state} />
              <div>
                <b>{is.act}</b>
                <p>
                  {t("plan.was")} <StateWords token={was.state.token}>{was.words}</StateWords>
                </p>
                <p>
                  {t("plan.wouldBe")} <StateWords token={is.state.token}>{is.words}</StateWords>
                </p>
                <p>
                  {is.instrument}, {is.article}
                </p>
              </div>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
