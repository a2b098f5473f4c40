import type { PlanAnswer, PlanNotice } from "@kelisim/api";
import { useId } from "react";
import { Icon } from "../../parts/icon.tsx";
import { Unverified } from "../../parts/unverified.tsx";
import { UnverifiedText } from "../../parts/unverified-text.tsx";
import { keepTogether, writeList } from "../../state/format.ts";
import { type Group, type Together, togetherIn, withoutNumbers } from "../../state/plan/arising.ts";
import { useText } from "../../texts/use-text.ts";
import { ArisingLine } from "./arising-line.tsx";
import styles from "./plan.module.css";

export interface GroupsProps {
  readonly answer: PlanAnswer;
  readonly onDraft: ((notice: PlanNotice) => void) | undefined;
}

/** Whom to tell and by which way, strictest first, and what one message can carry; rights after the duties. */
export function Groups({ answer, onDraft }: GroupsProps) {
  const { t } = useText();
  const { groups, rights, together } = answer;
  return (
    <>
      {groups.map((group) => (
        <GroupPart
          key={group.whom + (group.channel ?? "")}
          group={group}
          together={togetherIn(group, together)}
          onDraft={onDraft}
        />
      ))}
      {rights.length === 0 ? null : (
        <section className={styles.group} aria-label={t("plan.rights")}>
          <h2>{t("plan.rights")}</h2>
          <ul className={styles.sheet}>
            {rights.map((each) => (
              <ArisingLine key={each.line.key} arising={each} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

interface GroupPartProps extends Pick<GroupsProps, "onDraft"> {
  readonly group: Group;
  readonly together: readonly Together[];
}

function GroupPart({ group, together, onDraft }: GroupPartProps) {
  const { t, locale } = useText();
  const id = useId();
  const { whom, channel, channelUnverified, arising } = group;
  return (
    <section className={styles.group} aria-labelledby={id}>
      <header>
        <h2 id={id}>{t("plan.whom", { whom })}</h2>
        <span>
          {channel === undefined ? (
            t("plan.noChannel")
          ) : channelUnverified ? (
            <Unverified>{channel}</Unverified>
          ) : (
            channel
          )}
        </span>
      </header>
      <ul className={styles.sheet}>
        {arising.map((each) => (
          <ArisingLine key={each.line.key} arising={each} group={channel} onDraft={onDraft} />
        ))}
        {together.map((each) => (
          <li key={each.kind + each.numbers.join()} className={styles.together}>
            <Icon name="together" />
            <div>
              <b>
                {t(each.notice ? (each.oneChannel ? "plan.oneMessage" : "plan.oneText") : "plan.oneAct", {
                  numbers: writeList(each.numbers.map(String), locale),
                })}
              </b>{" "}
              <UnverifiedText text={keepTogether(withoutNumbers(each.text))} />
              {each.remarks.map((remark) => (
                <p key={remark}>
                  <UnverifiedText text={remark} />
                </p>
              ))}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
