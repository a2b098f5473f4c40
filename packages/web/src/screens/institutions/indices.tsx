import type { IndexView, Indices } from "@kelisim/api";
import { useAnswer } from "../../api/use-answer.ts";
import { Action } from "../../parts/action.tsx";
import { ErrorPanel } from "../../parts/error-panel.tsx";
import { ExportMenu } from "../../parts/export-menu.tsx";
import { LinkButton } from "../../parts/link-button.tsx";
import { Panel } from "../../parts/panel.tsx";
import { Skeletons } from "../../parts/skeletons.tsx";
import { useAddress, useChangeAddress, useStandpoint } from "../../shell/desk-context.ts";
import { writeNumber } from "../../state/format.ts";
import type { MessageId } from "../../texts/ids.ts";
import { useText } from "../../texts/use-text.ts";
import { Components } from "./components.tsx";
import { Frame } from "./frame.tsx";
import { IndexYears } from "./index-years.tsx";
import styles from "./institutions.module.css";
import { SourcePick } from "./source-pick.tsx";
import { useInstitutionFiles } from "./use-files.ts";
import { useIndicesQuery } from "./use-indices-query.ts";
import { regionName } from "./words.ts";

/** Two indices of regions, with every component, scale, figure and weight in sight. */
export function IndicesPart() {
  const answer = useAnswer(useIndicesQuery());
  if (answer.data) return <Page data={answer.data} />;
  if (answer.error) return <ErrorPanel error={answer.error} onRetry={() => void answer.refetch()} />;
  return <Skeletons rows={10} />;
}

function Page({ data }: { readonly data: Indices }) {
  const { t, locale } = useText();
  const files = useInstitutionFiles("index-components");
  const { w, pick } = useAddress();
  const change = useChangeAddress();
  const worth = ({ own }: IndexView) =>
    own.value === undefined
      ? t("institutions.indexUnknown")
      : writeNumber(own.value, locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  return (
    <Frame
      standpoint={data.standpoint}
      years={data.years}
      answer={data.indices
        .map((index) =>
          t("institutions.indexAnswer", {
            index: t(`institutions.index.${index.id}` as MessageId),
            value: worth(index),
          }),
        )
        .join(". ")}
    >
      <form className={`${styles.filters} screen-only`} onSubmit={(event) => event.preventDefault()}>
        <SourcePick
          label={t("institutions.membershipFrom")}
          sources={data.sources}
          value={data.source}
          onPick={(source) => change({ source })}
        />
        <label>
          <span>{t("institutions.other")}</span>
          <select
            value={data.other?.id ?? ""}
            onChange={({ target }) => change({ other: target.value || undefined, theirs: undefined })}
          >
            <option value="">{t("institutions.other.none")}</option>
            {data.choices.map(({ id, name, kind, fictional }) => (
              <option key={id} value={id}>
                {kind === "reader"
                  ? t("institutions.other.reader")
                  : fictional
                    ? t("institutions.other.invented", { name })
                    : name}
              </option>
            ))}
          </select>
        </label>
        {w === undefined && pick === undefined ? null : (
          <Action look="quiet" onClick={() => change({ w: undefined, pick: undefined })}>
            {t("institutions.resetWeights")}
          </Action>
        )}
        <ExportMenu hrefs={files} />
      </form>
      <p className="caption">
        {[data.own, ...(data.other === undefined || data.other.states.length === 0 ? [] : [data.other])]
          .map(({ name, states }) => t("institutions.otherStates", { name, states: states.join(", ") }))
          .join(" ")}{" "}
        {data.other?.kind === "reader" ? t("institutions.readerNote") : null}
      </p>
      {data.indices.map((index) => (
        <Index key={index.id} data={data} index={index} />
      ))}
    </Frame>
  );
}

function Index({ data, index }: { readonly data: Indices; readonly index: IndexView }) {
  const { t, locale } = useText();
  const name = t(`institutions.index.${index.id}` as MessageId);
  const write = (value: number) => writeNumber(value, locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  return (
    <>
      <Panel bare title={name}>
        <div className={styles.pad}>
          <p className="meta">{t(`institutions.about.${index.id}` as MessageId)}</p>
          <p>
            {index.own.value === undefined ? (
              <span className={styles.unknown}>{t("institutions.indexUnknown")}</span>
            ) : (
              <span className={styles.big}>{write(index.own.value)}</span>
            )}
            {data.other === undefined ? null : (
              <>
                {" · "}
                {regionName(data.other, t)}:{" "}
                {index.other?.value === undefined ? t("institutions.indexUnknown") : write(index.other.value)}
              </>
            )}
            {index.difference === undefined || data.other === undefined
              ? null
              : ` · ${t("institutions.differenceOf", {
                  own: data.own.name,
                  other: regionName(data.other, t),
                  difference: write(index.difference),
                })}`}
          </p>
          <Missing index={index} />
        </div>
        <Components data={data} index={index} />
        <p className={`${styles.notes} caption`}>{t("institutions.weightsNote")}</p>
      </Panel>
      <IndexYears data={data} index={index} />
    </>
  );
}

/** Why an index is unknown, and in which year it was known last. */
function Missing({ index }: { readonly index: IndexView }) {
  const { t } = useText();
  const { change } = useStandpoint();
  if (index.own.value !== undefined) return null;
  const { missing } = index.own;
  if (missing.length === 0) return <p className="meta">{t("institutions.allZero")}</p>;
  const last = index.series.findLast(({ own }) => own !== undefined)?.year;
  return (
    <p className="meta">
      {t("institutions.missing", {
        components: missing.map((each) => t(`institutions.component.${each}` as MessageId)).join(", "),
      })}{" "}
      {last === undefined ? (
        t("institutions.neverKnown")
      ) : (
        <>
          {t("institutions.lastKnown", { year: `${last}` })}{" "}
          <LinkButton className="screen-only" onClick={() => change({ on: `${last}-12-31` })}>
            {t("institutions.toYear", { year: `${last}` })}
          </LinkButton>
        </>
      )}
    </p>
  );
}
