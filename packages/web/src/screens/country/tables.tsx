import type {
  Country,
  CountryClaim,
  CountryIndicator,
  CountryProgramme,
  CountryThreat,
  Named,
  UndertakingView,
} from "@kelisim/api";
import type { ReactNode } from "react";
import { type Column, DataTable } from "../../parts/data-table.tsx";
import { Empty } from "../../parts/empty.tsx";
import type { ExportFormat } from "../../parts/export-menu.tsx";
import { Panel } from "../../parts/panel.tsx";
import { Sourced } from "../../parts/sourced.tsx";
import { useTableFiles } from "../../shell/use-table-files.ts";
import { writeDated } from "../../state/dated.ts";
import { writeNumber } from "../../state/format.ts";
import { useText } from "../../texts/use-text.ts";
import styles from "./country.module.css";

const names = (all: readonly Named[]): string => all.map(({ name }) => name).join(", ");

interface SheetProps<Row> {
  readonly title: string;
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly keyOf: (row: Row) => string;
  readonly note?: ReactNode;
  readonly exports?: Partial<Readonly<Record<ExportFormat, string>>>;
}

/** One table of a country in a panel; where our table has nothing, that is said. */
function Sheet<Row>({ title, rows, columns, keyOf, note, exports }: SheetProps<Row>) {
  const { t } = useText();
  return (
    <Panel bare title={title} count={rows.length}>
      {note ? <p className={`caption ${styles.note}`}>{note}</p> : null}
      {rows.length === 0 ? (
        <Empty>{t("country.none")}</Empty>
      ) : (
        <DataTable caption={title} columns={columns} rows={rows} keyOf={keyOf} exports={exports} />
      )}
    </Panel>
  );
}

/** Money and projects in the country; an amount is that of the whole programme. */
export function Programmes({ country }: { readonly country: Country }) {
  const { t, locale } = useText();
  const date = (text: string | undefined) => (text === undefined ? "?" : writeDated(text, locale));
  const exports = useTableFiles("programmes", { countries: country.party.id });
  const columns: readonly Column<CountryProgramme>[] = [
    {
      id: "name",
      title: t("country.programme"),
      cell: (row) => (
        <>
          <b>{row.name}</b>
          <small>
            {[row.themes, t("country.countries", { count: row.countries.length })].filter(Boolean).join(" · ")}
          </small>
        </>
      ),
      by: (row) => row.name,
    },
    { id: "donors", title: t("country.donors"), cell: (row) => names(row.donors), by: (row) => names(row.donors) },
    {
      id: "period",
      title: t("country.period"),
      cell: (row) => `${date(row.start)} – ${date(row.end)}`,
      by: (row) => row.start,
    },
    {
      id: "amount",
      title: t("country.amount"),
      number: true,
      cell: (row) =>
        row.amount === undefined ? (
          <span className={styles.unknown}>{t("country.amountUnknown")}</span>
        ) : (
          `${writeNumber(row.amount, locale)}\u00A0${row.currency ?? ""}`
        ),
      by: (row) => (row.amount === undefined ? undefined : Number(row.amount)),
    },
    {
      id: "source",
      title: t("cooperation.source"),
      cell: (row) => (
        <Sourced
          source={row.amountSource ?? row.source}
          confidence={row.amountConfidence ?? row.confidence}
          unverified={row.unverified}
        />
      ),
    },
  ];
  return (
    <Sheet
      title={t("country.programmes")}
      rows={country.programmes}
      columns={columns}
      keyOf={({ id }) => id}
      note={t("country.shareNote")}
      exports={exports}
    />
  );
}

/** Threats to which something that reaches this country speaks. */
export function Threats({ country }: { readonly country: Country }) {
  const { t } = useText();
  const columns: readonly Column<CountryThreat>[] = [
    {
      id: "name",
      title: t("country.threat"),
      cell: (row) => (
        <>
          <b>{row.name}</b>
          {row.definition ? <small>{row.definition}</small> : null}
        </>
      ),
      by: (row) => row.name,
    },
    { id: "category", title: t("country.category"), cell: (row) => row.category, by: (row) => row.category },
    {
      id: "through",
      title: t("country.through"),
      cell: (row) => [names(row.agreements), names(row.programmes)].filter(Boolean).join("; "),
    },
    { id: "source", title: t("cooperation.source"), cell: (row) => <Sourced {...row} /> },
  ];
  return (
    <Sheet
      title={t("country.threats")}
      rows={country.threats}
      columns={columns}
      keyOf={({ id }) => id}
      note={t("country.threatsNote")}
    />
  );
}

