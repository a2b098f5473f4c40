import type { Between } from "@kelisim/api";
import { lazy, Suspense, useMemo } from "react";
import { apiPath } from "../../api/client.ts";
import { regionQuery } from "../../api/queries.ts";
import { tableFiles } from "../../api/table-files.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { Action } from "../../parts/action.tsx";
import { CoverageNote } from "../../parts/coverage-note.tsx";
import { Empty } from "../../parts/empty.tsx";
import { ErrorPanel } from "../../parts/error-panel.tsx";
import { ExportMenu } from "../../parts/export-menu.tsx";
import { PageHead } from "../../parts/page-head.tsx";
import { Panel } from "../../parts/panel.tsx";
import { PartyPick } from "../../parts/party-pick.tsx";
import { Skeletons } from "../../parts/skeletons.tsx";
import { StandpointBar } from "../../parts/standpoint-bar.tsx";
import { YearSlider } from "../../parts/year-slider.tsx";
import { useAddress, useChangeAddress, useDesk, useStandpoint } from "../../shell/desk-context.ts";
import { useKeys } from "../../shell/keys.ts";
import { bodyLines } from "../../state/cooperation/network-lines.ts";
import { pairCounts, sharedCounts } from "../../state/cooperation/pair.ts";
import { stopsOf } from "../../state/cooperation/stops.ts";
import { dayIn } from "../../state/days.ts";
import { writeDay } from "../../state/format.ts";
import { Sentence } from "../../texts/sentence.tsx";
import { useText } from "../../texts/use-text.ts";
import styles from "./between.module.css";
import { Bodies } from "./bodies.tsx";
import { Compared } from "./compared.tsx";
import { Instruments } from "./instruments.tsx";
import { Lines } from "./lines.tsx";
import { Pack, Undertakings } from "./pack.tsx";

const NetworkDrawing = lazy(() => import("../../parts/network-drawing.tsx"));

/** What stands between two parties. */
export function Screen() {
  const { region, party } = useDesk();
  const { asked } = useStandpoint();
  const address = useAddress();
  const states = region.parties.filter(({ kind }) => kind === "state");
  const a = address.a ?? party ?? states[0]?.id ?? "";
  const b = address.b ?? states.find(({ id }) => id !== a)?.id ?? "";
  const query = { ...asked, a, b };
  const answer = useAnswer({
    ...regionQuery<Between>(region.id, "/between", query),
    enabled: a !== b && a !== "" && b !== "",
    // What stands between another pair is never shown in its place.
    placeholderData: (last: Between | undefined) =>
      last?.pair[0].id === a && last.pair[1].id === b ? last : undefined,
  });
  const pick = { a, b, states };
  if (a === b || b === "")
    return (
      <>
        <PageHead title={<Title pick={pick} />} />
        <Empty>{<Choose />}</Empty>
      </>
    );
  if (answer.data) return <Page data={answer.data} pick={pick} query={query} />;
  if (answer.error)
    return (
      <>
        <PageHead title={<Title pick={pick} />} />
        <ErrorPanel error={answer.error} onRetry={() => void answer.refetch()} />
      </>
    );
  return <Skeletons rows={10} />;
}

function Choose() {
  const { t } = useText();
  return <>{t("between.choose")}</>;
}

interface Pick {
  readonly a: string;
  readonly b: string;
  readonly states: readonly { readonly id: string; readonly name: string; readonly focus: boolean }[];
}

/** The question itself: both names in it are choices. */
function Title({ pick, date = "" }: { readonly pick: Pick; readonly date?: string }) {
  const { t } = useText();
  const changeAddress = useChangeAddress();
  const { a, b, states } = pick;
  return (
    <Sentence
      id="between.title"
      values={{ date }}
      tags={{
        a: (
          <PartyPick
            label={t("between.first")}
            value={a}
            parties={states}
            without={b}
            onPick={(id) => changeAddress({ a: id, b, line: undefined })}
          />
        ),
        b: (
          <PartyPick
            label={t("between.second")}
            value={b}
            parties={states}
            without={a}
            onPick={(id) => changeAddress({ a, b: id, line: undefined })}
          />
        ),
        d: <span className="together" />,
      }}
    />
  );
}

