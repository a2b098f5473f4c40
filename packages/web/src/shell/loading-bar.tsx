import { useIsFetching } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import styles from "./loading-bar.module.css";

/** After this long an answer is waited for, and a bar says so (SCREENS.md, "Loading"). */
const PATIENCE_MS = 400;

export function LoadingBar() {
  const fetching = useIsFetching() > 0;
  const [shown, setShown] = useState(false);
  useEffect(() => {
    if (!fetching) {
      setShown(false);
      return;
    }
    const timer = setTimeout(() => setShown(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [fetching]);
  return shown ? <div className={styles.bar} aria-hidden="true" /> : null;
}
