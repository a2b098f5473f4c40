import type { PlanAnswer, PlanField } from "@kelisim/api";
import { type ReactNode, useId } from "react";
import { DayField } from "../../parts/day-field.tsx";
import { useDesk } from "../../shell/desk-context.ts";
import { isDay, writeDay } from "../../state/format.ts";
import { useText } from "../../texts/use-text.ts";
import { PartyChecks } from "./party-checks.tsx";
import styles from "./plan.module.css";

export interface FieldProps {
  readonly field: PlanField;
  readonly value: string;
  readonly problems: PlanAnswer["problems"];
  /** `settled`: chosen, not typed letter by letter. */
  readonly onChange: (value: string, settled: boolean) => void;
  readonly onLeave: () => void;
  /** What else is to be said of the value. */
  readonly note?: string;
}

/** One value of the plan, asked for as its type wants; what the node says of it stands below. */
export function Field({ field, value, problems, onChange, onLeave, note }: FieldProps) {
  const { t, locale } = useText();
  const { region } = useDesk();
  const id = useId();
  const notes = `${id}-notes`;
  const common = {
    id,
    "aria-describedby": notes,
    "aria-invalid": problems.length > 0,
    "aria-required": field.required,
  } as const;
  const input = (more: object = {}) => (
    <input
      {...common}
      value={value}
      autoComplete="off"
      onChange={(event) => onChange(event.target.value, false)}
      onBlur={onLeave}
      onKeyDown={(event) => {
        if (event.key === "Enter") onLeave();
      }}
      {...more}
    />
  );
  const said = field.type === "date" && isDay(value) ? writeDay(value, locale, { weekday: "short" }) : "";
  return (
    <div className={styles.field} data-type={field.type}>
      <label htmlFor={id}>
        {field.label}
        {field.unit ? <span className={styles.unit}>, {field.unit}</span> : null}
      </label>
      {control()}
      <p id={notes} className={styles.notes}>
        {problems.length > 0
          ? problems.map(({ message, mend }) => (
              <span key={message} className={styles.problem}>
                {message}
                {mend === undefined ? "" : ` ${mend}`}
              </span>
            ))
          : (note ?? (said || (field.type === "instant" && value !== "" ? region.timeZone : "")))}
      </p>
    </div>
  );

  function control(): ReactNode {
    switch (field.type) {
      case "yes/no":
        return select([
          { value: "yes", label: t("plan.yes") },
          { value: "no", label: t("plan.no") },
        ]);
      case "choice":
        return select(field.choices);
      case "party":
        return select(region.parties.map((party) => ({ value: party.id, label: party.name })));
      case "parties":
        return <PartyChecks label={field.label} value={value} onChange={(next) => onChange(next, true)} />;
      case "date":
        return (
          <DayField
            id={id}
            value={value}
            onChange={(day) => onChange(day, true)}
            required={field.required}
            invalid={problems.length > 0}
            describedBy={notes}
          />
        );
      case "instant":
        return input({ type: "datetime-local", step: 60 });
      case "count":
        return input({ inputMode: "numeric" });
      case "amount":
        return input({ inputMode: "decimal" });
      case "money":
        return input({ placeholder: "100000 USD" });
      case "place":
        return input({ placeholder: "44.2, 79.86" });
      default:
        return input({ maxLength: 400 });
    }
  }

  function select(options: readonly { readonly value: string; readonly label: string }[]) {
    return (
      <select {...common} value={value} onChange={(event) => onChange(event.target.value, true)}>
        {field.required && value !== "" ? null : <option value="">{t("plan.notSaid")}</option>}
        {options.some((each) => each.value === value) || value === "" ? null : <option value={value}>{value}</option>}
        {options.map((each) => (
          <option key={each.value} value={each.value}>
            {each.label}
          </option>
        ))}
      </select>
    );
  }
}
