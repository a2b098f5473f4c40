import type { Agreement } from "@kelisim/api";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { overlapsQuery } from "../../api/agreements.ts";
import { useAddress, useDesk, useStandpoint } from "../../shell/desk-context.ts";
import { writeList } from "../../state/format.ts";
import { useText } from "../../texts/use-text.ts";
import styles from "./overlap-notes.module.css";

/** Beside an article: other agreements that ask for the same, and those that pull another way. */
export function OverlapNotes({
  agreement,
  clauses,
}: {
  readonly agreement: Agreement;
  readonly clauses: readonly string[];
}) {
  const { t, locale } = useText();
  const { region } = useDesk();
  const { asked } = useStandpoint();
  const address = useAddress();
  const { data } = useQuery(overlapsQuery(region.id, agreement.head.id, asked));
  if (data === undefined) return null;
  const own = (id: string) => clauses.includes(id);
  const others = new Set(
    data.overlaps
      .filter((overlap) => overlap.clauses.some(({ id }) => own(id)))
      .flatMap((overlap) => overlap.clauses.filter(({ instrument }) => instrument !== agreement.head.id))
      .map(({ instrumentName }) => instrumentName),
  );
  const clashing = data.clashes.filter(({ asks, forbids }) => own(asks.id) || own(forbids.id));
  if (others.size === 0 && clashing.length === 0) return null;
  const link = (
    <Link to="." search={{ ...address, tab: "overlaps" } as never} resetScroll={false}>
      {t("agreements.showBoth")}
    </Link>
  );
  return (
    <>
      {others.size > 0 ? (
        <p className={styles.note}>
          <b>{t("agreements.overlap")}</b> {t("agreements.overlapWith", { others: writeList([...others], locale) })}{" "}
          {link}
        </p>
      ) : null}
      {clashing.length > 0 ? (
        <p className={`${styles.note} ${styles.clash}`}>
          <b>{t("agreements.clash")}</b> {t("agreements.clashCount", { count: clashing.length })} {link}
        </p>
      ) : null}
    </>
  );
}