/** Figures of the country, each with the period it is for. What is absent is unknown, never zero. */
export function Indicators({ country }: { readonly country: Country }) {
  const { t, locale } = useText();
  const exports = useTableFiles("indicators", { party: country.party.id });
  const columns: readonly Column<CountryIndicator>[] = [
    { id: "indicator", title: t("country.indicator"), cell: (row) => row.indicator, by: (row) => row.indicator },
    { id: "period", title: t("country.vintage"), cell: (row) => row.period, by: (row) => row.period },
    {
      id: "value",
      title: t("country.value"),
      number: true,
      cell: (row) =>
        row.value === undefined ? (
          <span className={styles.unknown}>{t("country.valueUnknown")}</span>
        ) : (
          `${String(Number(row.value)) === row.value ? writeNumber(Number(row.value), locale) : row.value}${row.unit ? `\u00A0${row.unit}` : ""}`
        ),
      by: (row) => (row.value === undefined ? undefined : Number(row.value) || row.value),
    },
    { id: "source", title: t("cooperation.source"), cell: (row) => <Sourced {...row} /> },
    { id: "note", title: t("cooperation.note"), cell: (row) => row.note ?? "" },
  ];
  return (
    <Sheet
      title={t("country.indicators")}
      rows={country.indicators}
      columns={columns}
      keyOf={({ id }) => id}
      exports={exports}
    />
  );
}

/** Statements of papers that name the country. That one stands here does not make it true. */
export function Claims({ country }: { readonly country: Country }) {
  const { t } = useText();
  const columns: readonly Column<CountryClaim>[] = [
    {
      id: "claim",
      title: t("country.claim"),
      cell: (row) => (
        <>
          {row.claim}
          <small>
            {[
              row.contradicts.length > 0 ? t("country.contradicts", { ids: row.contradicts.join(", ") }) : undefined,
              row.check === undefined ? undefined : t("country.check", { text: row.check }),
            ]
              .filter(Boolean)
              .join("; ")}
          </small>
        </>
      ),
    },
    { id: "period", title: t("country.vintage"), cell: (row) => row.period ?? "", by: (row) => row.period },
    {
      id: "source",
      title: t("cooperation.source"),
      cell: (row) => <Sourced {...row} source={row.location ? `${row.source}, ${row.location}` : row.source} />,
    },
  ];
  return <Sheet title={t("country.claims")} rows={country.claims} columns={columns} keyOf={({ id }) => id} />;
}

/** What was decided that the country is to do, or that is to be done for it. */
export function Undertakings({ country }: { readonly country: Country }) {
  const { t, locale } = useText();
  const exports = useTableFiles("undertakings", { by: country.party.id });
  const columns: readonly Column<UndertakingView>[] = [
    {
      id: "what",
      title: t("country.what"),
      cell: (row) => (
        <>
          {row.undertaking}
          <small>
            {row.decidedOn === undefined
              ? row.decidedAt
              : t("between.decided", { place: row.decidedAt, date: writeDated(row.decidedOn, locale) })}
          </small>
        </>
      ),
      by: (row) => row.decidedOn,
    },
    { id: "by", title: t("country.by"), cell: (row) => names(row.by) },
    {
      id: "due",
      title: t("country.due"),
      cell: (row) => (row.due === undefined ? t("between.noDue") : writeDated(row.due, locale)),
      by: (row) => row.due,
    },
    { id: "source", title: t("cooperation.source"), cell: (row) => <Sourced {...row} /> },
  ];
  return (
    <Sheet
      title={t("country.undertakings")}
      rows={country.undertakings}
      columns={columns}
      keyOf={({ id }) => id}
      exports={exports}
    />
  );
}
