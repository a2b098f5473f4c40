import type { Agreement } from "@kelisim/api";
import { Link } from "@tanstack/react-router";
import { useAddress } from "../../shell/desk-context.ts";
import { TABS, type Tab } from "../../state/agreements/tabs.ts";
import type { MessageId } from "../../texts/ids.ts";
import { useText } from "../../texts/use-text.ts";
import styles from "./tabs.module.css";

const WORDS: Readonly<Record<Tab, MessageId>> = {
  summary: "agreements.tab.summary",
  official: "agreements.tab.official",
  parties: "agreements.tab.parties",
  overlaps: "agreements.tab.overlaps",
  readings: "agreements.tab.readings",
  code: "agreements.tab.code",
  versions: "agreements.tab.versions",
};

/** The views of one agreement. The chosen one is in the address; the others keep the rest of it. */
export function Tabs({ agreement, tab }: { readonly agreement: Agreement; readonly tab: Tab }) {
  const { t } = useText();
  const address = useAddress();
  const { head, tracks, readings } = agreement;
  const notes: Partial<Record<Tab, string | number>> = {
    summary: head.clauses.total,
    official: head.texts.join(", "),
    parties: tracks.filter(({ id }) => id !== "*").length,
    readings: readings.length,
  };
  return (
    <nav className={styles.tabs} aria-label={t("agreements.views")}>
      {TABS.map((each) => (
        <Link
          key={each}
          to="."
          search={
            { ...address, tab: each === "summary" ? undefined : each, before: undefined, now: undefined } as never
          }
          aria-current={each === tab ? "page" : undefined}
          activeOptions={{ exact: true, includeSearch: true }}
          resetScroll={false}
        >
          {t(WORDS[each])}
          {notes[each] ? <span className={styles.note}>{notes[each]}</span> : null}
        </Link>
      ))}
    </nav>
  );
}
