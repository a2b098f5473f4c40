import type { Programmes as Answer } from "@kelisim/api";
import { programmesFiles, programmesQuery } from "../../api/money.ts";
import { useAnswer } from "../../api/use-answer.ts";
import type { ConfidenceLevel } from "../../parts/confidence.tsx";
import { type Column, DataTable } from "../../parts/data-table.tsx";
import { Empty } from "../../parts/empty.tsx";
import { ErrorPanel } from "../../parts/error-panel.tsx";
import { Panel } from "../../parts/panel.tsx";
import { Proof } from "../../parts/proof.tsx";
import { Segments } from "../../parts/segments.tsx";
import { Skeletons } from "../../parts/skeletons.tsx";
import { Sourced } from "../../parts/sourced.tsx";
import { useAddress, useChangeAddress, useDesk, useStandpoint } from "../../shell/desk-context.ts";
import { writeDated } from "../../state/dated.ts";
import { addDays } from "../../state/days.ts";
import { writeDay, writeList } from "../../state/format.ts";
import { fullAmount } from "../../state/money/amounts.ts";
import type { MessageId } from "../../texts/ids.ts";
import { useText } from "../../texts/use-text.ts";
import { FileLinks } from "./file-links.tsx";
import styles from "./money.module.css";
import { ProgrammeTotals } from "./programme-totals.tsx";

const TWO_YEARS = 730;

type Programme = Answer["programmes"][number];
type Ending = Answer["ends"]["value"]["endings"][number];
type Phase = Answer["chains"]["value"][number]["phases"][number];

/** What the region's own table of programmes says: what ends and who goes on, chains of phases, sums. */
export function Programmes() {
  const { t, locale, language: lang } = useText();
  const { region } = useDesk();
  const { ends } = useAddress();
  const change = useChangeAddress();
  const { standpoint } = useStandpoint();
  const day = (standpoint.on ?? new Date().toISOString()).slice(0, 10);
  const behind = ends === "behind";
  const asked = behind ? { from: addDays(day, -TWO_YEARS), by: day } : { from: day, by: addDays(day, TWO_YEARS) };
  const { data, error, refetch } = useAnswer(programmesQuery(region.id, { lang, ...asked }));
  if (error) return <ErrorPanel error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeletons rows={8} />;
  if (data.programmes.length === 0) return <Empty>{t("money.noProgrammes")}</Empty>;
  const byId = new Map(data.programmes.map((each) => [each.id, each]));
  const { endings, withoutOwner } = data.ends.value;
  const open = endings.filter(({ state }) => state !== "followed");
  return (
    <div className={styles.stack}>
      <Panel
        bare
        title={t("money.ends")}
        count={endings.length}
        aside={
          <Segments
            label={t("money.endsWhen")}
            value={behind ? "behind" : "ahead"}
            choices={(["ahead", "behind"] as const).map((value) => ({ value, label: t(`money.ends.${value}`) }))}
            onChange={(value) => change({ ends: value === "behind" ? value : undefined }, true)}
          />
        }
      >
        <div className={styles.pad}>
          <p>
            {t("money.endsAnswer", {
              count: endings.length,
              from: writeDay(data.from, locale),
              by: writeDay(data.by, locale),
              open: open.length,
            })}
          </p>
          {withoutOwner.map(({ currency, sum, programmes }) => (
            <p key={currency} className="meta">
              {t("money.withoutOwner", {
                sum: `${fullAmount(sum, locale)}\u00A0${currency}`,
                count: programmes.length,
              })}
            </p>
          ))}
        </div>
        {endings.length === 0 ? null : <Endings endings={endings} byId={byId} />}
        <FileLinks files={programmesFiles(region.id, "ends", { lang, ...asked })} />
        <Proof proof={data.ends} />
      </Panel>
      <Panel bare title={t("money.chains")} count={data.chains.value.length}>
        {data.chains.value.map((chain) => (
          <section key={chain.family} className={styles.chain}>
            <h3>{chain.family}</h3>
            <ol>
              {chain.phases.map((phase, at) => (
                <li key={phase.programmes.join()}>
                  <b>{phaseWords(phase, t)}</b>: <PhaseRows phase={phase} byId={byId} />
                  {chain.gaps[at] === undefined ? null : (
                    <span className={styles.second}>{gapWords(chain.gaps[at].days, t)}</span>
                  )}
                </li>
              ))}
            </ol>
            {chain.totals.map((phase) => (
              <p key={phase.programmes.join()} className="caption">
                {t("money.standsFor", { phase: phaseWords(phase, t) })}
              </p>
            ))}
          </section>
        ))}
        <FileLinks files={programmesFiles(region.id, "phases", { lang })} />
        <Proof proof={data.chains} />
      </Panel>
      <ProgrammeTotals answer={data} />
    </div>
  );
}

