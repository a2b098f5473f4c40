import { useEffect, useState } from "react";
import { Action } from "../../parts/action.tsx";
import { useAddress, useChangeAddress } from "../../shell/desk-context.ts";
import { areCodes, writtenRules } from "../../state/money/purpose-rules.ts";
import { basisKey, EVERYBODY, MONEY_FILTERS, type MoneyTab } from "../../state/money/question.ts";
import type { Address } from "../../state/standpoint.ts";
import { useText } from "../../texts/use-text.ts";
import type { Asked } from "./asked.tsx";
import styles from "./money.module.css";
import { basisWords, namer } from "./words.ts";

/** What is asked of which files; all of it stands in the address. */
export function FilterBar({ asked, tab }: { readonly asked: Asked; readonly tab: MoneyTab }) {
  const { t, locale } = useText();
  const address = useAddress();
  const change = useChangeAddress();
  const { choices, choice, basis, focus } = asked;
  const byName = (column: string, ids: readonly string[]) => {
    const nameOf = namer(choices.names, column, t);
    const { compare } = new Intl.Collator(locale);
    return ids.map((id) => ({ id, name: nameOf(id) })).sort((a, b) => compare(a.name, b.name));
  };
  const isFiltered = MONEY_FILTERS.some((name) => address[name] !== undefined);
  return (
    <form className={styles.filters} aria-label={t("money.filters")} onSubmit={(event) => event.preventDefault()}>
      <label>
        <span>{t("money.dataset")}</span>
        <select
          value={choice.dataset}
          onChange={({ target }) =>
            change({ dataset: target.value, basis: undefined, donor: undefined, recipient: undefined })
          }
        >
          {choices.choices.map(({ dataset, name }) => (
            <option key={dataset} value={dataset}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{t("money.basis")}</span>
        <select value={basisKey(basis)} onChange={({ target }) => change({ basis: target.value })}>
          {choice.bases.map((each) => (
            <option key={basisKey(each)} value={basisKey(each)}>
              {basisWords(each, t)}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{t("money.recipient")}</span>
        <select
          value={address.recipient ?? (focus.length > 0 ? "" : EVERYBODY)}
          onChange={({ target }) => change({ recipient: target.value || undefined })}
        >
          {focus.length > 0 ? <option value="">{t("money.ofRegion")}</option> : null}
          <option value={EVERYBODY}>{t("money.everybody")}</option>
          {byName("recipient", choice.recipients).map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {choice.donors.length > 0 ? (
        <label>
          <span>{t("money.donor")}</span>
          <select value={address.donor ?? ""} onChange={({ target }) => change({ donor: target.value || undefined })}>
            <option value="">{t("money.anyDonor")}</option>
            {byName("donor", choice.donors).map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      {tab === "share" ? (
        <label>
          <span>{t("money.set")}</span>
          <select
            value={address.set ?? "152"}
            onChange={({ target }) => change({ set: target.value === "152" ? undefined : target.value })}
          >
            <option value="152">{t("money.set.152")}</option>
            <option value="border-management">{t("money.set.border")}</option>
            <option value="own">{t("money.set.own")}</option>
          </select>
        </label>
      ) : choice.keys.includes("purpose") ? (
        <PurposeField address={address} />
      ) : null}
      <YearField name="from" address={address} />
      <YearField name="to" address={address} />
      {isFiltered ? (
        <Action look="quiet" onClick={() => change(Object.fromEntries(MONEY_FILTERS.map((name) => [name, undefined])))}>
          {t("money.clear")}
        </Action>
      ) : null}
    </form>
  );
}

/** Taken over once it is a year, so that a half-typed one asks nothing. */
/** Beginnings of purpose codes, between commas. */
function PurposeField({ address }: { readonly address: Address }) {
  const { t } = useText();
  const change = useChangeAddress();
  const value = address.purpose ?? "";
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  const wrong = !areCodes(typed);
  const take = () => {
    const written = writtenRules([{ codes: typed, words: "" }]);
    if (!wrong && written !== address.purpose) change({ purpose: written });
  };
  return (
    <label>
      <span>{t("money.purposeBegins")}</span>
      <input
        className={styles.codes}
        value={typed}
        maxLength={200}
        placeholder="152"
        aria-invalid={wrong}
        title={wrong ? t("money.codesWrong") : undefined}
        onChange={({ target }) => setTyped(target.value)}
        onBlur={take}
        onKeyDown={({ key }) => {
          if (key === "Enter") take();
        }}
      />
    </label>
  );
}

function YearField({ name, address }: { readonly name: "from" | "to"; readonly address: Address }) {
  const { t } = useText();
  const change = useChangeAddress();
  const value = address[name] ?? "";
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  const wrong = typed !== "" && !/^(1[89]|2[01])\d\d$/.test(typed);
  const take = () => {
    if (!wrong && typed !== value) change({ [name]: typed || undefined });
  };
  return (
    <label className={styles.year}>
      <span>{t(`money.${name}`)}</span>
      <input
        value={typed}
        inputMode="numeric"
        maxLength={4}
        placeholder={name === "from" ? "2010" : "2023"}
        aria-invalid={wrong}
        onChange={({ target }) => setTyped(target.value.trim())}
        onBlur={take}
        onKeyDown={({ key }) => {
          if (key === "Enter") take();
        }}
      />
    </label>
  );
}
