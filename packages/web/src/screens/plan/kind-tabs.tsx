import type { PlanKind } from "../../state/plan/values.ts";
import { useText } from "../../texts/use-text.ts";
import styles from "./plan.module.css";

export interface KindTabsProps {
  readonly kinds: readonly PlanKind[];
  readonly chosen: PlanKind;
  readonly onChoose: (kind: PlanKind) => void;
}

/** So many stand side by side; the rest is a list. */
const SIDE_BY_SIDE = 4;

/** What is planned: the kinds that most lead times depend on side by side, all of them in a list. */
export function KindTabs({ kinds, chosen, onChoose }: KindTabsProps) {
  const { t } = useText();
  const near = kinds.filter(({ common }) => common).slice(0, SIDE_BY_SIDE);
  const rest = kinds.filter((kind) => !near.includes(kind));
  const isNear = near.includes(chosen);
  const pick = (id: string) => {
    const kind = kinds.find((each) => each.kind === id);
    if (kind !== undefined) onChoose(kind);
  };
  const options = (some: readonly PlanKind[]) =>
    some.map(({ kind, title }) => (
      <option key={kind} value={kind}>
        {title}
      </option>
    ));
  return (
    <fieldset className={styles.kinds} aria-label={t("plan.kind")}>
      {near.map((each) => (
        <button
          key={each.kind}
          type="button"
          className={styles.kind}
          aria-pressed={each === chosen}
          onClick={() => onChoose(each)}
        >
          {each.title}
        </button>
      ))}
      <select
        className={styles.kindList}
        data-chosen={!isNear}
        aria-label={t("plan.otherKind")}
        value={isNear ? "" : chosen.kind}
        onChange={(event) => pick(event.target.value)}
      >
        <option value="" disabled={!isNear}>
          {t("plan.otherKind")}
        </option>
        <optgroup label={t("plan.common")} className={styles.phoneGroup}>
          {options(rest.filter(({ common }) => common))}
        </optgroup>
        <optgroup label={t("plan.events")}>
          {options(rest.filter(({ common, form }) => !common && form === "event"))}
        </optgroup>
        <optgroup label={t("plan.notices")}>{options(rest.filter(({ form }) => form === "notice"))}</optgroup>
      </select>
    </fieldset>
  );
}
