import type { Priorities as Data } from "@kelisim/api";
import { regionQuery } from "../../api/queries.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { Empty } from "../../parts/empty.tsx";
import { ErrorPanel } from "../../parts/error-panel.tsx";
import { ExportMenu } from "../../parts/export-menu.tsx";
import { PageHead } from "../../parts/page-head.tsx";
import { Panel } from "../../parts/panel.tsx";
import { Proof } from "../../parts/proof.tsx";
import { Segments } from "../../parts/segments.tsx";
import { Skeletons } from "../../parts/skeletons.tsx";
import { StandpointBar } from "../../parts/standpoint-bar.tsx";
import { useInSight } from "../../parts/use-in-sight.ts";
import { useAddress, useChangeAddress, useDesk, useStandpoint } from "../../shell/desk-context.ts";
import { useTableFiles } from "../../shell/use-table-files.ts";
import { BASES, basisOf, LEAST_CHOICES, leastOf } from "../../state/powers/address.ts";
import { pairKey, pairOf } from "../../state/powers/priorities.ts";
import { useText } from "../../texts/use-text.ts";
import { Neighbours } from "../cooperation/neighbours.tsx";
import styles from "../coverage/coverage.module.css";
import { Covers } from "./covers.tsx";
import { PairDetail } from "./pair-detail.tsx";
import { Pairs } from "./pairs.tsx";
import own from "./powers.module.css";
import { Statements } from "./statements.tsx";
import { Tabs } from "./tabs.tsx";

/** How near stated priorities lie, with the coding from which it follows. */
export function Priorities() {
  const { region } = useDesk();
  const { asked } = useStandpoint();
  const address = useAddress();
  const query = { ...asked, basis: basisOf(address), least: `${leastOf(address)}` };
  const answer = useAnswer(regionQuery<Data>(region.id, "/powers/priorities", query));
  if (answer.data) return <Page data={answer.data} />;
  if (answer.error) return <ErrorPanel error={answer.error} onRetry={() => void answer.refetch()} />;
  return <Skeletons rows={10} />;
}

function Page({ data }: { readonly data: Data }) {
  const { t } = useText();
  const address = useAddress();
  const change = useChangeAddress();
  const { basis } = data;
  const narrowed = { basis, least: `${data.least}` };
  const files = useTableFiles("priorities", narrowed);
  const coded = useTableFiles("codings", narrowed);
  const [a = "", b = ""] = address.pair?.split("~") ?? [];
  const pair = pairOf(data, a, b);
  const side = useInSight(address.pair);
  return (
    <>
      <StandpointBar standpoint={data.standpoint} paperOnly />
      <PageHead
        title={t("powers.priorities.title")}
        answer={t("powers.priorities.answer", {
          pairs: data.pairs.value.filter(({ cosine }) => cosine !== undefined).length,
          statements: data.statements.length,
        })}
        actions={<Neighbours />}
      />
      <Tabs />
      <div className={`${styles.filters} screen-only`}>
        <Segments
          label={t("powers.basis")}
          value={basis}
          choices={BASES.map((value) => ({ value, label: t(`powers.basis.${value}`) }))}
          onChange={(value) => change({ basis: value === "said" ? undefined : value, pair: undefined })}
        />
        <label className={own.kind}>
          <span>{t("powers.least")}</span>
          <select
            value={data.least}
            onChange={(event) => change({ least: event.target.value === "3" ? undefined : event.target.value })}
          >
            {LEAST_CHOICES.map((each) => (
              <option key={each} value={each}>
                {each}
              </option>
            ))}
          </select>
        </label>
      </div>
      {data.statements.length === 0 ? (
        <Empty>{t("powers.noPairs")}</Empty>
      ) : (
        <div className={styles.stack}>
          <div className={pair ? styles.columns : undefined}>
            <Panel
              bare
              title={t("powers.pairs")}
              aside={
                <span className={`${styles.bar} screen-only`}>
                  <ExportMenu hrefs={files} />
                </span>
              }
            >
              <Pairs
                data={data}
                chosen={pair === undefined ? undefined : pairKey(...pair.actors)}
                onChoose={(key) => change({ pair: key }, true)}
              />
              <div className={styles.notes}>
                <p className="caption">{t("powers.pairsNote")}</p>
                {pair ? null : <p className="caption">{t("powers.pairHint")}</p>}
                <p className="caption">{t(`powers.basisNote.${basis}`)}</p>
                <Covers coverage={data.coverage} first={basis === "said" ? "codings" : "threats"} />
                <Proof proof={data.pairs} />
              </div>
            </Panel>
            {pair ? (
              <div ref={side} className={styles.side}>
                <PairDetail data={data} pair={pair} onClose={() => change({ pair: undefined }, true)} />
              </div>
            ) : null}
          </div>
          <Panel
            bare
            title={t("powers.statementsOf")}
            count={data.statements.length}
            aside={
              <span className="screen-only">
                <ExportMenu hrefs={coded} />
              </span>
            }
          >
            <Statements data={data} statements={data.statements} />
          </Panel>
        </div>
      )}
    </>
  );
}
