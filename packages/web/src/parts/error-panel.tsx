import { ApiProblem, NoConnection } from "../api/problem.ts";
import { useAddress, useChangeAddress } from "../shell/desk-context.ts";
import { refusedOf } from "../state/address.ts";
import type { MessageId } from "../texts/ids.ts";
import { useText } from "../texts/use-text.ts";
import { Action } from "./action.tsx";
import styles from "./error-panel.module.css";

export interface ErrorPanelProps {
  readonly error: unknown;
  /** What was tried: "The note could not be stored." Absent: the answer could not be read. */
  readonly what?: string;
  /** What is safe: "Your text is kept on this computer." */
  readonly safe?: string;
  readonly onRetry?: () => void;
}

/** What did not work, what is safe, what to do, and the reference to quote. The rest of the page stays. */
export function ErrorPanel({ error, what, safe, onRetry }: ErrorPanelProps) {
  const { t } = useText();
  const problem = error instanceof ApiProblem ? error.details : undefined;
  return (
    <div className={styles.error} role="alert">
      <b>
        {what ??
          t(problem ? "parts.notAnswered" : error instanceof NoConnection ? "parts.notReached" : "parts.notDrawn")}
      </b>
      <p>{problem?.detail ?? t(adviceOf(error))}</p>
      {problem?.errors ? (
        <ul>
          {problem.errors.map((each) => (
            <li key={each.pointer + each.detail}>
              {each.detail} {each.mend}
            </li>
          ))}
        </ul>
      ) : null}
      {safe ? <p>{safe}</p> : null}
      {problem?.reference ? <p>{t("parts.reference", { reference: problem.reference })}</p> : null}
      {problem?.errors ? <LeftOut errors={problem.errors} /> : null}
      {onRetry ? <Action onClick={onRetry}>{t("parts.again")}</Action> : null}
    </div>
  );
}

/** Parts of the address that the node refuses can be left out by one act: whoever came by a wrong link is not left standing. */
function LeftOut({ errors }: { readonly errors: NonNullable<ApiProblem["details"]["errors"]> }) {
  const { t } = useText();
  const address = useAddress();
  const change = useChangeAddress();
  const names = refusedOf(errors).filter((name) => address[name] !== undefined);
  if (names.length === 0) return null;
  return (
    <Action onClick={() => change(Object.fromEntries(names.map((name) => [name, undefined])))}>
      {t("parts.leaveOut", { names: names.map((name) => `${name}=${address[name]}`).join(", ") })}
    </Action>
  );
}

function adviceOf(error: unknown): MessageId {
  if (error instanceof NoConnection) return "parts.adviceConnection";
  if (!(error instanceof ApiProblem)) return "parts.adviceReload";
  if (error.status === 403) return "parts.adviceNotYours";
  if (error.status === 404) return "parts.adviceNotFound";
  if (error.status === 429) return "parts.adviceTooMany";
  return "parts.adviceReference";
}
