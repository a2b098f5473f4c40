import { useInfiniteQuery } from "@tanstack/react-query";
import { registerQuery } from "../../api/records.ts";
import { tableFiles } from "../../api/table-files.ts";
import { Action } from "../../parts/action.tsx";
import { Empty } from "../../parts/empty.tsx";
import { ErrorPanel } from "../../parts/error-panel.tsx";
import { ExportMenu } from "../../parts/export-menu.tsx";
import { Panel } from "../../parts/panel.tsx";
import { Segments } from "../../parts/segments.tsx";
import { Skeletons } from "../../parts/skeletons.tsx";
import { useAddress, useChangeAddress, useDesk, useStandpoint } from "../../shell/desk-context.ts";
import { isNarrowed, registerFilters } from "../../state/records/filters.ts";
import { useText } from "../../texts/use-text.ts";
import { FilterBar } from "./filter-bar.tsx";
import { RecordTableRow } from "./record-row.tsx";
import styles from "./records.module.css";

/** What the body may read, newest first; all that narrows it stands in the address. */
export function Register({ mayWrite }: { readonly mayWrite: boolean }) {
  const { t, language } = useText();
  const { region } = useDesk();
  const { asked } = useStandpoint();
  const address = useAddress();
  const change = useChangeAddress();
  const filters = registerFilters(address);
  const query = { ...filters, known: asked.known, lang: language };
  const register = useInfiniteQuery(registerQuery(region.id, query));
  const pages = register.data?.pages ?? [];
  const [first] = pages;
  const files = tableFiles(region.id, "records", { ...query, held: first?.place });
  const items = pages.flatMap((page) => page.items);
  return (
    <>
      {first?.held === undefined || first.place === undefined ? null : (
        <div className={styles.held}>
          <Segments
            label={t("records.held")}
            value={first.place}
            choices={(["node", "region"] as const).map((value) => ({
              value,
              label: t(`records.held.${value}`, { count: first.held![value] }),
            }))}
            onChange={(held) => change({ held })}
          />
        </div>
      )}
      <FilterBar filters={address} />
      {register.error ? <ErrorPanel error={register.error} onRetry={() => void register.refetch()} /> : null}
      {first === undefined ? (
        register.error ? null : (
          <Skeletons rows={8} />
        )
      ) : (
        <Panel
          bare
          title={t("records.found", { count: first.total ?? items.length })}
          aside={<ExportMenu hrefs={files} />}
        >
          {items.length === 0 ? (
            <div className={styles.note}>
              <Empty>
                {t(isNarrowed(filters) ? "records.emptyFound" : `records.empty.${first.place ?? "node"}`)}
                {!isNarrowed(filters) && first.place === "node" && mayWrite ? ` ${t("records.empty.how")}` : null}
              </Empty>
            </div>
          ) : (
            <table className={styles.table}>
              <caption className="unseen">{t("records.title")}</caption>
              <thead>
                <tr>
                  <th scope="col">{t("records.column.kind")}</th>
                  <th scope="col">{t("records.column.parties")}</th>
                  <th scope="col">{t("records.column.occurred")}</th>
                  <th scope="col">{t("records.column.known")}</th>
                  <th scope="col">{t("records.column.marking")}</th>
                </tr>
              </thead>
              <tbody>
                {items.map((record) => (
                  <RecordTableRow key={record.id} record={record} />
                ))}
              </tbody>
            </table>
          )}
          {register.hasNextPage ? (
            <div className={styles.note}>
              <Action look="quiet" disabled={register.isFetchingNextPage} onClick={() => void register.fetchNextPage()}>
                {t("records.more", { shown: items.length, total: first.total ?? items.length })}
              </Action>
            </div>
          ) : null}
        </Panel>
      )}
    </>
  );
}