type Say = ReturnType<typeof useText>["t"];

function phaseWords({ numbers, extension }: Phase, t: Say): string {
  const [first, last] = numbers;
  const phase = first === last ? `${first}` : `${first}\u2013${last}`;
  return t(extension ? "money.phaseExtension" : "money.phase", { phase });
}

function gapWords(days: readonly number[] | undefined, t: Say): string {
  const [least, most] = days ?? [];
  if (least === undefined || most === undefined) return t("money.gapUnknown");
  if (most < 0) return t("money.gapOverlap");
  if (least <= 0 && most <= 0) return t("money.gapNone");
  return least === most
    ? t("money.gapDays", { count: most })
    : t("money.gapBetween", { least: Math.max(0, least), count: most });
}

function periodWords(start: string | undefined, end: string | undefined, t: Say, locale: string): string {
  const [from, to] = [start, end].map((day) => (day === undefined ? undefined : writeDated(day, locale)));
  if (from === undefined && to === undefined) return t("money.datesUnknown");
  if (to === undefined) return t("money.beginKnown", { from });
  return from === undefined ? t("money.endKnown", { to }) : t("money.period", { from, to });
}

function PhaseRows({ phase, byId }: { readonly phase: Phase; readonly byId: ReadonlyMap<string, Programme> }) {
  const { t, locale } = useText();
  return phase.programmes.map((id) => {
    const { start, end, budget, source, confidence } = byId.get(id)!;
    return (
      <span key={id}>
        {periodWords(start, end, t, locale)},{" "}
        {budget === undefined
          ? t("money.budgetUnknown")
          : `${fullAmount(budget.amount, locale)}\u00A0${budget.currency}`}{" "}
        <Sourced source={source} confidence={confidence as ConfidenceLevel} unverified={false} />{" "}
      </span>
    );
  });
}

function Endings({
  endings,
  byId,
}: {
  readonly endings: readonly Ending[];
  readonly byId: ReadonlyMap<string, Programme>;
}) {
  const { t, locale } = useText();
  const nameOf = (id: string) => byId.get(id)?.name ?? id;
  const columns: readonly Column<Ending>[] = [
    {
      id: "programme",
      title: t("money.column.programme"),
      cell: ({ programme, implementers }) => (
        <>
          <b>{nameOf(programme)}</b>
          <span className={styles.second}>
            {writeList(byId.get(programme)?.donors ?? [], locale)}
            {implementers === undefined ? null : `; ${implementers}`}
          </span>
        </>
      ),
      by: ({ programme }) => nameOf(programme),
    },
    {
      id: "end",
      title: t("money.column.end"),
      cell: ({ end, certain }) => (
        <>
          {writeDated(end, locale)}
          {certain ? null : <span className={styles.second}>{t("money.endCoarse")}</span>}
        </>
      ),
      by: ({ end }) => end,
    },
    {
      id: "state",
      title: t("money.column.after"),
      cell: ({ state, successors }) => (
        <>
          <span className={styles.word}>{t(`money.after.${state.replaceAll(" ", "-")}` as MessageId)}</span>
          {successors.map(({ programme, why, begins }) => (
            <span key={programme + why} className={styles.second}>
              {nameOf(programme)} ({t(`money.why.${why.replaceAll(" ", "-")}` as MessageId)}
              {begins === undefined ? "" : `, ${t("money.begins", { date: writeDated(begins, locale) })}`})
            </span>
          ))}
        </>
      ),
      by: ({ state }) => state,
    },
    {
      id: "budget",
      title: t("money.column.budget"),
      number: true,
      cell: ({ programme }) => {
        const budget = byId.get(programme)?.budget;
        return budget === undefined
          ? t("money.budgetUnknown")
          : `${fullAmount(budget.amount, locale)}\u00A0${budget.currency}`;
      },
    },
  ];
  return <DataTable caption={t("money.ends")} columns={columns} rows={endings} keyOf={({ programme }) => programme} />;
}
