import type { Institutions, SourceAnswer, SourceSpell } from "@kelisim/api";
import { useState } from "react";
import { type Column, DataTable } from "../../parts/data-table.tsx";
import type { ExportFormat } from "../../parts/export-menu.tsx";
import { LinkButton } from "../../parts/link-button.tsx";
import { Panel } from "../../parts/panel.tsx";
import { writeDated } from "../../state/dated.ts";
import { cellKey } from "../../state/institutions/matrix.ts";
import { useText } from "../../texts/use-text.ts";
import styles from "./institutions.module.css";
import { citedWords, endWords } from "./words.ts";

interface Row {
  readonly key: string;
  readonly cell: string;
  readonly organisation: string;
  readonly party: string;
  readonly answer: SourceAnswer;
  readonly spell: SourceSpell;
}

type Files = Partial<Readonly<Record<ExportFormat, string>>>;

/** Every row of every source, with both dates; read when it is opened. */
export function Rows({ data, files }: { readonly data: Institutions; readonly files: Files }) {
  const { t } = useText();
  const [open, setOpen] = useState(false);
  return (
    <Panel bare>
      <details className={styles.fold} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{t("institutions.rows")}</summary>
        {open ? <RowTable data={data} files={files} /> : null}
      </details>
    </Panel>
  );
}

/** The rows of the cells that pass; also behind a picture of spells. */
export function RowTable({
  data,
  files,
  passes = () => true,
  chosen,
  onOpen,
}: {
  readonly data: Institutions;
  readonly files?: Files;
  readonly passes?: (cell: Institutions["cells"][number]) => boolean;
  /** `organisation~party` of the cell that is open. */
  readonly chosen?: string;
  /** A row opens all that is known of its state and organisation; absent: it is opened already. */
  readonly onOpen?: (key: string | undefined) => void;
}) {
  const { t, locale } = useText();
  const bodies = new Map(data.organisations.map(({ id, shortName }) => [id, shortName]));
  const parties = new Map(data.parties.map(({ id, name }) => [id, name]));
  const sources = new Map(data.sources.map((source) => [source.id, source]));
  const rows = data.cells.filter(passes).flatMap(({ organisation, party, answers }) =>
    answers.flatMap((answer, at) =>
      answer.spells.map(
        (spell, line): Row => ({
          key: `${organisation}~${party}~${at}~${line}`,
          cell: cellKey({ organisation, party }),
          organisation: bodies.get(organisation) ?? organisation,
          party: parties.get(party) ?? party,
          answer,
          spell,
        }),
      ),
    ),
  );
  const date = (text: string | undefined, missing: string) => (text === undefined ? missing : writeDated(text, locale));
  const columns: readonly Column<Row>[] = [
    {
      id: "organisation",
      title: t("institutions.column.organisation"),
      cell: (row) =>
        onOpen === undefined ? (
          row.organisation
        ) : (
          <LinkButton
            label={t("institutions.detail", { party: row.party, organisation: row.organisation })}
            isOpen={row.cell === chosen}
            onClick={() => onOpen(row.cell === chosen ? undefined : row.cell)}
          >
            {row.organisation}
          </LinkButton>
        ),
      by: (row) => row.organisation,
    },
    { id: "party", title: t("institutions.column.party"), cell: (row) => row.party, by: (row) => row.party },
    {
      id: "list",
      title: t("institutions.column.list"),
      cell: (row) => citedWords(sources.get(row.answer.source)!, row.answer.cited, t),
      by: (row) => row.answer.source,
    },
    {
      id: "onDay",
      title: t("institutions.column.onDay"),
      cell: (row) => t(`institutions.standing.${row.answer.standing}`),
      by: (row) => row.answer.standing,
    },
    {
      id: "status",
      title: t("institutions.column.status"),
      cell: (row) => row.spell.statusName,
      by: (row) => row.spell.status,
    },
    {
      id: "from",
      title: t("institutions.column.from"),
      cell: (row) => date(row.spell.from, t("institutions.unknownDate")),
      by: (row) => row.spell.from,
    },
    {
      id: "to",
      title: t("institutions.column.to"),
      cell: (row) => endWords(row.spell, sources.get(row.answer.source)!, t, locale),
      by: (row) => row.spell.to,
    },
    { id: "note", title: t("institutions.column.note"), cell: (row) => row.spell.note ?? "" },
  ];
  return (
    <DataTable
      caption={t("institutions.rows")}
      columns={columns}
      rows={rows}
      keyOf={(row) => row.key}
      {...(files === undefined ? {} : { exports: files })}
    />
  );
}
