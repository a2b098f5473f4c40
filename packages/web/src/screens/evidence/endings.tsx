import type { EndingEvidence } from "@kelisim/api";
import type { Column } from "../../parts/data-table.tsx";
import { Proof } from "../../parts/proof.tsx";
import { Sourced } from "../../parts/sourced.tsx";
import { writeDated } from "../../state/dated.ts";
import { ENDING_WORDS, WHY_WORDS } from "../../state/evidence/words.ts";
import { writeList, writeNumber } from "../../state/format.ts";
import { useText } from "../../texts/use-text.ts";
import styles from "./evidence.module.css";
import { type ListProps, names, Sheet } from "./sheet.tsx";
import { ShownState } from "./shown-state.tsx";

/** How many of those that go on with a programme are named; the others are counted. */
const SHOWN = 2;

/** Programmes that are over or end within a year, and who goes on with their work. */
export function Endings({ data, exports }: ListProps) {
  const { t, locale } = useText();
  const { items, made, by, withoutOwner } = data.endings;
  const columns: readonly Column<EndingEvidence>[] = [
    {
      id: "programme",
      title: t("evidence.programme"),
      cell: (row) => (
        <>
          {row.programme.name}
          <small className={styles.small}>{names(row.countries)}</small>
        </>
      ),
      by: (row) => row.programme.name,
    },
    { id: "donors", title: t("evidence.donors"), cell: (row) => names(row.donors), by: (row) => names(row.donors) },
    {
      id: "end",
      title: t("evidence.end"),
      cell: (row) => (
        <>
          {writeDated(row.end, locale)}
          {row.certain ? null : <small className={styles.small}>{t("evidence.coarseEnd")}</small>}
        </>
      ),
      by: (row) => row.end,
    },
    {
      id: "amount",
      title: t("evidence.amount"),
      number: true,
      cell: (row) =>
        row.amount === undefined
          ? t("evidence.amountUnknown")
          : `${writeNumber(row.amount, locale)}\u00A0${row.currency ?? ""}`,
      by: (row) => (row.amount === undefined ? undefined : Number(row.amount)),
    },
    {
      id: "state",
      title: t("evidence.goesOn"),
      cell: (row) => (
        <>
          <ShownState state={ENDING_WORDS[row.state]} />
          {row.successors.slice(0, SHOWN).map((other) => (
            <small key={other.id} className={styles.small}>
              {other.name} ({t(WHY_WORDS[other.why])}
              {other.begins === undefined ? null : `, ${writeDated(other.begins, locale)}`})
            </small>
          ))}
          {row.successors.length > SHOWN ? (
            <small className={styles.small}>
              {t("evidence.moreSuccessors", { count: row.successors.length - SHOWN })}
            </small>
          ) : null}
        </>
      ),
      by: (row) => t(ENDING_WORDS[row.state].text),
    },
    { id: "source", title: t("cooperation.source"), cell: (row) => <Sourced {...row} />, by: (row) => row.source },
  ];
  const sums = withoutOwner.map(({ currency, least, greatest }) =>
    least === greatest
      ? `${writeNumber(least, locale)}\u00A0${currency}`
      : t("evidence.between", { least: writeNumber(least, locale), greatest: writeNumber(greatest, locale), currency }),
  );
  return (
    <Sheet
      title={t("evidence.tab.endings")}
      note={t("evidence.endings.note", {
        date: writeDated(by, locale),
        count: items.filter((item) => item.state !== "followed").length,
        sums: sums.length === 0 ? t("evidence.amountUnknown") : writeList(sums, locale),
      })}
      made={<Proof proof={made} />}
      rows={items}
      sort={{ column: "end", direction: "desc" }}
      columns={columns}
      keyOf={({ programme }) => programme.id}
      exports={exports}
    />
  );
}
