import type { AuditEntry, NodeHead } from "@kelisim/api";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { apiPath } from "../../api/client.ts";
import { auditPages, peopleQuery } from "../../api/node.ts";
import { Action } from "../../parts/action.tsx";
import { DataTable } from "../../parts/data-table.tsx";
import { DayField } from "../../parts/day-field.tsx";
import { Empty } from "../../parts/empty.tsx";
import { ErrorPanel } from "../../parts/error-panel.tsx";
import { Panel } from "../../parts/panel.tsx";
import { Skeletons } from "../../parts/skeletons.tsx";
import { useAddress, useChangeAddress } from "../../shell/desk-context.ts";
import { writeMoment } from "../../state/format.ts";
import {
  AUDIT_ACTIONS,
  type AuditFilters,
  auditQuery,
  isKnownAction,
  isNarrowed,
  readAuditFilters,
} from "../../state/node/audit-filters.ts";
import { useText } from "../../texts/use-text.ts";
import styles from "./node.module.css";

/** Who saw and did what, newest first. */
export function Audit({ head }: { readonly head: NodeHead }) {
  const { t, locale } = useText();
  const filters = readAuditFilters(useAddress());
  const query = auditQuery(filters);
  const file = (format: string) => apiPath(`/node/audit.${format}`, query);
  const pages = useInfiniteQuery(auditPages(query));
  const people = useQuery(peopleQuery);
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const entries = pages.data?.pages.flatMap(({ items }) => items) ?? [];
  const doneBy = (entry: AuditEntry) =>
    entry.person === "node"
      ? t("node.audit.byNode")
      : entry.person === "operator"
        ? t("node.audit.byOperator")
        : (entry.personName ?? t("node.audit.gone"));
  return (
    <>
      <p className={styles.lead}>{t(head.administers.node ? "node.audit.leadNode" : "node.audit.leadParty")}</p>
      <Filters filters={filters} />
      {pages.error ? <ErrorPanel error={pages.error} onRetry={() => void pages.refetch()} /> : null}
      {pages.isPending ? <Skeletons rows={8} /> : null}
      {pages.data ? (
        <Panel bare>
          <DataTable
            caption={t("node.tab.audit")}
            rows={entries}
            keyOf={({ seq }) => String(seq)}
            exports={{ csv: file("csv"), xlsx: file("xlsx"), json: file("json") }}
            empty={<Empty>{t(isNarrowed(filters) ? "node.audit.emptyNarrowed" : "node.audit.empty")}</Empty>}
            columns={[
              {
                id: "at",
                title: t("node.audit.at"),
                cell: ({ at }) => <span className="together">{writeMoment(at, locale, zone, { year: "auto" })}</span>,
              },
              {
                id: "who",
                title: t("node.audit.who"),
                cell: (entry) => (
                  <>
                    <span className={styles.name}>{doneBy(entry)}</span>
                    {entry.party === undefined || entry.body === undefined ? null : (
                      <span className={styles.second}>{`${entry.party}/${entry.body}`}</span>
                    )}
                  </>
                ),
              },
              {
                id: "what",
                title: t("node.audit.what"),
                cell: ({ action }) => (isKnownAction(action) ? t(`node.action.${action}`) : action),
              },
              {
                id: "about",
                title: t("node.audit.about"),
                cell: (entry) => <About entry={entry} name={people.data?.find(({ id }) => id === entry.about)?.name} />,
              },
              {
                id: "detail",
                title: t("node.audit.detail"),
                cell: ({ detail }) =>
                  detail === undefined || Object.keys(detail).length === 0 ? null : (
                    <details className={styles.details}>
                      <summary>{t("node.audit.show")}</summary>
                      <pre>{JSON.stringify(detail, null, 1)}</pre>
                    </details>
                  ),
              },
            ]}
          />
          {pages.hasNextPage ? (
            <div className={styles.more}>
              <Action look="quiet" disabled={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
                {t("node.more")}
              </Action>
            </div>
          ) : null}
        </Panel>
      ) : null}
    </>
  );
}

function About({ entry: { about, action, region }, name }: { readonly entry: AuditEntry; readonly name?: string }) {
  if (about === undefined) return null;
  if (name !== undefined) return <span>{name}</span>;
  if (action.startsWith("record."))
    return (
      <Link className={styles.id} to="/records/$id" params={{ id: about } as never} search={{ region } as never}>
        {about}
      </Link>
    );
  return <span className={styles.id}>{about}</span>;
}

function Filters({ filters }: { readonly filters: AuditFilters }) {
  const { t } = useText();
  const change = useChangeAddress();
  const people = useQuery(peopleQuery);
  const set = (patch: Partial<AuditFilters>) =>
    change(
      Object.fromEntries(Object.entries(patch).map(([name, value]) => [name, value === "" ? undefined : value])),
      true,
    );
  return (
    <search className={styles.filters} aria-label={t("node.audit.filters")}>
      <label>
        {t("node.audit.who")}
        <select value={filters.who} onChange={(event) => set({ who: event.target.value })}>
          <option value="">{t("node.any")}</option>
          {(people.data ?? []).map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
          <option value="node">{t("node.audit.byNode")}</option>
          <option value="operator">{t("node.audit.byOperator")}</option>
        </select>
      </label>
      <label>
        {t("node.audit.what")}
        <select value={filters.what} onChange={(event) => set({ what: event.target.value })}>
          <option value="">{t("node.any")}</option>
          {AUDIT_ACTIONS.map((action) => (
            <option key={action} value={action}>
              {t(`node.action.${action}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t("node.audit.aboutId")}
        <input
          key={filters.about}
          type="search"
          maxLength={200}
          defaultValue={filters.about}
          onBlur={(event) => event.target.value === filters.about || set({ about: event.target.value })}
          onKeyDown={(event) => event.key === "Enter" && set({ about: event.currentTarget.value })}
        />
      </label>
      <DayField label={t("node.audit.from")} value={filters.from} onChange={(from) => set({ from })} />
      <DayField label={t("node.audit.to")} value={filters.to} onChange={(to) => set({ to })} />
      {isNarrowed(filters) ? (
        <Action look="quiet" onClick={() => set({ who: "", what: "", about: "", party: "", from: "", to: "" })}>
          {t("node.audit.clear")}
        </Action>
      ) : null}
    </search>
  );
}
