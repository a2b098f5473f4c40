import type { Coverage, CoverageAspect, CoverageGap, DependenceView, DoubleWorkView } from "@kelisim/api";
import { type Column, DataTable } from "../../parts/data-table.tsx";
import { Empty } from "../../parts/empty.tsx";
import { Panel } from "../../parts/panel.tsx";
import { Proof } from "../../parts/proof.tsx";
import { alike } from "../../state/coverage/alike.ts";
import { writeList } from "../../state/format.ts";
import { useText } from "../../texts/use-text.ts";
import styles from "./coverage.module.css";
import { useCoverageFiles } from "./use-coverage-files.ts";

interface SheetProps<Row> {
  readonly data: Coverage;
  readonly title: string;
  readonly note: string;
  readonly empty: string;
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly keyOf: (row: Row) => string;
  readonly table: string;
  readonly proof: keyof Coverage["proofs"];
}

function Sheet<Row>({ data, title, note, empty, rows, columns, keyOf, table, proof }: SheetProps<Row>) {
  const files = useCoverageFiles(table);
  return (
    <Panel bare title={title} count={rows.length}>
      <p className={`caption ${styles.lead}`}>{note}</p>
      {rows.length === 0 ? (
        <Empty>{empty}</Empty>
      ) : (
        <div className={styles.long}>
          <DataTable caption={title} columns={columns} rows={rows} keyOf={keyOf} exports={files} />
        </div>
      )}
      <div className={styles.notes}>
        <Proof proof={data.proofs[proof]} />
      </div>
    </Panel>
  );
}

type Where = { readonly countries: readonly string[] };

/** Names of an answer by their ids. */
function useNames(data: Coverage) {
  const { t, locale } = useText();
  const threats = new Map(data.threats.map(({ id, name }) => [id, name]));
  const countries = new Map(data.countries.map(({ id, name }) => [id, name]));
  const programmes = new Map(data.programmes.map(({ id, name }) => [id, name]));
  const named = (names: ReadonlyMap<string, string>) => (id: string) => names.get(id) ?? id;
  return {
    threat: named(threats),
    programmes: (ids: readonly string[]) => ids.map(named(programmes)).join("; "),
    where: ({ countries: ids }: Where) =>
      ids.length === data.countries.length && ids.length > 1
        ? t("coverage.everywhere", { count: ids.length })
        : writeList(ids.map(named(countries)), locale),
  };
}

/** Where nothing was found, and why: a gap of our tables or of the texts. */
export function Gaps({ data, aspects }: { readonly data: Coverage; readonly aspects: readonly CoverageAspect[] }) {
  const { t } = useText();
  const names = useNames(data);
  const columns: readonly Column<CoverageGap>[] = [
    {
      id: "threat",
      title: t("coverage.threat"),
      cell: (row) => <b>{names.threat(row.threat)}</b>,
      by: (row) => names.threat(row.threat),
    },
    {
      id: "aspect",
      title: t("coverage.filter.aspect"),
      cell: (row) => t(`coverage.aspect.${row.aspect}`),
      by: (row) => t(`coverage.aspect.${row.aspect}`),
    },
    { id: "countries", title: t("coverage.where"), cell: names.where, by: names.where },
    { id: "reason", title: t("coverage.reason"), cell: (row) => row.reason, by: (row) => row.reason },
  ];
  return (
    <Sheet
      data={data}
      title={t("coverage.gaps")}
      note={t("coverage.gapsNote")}
      empty={t("coverage.noGaps")}
      rows={data.gaps.filter(({ aspect }) => aspects.includes(aspect))}
      columns={columns}
      keyOf={(row) => `${row.threat} ${row.aspect} ${row.countries.join(" ")}`}
      table="coverage-gaps"
      proof="matrix"
    />
  );
}

/** Programmes of donors who have nobody in common, side by side. */
export function DoubleWork({ data }: { readonly data: Coverage }) {
  const { t } = useText();
  const names = useNames(data);
  const donors = (row: DoubleWorkView) => row.donors.map(({ name }) => name).join(", ");
  const columns: readonly Column<DoubleWorkView & Where>[] = [
    {
      id: "threat",
      title: t("coverage.threat"),
      cell: (row) => <b>{names.threat(row.threat)}</b>,
      by: (row) => names.threat(row.threat),
    },
    { id: "countries", title: t("coverage.where"), cell: names.where, by: names.where },
    { id: "donors", title: t("coverage.donors"), cell: donors, by: donors },
    {
      id: "programmes",
      title: t("coverage.aspect.programmes"),
      cell: (row) => names.programmes(row.programmes),
      by: (row) => names.programmes(row.programmes),
    },
    {
      id: "certain",
      title: t("coverage.atOneTime"),
      cell: (row) => t(row.certain ? "coverage.certain" : "coverage.datesOpen"),
      by: (row) => t(row.certain ? "coverage.certain" : "coverage.datesOpen"),
    },
  ];
  return (
    <Sheet
      data={data}
      title={t("coverage.double")}
      note={t("coverage.doubleNote")}
      empty={t("coverage.noDouble")}
      rows={alike(data.double)}
      columns={columns}
      keyOf={(row) => `${row.threat} ${row.countries.join(" ")}`}
      table="double-work"
      proof="double"
    />
  );
}

/** What rests on one donor or one implementer, as far as our table knows. */
export function Dependence({ data }: { readonly data: Coverage }) {
  const { t } = useText();
  const names = useNames(data);
  const columns: readonly Column<DependenceView & Where>[] = [
    {
      id: "threat",
      title: t("coverage.threat"),
      cell: (row) => <b>{names.threat(row.threat)}</b>,
      by: (row) => names.threat(row.threat),
    },
    { id: "countries", title: t("coverage.where"), cell: names.where, by: names.where },
    {
      id: "on",
      title: t("coverage.restsOn"),
      cell: (row) => (
        <>
          {row.name} <small>{t(`coverage.on.${row.on}`)}</small>
        </>
      ),
      by: (row) => row.name,
    },
    {
      id: "programmes",
      title: t("coverage.aspect.programmes"),
      cell: (row) => names.programmes(row.programmes),
      by: (row) => names.programmes(row.programmes),
    },
    {
      id: "unknown",
      title: t("coverage.mayShowOtherwise"),
      cell: (row) => (row.unknown.length === 0 ? t("coverage.nothingKnown") : names.programmes(row.unknown)),
      by: (row) => row.unknown.length,
    },
  ];
  return (
    <Sheet
      data={data}
      title={t("coverage.dependence")}
      note={t("coverage.dependenceNote")}
      empty={t("coverage.noDependence")}
      rows={alike(data.dependence)}
      columns={columns}
      keyOf={(row) => `${row.threat} ${row.countries.join(" ")} ${row.on}`}
      table="dependence"
      proof="dependence"
    />
  );
}
