import type { Institutions } from "@kelisim/api";
import { useMemo } from "react";
import { chartFiles } from "../../api/table-files.ts";
import { ChartFigure } from "../../charts/chart-figure.tsx";
import { Empty } from "../../parts/empty.tsx";
import { ErrorPanel } from "../../parts/error-panel.tsx";
import { OpenedRows } from "../../parts/opened-rows.tsx";
import { Proof, sourceLines } from "../../parts/proof.tsx";
import { Skeletons } from "../../parts/skeletons.tsx";
import { useAddress, useChangeAddress } from "../../shell/desk-context.ts";
import { cellKey, institutionFigures } from "../../state/institutions/matrix.ts";
import { type Subject, spanRows } from "../../state/institutions/spans.ts";
import { useText } from "../../texts/use-text.ts";
import { CellAnswers, cellTitle } from "./detail.tsx";
import { Frame } from "./frame.tsx";
import styles from "./institutions.module.css";
import { RowTable } from "./rows.tsx";
import { SpanChart } from "./span-chart.tsx";
import { useInstitutionFiles } from "./use-files.ts";
import { useInstitutions } from "./use-institutions.ts";
import { useOpenCell } from "./use-open-cell.ts";
import { citedWords } from "./words.ts";

/** One state or one organisation through time, each source by itself. */
export function Through() {
  const { body, bodies, states } = useAddress();
  // An organisation is told with all of its states; a state of a wider circle was chosen among those of that circle.
  const all = body !== undefined || states === "all";
  const answer = useInstitutions({ states: all ? "all" : "near", bodies });
  if (answer.data) return <Page data={answer.data} />;
  if (answer.error) return <ErrorPanel error={answer.error} onRetry={() => void answer.refetch()} />;
  return <Skeletons rows={10} />;
}

function Page({ data }: { readonly data: Institutions }) {
  const { t } = useText();
  const address = useAddress();
  const change = useChangeAddress();
  const files = useInstitutionFiles("memberships-by-source");
  const { parties, organisations, years, standpoint } = data;
  const subject: Subject =
    address.body === undefined
      ? { kind: "state", id: address.who ?? parties[0]?.id ?? "" }
      : { kind: "body", id: address.body };
  const rows = useMemo(
    () => spanRows(data, { kind: subject.kind, id: subject.id }, years),
    [data, subject.kind, subject.id, years],
  );
  const names = new Map([
    ...parties.map(({ id, name }) => [id, name] as const),
    ...organisations.map(({ id, shortName }) => [id, shortName] as const),
  ]);
  const nameOf = (id: string) => names.get(id) ?? id;
  const name = nameOf(subject.id);
  const title = t("institutions.timeTitle", { name });
  const { chosen, choose } = useOpenCell();
  const cell = data.cells.find((each) => cellKey(each) === chosen);
  return (
    <Frame standpoint={standpoint} years={years} answer={t("institutions.answer", { ...institutionFigures(data) })}>
      <form className={styles.filters} aria-label={t("institutions.of")} onSubmit={(event) => event.preventDefault()}>
        <label>
          <span>{t("institutions.of.state")}</span>
          <select
            value={subject.kind === "state" ? subject.id : ""}
            onChange={({ target }) => change({ who: target.value, body: undefined, cell: undefined })}
          >
            {parties.some(({ id }) => id === subject.id) ? null : (
              <option value={subject.kind === "state" ? subject.id : ""}>
                {subject.kind === "state" ? subject.id : ""}
              </option>
            )}
            {parties.map(({ id, name: each }) => (
              <option key={id} value={id}>
                {each}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>{t("institutions.of.body")}</span>
          <select
            value={subject.kind === "body" ? subject.id : ""}
            onChange={({ target }) => change({ body: target.value || undefined, who: undefined, cell: undefined })}
          >
            <option value="" />
            {organisations.map(({ id, shortName }) => (
              <option key={id} value={id}>
                {shortName}
              </option>
            ))}
          </select>
        </label>
      </form>
      {rows.length === 0 ? (
        <Empty>{t("institutions.noSpells")}</Empty>
      ) : (
        <>
          <ChartFigure
            title={title}
            unit={t("institutions.timeDays")}
            lines={sourceLines(data.proof, t)}
            name={`memberships-${subject.id.replace(/[^A-Za-z0-9-]/g, "-")}`}
            files={chartFiles(files)}
            note={t("institutions.timeNote")}
            table={
              <RowTable
                data={data}
                passes={(cell) => (subject.kind === "state" ? cell.party : cell.organisation) === subject.id}
                onOpen={choose}
                {...(chosen === undefined ? {} : { chosen })}
              />
            }
            proof={<Proof proof={data.proof} />}
            onMark={choose}
          >
            {(width) => (
              <SpanChart
                width={width}
                rows={rows}
                years={years}
                day={standpoint.today}
                nameOfItem={nameOf}
                nameOfSource={({ source, cited }) => citedWords(source, cited, t)}
                label={t("institutions.timeLabel", {
                  name,
                  count: rows.length,
                  from: `${years.from}`,
                  to: `${years.to}`,
                })}
              />
            )}
          </ChartFigure>
          {cell === undefined ? null : (
            <OpenedRows key={chosen} title={cellTitle({ data, cell }, t)} onClose={() => choose(undefined)}>
              <div className={styles.pad}>
                <CellAnswers data={data} cell={cell} />
              </div>
            </OpenedRows>
          )}
        </>
      )}
    </Frame>
  );
}
