import type { Draft, Prefill } from "@kelisim/api";
import { useQuery } from "@tanstack/react-query";
import { draftQuery, kindFormQuery, prefillQuery, recordQuery } from "../../api/records.ts";
import { Action } from "../../parts/action.tsx";
import { ErrorPanel } from "../../parts/error-panel.tsx";
import { PageHead } from "../../parts/page-head.tsx";
import { Skeletons } from "../../parts/skeletons.tsx";
import { useAddress, useChangeAddress, useDesk, useStandpoint } from "../../shell/desk-context.ts";
import type { Written } from "../../state/records/form-values.ts";
import { useText } from "../../texts/use-text.ts";
import { RecordForm } from "./form.tsx";
import { FORM_ADDRESS } from "./form-address.ts";
import { KindPick } from "./kind-pick.tsx";
import { Withdraw } from "./withdraw.tsx";

/** What the form begins with: nothing, a draft, a line of a board, or a record that is corrected. */
interface Beginning {
  readonly kind: string;
  readonly record: Written;
  readonly draft?: Draft;
  readonly prefill?: Prefill;
}

/** One record being written. The address says from what: `enter`, `edit`, `draft` or `file` (a line), `correct`, `withdraw`. */
export default function Enter() {
  const { t } = useText();
  const address = useAddress();
  const change = useChangeAddress();
  const leave = () => change(FORM_ADDRESS);
  const title = address.correct
    ? t("records.correctTitle")
    : address.withdraw
      ? t("records.withdrawTitle")
      : address.file
        ? t("records.fileTitle")
        : t("records.enterTitle");
  return (
    <>
      <PageHead
        above={t("records.title")}
        title={title}
        actions={
          <Action look="quiet" onClick={leave}>
            {t("records.back")}
          </Action>
        }
      />
      {address.edit ? <Edited id={address.edit} /> : null}
      {!address.edit && (address.draft || address.file) ? <FromLine line={(address.draft ?? address.file)!} /> : null}
      {!address.edit && address.correct ? <Corrected id={address.correct} /> : null}
      {!address.edit && address.withdraw ? <Withdraw id={address.withdraw} /> : null}
      {!address.edit && address.enter === "1" ? <KindPick /> : null}
      {!address.edit && address.enter && address.enter !== "1" ? (
        <Filled beginning={{ kind: address.enter, record: {} }} />
      ) : null}
    </>
  );
}

function Edited({ id }: { readonly id: string }) {
  const { language } = useText();
  const { region } = useDesk();
  const draft = useQuery({ ...draftQuery(region.id, id, language), staleTime: Number.POSITIVE_INFINITY });
  if (draft.error) return <ErrorPanel error={draft.error} onRetry={() => void draft.refetch()} />;
  if (!draft.data) return <Skeletons rows={8} />;
  if (draft.data.kind === "withdrawal") return <Withdraw id={String(draft.data.record.withdraws)} draft={draft.data} />;
  return <Filled key={id} beginning={{ kind: draft.data.kind, record: draft.data.record, draft: draft.data }} />;
}

function FromLine({ line }: { readonly line: string }) {
  const { region } = useDesk();
  const { asked } = useStandpoint();
  const prefill = useQuery(prefillQuery(region.id, line, asked));
  if (prefill.error) return <ErrorPanel error={prefill.error} onRetry={() => void prefill.refetch()} />;
  if (!prefill.data) return <Skeletons rows={8} />;
  return (
    <Filled key={line} beginning={{ kind: prefill.data.kind, record: prefill.data.record, prefill: prefill.data }} />
  );
}

function Corrected({ id }: { readonly id: string }) {
  const { t } = useText();
  const { region } = useDesk();
  const { asked } = useStandpoint();
  const found = useQuery(recordQuery(region.id, id, asked));
  if (found.error) return <ErrorPanel error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <Skeletons rows={8} />;
  const { written, own } = found.data;
  if (written === undefined || !own) return <p>{t("records.notYours")}</p>;
  const { id: _id, recorded: _recorded, ...said } = written;
  return <Filled key={id} beginning={{ kind: String(written.kind), record: { ...said, corrects: id } }} />;
}

function Filled({ beginning }: { readonly beginning: Beginning }) {
  const { language } = useText();
  const { region } = useDesk();
  const form = useQuery(kindFormQuery(region.id, beginning.kind, language));
  if (form.error) return <ErrorPanel error={form.error} onRetry={() => void form.refetch()} />;
  if (!form.data) return <Skeletons rows={8} />;
  return <RecordForm form={form.data} {...beginning} />;
}