interface PageProps {
  readonly data: Between;
  readonly pick: Pick;
  readonly query: Readonly<Record<string, string | undefined>>;
}

function Page({ data, pick, query }: PageProps) {
  const { t, locale } = useText();
  const { region } = useDesk();
  const { change } = useStandpoint();
  const address = useAddress();
  const changeAddress = useChangeAddress();
  const { today: day, timeZone } = data.standpoint;
  const now = dayIn(Date.now(), timeZone);
  const stops = useMemo(() => stopsOf(data.years, day > now ? day : now), [data.years, day, now]);
  const counts = useMemo(() => pairCounts(data.instruments), [data.instruments]);
  const isPack = address.view === "pack";
  const openPack = () => changeAddress({ view: isPack ? undefined : "pack" });
  useKeys({ k: openPack });
  const json = apiPath(`/regions/${region.id}/between`, query);
  const answer = t("between.answer", { ...counts });
  const pair = [data.pair[0].name, data.pair[1].name] as const;

  if (isPack)
    return (
      <>
        <StandpointBar standpoint={data.standpoint} />
        <PageHead
          title={t("between.packTitle", { a: pair[0], b: pair[1] })}
          answer={answer}
          actions={
            <>
              <Action onClick={openPack} keys="k">
                {t("between.packBack")}
              </Action>
              <Action look="main" onClick={() => window.print()}>
                {t("between.packPrint")}
              </Action>
            </>
          }
        />
        <div className={styles.stack}>
          <Lines data={data} everything />
          <Undertakings data={data} />
          <Instruments data={data} everything />
          <Compared data={data} everything />
          <Bodies data={data} />
          <p className="caption">{t("between.packNotes")}</p>
          <CoverageNote coverage={data.coverage} table="status" />
        </div>
      </>
    );
  return (
    <>
      <StandpointBar standpoint={data.standpoint} paperOnly />
      <PageHead
        title={<Title pick={pick} date={writeDay(day, locale, { month: "long" })} />}
        answer={answer}
        actions={
          <>
            <ExportMenu hrefs={tableFiles(region.id, "between", query)} />
            <Action look="main" keys="k" onClick={openPack}>
              {t("between.pack")}
            </Action>
          </>
        }
      />
      <YearSlider stops={stops} day={day} onDay={(on) => change({ on }, true)} />
      <div className={styles.columns}>
        <div className={styles.stack}>
          <Instruments data={data} />
          <Lines data={data} />
          <Bodies data={data} />
          <CoverageNote coverage={data.coverage} table="status" />
        </div>
        <aside className={styles.side}>
          <Pack data={data} onOpen={openPack} json={json} />
          <Compared data={data} />
          <Shared data={data} />
          {data.disputes.length > 0 ? (
            <Panel bare title={t("cooperation.disputes")} count={data.disputes.length}>
              {data.disputes.map(({ id, question, reason }) => (
                <div key={id} className={styles.item}>
                  <h3>{question}</h3>
                  <p>{reason}</p>
                </div>
              ))}
            </Panel>
          ) : null}
          <Undertakings data={data} />
        </aside>
      </div>
    </>
  );
}

/** The two among their neighbours: the wider a line, the more bodies in common. */
function Shared({ data }: { readonly data: Between }) {
  const { t } = useText();
  const { shared, unverified, edge } = sharedCounts(data);
  const [a, b] = data.pair;
  return (
    <Panel bare title={t("between.shared")} aside={<span className="caption">{t("between.sharedWidth")}</span>}>
      <div className={styles.network}>
        <Suspense fallback={<Skeletons rows={4} />}>
          <NetworkDrawing
            parties={data.network.parties}
            ever={data.network.ever}
            lines={bodyLines(data.network)}
            pair={[a.id, b.id]}
            {...(edge === undefined ? {} : { count: edge.organisations.length })}
            width={430}
            height={330}
            label={t("cooperation.describeNetwork", {
              parties: data.network.parties.length,
              edges: data.network.edges.length,
            })}
          />
        </Suspense>
      </div>
      <p className={`caption ${styles.caption}`}>
        {t("between.sharedCaption", {
          a: a.name,
          b: b.name,
          shared,
          all: data.bodies.length,
          unverified,
          least: data.network.least,
        })}
      </p>
    </Panel>
  );
}
