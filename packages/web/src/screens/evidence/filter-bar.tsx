import type { Evidence } from "@kelisim/api";
import { useDebouncedCallback } from "@mantine/hooks";
import { useEffect, useState } from "react";
import { Action } from "../../parts/action.tsx";
import { type Filters, isFiltered } from "../../state/evidence/filters.ts";
import { SUPPORT_SHORT } from "../../state/evidence/words.ts";
import { useText } from "../../texts/use-text.ts";
import styles from "../agreements/filter-bar.module.css";

export interface FilterBarProps {
  readonly filters: Filters;
  readonly claims: Evidence["claims"];
  readonly onChange: (next: Filters) => void;
}

/** What narrows the list of statements. All of it is in the address. */
export function FilterBar({ filters, claims: { choices, states }, onChange }: FilterBarProps) {
  const { t } = useText();
  const [words, setWords] = useState(filters.q);
  const search = useDebouncedCallback((q: string) => onChange({ ...filters, q }), 250);
  useEffect(() => setWords(filters.q), [filters.q]);
  const set = (patch: Partial<Record<keyof Filters, unknown>>) => onChange({ ...filters, ...patch } as Filters);
  return (
    <search className={styles.bar} aria-label={t("evidence.filters")}>
      <label className={styles.wide}>
        <span>{t("evidence.search")}</span>
        <input
          type="search"
          value={words}
          onChange={(event) => {
            setWords(event.target.value);
            search(event.target.value);
          }}
        />
      </label>
      <Choice
        label={t("evidence.filter.source")}
        value={filters.source}
        choices={choices.sources.map(({ id, name, count }) => ({ id, name: `${id}: ${name}`, count }))}
        onChange={(source) => set({ source })}
      />
      <Choice
        label={t("evidence.filter.subject")}
        value={filters.subject}
        choices={choices.subjects.map(({ value, count }) => ({ id: value, name: value, count }))}
        onChange={(subject) => set({ subject })}
      />
      <Choice
        label={t("evidence.filter.threat")}
        value={filters.threat}
        choices={choices.threats}
        onChange={(threat) => set({ threat })}
      />
      <Choice
        label={t("evidence.filter.state")}
        value={filters.state}
        choices={states.map(({ value, count }) => ({ id: value, name: t(SUPPORT_SHORT[value]), count }))}
        onChange={(state) => set({ state })}
      />
      {isFiltered(filters) ? (
        <Action look="quiet" onClick={() => onChange({ q: "" })}>
          {t("evidence.clear")}
        </Action>
      ) : null}
    </search>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly choices: readonly { readonly id: string; readonly name: string; readonly count: number }[];
  readonly onChange: (next: string | undefined) => void;
}

/** One choice among those that the answer has, with how many rows have each. */
export function Choice({ label, value, choices, onChange }: ChoiceProps) {
  const { t } = useText();
  return (
    <label>
      <span>{label}</span>
      <select value={value ?? ""} onChange={(event) => onChange(event.target.value || undefined)}>
        <option value="">{t("evidence.any")}</option>
        {choices.map(({ id, name, count }) => (
          <option key={id} value={id}>
            {t("evidence.choice", { what: name, count })}
          </option>
        ))}
      </select>
    </label>
  );
}
