import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { agreementQuery, draftsQuery, regionTextsQuery } from "../../api/agreements.ts";
import { ApiProblem } from "../../api/problem.ts";
import { ErrorPanel } from "../../parts/error-panel.tsx";
import { PageHead } from "../../parts/page-head.tsx";
import { Skeletons } from "../../parts/skeletons.tsx";
import { useAddress, useDesk, useStandpoint } from "../../shell/desk-context.ts";
import { carried } from "../../state/standpoint.ts";
import { useText } from "../../texts/use-text.ts";
import { Desk } from "./desk.tsx";

/** The editor of an agreement: its text, the region's language server, drafts, a trial, the decision. */
export function Screen() {
  const { id } = useParams({ strict: false }) as { readonly id: string };
  const { t } = useText();
  const { region } = useDesk();
  const { asked } = useStandpoint();
  const address = useAddress();
  const agreement = useQuery(agreementQuery(region.id, id, asked));
  const files = useQuery(regionTextsQuery(region.id));
  const drafts = useQuery({ ...draftsQuery(region.id, id), retry: false });
  const error = agreement.error ?? files.error;
  if (error)
    return <ErrorPanel error={error} onRetry={() => void Promise.all([agreement.refetch(), files.refetch()])} />;
  const mayNot = drafts.error instanceof ApiProblem && drafts.error.status === 403;
  if (!agreement.data || !files.data || (!drafts.data && !drafts.error)) return <Skeletons rows={12} />;
  const { head } = agreement.data;
  return (
    <>
      <PageHead
        above={
          <>
            <Link to="/agreements" search={carried(address) as never}>
              {t("agreements.title")}
            </Link>
            {" / "}
            <Link to="/agreements/$id" params={{ id }} search={carried(address) as never}>
              {head.title}
            </Link>
          </>
        }
        title={t("editor.title", { title: head.title })}
        answer={t(mayNot ? "editor.leadReader" : "editor.lead")}
      />
      <Desk
        key={id}
        agreement={agreement.data}
        files={files.data.files}
        drafts={drafts.data?.drafts ?? []}
        mayDraft={!mayNot && !drafts.error}
      />
    </>
  );
}
