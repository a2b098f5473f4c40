import type { Brief } from "@kelisim/api";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { briefQuery, paperQuery } from "../../api/briefs.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { ErrorPanel } from "../../parts/error-panel.tsx";
import { Skeletons } from "../../parts/skeletons.tsx";
import { useAddress, useDesk } from "../../shell/desk-context.ts";
import { emptyBrief } from "../../state/brief/printed.ts";
import { answersIn } from "../../texts/answers.ts";
import { useText } from "../../texts/use-text.ts";
import { Editor } from "./editor.tsx";

/** One brief, or one that is begun: empty, or from a paper of the region. */
export function Screen() {
  const { id } = useParams({ strict: false }) as { readonly id: string };
  return id === "new" ? <Begun /> : <Kept id={id} />;
}

function Kept({ id }: { readonly id: string }) {
  const { region } = useDesk();
  const answer = useAnswer<Brief, readonly unknown[]>(briefQuery(region.id, id) as never);
  if (answer.data?.id === id) return <Editor key={id} brief={answer.data} start={answer.data.text} />;
  if (answer.error) return <ErrorPanel error={answer.error} onRetry={() => void answer.refetch()} />;
  return <Skeletons rows={10} />;
}

function Begun() {
  const { t } = useText();
  const { region } = useDesk();
  const { from } = useAddress();
  const paper = useQuery({ ...paperQuery(region.id, from ?? ""), enabled: from !== undefined });
  if (from !== undefined && paper.error) return <ErrorPanel error={paper.error} onRetry={() => void paper.refetch()} />;
  if (from !== undefined && paper.data?.id !== from) return <Skeletons rows={10} />;
  const start = from === undefined ? emptyBrief(t("brief.newTitle"), answersIn()) : paper.data!.text;
  return <Editor key={`new ${from ?? ""}`} start={start} />;
}
