import type { Explanation as ExplanationData } from "@kelisim/api";
import { Fragment, type ReactNode } from "react";
import { withoutSigns, withWords } from "../state/unverified.ts";
import { useText } from "../texts/use-text.ts";
import { Confidence, type ConfidenceLevel } from "./confidence.tsx";
import { Empty } from "./empty.tsx";
import styles from "./explanation.module.css";
import { Panel } from "./panel.tsx";
import { Unverified } from "./unverified.tsx";
import { UnverifiedText } from "./unverified-text.tsx";

/** Parts of the sentence that carry its weight. */
const STRONG: readonly string[] = ["date", "debtor", "creditor"];

/** The answer in sentences; behind each stretch stand the numbers of the facts it rests on. */
export function ExplainedSentences({ sentences }: { readonly sentences: ExplanationData["sentences"] }) {
  const { t } = useText();
  return sentences.map((parts, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the order is that of the answer and never changes
    <Fragment key={`sentence-${index + 1}`}>
      {parts.map((part, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the order is that of the answer and never changes
        <Fragment key={`part-${at + 1}`}>
          {STRONG.includes(part.about ?? "") ? (
            <b>
              <UnverifiedText text={part.text} />
            </b>
          ) : (
            <UnverifiedText text={part.text} />
          )}
          {part.facts.slice(0, 2).map((fact) => (
            <a
              key={fact}
              className={styles.number}
              href={`#fact-${fact}`}
              aria-label={t("parts.explain.factNumber", { number: fact })}
            >
              {fact}
            </a>
          ))}
        </Fragment>
      ))}{" "}
    </Fragment>
  ));
}

/** The sentences as plain text, with the sources of their facts below: what "Copy sentence" copies. */
export function plainExplanation(
  data: ExplanationData,
  words: { readonly unverified: string; readonly sources: (sources: string) => string },
): string {
  const plain = data.sentences.map((parts) => parts.map((part) => part.text).join("")).join(" ");
  const text = withWords(plain, words.unverified);
  const sources = [...new Set(data.facts.flatMap((fact) => fact.sources.map((each) => each.source)))];
  return sources.length === 0 ? text : `${text}\n${words.sources(sources.join("; "))}`;
}

/** The facts, numbered as in the sentence, each with its sources and how sure it is. */
export function Facts({ facts }: { readonly facts: ExplanationData["facts"] }) {
  const { t } = useText();
  return (
    <Panel bare title={t("parts.explain.facts")} count={facts.length} className={styles.panel}>
      <div className={`${styles.fact} ${styles.head}`} aria-hidden="true">
        <span />
        <span>{t("parts.explain.kind")}</span>
        <span>{t("parts.explain.fact")}</span>
        <span>{t("parts.explain.source")}</span>
        <span>{t("parts.line.confidence")}</span>
      </div>
      <ol>
        {facts.map((fact, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the order is that of the answer and never changes
          <li key={`fact-${index + 1}`} id={`fact-${index + 1}`} className={styles.fact}>
            <span className={styles.badge}>{index + 1}</span>
            <span className={styles.kind}>{fact.label}</span>
            <span>{fact.topic === "assumed" ? withoutSigns(fact.text) : <UnverifiedText text={fact.text} />}</span>
            <span className={styles.source}>
              {fact.remark ? (
                <span>
                  <UnverifiedText text={fact.remark} />{" "}
                </span>
              ) : null}
              {fact.sources.map((each, at) => (
                <Fragment key={each.source}>
                  {at > 0 ? "; " : null}
                  {isLevel(each.confidence) ? each.source : <Unverified>{each.source}</Unverified>}
                </Fragment>
              ))}
            </span>
            <span className={styles.sure}>{lowest(fact.sources)}</span>
          </li>
        ))}
      </ol>
    </Panel>
  );
}

/** What we do not know, what would change the answer, on what sources differ: an empty list says so. */
export function Unknowns({
  title,
  items,
  empty,
}: {
  readonly title: string;
  readonly items: readonly string[];
  /** Said of an empty list. */
  readonly empty?: string;
}) {
  return (
    <Panel bare title={title}>
      {items.length === 0 ? (
        empty === undefined ? null : (
          <Empty>{empty}</Empty>
        )
      ) : (
        <ul className={styles.list}>
          {items.map((each) => (
            <li key={each}>
              <UnverifiedText text={each} />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

const LEVELS: readonly string[] = ["low", "medium", "high"];
const isLevel = (text: string): text is ConfidenceLevel => LEVELS.includes(text);

/** A fact is as sure as the least sure of what it rests on. */
function lowest(sources: readonly { readonly confidence: string }[]): ReactNode {
  const levels = sources.map((each) => each.confidence).filter(isLevel);
  const level = LEVELS.find((each) => levels.includes(each as ConfidenceLevel));
  return level ? <Confidence level={level as ConfidenceLevel} /> : null;
}
