import { useDesk } from "../../shell/desk-context.ts";
import { useText } from "../../texts/use-text.ts";
import styles from "./form.module.css";

export interface PartyListProps {
  readonly id: string;
  readonly label: string;
  readonly value: readonly string[];
  readonly onChange: (value: readonly string[]) => void;
  /** "*": everyone can be chosen too. */
  readonly everyone?: boolean;
  readonly describedBy?: string;
}

/** Several parties: those chosen, each with a way to take it out, and the others to add. */
export function PartyList({ id, label, value, onChange, everyone, describedBy }: PartyListProps) {
  const { t } = useText();
  const { region } = useDesk();
  const nameOf = (party: string) =>
    party === "*" ? t("records.everyone") : (region.parties.find((each) => each.id === party)?.name ?? party);
  return (
    <div className={styles.list}>
      {value.map((party) => (
        <span key={party} className={styles.chip}>
          {nameOf(party)}
          <button
            type="button"
            aria-label={t("records.takeOut", { name: nameOf(party), label })}
            onClick={() => onChange(value.filter((each) => each !== party))}
          >
            ×
          </button>
        </span>
      ))}
      <select
        id={id}
        value=""
        aria-describedby={describedBy}
        onChange={(event) =>
          onChange(event.target.value === "*" ? ["*"] : [...value.filter((each) => each !== "*"), event.target.value])
        }
      >
        <option value="">{t("records.addParty")}</option>
        {everyone ? <option value="*">{t("records.everyone")}</option> : null}
        {region.parties
          .filter((party) => !value.includes(party.id))
          .map((party) => (
            <option key={party.id} value={party.id}>
              {party.name}
            </option>
          ))}
      </select>
    </div>
  );
}
