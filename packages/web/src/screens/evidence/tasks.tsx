import type { TaskEvidence } from "@kelisim/api";
import { Link } from "@tanstack/react-router";
import type { Column } from "../../parts/data-table.tsx";
import { Proof } from "../../parts/proof.tsx";
import { Sourced } from "../../parts/sourced.tsx";
import { useAddress, useChangeAddress } from "../../shell/desk-context.ts";
import { writeDated } from "../../state/dated.ts";
import { MONEY_WORDS, moneyChoices } from "../../state/evidence/words.ts";
import { useText } from "../../texts/use-text.ts";
import styles from "./evidence.module.css";
import { Choice } from "./filter-bar.tsx";
import { type ListProps, names, Sheet } from "./sheet.tsx";
import { ShownState } from "./shown-state.tsx";

/** Undertakings and duties, with the money that the table of programmes has for their threats. */
export function Tasks({ data, exports }: ListProps) {
  const { t, locale } = useText();
  const address = useAddress();
  const changeAddress = useChangeAddress();
  const { items, made } = data.tasks;
  const choices = moneyChoices(items.map((item) => item.state));
  const money = choices.find(({ state }) => state === address.money)?.state;
  const columns: readonly Column<TaskEvidence>[] = [
    {
      id: "task",
      title: t("evidence.task"),
      cell: (row) => (
        <>
          {row.text}
          <small className={styles.small}>
            {t(row.of === "undertaking" ? "evidence.task.undertaking" : "evidence.task.duty")}
            {row.agreement === undefined ? null : (
              <>
                {", "}
                <Link to="/agreements/$id" params={{ id: row.agreement.id }} hash={row.clause}>
                  {row.agreement.name}, {row.clause}
                </Link>
              </>
            )}
          </small>
        </>
      ),
      by: (row) => row.of,
    },
    { id: "by", title: t("evidence.by"), cell: (row) => names(row.by) },
    {
      id: "due",
      title: t("evidence.due"),
      cell: (row) => (row.due === undefined ? t("evidence.noDue") : writeDated(row.due, locale)),
      by: (row) => row.due,
    },
    {
      id: "money",
      title: t("evidence.moneyBehind"),
      cell: (row) => (
        <>
          <ShownState state={MONEY_WORDS[row.state]} />
          <small className={styles.small}>{names([...row.withBudget, ...row.budgetUnknown, ...row.perhaps])}</small>
          {row.through === undefined ? null : (
            <small className={styles.small}>
              {t(row.through === "clause" ? "evidence.through.clause" : "evidence.through.agreement", {
                threats: names(row.threats),
              })}
            </small>
          )}
        </>
      ),
      by: (row) => t(MONEY_WORDS[row.state].text),
    },
    { id: "source", title: t("cooperation.source"), cell: (row) => <Sourced {...row} />, by: (row) => row.source },
  ];
  const shown = items.filter((item) => money === undefined || item.state === money);
  const known = items.filter((item) => item.state === "budget known").length;
  return (
    <Sheet
      title={t("evidence.tab.tasks")}
      note={t("evidence.tasks.note", { count: items.length, known })}
      filter={
        <Choice
          label={t("evidence.moneyBehind")}
          value={money}
          choices={choices.map(({ state, count }) => ({
            id: state,
            name: t(MONEY_WORDS[state].text),
            count,
          }))}
          onChange={(next) => changeAddress({ money: next }, true)}
        />
      }
      made={<Proof proof={made} />}
      rows={shown}
      columns={columns}
      keyOf={(row) => `${row.of}~${row.id}`}
      exports={exports}
    />
  );
}
