import { Confidence } from "../../parts/confidence.tsx";
import { Differing } from "../../parts/differing.tsx";
import { Empty } from "../../parts/empty.tsx";
import { ErrorPanel } from "../../parts/error-panel.tsx";
import { MarkingBadge } from "../../parts/marking-badge.tsx";
import { PageHead } from "../../parts/page-head.tsx";
import { Panel } from "../../parts/panel.tsx";
import { Skeletons } from "../../parts/skeletons.tsx";
import { SourceCard } from "../../parts/source-popover.tsx";
import { StateWords } from "../../parts/state-words.tsx";
import { StatusMark } from "../../parts/status-mark.tsx";
import { TrainingFrame } from "../../parts/training-frame.tsx";
import { Unverified } from "../../parts/unverified.tsx";
import { writeDay } from "../../state/format.ts";
import { STATES, type StateEntry } from "../../state/states.ts";
import type { MessageId } from "../../texts/ids.ts";
import { useText } from "../../texts/use-text.ts";
import { SampleParts } from "./sample-parts.tsx";
import { SAMPLE } from "./samples.ts";
import styles from "./states.module.css";

const FORMS: readonly (readonly [StateEntry["form"], MessageId])[] = [
  ["duty", "gallery.duty"],
  ["right", "gallery.right"],
  ["limit", "gallery.limit"],
  ["standing", "gallery.standing"],
];

/** Every mark and part, drawn with an invented region, to be looked at in both languages and both schemes. */
export function Screen() {
  const { t, locale } = useText();
  const [first, second] = SAMPLE.dates;
  return (
    <>
      <PageHead title={t("gallery.title")} answer={t("gallery.lead")} />
      <div className={styles.grid}>
        <Panel bare title={t("gallery.states")}>
          {FORMS.map(([form, title]) => (
            <div key={form}>
              <h3 className={styles.form}>{t(title)}</h3>
              {STATES.filter((each) => each.form === form).map((each) => (
                <div key={each.id} className={styles.state}>
                  <StatusMark state={each} />
                  <StateWords token={each.token} dashed={each.dashed}>
                    {t(each.text, { reason: "none" })}
                  </StateWords>
                </div>
              ))}
            </div>
          ))}
        </Panel>
        <div className={styles.column}>
          <Panel title={t("gallery.knowledge")}>
            <p className="caption">{t("gallery.number")}</p>
            <p>
              <Unverified>{t("parts.lead.days", { count: 42 })}</Unverified>
            </p>
            <p className="caption">{t("gallery.confidence")}</p>
            <p className={styles.row}>
              <Confidence level="high" />
              <Confidence level="medium" />
              <Confidence level="low" />
              <Confidence level="high" as="date" />
            </p>
            <p className="caption">{t("gallery.differ")}</p>
            <Differing
              values={[
                { value: writeDay(first, locale), source: SAMPLE.source.title },
                { value: writeDay(second, locale), source: <Unverified>{SAMPLE.other}</Unverified> },
              ]}
            />
          </Panel>
          <Panel title={t("gallery.markings")}>
            <p className={styles.row}>
              {SAMPLE.markings.map((each) => (
                <MarkingBadge key={each} marking={each} />
              ))}
            </p>
            <SourceCard source={SAMPLE.source} />
          </Panel>
          <Panel title={t("gallery.little")}>
            <p className="caption">{t("gallery.empty")}</p>
            <Empty>{t("today.cameInEmpty")}</Empty>
            <p className="caption">{t("gallery.loading")}</p>
            <Skeletons rows={2} />
            <p className="caption">{t("gallery.error")}</p>
            <ErrorPanel error={SAMPLE.problem} />
          </Panel>
        </div>
      </div>
      <TrainingFrame about={SAMPLE.region}>
        <SampleParts />
      </TrainingFrame>
    </>
  );
}
