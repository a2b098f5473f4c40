import { useEffect } from "react";
import { useConnection } from "../api/connection.ts";
import { tellNode } from "../api/signing-out.ts";
import { watchConnection } from "../api/watch-connection.ts";
import { useText } from "../texts/use-text.ts";
import { Mark } from "./mark.tsx";
import styles from "./signing-out.module.css";

/** All that is left of the page while one signs out: nothing of the session, and whether the node has been told. */
export function SigningOut() {
  const { t } = useText();
  const { up } = useConnection();
  useEffect(() => {
    // A page loaded anew holds nothing in memory either.
    const tell = () => void tellNode().then((told) => told && location.replace("/sign-in"));
    const stop = watchConnection(tell);
    tell();
    return stop;
  }, []);
  return (
    <main className={styles.page} id="main">
      <div className={styles.name}>
        <Mark /> {t("shell.name")}
      </div>
      <h1>{t(up ? "shell.signingOut" : "shell.signedOutHere")}</h1>
      <p role="status">{up ? "" : t("shell.nodeNotTold")}</p>
    </main>
  );
}
