import type { PlanAnswer, PlanField } from "@kelisim/api";
import { useAddress, useDesk } from "../../shell/desk-context.ts";
import { readPoints, shownPoints } from "../../state/plan/points.ts";
import { arranged, inAddress, type PlanKind, type PlanValues, spelledOut } from "../../state/plan/values.ts";
import { useText } from "../../texts/use-text.ts";
import { Field } from "./field.tsx";
import styles from "./plan.module.css";
import { useTyped } from "./use-typed.ts";

export interface FormProps {
  readonly kind: PlanKind;
  readonly values: PlanValues;
  readonly problems: PlanAnswer["problems"];
  /** Who speaks, unless the plan names somebody. */
  readonly from: string | undefined;
}

const PLACE = "points";
const TO = "to";

/** The values of the plan; all of them stand in the address. */
export function Form({ kind, values, problems, from }: FormProps) {
  const { t } = useText();
  const { region } = useDesk();
  const address = useAddress();
  const { typed, type, flush } = useTyped();
  const fixed = spelledOut(kind, values, from);
  const { first, more } = arranged(kind);
  const known = new Set(kind.fields.map(({ name }) => name));
  const others = problems.filter(({ attribute }) => !known.has(attribute));
  const to: PlanField = {
    name: TO,
    label: t("plan.to"),
    type: "parties",
    required: false,
    actor: false,
    choices: [],
    decides: false,
  };

  const shown = (field: PlanField) => {
    const isPlace = field.name === kind.place;
    const key = isPlace ? PLACE : inAddress(field.name);
    const value = typed[key] ?? (isPlace ? shownPoints(address[PLACE] ?? "") : (values[field.name] ?? ""));
    const corners = isPlace ? readPoints(value) : undefined;
    const unread = isPlace && corners === undefined ? [{ attribute: field.name, message: t("plan.placeForm") }] : [];
    return (
      <Field
        key={field.name}
        field={field}
        value={value}
        problems={unread.length > 0 ? unread : problems.filter(({ attribute }) => attribute === field.name)}
        note={corners !== undefined && corners.length > 1 ? t("plan.corners", { count: corners.length }) : undefined}
        onChange={(next, settled) => type({ ...fixed, [key]: next }, settled)}
        onLeave={flush}
      />
    );
  };

  return (
    <form
      className={styles.form}
      aria-label={t("plan.form", { kind: kind.title })}
      onSubmit={(event) => {
        event.preventDefault();
        flush();
      }}
    >
      <div className={styles.fields}>
        {first.map(shown)}
        {kind.form === "notice" ? (
          <Field
            field={to}
            value={typed[TO] ?? address[TO] ?? ""}
            problems={[]}
            onChange={(next, settled) => type({ ...fixed, [TO]: next }, settled)}
            onLeave={flush}
          />
        ) : null}
      </div>
      {more.length === 0 ? null : (
        <details className={styles.more} open={more.some(({ name }) => (values[name] ?? "") !== "")}>
          <summary>{t("plan.moreFields", { count: more.length })}</summary>
          <div className={styles.fields}>{more.map(shown)}</div>
        </details>
      )}
      {others.map(({ attribute, message, mend }) => (
        <p key={attribute + message} className={styles.problem} role="alert">
          {message} {mend}
        </p>
      ))}
      {address.under ? (
        <p className={styles.under}>{t("plan.under", { instrument: address.under, region: region.name })}</p>
      ) : null}
    </form>
  );
}
