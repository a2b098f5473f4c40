import type { Coverage, Named } from "@kelisim/api";
import { Action } from "../../parts/action.tsx";
import { useAddress, useChangeAddress } from "../../shell/desk-context.ts";
import { ASPECTS, aspectsOf, isFiltered, withAspect, withoutFilters } from "../../state/coverage/filters.ts";
import { useText } from "../../texts/use-text.ts";
import styles from "./coverage.module.css";

/** Category of threats, what is looked for, country; all in the address. */
export function FilterBar({ data }: { readonly data: Coverage }) {
  const { t } = useText();
  const address = useAddress();
  const change = useChangeAddress();
  const shown = aspectsOf(address);
  const options = { category: data.choices.categories, country: data.choices.countries } satisfies Record<
    string,
    readonly Named[]
  >;
  return (
    <form className={styles.filters} aria-label={t("coverage.filters")} onSubmit={(event) => event.preventDefault()}>
      <fieldset className={styles.toggles}>
        <legend>{t("coverage.filter.aspect")}</legend>
        {ASPECTS.map((aspect) => (
          <label key={aspect}>
            <input
              type="checkbox"
              checked={shown.includes(aspect)}
              onChange={() => change({ aspect: withAspect(shown, aspect), cell: undefined })}
            />
            {t(`coverage.aspect.${aspect}`)}
          </label>
        ))}
      </fieldset>
      {(["category", "country"] as const).map((name) => (
        <label key={name} className={styles.filter}>
          <span>{t(`coverage.filter.${name}`)}</span>
          <select
            value={address[name] ?? ""}
            onChange={(event) => change({ [name]: event.target.value || undefined, cell: undefined })}
          >
            <option value="">{t("coverage.any")}</option>
            {options[name].map((each) => (
              <option key={each.id} value={each.id}>
                {each.name}
              </option>
            ))}
          </select>
        </label>
      ))}
      {isFiltered(address) ? (
        <span className={styles.clear}>
          <Action look="quiet" onClick={() => change(withoutFilters())}>
            {t("coverage.clear")}
          </Action>
        </span>
      ) : null}
    </form>
  );
}
