import { StateWords } from "../../parts/state-words.tsx";
import { StatusMark } from "../../parts/status-mark.tsx";
import type { Shown } from "../../state/evidence/words.ts";
import type { MessageValues } from "../../texts/ids.ts";
import { useText } from "../../texts/use-text.ts";
import styles from "./evidence.module.css";

/** A state as a mark with its words. */
export function ShownState({ state, values }: { readonly state: Shown; readonly values?: MessageValues }) {
  const { t } = useText();
  return (
    <span className={styles.state}>
      <StatusMark state={state} />
      <StateWords token={state.token}>{t(state.text, values)}</StateWords>
    </span>
  );
}
