import { type PlanKind, sorted } from "../../state/plan/values.ts";
import { useText } from "../../texts/use-text.ts";
import styles from "./plan.module.css";

export interface KindTabsProps {
  readonly kinds: readonly PlanKind[];
  readonly chosen: PlanKind;
  readonly onChoose: (kind: PlanKind) => void;
}

/** What is planned: the kinds that most lead times depend on side by side, the rest in a list; on a phone all in the list. */
export function KindTabs({ kinds, chosen, onChoose }: KindTabsProps) {
  const { t } = useText();
  const { near, common, events, notices } = sorted(kinds);
  const isNear = near.includes(chosen);
  const pick = (id: string) => {
    const kind = kinds.find((each) => each.kind === id);
    if (kind !== undefined) onChoose(kind);
  };
  const group = (label: string, some: readonly PlanKind[]) =>
    some.length === 0 ? null : (
      <optgroup label={label}>
        {some.map(({ kind, title }) => (
          <option key={kind} value={kind}>
            {title}
          </option>
        ))}
      </optgroup>
    );
  const further = (
    <>
      {group(t("plan.events"), events)}
      {group(t("plan.notices"), notices)}
    </>
  );
  return (
    <fieldset className={styles.kinds} aria-label={t("plan.kind")}>
      {near.map((each) => (
        <button
          key={each.kind}
          type="button"
          className={`${styles.kind} wide-only`}
          aria-pressed={each === chosen}
          onClick={() => onChoose(each)}
        >
          {each.title}
        </button>
      ))}
      <select
        className={`${styles.kindList} wide-only`}
        data-chosen={!isNear}
        aria-label={t("plan.otherKind")}
        value={isNear ? "" : chosen.kind}
        onChange={(event) => pick(event.target.value)}
      >
        <option value="" disabled>
          {t("plan.otherKind")}
        </option>
        {group(t("plan.common"), common)}
        {further}
      </select>
      <select
        className={`${styles.kindList} narrow-only`}
        aria-label={t("plan.kind")}
        value={chosen.kind}
        onChange={(event) => pick(event.target.value)}
      >
        {group(t("plan.common"), [...near, ...common])}
        {further}
      </select>
    </fieldset>
  );
}
