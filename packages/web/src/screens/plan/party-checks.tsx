import { useDesk } from "../../shell/desk-context.ts";
import { listed } from "../../state/plan/content.ts";
import { useText } from "../../texts/use-text.ts";
import styles from "./plan.module.css";

export interface PartyChecksProps {
  readonly label: string;
  /** Ids joined by commas. */
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Several parties, opened on demand; the summary names those chosen. */
export function PartyChecks({ label, value, onChange }: PartyChecksProps) {
  const { t } = useText();
  const { region } = useDesk();
  const chosen = listed(value);
  const names = region.parties.filter(({ id }) => chosen.includes(id)).map(({ name }) => name);
  return (
    <details className={styles.checks}>
      <summary>{names.length === 0 ? t("plan.notSaid") : names.join(", ")}</summary>
      <fieldset aria-label={label}>
        {region.parties.map(({ id, name }) => (
          <label key={id}>
            <input
              type="checkbox"
              checked={chosen.includes(id)}
              onChange={(event) =>
                onChange((event.target.checked ? [...chosen, id] : chosen.filter((each) => each !== id)).join(","))
              }
            />
            {name}
          </label>
        ))}
      </fieldset>
    </details>
  );
}
