import type { Powers } from "@kelisim/api";
import { useMemo } from "react";
import { regionQuery } from "../../api/queries.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { Empty } from "../../parts/empty.tsx";
import { ErrorPanel } from "../../parts/error-panel.tsx";
import { ExportMenu } from "../../parts/export-menu.tsx";
import { PageHead } from "../../parts/page-head.tsx";
import { Panel } from "../../parts/panel.tsx";
import { Proof } from "../../parts/proof.tsx";
import { Skeletons } from "../../parts/skeletons.tsx";
import { StandpointBar } from "../../parts/standpoint-bar.tsx";
import { useInSight } from "../../parts/use-in-sight.ts";
import { YearSlider } from "../../parts/year-slider.tsx";
import { useAddress, useChangeAddress, useDesk, useStandpoint } from "../../shell/desk-context.ts";
import { useTableFiles } from "../../shell/use-table-files.ts";
import { stopsOf } from "../../state/cooperation/stops.ts";
import { dayIn } from "../../state/days.ts";
import { kindOf } from "../../state/powers/address.ts";
import { cellKey, powerFigures, powerMatrix } from "../../state/powers/matrix.ts";
import { useText } from "../../texts/use-text.ts";
import { Neighbours } from "../cooperation/neighbours.tsx";
import styles from "../coverage/coverage.module.css";
import { Covers } from "./covers.tsx";
import { Detail } from "./detail.tsx";
import { Files } from "./files.tsx";
import { FilterBar } from "./filter-bar.tsx";
import { Matrix, MatrixKey } from "./matrix.tsx";
import { Multiples } from "./multiples.tsx";
import { Shares } from "./shares.tsx";
import { Tabs } from "./tabs.tsx";
import { Undated } from "./undated.tsx";

/** What each power does with each state in a year, beside each other, and through the years. */
export function Engagement() {
  const { region } = useDesk();
  const { asked } = useStandpoint();
  const address = useAddress();
  const { powers, holdings } = address;
  const kind = kindOf(address);
  const answer = useAnswer(regionQuery<Powers>(region.id, "/powers", { ...asked, powers, holdings, kind }));
  if (answer.data) return <Page data={answer.data} />;
  if (answer.error) return <ErrorPanel error={answer.error} onRetry={() => void answer.refetch()} />;
  return <Skeletons rows={10} />;
}

function Page({ data }: { readonly data: Powers }) {
  const { t } = useText();
  const { region } = useDesk();
  const { change } = useStandpoint();
  const address = useAddress();
  const changeAddress = useChangeAddress();
  const { today: day, timeZone } = data.standpoint;
  const now = dayIn(Date.now(), timeZone);
  const stops = useMemo(() => stopsOf(data.years, day > now ? day : now), [data.years, day, now]);
  const state = data.states.find(({ id }) => id === address.country) ?? data.states[0];
  const stateId = state?.id ?? "";
  const rows = useMemo(() => powerMatrix(data, stateId), [data, stateId]);
  const files = useTableFiles("powers", { powers: address.powers, holdings: address.holdings, country: stateId });
  const side = useInSight(address.cell);
  if (data.choices.powers.length === 0 || state === undefined)
    return (
      <>
        <PageHead title={t("powers.titlePlain")} answer={t("powers.noPowers")} />
        <Tabs />
        <Empty>{t("powers.noPowersHow")}</Empty>
      </>
    );
  const year = `${data.year}`;
  const title = t("powers.matrix", { state: state.name, year });
  const chosen = rows
    .flatMap(({ power, cells }) => cells.map((cell) => ({ power, ...cell })))
    .find(({ power, kind }) => cellKey(power.id, kind) === address.cell);
  return (
    <>
      <StandpointBar standpoint={data.standpoint} paperOnly />
      <PageHead
        title={t("powers.title", { region: region.name, year })}
        answer={t("powers.answer", {
          ...powerFigures(data, stateId),
          all: data.powers.length,
          state: state.name,
          year,
        })}
        actions={<Neighbours />}
      />
      <Tabs />
      <YearSlider stops={stops} day={day} onDay={(on) => change({ on }, true)} />
      <FilterBar data={data} state={stateId} />
      <div className={styles.stack}>
        <div className={chosen ? styles.columns : undefined}>
          <Panel
            bare
            title={title}
            aside={
              <span className={`${styles.bar} screen-only`}>
                <ExportMenu hrefs={files} />
              </span>
            }
          >
            <Matrix
              caption={title}
              rows={rows}
              chosen={address.cell}
              onChoose={(cell) => changeAddress({ cell }, true)}
            />
            <MatrixKey />
            <div className={styles.notes}>
              {chosen ? null : <p className="caption">{t("powers.detailHint")}</p>}
              <Files data={data} />
              <Covers coverage={data.coverage} first="engagements" />
              <Proof proof={data.proofs.counts} />
            </div>
          </Panel>
          {chosen ? (
            <div ref={side} className={styles.side}>
              <Detail
                data={data}
                state={state}
                cell={chosen}
                onClose={() => changeAddress({ cell: undefined }, true)}
              />
            </div>
          ) : null}
        </div>
        <Multiples data={data} />
        <Shares data={data} state={state} />
        <Undated data={data} state={stateId} />
      </div>
    </>
  );
}
