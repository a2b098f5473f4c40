import type { CoverageClause } from "@kelisim/api";
import { Link } from "@tanstack/react-router";
import { Confidence } from "../../parts/confidence.tsx";
import { Unverified } from "../../parts/unverified.tsx";
import { useAddress } from "../../shell/desk-context.ts";
import { NBSP } from "../../state/format.ts";
import { carried } from "../../state/standpoint.ts";
import { useText } from "../../texts/use-text.ts";
import { FORM, KIND } from "../agreements/words.ts";
import styles from "./coverage.module.css";

/** A clause with the agreement it stands in; `note` says what is open about it. */
export function ClauseItem({ clause, note }: { readonly clause: CoverageClause; readonly note?: string }) {
  const { t } = useText();
  const address = useAddress();
  return (
    <div className={styles.item}>
      <Link
        to="/agreements/$id"
        params={{ id: clause.instrument.id }}
        hash={clause.id}
        search={carried(address) as never}
      >
        {clause.title}
      </Link>
      <small>
        {clause.instrument.name}, {t("agreements.articleShort")}
        {NBSP}
        {clause.articleUnverified ? <Unverified>{clause.article}</Unverified> : clause.article} · {t(FORM[clause.form])}{" "}
        · {t(KIND[clause.kind])}
        {note ? ` · ${note}` : null}
      </small>
      <small>
        {clause.source} · <Confidence level={clause.confidence} />
      </small>
    </div>
  );
}
