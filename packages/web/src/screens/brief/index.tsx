import type { BriefHead, Briefs } from "@kelisim/api";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { briefsQuery, staleQuery } from "../../api/briefs.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { Action } from "../../parts/action.tsx";
import { type Column, DataTable } from "../../parts/data-table.tsx";
import { Empty } from "../../parts/empty.tsx";
import { ErrorPanel } from "../../parts/error-panel.tsx";
import { PageHead } from "../../parts/page-head.tsx";
import { Panel } from "../../parts/panel.tsx";
import { Segments } from "../../parts/segments.tsx";
import { Skeletons } from "../../parts/skeletons.tsx";
import { useAddress, useChangeAddress, useDesk } from "../../shell/desk-context.ts";
import { writeMoment } from "../../state/format.ts";
import { carried } from "../../state/standpoint.ts";
import { useText } from "../../texts/use-text.ts";
import styles from "./brief.module.css";

/** The briefs of the body, with how far each is and whether its figures still are as recorded; the papers of the region. */
export function Screen() {
  const { region } = useDesk();
  const answer = useAnswer(briefsQuery(region.id));
  if (answer.data) return <Page data={answer.data} />;
  if (answer.error) return <ErrorPanel error={answer.error} onRetry={() => void answer.refetch()} />;
  return <Skeletons rows={8} />;
}

function Page({ data }: { readonly data: Briefs }) {
  const { t, locale } = useText();
  const { region } = useDesk();
  const address = useAddress();
  const navigate = useNavigate();
  const search = carried(address) as never;
  const change = useChangeAddress();
  const inUse = data.briefs.filter(({ archived }) => !archived);
  const away = data.briefs.filter(({ archived }) => archived);
  const isAway = address.show === "archive" && away.length > 0;
  const shown = isAway ? away : inUse;
  const stale = useQuery({ ...staleQuery(region.id), enabled: inUse.length > 0 });
  const told = new Map(stale.data?.briefs.map((each) => [each.id, each]));
  const columns: readonly Column<BriefHead>[] = [
    {
      id: "title",
      title: t("brief.column.title"),
      by: ({ title }) => title,
      cell: ({ id, title }) => (
        <Link to="/brief/$id" params={{ id }} search={search}>
          {title}
        </Link>
      ),
    },
    {
      id: "state",
      title: t("brief.column.state"),
      by: ({ state }) => state,
      cell: ({ state }) => t(`brief.state.${state}`),
    },
    ...(isAway
      ? []
      : [
          {
            id: "figures",
            title: t("brief.column.figures"),
            by: ({ id }: BriefHead) => told.get(id)?.stale,
            cell: ({ id }: BriefHead) => <Figures told={told.get(id)} failed={stale.error !== null} />,
          },
        ]),
    {
      id: "saved",
      title: t("brief.column.saved"),
      by: ({ saved }) => saved,
      cell: ({ version, saved, by }) =>
        t("brief.savedBy", { version, date: writeMoment(saved, locale, region.timeZone), by }),
    },
  ];
  return (
    <>
      <PageHead
        title={t("brief.title")}
        answer={t("brief.answer", { count: inUse.length, papers: data.papers.length })}
        actions={
          data.mayWrite ? (
            <Action look="main" onClick={() => void navigate({ to: "/brief/$id", params: { id: "new" }, search })}>
              {t("brief.new")}
            </Action>
          ) : undefined
        }
      />
      <div className={styles.stack}>
        <Panel
          bare
          title={t(isAway ? "brief.archiveTitle" : "brief.own")}
          count={shown.length}
          aside={
            away.length === 0 ? undefined : (
              <Segments
                label={t("brief.which")}
                value={isAway ? "archive" : "use"}
                choices={[
                  { value: "use", label: t("brief.which.use") },
                  { value: "archive", label: t("brief.which.archive", { count: away.length }) },
                ]}
                onChange={(value) => change({ show: value === "archive" ? value : undefined })}
              />
            )
          }
          foot={<span className="caption">{t("brief.ownNote")}</span>}
        >
          {shown.length === 0 ? (
            <Empty>{t(away.length === 0 ? "brief.none" : "brief.noneInUse")}</Empty>
          ) : (
            <DataTable
              caption={t(isAway ? "brief.archiveTitle" : "brief.own")}
              columns={columns}
              rows={shown}
              keyOf={({ id }) => id}
            />
          )}
        </Panel>
        <Panel title={t("brief.papers")} count={data.papers.length}>
          {data.papers.length === 0 ? (
            <p className="meta">{t("brief.papersNone")}</p>
          ) : (
            <>
              <p className="meta">{t("brief.papersNote")}</p>
              <ul className={styles.papers}>
                {data.papers.map(({ id, title, language }) => (
                  <li key={id}>
                    <Link to="/brief/paper/$id" params={{ id }} search={search} lang={language}>
                      {title}
                    </Link>
                  </li>
                ))}
              </ul>
            </>
          )}
        </Panel>
      </div>
    </>
  );
}

function Figures({
  told,
  failed,
}: {
  readonly told: { readonly stale: number; readonly errors: number } | undefined;
  readonly failed: boolean;
}) {
  const { t } = useText();
  if (told === undefined) return failed ? "\u2013" : t("brief.figures.asking");
  const { stale, errors } = told;
  if (stale === 0 && errors === 0) return t("brief.figures.current");
  return [
    ...(stale === 0 ? [] : [t("brief.figures.stale", { count: stale })]),
    ...(errors === 0 ? [] : [t("brief.figures.errors", { count: errors })]),
  ].join(", ");
}
