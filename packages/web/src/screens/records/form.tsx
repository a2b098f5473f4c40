import type { Draft, KindForm, Prefill } from "@kelisim/api";
import { useEffect, useId, useMemo, useRef, useState } from "react";
import { Panel } from "../../parts/panel.tsx";
import { useDesk, useStandpoint } from "../../shell/desk-context.ts";
import {
  begunBy,
  type FieldValue,
  type FormValues,
  recordOf,
  valuesOf,
  type Written,
} from "../../state/records/form-values.ts";
import { clockOf } from "../../state/records/moment.ts";
import { errorsByField, type PlacedError } from "../../state/records/places-of-errors.ts";
import { bodyKey } from "../../state/session.ts";
import { useText } from "../../texts/use-text.ts";
import { ClockInput } from "./clock-input.tsx";
import { Field } from "./field.tsx";
import { FieldErrors } from "./field-errors.tsx";
import styles from "./form.module.css";
import { MarkingFields } from "./marking-fields.tsx";
import { PartyList } from "./party-list.tsx";
import { Steps } from "./steps.tsx";

export interface RecordFormProps {
  readonly form: KindForm;
  readonly record: Written;
  readonly draft?: Draft;
  readonly prefill?: Prefill;
}

/** A record of one kind: what it says, who says it to whom, who may read it. */
export function RecordForm({ form, record, draft, prefill }: RecordFormProps) {
  const { t } = useText();
  const { region, session, party } = useDesk();
  const { standpoint } = useStandpoint();
  const id = useId();
  const [kept, setKept] = useState(draft);
  const [values, setValues] = useState<FormValues>(() => begin());
  const [errors, setErrors] = useState<readonly PlacedError[]>([]);
  const set = (patch: Partial<FormValues>) => setValues((was) => ({ ...was, ...patch }));
  const setContent = (name: string, value: FieldValue) =>
    setValues((was) => ({ ...was, content: { ...was.content, [name]: value } }));
  const shown = useMemo(() => new Set([...HEADER, ...form.fields.map(({ name }) => `content.${name}`)]), [form]);
  const placed = errorsByField(errors, (field) => shown.has(field));
  const headerError = (name: string) => <FieldErrors errors={placed.get(name)} />;
  const sheet = useRef<HTMLFormElement>(null);
  // What needs another value is where one goes on.
  useEffect(() => {
    if (errors.length > 0) sheet.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [errors]);
  const written = () => recordOf(form, values, region.timeZone, kept?.record ?? record);

  return (
    <form ref={sheet} className={styles.form} onSubmit={(event) => event.preventDefault()} noValidate>
      <div className={styles.main}>
        {prefill ? (
          <p className={styles.effect}>{t("records.fileFor", { act: prefill.act, article: prefill.article })}</p>
        ) : null}
        {record.corrects ? <p className={styles.effect}>{t("records.correctWhy")}</p> : null}
        <Panel title={form.title}>
          {form.fields.length === 0 ? <p className="meta">{t("records.noFields")}</p> : null}
          <div className={styles.fields}>
            {form.fields.map((field) => (
              <Field
                key={field.name}
                field={field}
                value={values.content[field.name]}
                places={form.places}
                errors={placed.get(`content.${field.name}`)}
                onChange={(value) => setContent(field.name, value)}
              />
            ))}
          </div>
        </Panel>
        <Panel title={t("records.header")}>
          <div className={styles.field}>
            <label htmlFor={`${id}-from`}>
              {t("records.from")}
              {form.speaks ? <span className={styles.required}> {t("records.required")}</span> : null}
            </label>
            <select
              id={`${id}-from`}
              value={values.from}
              aria-required={form.speaks}
              aria-invalid={placed.has("from")}
              aria-describedby={`${id}-from-notes`}
              onChange={(event) => set({ from: event.target.value })}
            >
              <option value="">{t("records.notSaid")}</option>
              {region.parties.map((each) => (
                <option key={each.id} value={each.id}>
                  {each.name}
                </option>
              ))}
            </select>
            <p id={`${id}-from-notes`} className={styles.notes}>
              {form.speaks ? "" : t("records.fromWhy")} {headerError("from")}
            </p>
          </div>
          <div className={styles.field}>
            <label htmlFor={`${id}-to`}>{t("records.to")}</label>
            <PartyList
              id={`${id}-to`}
              label={t("records.to")}
              value={values.to}
              everyone
              invalid={placed.has("to")}
              describedBy={`${id}-to-notes`}
              onChange={(to) => set({ to })}
            />
            <p id={`${id}-to-notes`} className={styles.notes}>
              {headerError("to")}
            </p>
          </div>
          <Instruments
            form={form}
            value={values.under}
            errors={placed.get("under")}
            onChange={(under) => set({ under })}
          />
          <div className={styles.field}>
            <label htmlFor={`${id}-channel`}>{t("records.channel")}</label>
            <input
              id={`${id}-channel`}
              list={`${id}-channels`}
              value={values.channel}
              aria-invalid={placed.has("channel")}
              aria-describedby={`${id}-channel-notes`}
              maxLength={300}
              onChange={(event) => set({ channel: event.target.value })}
            />
            <datalist id={`${id}-channels`}>
              {form.channels.map((channel) => (
                <option key={channel} value={channel} />
              ))}
            </datalist>
            <p id={`${id}-channel-notes`} className={styles.notes}>
              {t("records.channelWhy")} {headerError("channel")}
            </p>
          </div>
          {(["occurred", "received"] as const).map((name) => (
            <div key={name} className={styles.field}>
              <label htmlFor={`${id}-${name}`}>
                {t(`records.${name}`)}
                {name === "occurred" ? <span className={styles.required}> {t("records.required")}</span> : null}
              </label>
              <ClockInput
                id={`${id}-${name}`}
                label={t(`records.${name}`)}
                value={values[name]}
                invalid={placed.has(name)}
                describedBy={`${id}-${name}-notes`}
                onChange={(value) => set({ [name]: value })}
              />
              <p id={`${id}-${name}-notes`} className={styles.notes}>
                {t(`records.${name}Why`, { zone: region.timeZone })} {headerError(name)}
              </p>
            </div>
          ))}
        </Panel>
      </div>
      <div className={styles.side}>
        <Panel title={t("records.whoReads")}>
          <MarkingFields
            value={values.marking}
            to={values.to}
            errors={placed.get("marking")}
            onChange={(marking) => set({ marking })}
          />
        </Panel>
        <Steps
          draft={kept}
          written={written}
          context={prefill ? { line: prefill.line } : {}}
          others={placed.get("") ?? []}
          onErrors={setErrors}
          onSaved={setKept}
        />
      </div>
    </form>
  );

  function begin(): FormValues {
    const own = session.memberships.find((each) => bodyKey(each) === session.body && each.region === region.id)?.party;
    const speaker = region.parties.some((each) => each.id === own) ? own : party;
    const isNew = record.kind === undefined;
    const values = valuesOf(form, isNew && speaker !== undefined ? begunBy(speaker, form) : record, region.timeZone);
    return {
      ...values,
      occurred:
        values.occurred ||
        clockOf(standpoint.on === undefined ? new Date().toISOString() : noon(standpoint.on), region.timeZone),
    };
  }
}

const HEADER = ["from", "to", "under", "channel", "occurred", "received", "marking"];
const noon = (text: string) => (text.length === 10 ? `${text}T12:00:00Z` : text);

interface InstrumentsProps {
  readonly form: KindForm;
  readonly value: readonly string[];
  readonly errors: readonly PlacedError[] | undefined;
  readonly onChange: (value: readonly string[]) => void;
}

/** Agreements that the record is made under, those whose clauses speak of the kind first. */
function Instruments({ form, value, errors, onChange }: InstrumentsProps) {
  const { t } = useText();
  const id = useId();
  const nameOf = (each: string) => form.instruments.find((instrument) => instrument.id === each)?.name ?? each;
  const group = (speaks: boolean) =>
    form.instruments
      .filter((each) => each.speaks === speaks && !value.includes(each.id))
      .map((each) => (
        <option key={each.id} value={each.id}>
          {each.name}
        </option>
      ));
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{t("records.under")}</label>
      <div className={styles.list}>
        {value.map((each) => (
          <span key={each} className={styles.chip}>
            {nameOf(each)}
            <button
              type="button"
              aria-label={t("records.takeOut", { name: nameOf(each), label: t("records.under") })}
              onClick={() => onChange(value.filter((other) => other !== each))}
            >
              ×
            </button>
          </span>
        ))}
        <select
          id={id}
          value=""
          aria-invalid={errors !== undefined}
          aria-describedby={`${id}-notes`}
          onChange={(event) => onChange([...value, event.target.value])}
        >
          <option value="">{t("records.addAgreement")}</option>
          <optgroup label={t("records.speaking")}>{group(true)}</optgroup>
          <optgroup label={t("records.others")}>{group(false)}</optgroup>
        </select>
      </div>
      <p id={`${id}-notes`} className={styles.notes}>
        {t("records.underWhy")} <FieldErrors errors={errors} />
      </p>
    </div>
  );
}
