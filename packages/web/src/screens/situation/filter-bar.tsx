import type { Situation } from "@kelisim/api";
import { useEffect, useState } from "react";
import { Action } from "../../parts/action.tsx";
import { useChangeAddress } from "../../shell/desk-context.ts";
import type { Address } from "../../state/standpoint.ts";
import type { MessageId } from "../../texts/ids.ts";
import { useText } from "../../texts/use-text.ts";
import { isDated, isFiltered, withoutFilters } from "./filters.ts";
import styles from "./situation.module.css";

const CHOICES = [
  ["threat", "threats"],
  ["party", "parties"],
  ["kind", "kinds"],
  ["place", "places"],
  ["zone", "zones"],
] as const;

/** Each filter offers what would be left with the others as they are, with how many. All of them stand in the address. */
export function FilterBar({ situation, filters }: { readonly situation: Situation; readonly filters: Address }) {
  const { t } = useText();
  const change = useChangeAddress();
  return (
    <form className={styles.filters} aria-label={t("situation.filters")} onSubmit={(event) => event.preventDefault()}>
      {CHOICES.map(([name, facet]) => {
        const options = situation.facets[facet];
        const chosen = filters[name] ?? "";
        const missing = chosen !== "" && !options.some(({ id }) => id === chosen);
        return (
          <label key={name} className={styles.filter}>
            <span>{t(`situation.${name}` as MessageId)}</span>
            <select
              value={chosen}
              onChange={(event) =>
                change({ [name]: event.target.value || undefined, spot: undefined, event: undefined })
              }
            >
              <option value="">{t("situation.any")}</option>
              {missing ? <option value={chosen}>{t("situation.option", { name: chosen, count: 0 })}</option> : null}
              {options.map(({ id, name: title, count }) => (
                <option key={id} value={id}>
                  {t("situation.option", { name: title, count })}
                </option>
              ))}
            </select>
          </label>
        );
      })}
      <DateFilter name="from" value={filters.from} />
      <DateFilter name="to" value={filters.to} />
      {isFiltered(filters) ? (
        <span className={styles.clear}>
          <Action look="quiet" onClick={() => change(withoutFilters())}>
            {t("situation.clear")}
          </Action>
        </span>
      ) : null}
    </form>
  );
}

/** Typed as coarsely as one likes; taken over when it is a date, so that a half-typed year asks nothing. */
function DateFilter({ name, value = "" }: { readonly name: "from" | "to"; readonly value: string | undefined }) {
  const { t } = useText();
  const change = useChangeAddress();
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  const wrong = typed !== "" && !isDated(typed);
  const take = () => {
    if (!wrong && typed !== value) change({ [name]: typed || undefined, spot: undefined, event: undefined });
  };
  return (
    <label className={styles.filter}>
      <span>{t(`situation.${name}`)}</span>
      <input
        value={typed}
        inputMode="numeric"
        maxLength={10}
        placeholder="2021-04"
        title={t("situation.dateForm")}
        aria-invalid={wrong}
        onChange={(event) => setTyped(event.target.value.trim())}
        onBlur={take}
        onKeyDown={(event) => {
          if (event.key === "Enter") take();
        }}
      />
    </label>
  );
}
