import type { Agreements } from "@kelisim/api";
import { useDebouncedCallback } from "@mantine/hooks";
import { useEffect, useState } from "react";
import { Action } from "../../parts/action.tsx";
import { type Filters, isFiltered, SORTS } from "../../state/agreements/filters.ts";
import type { MessageId } from "../../texts/ids.ts";
import { useText } from "../../texts/use-text.ts";
import styles from "./filter-bar.module.css";
import { KIND, STANDING } from "./words.ts";

export interface FilterBarProps {
  readonly filters: Filters;
  readonly choices: Agreements["choices"];
  readonly onChange: (next: Filters) => void;
}

const SORT: Readonly<Record<Filters["sort"], MessageId>> = {
  title: "agreements.sort.title",
  signed: "agreements.sort.signed",
  clauses: "agreements.sort.clauses",
  open: "agreements.sort.open",
};

/** What narrows the list. All of it is in the address. */
export function FilterBar({ filters, choices, onChange }: FilterBarProps) {
  const { t } = useText();
  const [words, setWords] = useState(filters.q);
  const search = useDebouncedCallback((q: string) => onChange({ ...filters, q }), 250);
  useEffect(() => setWords(filters.q), [filters.q]);
  const set = (patch: Partial<Record<keyof Filters, unknown>>) => onChange({ ...filters, ...patch } as Filters);
  const year = (text: string) => (/^\d{4}$/.test(text) ? Number(text) : undefined);
  return (
    <search className={styles.bar} aria-label={t("agreements.filters")}>
      <label className={styles.wide}>
        <span>{t("agreements.search")}</span>
        <input
          type="search"
          value={words}
          onChange={(event) => {
            setWords(event.target.value);
            search(event.target.value);
          }}
        />
      </label>
      <label>
        <span>{t("agreements.filter.kind")}</span>
        <select value={filters.kind ?? ""} onChange={(event) => set({ kind: event.target.value || undefined })}>
          <option value="">{t("agreements.any")}</option>
          {choices.kinds.map(({ value, count }) => (
            <option key={value} value={value}>
              {t("agreements.choice", { what: t(KIND[value]), count })}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{t("agreements.filter.party")}</span>
        <select value={filters.party ?? ""} onChange={(event) => set({ party: event.target.value || undefined })}>
          <option value="">{t("agreements.any")}</option>
          {choices.parties.map(({ id, name, count }) => (
            <option key={id} value={id}>
              {t("agreements.choice", { what: name, count })}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{t("agreements.filter.status")}</span>
        <select value={filters.status ?? ""} onChange={(event) => set({ status: event.target.value || undefined })}>
          <option value="">{t("agreements.any")}</option>
          {choices.statuses.map(({ value, count }) => (
            <option key={value} value={value}>
              {t("agreements.choice", { what: t(STANDING[value]), count })}
            </option>
          ))}
        </select>
      </label>
      <fieldset className={styles.years}>
        <legend>{t("agreements.filter.years")}</legend>
        <Year
          label={t("agreements.filter.from")}
          value={filters.from}
          hint={choices.years?.from}
          onChange={(text) => set({ from: year(text) })}
        />
        <Year
          label={t("agreements.filter.to")}
          value={filters.to}
          hint={choices.years?.to}
          onChange={(text) => set({ to: year(text) })}
        />
      </fieldset>
      <label>
        <span>{t("agreements.filter.sort")}</span>
        <select value={filters.sort} onChange={(event) => set({ sort: event.target.value })}>
          {SORTS.map((each) => (
            <option key={each} value={each}>
              {t(SORT[each])}
            </option>
          ))}
        </select>
      </label>
      {isFiltered(filters) ? (
        <Action look="quiet" onClick={() => onChange({ q: "", sort: filters.sort })}>
          {t("agreements.clear")}
        </Action>
      ) : null}
    </search>
  );
}

interface YearProps {
  readonly label: string;
  readonly value: number | undefined;
  readonly hint: number | undefined;
  readonly onChange: (text: string) => void;
}

/** A year is taken once it has four digits; until then the list stays as it is. */
function Year({ label, value, hint, onChange }: YearProps) {
  const [text, setText] = useState(value === undefined ? "" : String(value));
  useEffect(() => setText(value === undefined ? "" : String(value)), [value]);
  return (
    <input
      aria-label={label}
      inputMode="numeric"
      maxLength={4}
      size={4}
      placeholder={hint === undefined ? "" : String(hint)}
      value={text}
      onChange={(event) => {
        setText(event.target.value);
        if (event.target.value === "" || event.target.value.length === 4) onChange(event.target.value);
      }}
    />
  );
}
