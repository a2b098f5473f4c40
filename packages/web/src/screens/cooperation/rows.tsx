import type { Cooperation, Spell } from "@kelisim/api";
import { useState } from "react";
import { type Column, DataTable } from "../../parts/data-table.tsx";
import type { ExportFormat } from "../../parts/export-menu.tsx";
import { Panel } from "../../parts/panel.tsx";
import { Sourced } from "../../parts/sourced.tsx";
import { writeDated } from "../../state/dated.ts";
import { useText } from "../../texts/use-text.ts";
import styles from "./cooperation.module.css";

interface Row {
  readonly key: string;
  readonly organisation: string;
  readonly party: string;
  readonly spell: Spell;
}

/** Every row of the table of memberships with both dates, its source and its confidence. Read when it is opened. */
export function Rows({
  data,
  exports,
}: {
  readonly data: Cooperation;
  readonly exports: Partial<Record<ExportFormat, string>>;
}) {
  const { t } = useText();
  const [open, setOpen] = useState(false);
  const count = data.relations.reduce((sum, { spells }) => sum + spells.length, 0);
  return (
    <Panel bare>
      <details className={styles.rows} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          {t("cooperation.rows")} <span>{count}</span>
        </summary>
        {open ? <SpellTable data={data} relations={data.relations} exports={exports} /> : null}
      </details>
    </Panel>
  );
}

/** Relations with each of their rows; also behind a line of the network. */
export function SpellTable({
  data,
  relations,
  exports,
}: {
  readonly data: Cooperation;
  readonly relations: Cooperation["relations"];
  readonly exports?: Partial<Record<ExportFormat, string>>;
}) {
  const { t, locale } = useText();
  const bodies = new Map(data.organisations.map(({ id, shortName }) => [id, shortName]));
  const parties = new Map(data.parties.map(({ id, name }) => [id, name]));
  const rows = relations.flatMap(({ organisation, party, spells }) =>
    spells.map(
      (spell, index): Row => ({
        key: `${organisation}~${party}~${index}`,
        organisation: bodies.get(organisation) ?? organisation,
        party: parties.get(party) ?? party,
        spell,
      }),
    ),
  );
  const date = (text: string | undefined, missing: string) => (text === undefined ? missing : writeDated(text, locale));
  const columns: readonly Column<Row>[] = [
    {
      id: "organisation",
      title: t("cooperation.organisation"),
      cell: (row) => row.organisation,
      by: (row) => row.organisation,
    },
    { id: "party", title: t("cooperation.party"), cell: (row) => row.party, by: (row) => row.party },
    {
      id: "status",
      title: t("cooperation.status"),
      cell: (row) => row.spell.statusName,
      by: (row) => row.spell.status,
    },
    {
      id: "from",
      title: t("cooperation.from"),
      cell: (row) => date(row.spell.from, t("cooperation.unknownDate")),
      by: (row) => row.spell.from,
    },
    {
      id: "to",
      title: t("cooperation.to"),
      cell: (row) => date(row.spell.to, t("cooperation.noEnd")),
      by: (row) => row.spell.to,
    },
    {
      id: "source",
      title: t("cooperation.source"),
      cell: (row) => (
        <div className={styles.source}>
          <Sourced {...row.spell} />
        </div>
      ),
      by: (row) => row.spell.source,
    },
    { id: "note", title: t("cooperation.note"), cell: (row) => row.spell.note ?? "" },
  ];
  return (
    <DataTable
      caption={t("cooperation.rows")}
      columns={columns}
      rows={rows}
      keyOf={(row) => row.key}
      {...(exports === undefined ? {} : { exports })}
    />
  );
}
