import type { PlanNotice } from "@kelisim/api";
import { Link } from "@tanstack/react-router";
import { StateWords } from "../../parts/state-words.tsx";
import { StatusMark } from "../../parts/status-mark.tsx";
import { Unverified } from "../../parts/unverified.tsx";
import { UnverifiedText } from "../../parts/unverified-text.tsx";
import { useAddress } from "../../shell/desk-context.ts";
import { keepTogether } from "../../state/format.ts";
import { type Arising, stateAndRule } from "../../state/plan/arising.ts";
import { carried } from "../../state/standpoint.ts";
import { stateOf } from "../../state/states.ts";
import { useText } from "../../texts/use-text.ts";
import styles from "./plan.module.css";

export interface ArisingLineProps {
  readonly arising: Arising;
  /** The channel that is said of the whole group: what is no more than that is not said again. */
  readonly group?: string | undefined;
  /** Keeps a draft of what would discharge it; absent where nothing can be kept now. */
  readonly onDraft?: ((notice: PlanNotice) => void) | undefined;
}

/** One duty or right that would arise: act and date; state; the rule and the case; its channel in particular; the clause. */
export function ArisingLine({ arising, group, onDraft }: ArisingLineProps) {
  const { t } = useText();
  const search = carried(useAddress()) as never;
  const { line, date, notes, notice } = arising;
  const state = stateOf(line);
  const [first = "", ...more] = notes;
  const { state: words, rule } = stateAndRule(first);
  const article = keepTogether(line.article);
  return (
    <li className={styles.arising}>
      <StatusMark state={state} />
      <div>
        <div className={styles.actRow}>
          <b>
            {arising.number === undefined ? null : <span className={styles.number}>{arising.number} </span>}
            {line.act}
          </b>
          <span className={styles.date}>
            <StateWords token={state.token}>
              <UnverifiedText text={keepTogether(date)} />
            </StateWords>
          </span>
        </div>
        <StateWords token={state.token}>{words}</StateWords>
        {rule === "" ? null : (
          <p>
            <UnverifiedText text={keepTogether(rule)} ending="figure" />
          </p>
        )}
        {more.map((note) => (
          <p key={note}>
            <UnverifiedText text={keepTogether(note)} ending="figure" />
          </p>
        ))}
        {line.channel === undefined || line.channel === group ? null : (
          <p>{line.channelUnverified ? <Unverified>{line.channel}</Unverified> : line.channel}</p>
        )}
        <p>
          <Link
            to="/agreements/$id"
            params={{ id: line.instrument } as never}
            search={search}
            className={styles.clause}
          >
            {line.instrumentName}
          </Link>
          {article === "" ? null : ", "}
          {article === "" ? null : line.articleUnverified ? <Unverified>{article}</Unverified> : article}
        </p>
        {notice === undefined || onDraft === undefined ? null : (
          <button
            type="button"
            className={styles.draftOne}
            aria-label={t("plan.draftOneLabel", {
              number: arising.number,
              kind: notice.kindName,
              count: notice.to.length,
            })}
            onClick={() => onDraft(notice)}
          >
            {t("plan.draftOne", { kind: notice.kindName })}
          </button>
        )}
      </div>
    </li>
  );
}
