import type { DecisionView, Recommendation } from "@kelisim/api";
import { useState } from "react";
import { Action } from "../../parts/action.tsx";
import type { Column } from "../../parts/data-table.tsx";
import { Proof } from "../../parts/proof.tsx";
import { ReturnFocus } from "../../parts/return-focus.tsx";
import { Sourced } from "../../parts/sourced.tsx";
import { Unverified } from "../../parts/unverified.tsx";
import { writeDated } from "../../state/dated.ts";
import { RECOMMENDATION_WORDS } from "../../state/evidence/words.ts";
import { originalLanguage } from "../../state/money/original.ts";
import { useText } from "../../texts/use-text.ts";
import { DecisionForm } from "./decision-form.tsx";
import styles from "./evidence.module.css";
import { type ListProps, Sheet, useStateColumn } from "./sheet.tsx";

/** What sources recommend, what became of it, and a way to say what the own body decided. */
export function Recommendations({ data, exports }: ListProps) {
  const { t, language } = useText();
  const [deciding, setDeciding] = useState<string>();
  const state = useStateColumn<Recommendation>(RECOMMENDATION_WORDS);
  const { items, made, mayDecide } = data.recommendations;
  const chosen = items.find(({ id }) => id === deciding);
  const columns: readonly Column<Recommendation>[] = [
    {
      id: "claim",
      title: t("evidence.recommendation"),
      cell: (row) => (
        <>
          <span lang={originalLanguage(row.claim, language)}>{row.claim}</span>
          <small className={styles.small} lang={originalLanguage(row.subject ?? "", language)}>
            {[row.subject, row.period].filter((each) => each !== undefined).join(", ")}
          </small>
          {row.check === undefined ? null : (
            <small className={styles.small}>{t("evidence.check", { text: row.check })}</small>
          )}
        </>
      ),
      by: (row) => row.claim,
    },
    state(t("evidence.standing")),
    {
      id: "decisions",
      title: t("evidence.decisions"),
      cell: (row) => (
        <>
          {row.decisions.length === 0 ? <span className="caption">{t("evidence.noDecision")}</span> : null}
          {row.decisions.map((decision) => (
            <Decided key={`${decision.of} ${decision.date} ${decision.state} ${decision.source}`} decision={decision} />
          ))}
          {mayDecide ? (
            <span className="screen-only">
              <Action look="quiet" onClick={() => setDeciding(row.id)}>
                {t("evidence.decide")}
              </Action>
            </span>
          ) : null}
        </>
      ),
      by: (row) => row.decisions.length,
    },
    {
      id: "source",
      title: t("cooperation.source"),
      cell: (row) => <Sourced {...row} source={row.location ? `${row.source}, ${row.location}` : row.source} />,
      by: (row) => row.source,
    },
  ];
  return (
    <Sheet
      title={t("evidence.tab.recommendations")}
      note={t("evidence.recommendations.note", {
        count: items.filter((item) => item.state === "nothing known").length,
      })}
      made={<Proof proof={made} />}
      rows={items}
      columns={columns}
      keyOf={({ id }) => id}
      exports={exports}
    >
      {chosen === undefined ? null : (
        <ReturnFocus key={chosen.id}>
          <DecisionForm recommendation={chosen} onClose={() => setDeciding(undefined)} />
        </ReturnFocus>
      )}
    </Sheet>
  );
}

const CONFIDENCE = {
  high: "confidence.wordHigh",
  medium: "confidence.wordMedium",
  low: "confidence.wordLow",
} as const;

/** One decision with its day, who says so and whether the state rests on it. */
function Decided({ decision }: { readonly decision: DecisionView }) {
  const { t, locale } = useText();
  const { state, date, source, location, by, note, counts, unverified, confidence, recorded } = decision;
  const said = t("evidence.decided", {
    state: t(`evidence.decision.${state}`),
    date: writeDated(date, locale),
    source: location === undefined ? source : `${source}, ${location}`,
  });
  return (
    <div className={styles.decision}>
      {counts ? <b>{unverified ? <Unverified>{said}</Unverified> : said}</b> : said}
      <small className={styles.small}>
        {[
          by === undefined ? undefined : t("evidence.decidedBy", { by }),
          recorded === undefined
            ? undefined
            : t("evidence.recordedOn", { date: writeDated(recorded.slice(0, 10), locale) }),
          confidence === undefined ? undefined : t(CONFIDENCE[confidence]),
          counts ? undefined : t("evidence.replaced"),
          note,
        ]
          .filter((each) => each !== undefined)
          .join("; ")}
      </small>
    </div>
  );
}
