import { useDesk } from "../../shell/desk-context.ts";
import { useText } from "../../texts/use-text.ts";
import styles from "./form.module.css";
import { useBodyReaders, useReaderName } from "./use-readers.ts";

export interface PartyListProps {
  readonly id: string;
  readonly label: string;
  readonly value: readonly string[];
  readonly onChange: (value: readonly string[]) => void;
  /** "*": everyone can be chosen too. */
  readonly everyone?: boolean;
  /** Single bodies can be chosen too. */
  readonly bodies?: boolean;
  readonly describedBy?: string;
  readonly invalid?: boolean;
}

/** Several parties, and bodies where they can be named: those chosen, each with a way to take it out, and the others to add. */
export function PartyList({ id, label, value, onChange, everyone, bodies, describedBy, invalid }: PartyListProps) {
  const { t } = useText();
  const { region } = useDesk();
  const readerName = useReaderName();
  const known = useBodyReaders();
  const single = bodies ? known.filter((body) => !value.includes(body.id)) : [];
  const nameOf = (reader: string) => (reader === "*" ? t("records.everyone") : readerName(reader));
  const options = region.parties
    .filter((party) => !value.includes(party.id))
    .map((party) => (
      <option key={party.id} value={party.id}>
        {party.name}
      </option>
    ));
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
        aria-invalid={invalid}
        onChange={(event) =>
          onChange(event.target.value === "*" ? ["*"] : [...value.filter((each) => each !== "*"), event.target.value])
        }
      >
        <option value="">{t(bodies ? "records.addReader" : "records.addParty")}</option>
        {everyone ? <option value="*">{t("records.everyone")}</option> : null}
        {single.length === 0 ? (
          options
        ) : (
          <>
            <optgroup label={t("records.parties")}>{options}</optgroup>
            <optgroup label={t("records.bodies")}>
              {single.map((body) => (
                <option key={body.id} value={body.id}>
                  {readerName(body.id)}
                </option>
              ))}
            </optgroup>
          </>
        )}
      </select>
    </div>
  );
}
