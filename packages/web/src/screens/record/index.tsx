import type { RecordPage } from "@kelisim/api";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { recordQuery } from "../../api/records.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { Action } from "../../parts/action.tsx";
import { ErrorPanel } from "../../parts/error-panel.tsx";
import { PageHead } from "../../parts/page-head.tsx";
import { Panel } from "../../parts/panel.tsx";
import { Skeletons } from "../../parts/skeletons.tsx";
import { StandpointBar } from "../../parts/standpoint-bar.tsx";
import { useAddress, useDesk, useStandpoint } from "../../shell/desk-context.ts";
import { holds } from "../../state/session.ts";
import { carried } from "../../state/standpoint.ts";
import { useText } from "../../texts/use-text.ts";
import { Content } from "./content.tsx";
import { Did } from "./did.tsx";
import { Facts } from "./facts.tsx";
import styles from "./record.module.css";

/** One record: what it says, what it did, what became of it, who is able to read it. */
export function Screen() {
  const { id } = useParams({ strict: false }) as { readonly id: string };
  const { region } = useDesk();
  const { asked } = useStandpoint();
  const record = useAnswer(recordQuery(region.id, id, asked));
  if (record.data) return <Page page={record.data} />;
  if (record.error) return <ErrorPanel error={record.error} onRetry={() => void record.refetch()} />;
  return <Skeletons rows={10} />;
}

function Page({ page }: { readonly page: RecordPage }) {
  const { t } = useText();
  const { region, session } = useDesk();
  const address = useAddress();
  const navigate = useNavigate();
  const { head, state, own, chain } = page;
  const search = carried(address);
  const act = (what: "correct" | "withdraw") =>
    void navigate({ to: "/records", search: { ...search, [what]: head.id } as never });
  const changes = own && state === "stands" && head.withdraws === undefined && holds(session, region.id, "drafter");
  const latest = chain.findLast((each) => each.withdraws === undefined);
  return (
    <>
      <StandpointBar standpoint={page.standpoint} paperOnly />
      <PageHead
        above={
          <Link to="/records" search={search as never}>
            {t("records.title")}
          </Link>
        }
        title={head.kindName}
        answer={
          <>
            {head.toName === ""
              ? t("records.saidBy", { from: head.fromName || t("records.nobody") })
              : t("records.saidTo", { from: head.fromName || t("records.nobody"), to: head.toName })}{" "}
            {t(`records.state.${state}`)}
            {state === "corrected" && latest ? (
              <>
                {" "}
                <Link to="/records/$id" params={{ id: latest.id }} search={search as never}>
                  {t("records.latest")}
                </Link>
              </>
            ) : null}
          </>
        }
        actions={
          <>
            {changes ? (
              <>
                <Action onClick={() => act("correct")}>{t("records.correct")}</Action>
                <Action onClick={() => act("withdraw")}>{t("records.withdraw")}</Action>
              </>
            ) : null}
            <Action onClick={() => window.print()}>{t("records.print")}</Action>
          </>
        }
      />
      <div className={styles.columns}>
        <div className={styles.column}>
          <Panel title={t("records.says")}>
            <Content page={page} />
          </Panel>
          <Did page={page} />
        </div>
        <Facts page={page} />
      </div>
    </>
  );
}
