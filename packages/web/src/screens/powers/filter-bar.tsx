import type { Powers } from "@kelisim/api";
import { useAddress, useChangeAddress } from "../../shell/desk-context.ts";
import { powersOf, withPower } from "../../state/powers/address.ts";
import { useText } from "../../texts/use-text.ts";
import styles from "../coverage/coverage.module.css";
import own from "./powers.module.css";

/** The state looked at and the powers beside each other; both in the address. */
export function FilterBar({ data, state }: { readonly data: Powers; readonly state: string }) {
  const { t } = useText();
  const address = useAddress();
  const change = useChangeAddress();
  const all = data.choices.powers.map(({ id }) => id);
  const shown = powersOf(address, all);
  return (
    <form className={styles.filters} onSubmit={(event) => event.preventDefault()}>
      <label className={styles.filter}>
        <span>{t("powers.state")}</span>
        <select value={state} onChange={(event) => change({ country: event.target.value })}>
          {data.states.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <fieldset className={own.powers}>
        <legend>{t("powers.powers")}</legend>
        {data.choices.powers.map(({ id, name }) => (
          <label key={id}>
            <input
              type="checkbox"
              checked={shown.includes(id)}
              onChange={(event) => change(withPower(address, all, id, event.target.checked), true)}
            />
            <span>{name}</span>
          </label>
        ))}
      </fieldset>
    </form>
  );
}
