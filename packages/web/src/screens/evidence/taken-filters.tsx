import { Action } from "../../parts/action.tsx";
import { useAddress, useChangeAddress } from "../../shell/desk-context.ts";
import { NO_TAKEN_FILTERS } from "../../state/evidence/taken.ts";
import { originalLanguage } from "../../state/money/original.ts";
import { useText } from "../../texts/use-text.ts";
import styles from "../agreements/filter-bar.module.css";

export interface TakenChoice {
  /** The field of the address. */
  readonly field: "set" | "ind" | "who" | "stand" | "kind" | "from" | "to";
  readonly label: string;
  readonly value: string;
  /** What "nothing chosen" is called; absent: something is always chosen. */
  readonly none?: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
}

/** What narrows a list that was taken in; all of it is in the address. */
export function TakenFilters({ choices }: { readonly choices: readonly TakenChoice[] }) {
  const { t, language } = useText();
  const address = useAddress();
  const change = useChangeAddress();
  const isNarrowed = Object.keys(NO_TAKEN_FILTERS).some((field) => address[field] !== undefined);
  return (
    <search className={styles.bar} aria-label={t("evidence.taken.filters")}>
      {choices.map(({ field, label, value, none, choices: own }) => (
        <label key={field}>
          <span>{label}</span>
          <select
            value={value}
            onChange={(event) =>
              change(
                {
                  ...(field === "set" ? NO_TAKEN_FILTERS : {}),
                  [field]: event.target.value || undefined,
                  start: undefined,
                },
                true,
              )
            }
          >
            {none === undefined ? null : <option value="">{none}</option>}
            {own.map((each) => (
              <option key={each.value} value={each.value} lang={originalLanguage(each.label, language)}>
                {each.label}
              </option>
            ))}
          </select>
        </label>
      ))}
      {isNarrowed ? (
        <Action look="quiet" onClick={() => change(NO_TAKEN_FILTERS, true)}>
          {t("evidence.clear")}
        </Action>
      ) : null}
    </search>
  );
}

/** Pages of a long list, as steps in the address. */
export function Pages({ start, rows, of }: { readonly start: number; readonly rows: number; readonly of: number }) {
  const { t } = useText();
  const change = useChangeAddress();
  if (start === 0 && rows >= of) return null;
  return (
    <p className={`${styles.bar} screen-only`}>
      <span className="caption">{t("evidence.page", { from: start + 1, to: start + rows, of })}</span>
      <Action
        look="quiet"
        disabled={start === 0}
        onClick={() => change({ start: start - PAGE <= 0 ? undefined : String(start - PAGE) })}
      >
        {t("evidence.page.back")}
      </Action>
      <Action look="quiet" disabled={start + rows >= of} onClick={() => change({ start: String(start + PAGE) })}>
        {t("evidence.page.on")}
      </Action>
    </p>
  );
}

/** Rows of a page. */
export const PAGE = 50;
