import type { Institutions } from "@kelisim/api";
import { Link } from "@tanstack/react-router";
import { type Column, DataTable } from "../../parts/data-table.tsx";
import { Panel } from "../../parts/panel.tsx";
import { useAddress } from "../../shell/desk-context.ts";
import { writeDated } from "../../state/dated.ts";
import { originalLanguage } from "../../state/money/original.ts";
import { carried } from "../../state/standpoint.ts";
import { useText } from "../../texts/use-text.ts";
import styles from "./institutions.module.css";
import { sourceWords } from "./words.ts";

/** What speaks here of memberships, how far it goes, and what its silence means. */
export function Sources({ data }: { readonly data: Institutions }) {
  const { t, locale, language } = useText();
  const address = useAddress();
  return (
    <Panel title={t("institutions.sources")} count={data.sources.length}>
      <ul className={styles.list}>
        {data.sources.map((source) => (
          <li key={source.id}>
            <b lang={originalLanguage(sourceWords(source, t), language)}>{sourceWords(source, t)}</b>,{" "}
            {[
              t("institutions.sourceRows", { count: source.rows }),
              ...(source.vintage === undefined
                ? []
                : [t("institutions.sourceVintage", { vintage: writeDated(source.vintage, locale) })]),
              source.listsAllTo === undefined
                ? t("institutions.listsSome")
                : t("institutions.listsAll", { date: writeDated(source.listsAllTo, locale, { after: true }) }),
            ].join(", ")}
            {source.caveats.length === 0 ? null : (
              <small lang={originalLanguage(source.caveats.join(" "), language)}>{source.caveats.join(" ")}</small>
            )}
          </li>
        ))}
      </ul>
      {data.sources.some(({ kind }) => kind === "file") ? null : (
        <p className="meta">
          {t("institutions.noFiles")}{" "}
          <Link to="/money" search={{ ...carried(address), tab: "files" } as never}>
            {t("institutions.toFiles")}
          </Link>
        </p>
      )}
    </Panel>
  );
}

/** What files name and we do not. Nothing where no file was taken in. */
export function Unmatched({ data }: { readonly data: Institutions }) {
  const { t, language } = useText();
  const sources = new Map(data.sources.map((source) => [source.id, source]));
  if (data.unmatched.length === 0) return null;
  return (
    <Panel title={t("institutions.unmatched")}>
      <p className="caption">{t("institutions.unmatchedNote")}</p>
      <ul className={styles.list}>
        {data.unmatched.map(({ source, organisations, parties }) => (
          <li key={source}>
            <b>{sourceWords(sources.get(source)!, t)}</b>:{" "}
            {organisations.length + parties.length === 0 ? t("institutions.nothingUnmatched") : null}
            {organisations.length === 0 ? null : (
              <details>
                <summary>{t("institutions.unmatchedBodies", { count: organisations.length })}</summary>
                <span lang={originalLanguage(organisations[0]!.name ?? organisations[0]!.code, language)}>
                  {organisations.map(({ code, name }) => (name === undefined ? code : `${name} (${code})`)).join("; ")}
                </span>
              </details>
            )}
            {parties.length === 0
              ? null
              : t("institutions.unmatchedParties", {
                  count: parties.length,
                  codes: parties.map(({ code }) => code).join(", "),
                })}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

type Code = Institutions["organisations"][number]["codes"][number] & { readonly organisation: string };

/** Which code of which list stands for which of our organisations, and by what that is known. */
export function Codes({ data }: { readonly data: Institutions }) {
  const { t } = useText();
  const sources = new Map(data.sources.map((source) => [source.id, source]));
  const rows = data.organisations.flatMap(({ shortName, ours, codes }) =>
    ours ? codes.map((code): Code => ({ ...code, organisation: shortName })) : [],
  );
  if (rows.length === 0) return null;
  const columns: readonly Column<Code>[] = [
    {
      id: "organisation",
      title: t("institutions.column.organisation"),
      cell: (row) => row.organisation,
      by: (row) => row.organisation,
    },
    {
      id: "list",
      title: t("institutions.column.list"),
      cell: (row) => sourceWords(sources.get(row.source) ?? { kind: "file", name: row.source }, t),
      by: (row) => row.source,
    },
    {
      id: "code",
      title: t("institutions.column.code"),
      cell: (row) => (row.name === undefined || row.name === row.code ? row.code : `${row.name} (${row.code})`),
      by: (row) => row.code,
    },
    {
      id: "by",
      title: t("institutions.column.by"),
      cell: (row) => [t(`institutions.by.${row.by}`), row.cited].filter(Boolean).join(": "),
      by: (row) => row.by,
    },
    { id: "note", title: t("institutions.column.note"), cell: (row) => row.note ?? "" },
  ];
  return (
    <Panel bare>
      <details className={styles.fold}>
        <summary>{t("institutions.codes")}</summary>
        <DataTable
          caption={t("institutions.codes")}
          columns={columns}
          rows={rows}
          keyOf={(row) => `${row.source}~${row.code}~${row.organisation}`}
        />
      </details>
    </Panel>
  );
}
