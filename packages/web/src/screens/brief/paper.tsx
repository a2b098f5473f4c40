import type { Paper } from "@kelisim/api";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { boundQuery, paperFile, paperQuery } from "../../api/briefs.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { Action } from "../../parts/action.tsx";
import { ErrorPanel } from "../../parts/error-panel.tsx";
import { PageHead } from "../../parts/page-head.tsx";
import { Panel } from "../../parts/panel.tsx";
import { Skeletons } from "../../parts/skeletons.tsx";
import { useAddress, useDesk } from "../../shell/desk-context.ts";
import { carried } from "../../state/standpoint.ts";
import { useText } from "../../texts/use-text.ts";
import styles from "./brief.module.css";
import { FigureList } from "./figures.tsx";
import { Preview } from "./preview.tsx";
import { Problems } from "./problems.tsx";
import { Take } from "./take.tsx";

/** A paper that comes with the region: read with the figures of now, printed, taken as a beginning. */
export function Screen() {
  const { id } = useParams({ strict: false }) as { readonly id: string };
  const { region } = useDesk();
  const answer = useAnswer(paperQuery(region.id, id));
  if (answer.data) return <Page paper={answer.data} />;
  if (answer.error) return <ErrorPanel error={answer.error} onRetry={() => void answer.refetch()} />;
  return <Skeletons rows={8} />;
}

function Page({ paper }: { readonly paper: Paper }) {
  const { t } = useText();
  const { region } = useDesk();
  const address = useAddress();
  const navigate = useNavigate();
  const bound = useQuery(boundQuery(region.id, paper.text));
  const search = carried(address);
  return (
    <>
      <PageHead
        above={
          <Link to="/brief" search={search as never}>
            {t("brief.place")}
          </Link>
        }
        title={<span lang={paper.language}>{paper.title}</span>}
        answer={t("brief.paperAnswer")}
        actions={
          <Action
            onClick={() =>
              void navigate({ to: "/brief/$id", params: { id: "new" }, search: { ...search, from: paper.id } as never })
            }
          >
            {t("brief.begin")}
          </Action>
        }
      />
      <div className={styles.columns}>
        <Preview bound={bound.data} error={bound.error} onRetry={() => void bound.refetch()} />
        <div className={styles.stack}>
          <Panel title={t("brief.take")}>
            <Take hrefOf={(format) => paperFile(region.id, paper.id, format)} />
          </Panel>
          {bound.data ? <Problems problems={bound.data.problems} /> : null}
        </div>
      </div>
      <div className={styles.stack}>{bound.data ? <FigureList figures={bound.data.figures} /> : null}</div>
    </>
  );
}
