import { useId } from "react";
import { type Marking, TLP_LABELS, type TlpLabel, takesReaders } from "../../state/records/marking.ts";
import type { PlacedError } from "../../state/records/places-of-errors.ts";
import { useText } from "../../texts/use-text.ts";
import { AudienceWords } from "./audience-words.tsx";
import { FieldErrors } from "./field-errors.tsx";
import styles from "./form.module.css";
import { PartyList } from "./party-list.tsx";

export interface MarkingFieldsProps {
  readonly value: Marking;
  readonly to: readonly string[];
  readonly errors: readonly PlacedError[] | undefined;
  readonly onChange: (value: Marking) => void;
}

/** Label and readers, with the effect in words: who is able to read the record. */
export function MarkingFields({ value, to, errors, onChange }: MarkingFieldsProps) {
  const { t } = useText();
  const id = useId();
  return (
    <fieldset className={styles.set}>
      <legend>{t("records.marking")}</legend>
      <div className={styles.field}>
        <label htmlFor={id}>{t("records.marking.label")}</label>
        <select
          id={id}
          value={value.label}
          aria-describedby={`${id}-who`}
          onChange={(event) => onChange({ ...value, label: event.target.value as TlpLabel })}
        >
          {TLP_LABELS.map((label) => (
            <option key={label} value={label}>
              {label}
            </option>
          ))}
        </select>
      </div>
      {takesReaders(value.label) ? (
        <div className={styles.field}>
          <label htmlFor={`${id}-to`}>{t("records.marking.releaseTo")}</label>
          <PartyList
            id={`${id}-to`}
            label={t("records.marking.releaseTo")}
            value={value.releaseTo}
            bodies
            onChange={(releaseTo) => onChange({ ...value, releaseTo: releaseTo.filter((each) => each !== "*") })}
          />
        </div>
      ) : null}
      <p id={`${id}-who`} className={styles.effect} role="status">
        <AudienceWords marking={value} to={to} />
      </p>
      <p className={styles.notes}>
        <FieldErrors errors={errors} />
      </p>
    </fieldset>
  );
}
