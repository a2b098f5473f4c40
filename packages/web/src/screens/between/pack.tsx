import type { Between } from "@kelisim/api";
import { Action } from "../../parts/action.tsx";
import { Panel } from "../../parts/panel.tsx";
import { Sourced } from "../../parts/sourced.tsx";
import { pairCounts } from "../../state/cooperation/pair.ts";
import { writeDated } from "../../state/dated.ts";
import { useText } from "../../texts/use-text.ts";
import styles from "./between.module.css";

export interface PackProps {
  readonly data: Between;
  readonly onOpen: () => void;
  readonly json: string;
}

/** What a meeting of the two would need, counted; the page behind it prints. */
export function Pack({ data, onOpen, json }: PackProps) {
  const { t } = useText();
  const counts = pairCounts(data.instruments);
  const [a, b] = data.pair;
  const ahead = (lines: Between["lines"]["there"]) =>
    lines.filter(({ form, state }) => form === "duty" && (state === "open" || state === "upcoming")).length;
  const both = data.lines.there.filter((line) => line.bothWays);
  const none = t("between.noneRecorded");
  const facts: readonly (readonly [string, string])[] = [
    [t("between.packBoth"), t("between.packBothCount", { treaties: counts.treaties, political: counts.political })],
    [
      t("between.packOpen"),
      t("between.packOpenCount", {
        there: ahead(data.lines.there),
        back: ahead(data.lines.back) + ahead(both),
        a: a.name,
        b: b.name,
      }),
    ],
    [
      t("between.packUndertakings"),
      data.undertakings.length === 0 ? none : t("between.records", { count: data.undertakings.length }),
    ],
    [t("between.packCases"), none],
    [
      t("between.packCorrespondence"),
      data.correspondence === 0 ? none : t("between.records", { count: data.correspondence }),
    ],
    [t("between.packUnverified"), t("between.packTexts", { count: counts.unverified })],
  ];
  return (
    <Panel bare title={t("between.pack")}>
      <dl className={styles.facts}>
        {facts.map(([label, text]) => (
          <div key={label} className={styles.fact}>
            <dt>{label}</dt>
            <dd className={text === none ? styles.none : undefined}>{text}</dd>
          </div>
        ))}
      </dl>
      <div className={`${styles.acts} screen-only`}>
        <Action look="main" onClick={onOpen} keys="k">
          {t("between.packOpenAction")}
        </Action>
        <Action href={json} download>
          {t("between.packJson")}
        </Action>
      </div>
    </Panel>
  );
}

/** Decisions that one of the two has to carry out for the other, or both. */
export function Undertakings({ data }: { readonly data: Between }) {
  const { t, locale } = useText();
  if (data.undertakings.length === 0) return null;
  return (
    <Panel bare title={t("between.undertakings")} count={data.undertakings.length}>
      {data.undertakings.map((row) => (
        <div key={row.id} className={styles.item}>
          <b>{row.undertaking}</b>
          <p>
            {row.decidedOn === undefined
              ? row.decidedAt
              : t("between.decided", { place: row.decidedAt, date: writeDated(row.decidedOn, locale) })}
            {"; "}
            {row.due === undefined ? t("between.noDue") : t("between.due", { date: writeDated(row.due, locale) })}
          </p>
          <Sourced {...row} />
        </div>
      ))}
    </Panel>
  );
}
