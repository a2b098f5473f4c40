import { useDebouncedCallback } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { kindsQuery } from "../../api/records.ts";
import { Action } from "../../parts/action.tsx";
import { useChangeAddress, useDesk } from "../../shell/desk-context.ts";
import { isDated, isNarrowed, registerFilters, withoutFilters } from "../../state/records/filters.ts";
import type { Address } from "../../state/standpoint.ts";
import { useText } from "../../texts/use-text.ts";
import styles from "./records.module.css";

const ORDERS = ["newest", "oldest", "occurred", "occurred-oldest"] as const;

/** What narrows the register. All of it is in the address. */
export function FilterBar({ filters }: { readonly filters: Address }) {
  const { t, language } = useText();
  const { region } = useDesk();
  const change = useChangeAddress();
  const kinds = useQuery(kindsQuery(region.id, language));
  const [words, setWords] = useState(filters.q ?? "");
  const search = useDebouncedCallback((q: string) => change({ q: q || undefined }, true), 300);
  useEffect(() => setWords(filters.q ?? ""), [filters.q]);
  const set = (name: string) => (event: { readonly target: { readonly value: string } }) =>
    change({ [name]: event.target.value || undefined }, true);
  return (
    <search className={styles.bar} aria-label={t("records.filters")}>
      <label className={styles.wide}>
        <span>{t("records.search")}</span>
        <input
          type="search"
          value={words}
          maxLength={200}
          onChange={(event) => {
            setWords(event.target.value);
            search(event.target.value);
          }}
        />
      </label>
      <label>
        <span>{t("records.form")}</span>
        <select value={filters.form ?? ""} onChange={set("form")}>
          <option value="">{t("records.any")}</option>
          <option value="notice">{t("records.notices")}</option>
          <option value="event">{t("records.events")}</option>
        </select>
      </label>
      <label>
        <span>{t("records.column.kind")}</span>
        <select value={filters.kinds ?? ""} onChange={set("kinds")}>
          <option value="">{t("records.any")}</option>
          {(kinds.data?.kinds ?? [])
            .filter(({ form }) => !filters.form || form === filters.form)
            .map(({ name, title }) => (
              <option key={name} value={name}>
                {title}
              </option>
            ))}
        </select>
      </label>
      {(["from", "to"] as const).map((name) => (
        <label key={name}>
          <span>{t(`records.${name}`)}</span>
          <select value={filters[name] ?? ""} onChange={set(name)}>
            <option value="">{t("records.any")}</option>
            {name === "to" ? <option value="*">{t("records.everyone")}</option> : null}
            {region.parties.map((party) => (
              <option key={party.id} value={party.id}>
                {party.name}
              </option>
            ))}
          </select>
        </label>
      ))}
      {(["since", "until"] as const).map((name) => (
        <DateFilter key={name} name={name} value={filters[name] ?? ""} />
      ))}
      <label>
        <span>{t("records.order")}</span>
        <select
          value={filters.order ?? "newest"}
          onChange={(event) =>
            change({ order: event.target.value === "newest" ? undefined : event.target.value }, true)
          }
        >
          {ORDERS.map((order) => (
            <option key={order} value={order}>
              {t(`records.order.${order}`)}
            </option>
          ))}
        </select>
      </label>
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={filters.own === "1"}
          onChange={(event) => change({ own: event.target.checked ? "1" : undefined }, true)}
        />
        <span>{t("records.own")}</span>
      </label>
      {isNarrowed(registerFilters(filters)) ? (
        <Action look="quiet" onClick={() => change(withoutFilters())}>
          {t("records.clear")}
        </Action>
      ) : null}
    </search>
  );
}

/** Typed as coarsely as one likes; asked for once it is a date. */
function DateFilter({ name, value }: { readonly name: "since" | "until"; readonly value: string }) {
  const { t } = useText();
  const change = useChangeAddress();
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  return (
    <label>
      <span>{t(`records.${name}`)}</span>
      <input
        value={typed}
        maxLength={10}
        size={10}
        placeholder="2026-11"
        aria-invalid={typed !== "" && !isDated(typed)}
        onChange={(event) => {
          setTyped(event.target.value);
          if (event.target.value === "" || isDated(event.target.value))
            change({ [name]: event.target.value || undefined }, true);
        }}
      />
    </label>
  );
}
