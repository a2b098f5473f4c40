import type { FormField, KindForm } from "@kelisim/api";
import { type ReactNode, useId } from "react";
import { useDesk } from "../../shell/desk-context.ts";
import { type FieldValue, NOTHING } from "../../state/records/form-values.ts";
import type { PlacedError } from "../../state/records/places-of-errors.ts";
import { useText } from "../../texts/use-text.ts";
import { ClockInput } from "./clock-input.tsx";
import { FieldErrors } from "./field-errors.tsx";
import styles from "./form.module.css";
import { PartyList } from "./party-list.tsx";
import { RecordSearch } from "./record-search.tsx";

export interface FieldProps {
  readonly field: FormField;
  readonly value: FieldValue | undefined;
  readonly places: KindForm["places"];
  readonly errors: readonly PlacedError[] | undefined;
  readonly onChange: (value: FieldValue) => void;
}

const WIDE: ReadonlySet<FormField["type"]> = new Set(["text", "place", "parties", "record"]);

/** One attribute, asked for as its type wants; what the node says of it stands below. */
export function Field({ field, value = NOTHING, places, errors, onChange }: FieldProps) {
  const { t } = useText();
  const { region } = useDesk();
  const id = useId();
  const notes = `${id}-notes`;
  const invalid = errors !== undefined;
  const common = { id, "aria-describedby": notes, "aria-invalid": invalid, "aria-required": field.required };
  const text = (more: object = {}) => (
    <input
      {...common}
      value={value.text}
      onChange={(event) => onChange({ ...value, text: event.target.value })}
      {...more}
    />
  );
  return (
    <div className={`${styles.field} ${WIDE.has(field.type) ? styles.wide : ""}`}>
      <label htmlFor={id}>
        {field.label}
        {field.required ? <span className={styles.required}> {t("records.required")}</span> : null}
      </label>
      {control()}
      <p id={notes} className={styles.notes}>
        {hint()}
        <FieldErrors errors={errors} />
      </p>
    </div>
  );

  function control(): ReactNode {
    switch (field.type) {
      case "text":
        return (
          <textarea
            {...common}
            rows={2}
            value={value.text}
            onChange={(event) => onChange({ ...value, text: event.target.value })}
          />
        );
      case "yes/no":
      case "choice":
      case "party":
        return (
          <select {...common} value={value.text} onChange={(event) => onChange({ ...value, text: event.target.value })}>
            <option value="">{t("records.notSaid")}</option>
            {optionsOf(field).map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
        );
      case "parties":
        return (
          <PartyList
            id={id}
            label={field.label}
            value={value.list ?? []}
            describedBy={notes}
            invalid={invalid}
            onChange={(list) => onChange({ ...value, list })}
          />
        );
      case "record":
        return (
          <RecordSearch
            id={id}
            kind={field.of ?? ""}
            value={value.text}
            describedBy={notes}
            invalid={invalid}
            onChange={(found) => onChange({ ...value, text: found })}
          />
        );
      case "instant":
        return (
          <ClockInput
            id={id}
            label={field.label}
            value={value.text}
            describedBy={notes}
            invalid={invalid}
            onChange={(clock) => onChange({ ...value, text: clock })}
          />
        );
      case "date":
        return text({ placeholder: "2026-11-21", maxLength: 10, inputMode: "numeric" });
      case "period":
        return text({ placeholder: "2026-Q3", maxLength: 12 });
      case "count":
        return text({ inputMode: "numeric", className: styles.short });
      case "amount":
        return (
          <span className={styles.row}>
            {text({ inputMode: "decimal", className: styles.short, "aria-describedby": `${id}-unit ${notes}` })}
            <span id={`${id}-unit`}>{field.unit}</span>
          </span>
        );
      case "money":
        return (
          <span className={styles.row}>
            {text({ inputMode: "decimal", className: styles.short })}
            <input
              className={styles.code}
              aria-label={t("records.currency", { label: field.label })}
              aria-invalid={invalid}
              aria-describedby={notes}
              value={value.currency ?? ""}
              maxLength={3}
              placeholder="USD"
              onChange={(event) => onChange({ ...value, currency: event.target.value })}
            />
          </span>
        );
      case "place":
        return (
          <PlaceInputs
            id={id}
            notes={notes}
            invalid={invalid}
            value={value}
            places={places}
            label={field.label}
            onChange={onChange}
          />
        );
    }
  }

  function optionsOf({ type, choices }: FormField): FormField["choices"] {
    if (type === "yes/no")
      return [
        { value: "yes", label: t("records.yes") },
        { value: "no", label: t("records.no") },
      ];
    if (type === "party") return region.parties.map((party) => ({ value: party.id, label: party.name }));
    return choices;
  }

  function hint(): ReactNode {
    const { min, max } = field;
    const range =
      min !== undefined && max !== undefined
        ? t("records.hint.between", { min, max })
        : min !== undefined
          ? t("records.hint.min", { min })
          : max !== undefined
            ? t("records.hint.max", { max })
            : "";
    const form =
      field.type === "date"
        ? t("records.hint.date")
        : field.type === "instant"
          ? t("records.hint.clock", { zone: region.timeZone })
          : field.type === "period"
            ? t("records.hint.period")
            : field.type === "record"
              ? t("records.hint.record", { kind: field.ofTitle ?? field.of ?? "" })
              : field.type === "place"
                ? t("records.hint.place")
                : "";
    return [form, range, field.actor ? t("records.hint.actor") : ""].filter((part) => part !== "").join(" ");
  }
}

interface PlaceInputsProps {
  readonly id: string;
  readonly notes: string;
  readonly invalid: boolean;
  readonly label: string;
  readonly value: FieldValue;
  readonly places: KindForm["places"];
  readonly onChange: (value: FieldValue) => void;
}

/** A point: typed, or that of a named place. */
function PlaceInputs({ id, notes, invalid, label, value, places, onChange }: PlaceInputsProps) {
  const { t } = useText();
  const part = (name: "lat" | "lon" | "accuracyKm", inputId?: string) => (
    <label className={styles.part}>
      <span>{t(`records.place.${name}`)}</span>
      <input
        id={inputId}
        inputMode="decimal"
        aria-describedby={notes}
        aria-invalid={invalid}
        value={value[name] ?? ""}
        onChange={(event) => onChange({ ...value, [name]: event.target.value })}
      />
    </label>
  );
  const chosen = places.findIndex(({ lat, lon }) => String(lat) === value.lat && String(lon) === value.lon);
  return (
    <span className={styles.row}>
      {part("lat", id)}
      {part("lon")}
      {part("accuracyKm")}
      {places.length === 0 ? null : (
        <label className={styles.part}>
          <span>{t("records.place.named")}</span>
          <select
            aria-label={`${label}: ${t("records.place.named")}`}
            value={chosen < 0 ? "" : chosen}
            onChange={(event) => {
              const place = places[Number(event.target.value)];
              if (event.target.value !== "" && place)
                onChange({ ...value, lat: String(place.lat), lon: String(place.lon) });
            }}
          >
            <option value="">{t("records.notSaid")}</option>
            {places.map(({ name }, index) => (
              <option key={name} value={index}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
    </span>
  );
}
