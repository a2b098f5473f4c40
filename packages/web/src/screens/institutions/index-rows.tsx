import type { Indices } from "@kelisim/api";
import { useAnswer } from "../../api/use-answer.ts";
import { type Column, DataTable } from "../../parts/data-table.tsx";
import { ErrorPanel } from "../../parts/error-panel.tsx";
import { OpenedRows } from "../../parts/opened-rows.tsx";
import { Skeletons } from "../../parts/skeletons.tsx";
import { writeNumber } from "../../state/format.ts";
import { type FigureRow, figureRows } from "../../state/institutions/figure-rows.ts";
import { originalLanguage } from "../../state/money/original.ts";
import type { MessageId } from "../../texts/ids.ts";
import { useText } from "../../texts/use-text.ts";
import { FigureSource, figureWords } from "./figure-source.tsx";
import styles from "./institutions.module.css";
import { useIndicesQuery } from "./use-indices-query.ts";
import { regionName } from "./words.ts";

export interface IndexRowsProps {
  readonly title: string;
  readonly index: string;
  /** Absent: of all components. */
  readonly component?: string;
  readonly day: string;
  readonly onClose: () => void;
}

/** The figures behind a year of an index or of a component, each with its source; those too that do not count. */
export function IndexRows({ title, index, component, day, onClose }: IndexRowsProps) {
  const { data, error, refetch } = useAnswer({ ...useIndicesQuery({ on: day }), placeholderData: undefined });
  return (
    <OpenedRows title={title} onClose={onClose}>
      {error ? (
        <ErrorPanel error={error} onRetry={() => void refetch()} />
      ) : data === undefined ? (
        <Skeletons rows={4} />
      ) : (
        <Table data={data} index={index} component={component} title={title} />
      )}
    </OpenedRows>
  );
}

interface TableProps extends Pick<IndexRowsProps, "title" | "index"> {
  readonly data: Indices;
  readonly component: string | undefined;
}

function Table({ data, index, component, title }: TableProps) {
  const { t, locale, language } = useText();
  const found = data.indices.find(({ id }) => id === index);
  if (found === undefined) return null;
  const nameOf = ({ component: id }: FigureRow) => t(`institutions.component.${id}` as MessageId);
  const columns: readonly Column<FigureRow>[] = [
    { id: "component", title: t("institutions.component"), cell: nameOf, by: nameOf },
    {
      id: "region",
      title: t("institutions.column.region"),
      cell: ({ whose }) => regionName(whose === "other" && data.other !== undefined ? data.other : data.own, t),
      by: ({ whose }) => whose,
    },
    {
      id: "figure",
      title: t("institutions.column.figure"),
      number: true,
      cell: ({ choice }) => figureWords(choice, t, locale),
      by: ({ choice }) => choice.figure,
    },
    {
      id: "value",
      title: t("institutions.value"),
      number: true,
      cell: ({ counts, value }) =>
        !counts
          ? t("institutions.countsNot")
          : value === undefined
            ? ""
            : writeNumber(value, locale, { maximumFractionDigits: 3 }),
      by: ({ value }) => value,
    },
    {
      id: "source",
      title: t("institutions.column.source"),
      cell: ({ choice }) => (
        <div className={styles.wide}>
          <FigureSource choice={choice} />
        </div>
      ),
    },
    {
      id: "note",
      title: t("institutions.column.note"),
      cell: ({ choice: { note = "" } }) => <span lang={originalLanguage(note, language)}>{note}</span>,
    },
  ];
  return <DataTable caption={title} columns={columns} rows={figureRows(found, component)} keyOf={({ key }) => key} />;
}
