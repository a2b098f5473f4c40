import type { Reciprocity as Data } from "@kelisim/api";
import { regionQuery } from "../../api/queries.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { CoverageNote } from "../../parts/coverage-note.tsx";
import { Empty } from "../../parts/empty.tsx";
import { ErrorPanel } from "../../parts/error-panel.tsx";
import { PageHead } from "../../parts/page-head.tsx";
import { Panel } from "../../parts/panel.tsx";
import { PartyPick } from "../../parts/party-pick.tsx";
import { Proof } from "../../parts/proof.tsx";
import { Skeletons } from "../../parts/skeletons.tsx";
import { StandpointBar } from "../../parts/standpoint-bar.tsx";
import { useAddress, useChangeAddress, useDesk, useStandpoint } from "../../shell/desk-context.ts";
import { WITHIN_CHOICES, withinOf } from "../../state/powers/address.ts";
import { Sentence } from "../../texts/sentence.tsx";
import { useText } from "../../texts/use-text.ts";
import { Neighbours } from "../cooperation/neighbours.tsx";
import styles from "../coverage/coverage.module.css";
import { Acts } from "./acts.tsx";
import { Performance } from "./performance.tsx";
import own from "./powers.module.css";
import { Tabs } from "./tabs.tsx";

/** What two parties took upon themselves and did towards each other, and what the records tell of duties that fell due. */
export function Reciprocity() {
  const { region, party } = useDesk();
  const { asked } = useStandpoint();
  const address = useAddress();
  const states = region.parties.filter(({ kind }) => kind === "state");
  const a = address.a ?? party ?? states[0]?.id ?? "";
  const b = address.b ?? states.find(({ id }) => id !== a)?.id ?? "";
  const within = withinOf(address);
  const { days: _, ...standpoint } = asked;
  const answer = useAnswer({
    ...regionQuery<Data>(region.id, "/powers/reciprocity", { ...standpoint, a, b, within: `${within}` }),
    enabled: a !== b && b !== "",
    // What stands between another pair is never shown in its place.
    placeholderData: (last: Data | undefined) => (last?.pair[0].id === a && last.pair[1].id === b ? last : undefined),
  });
  return (
    <>
      {answer.data ? <StandpointBar standpoint={answer.data.standpoint} paperOnly /> : null}
      <PageHead
        title={<Title a={a} b={b} states={states} />}
        actions={<Neighbours />}
        answer={answer.data ? <Answer data={answer.data} /> : undefined}
      />
      <Tabs />
      {a === b || b === "" ? (
        <Choose />
      ) : answer.data ? (
        <Page data={answer.data} within={within} />
      ) : answer.error ? (
        <ErrorPanel error={answer.error} onRetry={() => void answer.refetch()} />
      ) : (
        <Skeletons rows={8} />
      )}
    </>
  );
}

function Answer({ data }: { readonly data: Data }) {
  const { t } = useText();
  return <>{t("powers.reciprocity.answer", { kinds: data.kinds.value.length })}</>;
}

function Choose() {
  const { t } = useText();
  return <Empty>{t("powers.choosePair")}</Empty>;
}

interface TitleProps {
  readonly a: string;
  readonly b: string;
  readonly states: readonly { readonly id: string; readonly name: string; readonly focus: boolean }[];
}

/** The question itself: both names in it are choices. */
function Title({ a, b, states }: TitleProps) {
  const { t } = useText();
  const change = useChangeAddress();
  return (
    <Sentence
      id="powers.reciprocity.title"
      tags={{
        a: (
          <PartyPick
            label={t("powers.first")}
            value={a}
            parties={states}
            without={b}
            onPick={(id) => change({ a: id, b })}
          />
        ),
        b: (
          <PartyPick
            label={t("powers.second")}
            value={b}
            parties={states}
            without={a}
            onPick={(id) => change({ a, b: id })}
          />
        ),
      }}
    />
  );
}

function Page({ data, within }: { readonly data: Data; readonly within: number }) {
  const { t } = useText();
  const change = useChangeAddress();
  return (
    <>
      <div className={`${styles.filters} screen-only`}>
        <label className={own.kind}>
          <span>{t("powers.within")}</span>
          <select
            value={within}
            onChange={(event) => change({ within: event.target.value === "30" ? undefined : event.target.value })}
          >
            {WITHIN_CHOICES.map((count) => (
              <option key={count} value={count}>
                {t("powers.days", { count })}
              </option>
            ))}
          </select>
        </label>
      </div>
      <div className={styles.stack}>
        <Panel bare title={t("powers.acts")} count={data.kinds.value.length}>
          <Acts data={data} />
          <div className={styles.notes}>
            <p className="caption">{t("powers.actsNote")}</p>
            <CoverageNote coverage={data.coverage} table="status" />
            <CoverageNote coverage={data.coverage} table="undertakings" />
            <Proof proof={data.kinds} />
          </div>
        </Panel>
        <Performance data={data} />
      </div>
    </>
  );
}
