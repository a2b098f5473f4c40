import type { Reciprocity } from "@kelisim/api";
import { type Column, DataTable } from "../../parts/data-table.tsx";
import { Empty } from "../../parts/empty.tsx";
import { Panel } from "../../parts/panel.tsx";
import { StateWords } from "../../parts/state-words.tsx";
import { StatusMark } from "../../parts/status-mark.tsx";
import { writeMoment } from "../../state/format.ts";
import { STATES, stateOf } from "../../state/states.ts";
import { useText } from "../../texts/use-text.ts";
import styles from "../coverage/coverage.module.css";
import evidence from "../evidence/evidence.module.css";

interface Row {
  readonly state: string;
  readonly there: number;
  readonly back: number;
}

/** Duties between the two that fell due, counted by the state that the records give them. There is no rate of anybody. */
export function Performance({ data }: { readonly data: Reciprocity }) {
  const { t, locale } = useText();
  const { pair, performance, standpoint } = data;
  const [a, b] = pair;
  const countOf = (way: "there" | "back", state: string) =>
    performance[way].find((each) => each.state === state)?.count ?? 0;
  const rows = STATES.map(
    ({ id }): Row => ({ state: id, there: countOf("there", id), back: countOf("back", id) }),
  ).filter(({ there, back }) => there + back > 0);
  const columns: readonly Column<Row>[] = [
    {
      id: "state",
      title: t("powers.stateOfDuty"),
      cell: ({ state }) => {
        const entry = stateOf({ state });
        return (
          <span className={evidence.state}>
            <StatusMark state={entry} />
            <StateWords token={entry.token}>{t(entry.text)}</StateWords>
          </span>
        );
      },
    },
    { id: "there", title: t("powers.there", { a: a.name, b: b.name }), cell: ({ there }) => there, number: true },
    { id: "back", title: t("powers.there", { a: b.name, b: a.name }), cell: ({ back }) => back, number: true },
  ];
  const moment = (text: string) => writeMoment(text, locale, standpoint.timeZone);
  return (
    <Panel bare title={t("powers.performance")}>
      {rows.length === 0 ? (
        <Empty>{t("powers.noPerformance")}</Empty>
      ) : (
        <DataTable caption={t("powers.performance")} columns={columns} rows={rows} keyOf={({ state }) => state} />
      )}
      <div className={styles.notes}>
        <p className="caption">
          {t("powers.performanceNote", { from: moment(performance.from), until: moment(performance.until) })}{" "}
          {t(performance.covered ? "powers.covered" : "powers.notCovered")}
        </p>
      </div>
    </Panel>
  );
}
