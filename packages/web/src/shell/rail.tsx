import type { Session } from "@kelisim/api";
import { signOut } from "../api/signing-out.ts";
import { useText } from "../texts/use-text.ts";
import { Mark } from "./mark.tsx";
import { PlaceLinks } from "./place-links.tsx";
import styles from "./rail.module.css";

/** The rail of a wide screen: where one can go, and what this node is. */
export function Rail({ session, onHelp }: { readonly session?: Session; readonly onHelp: () => void }) {
  const { t } = useText();
  return (
    <nav className={styles.rail} aria-label={t("shell.screens")}>
      <div className={styles.name}>
        <Mark />
        {t("shell.name")}
      </div>
      <PlaceLinks />
      <RailFoot session={session} onHelp={onHelp} />
    </nav>
  );
}

/** Who is signed in, the way out; reach and highest level of the node; the list of keys. */
export function RailFoot({ session, onHelp }: { readonly session?: Session; readonly onHelp?: () => void }) {
  const { t } = useText();
  return (
    <div className={styles.foot}>
      {session ? (
        <>
          <p>
            {session.person.name}
            <button type="button" className={styles.out} onClick={signOut}>
              {t("shell.signOut")}
            </button>
          </p>
          <p>
            {t("shell.nodeReach", {
              reach: session.node.reach,
              name: session.node.name,
            })}
          </p>
          <p>{t("shell.highestLevel", { level: session.node.highestLevel })}</p>
          {session.node.bodies > 1 ? <p>{t("shell.sharedHost", { count: session.node.bodies })}</p> : null}
        </>
      ) : null}
      {onHelp ? (
        <p>
          <button type="button" className={styles.help} onClick={onHelp}>
            <kbd>?</kbd> {t("shell.allKeys")}
          </button>
        </p>
      ) : null}
    </div>
  );
}
