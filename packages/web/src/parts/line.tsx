import { type ReactNode, useEffect, useRef, useState } from "react";
import type { LineData } from "../state/line-data.ts";
import { Sentence } from "../texts/sentence.tsx";
import { useText } from "../texts/use-text.ts";
import { Confidence } from "./confidence.tsx";
import styles from "./line.module.css";
import { StateWords } from "./state-words.tsx";
import { StatusMark } from "./status-mark.tsx";
import { Unverified } from "./unverified.tsx";

export interface LineProps {
  readonly line: LineData;
  readonly chosen?: boolean;
  readonly onChoose?: () => void;
  /** What can be done with the chosen line: Explain, Draft, File. */
  readonly actions?: ReactNode;
  /** Names the parties of a line that stands for many; asked for when it is opened. */
  readonly nameOf?: (id: string) => string;
  /** Without the agreement in front of the article, where a heading names it. */
  readonly articleOnly?: boolean;
}

/** An article up to this long is never broken: "20(2)(b)", "9-10". */
const SHORT = 16;

const DIRECTION = { to: "parts.line.to", from: "parts.line.from", both: "parts.line.bothWays" } as const;

/** One duty, right or limit: mark; act, to whom and state in words; clause and channel; confidence. */
export function Line({ line, chosen, onChoose, actions, nameOf, articleOnly }: LineProps) {
  const { t } = useText();
  const [open, setOpen] = useState(false);
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (!chosen) return;
    row.current?.scrollIntoView({ block: "nearest" });
    // Back from the explanation of this line: the focus, which belongs to nothing then, returns to where it was.
    if (document.activeElement === document.body) row.current?.querySelector("button")?.focus({ preventScroll: true });
  }, [chosen]);
  const channel = chosen ? line.channelWhole : line.channel;
  const written = line.article.length > SHORT ? line.article : <span className="together">{line.article}</span>;
  const article = line.article === "" ? null : line.articleUnverified ? <Unverified>{written}</Unverified> : written;

  return (
    <li
      ref={row}
      className={`${styles.line} ${chosen ? styles.chosen : ""}`}
      aria-current={chosen ? "true" : undefined}
    >
      <StatusMark state={line.state} />
      <div>
        {onChoose ? (
          <button type="button" className={styles.act} onClick={onChoose} aria-expanded={chosen}>
            {line.act}
          </button>
        ) : (
          <div className={styles.act}>{line.act}</div>
        )}
        <div className={styles.who}>
          {line.who ? (
            <>
              <Sentence id={DIRECTION[line.direction]} values={{ who: line.who }} />
              {"\u00A0· "}
            </>
          ) : null}
          <StateWords token={line.state.token} dashed={line.state.dashed}>
            {line.words}
          </StateWords>
          {line.doubtful > 0 ? (
            <>
              {"\u00A0· "}
              <StateWords token="unv">{t("parts.line.doubtful", { count: line.doubtful })}</StateWords>
            </>
          ) : null}
          {nameOf && line.many.length > 0 ? (
            <button type="button" className={styles.pairs} aria-expanded={open} onClick={() => setOpen((was) => !was)}>
              {t(open ? "parts.line.hidePairs" : "parts.line.pairs")}
            </button>
          ) : null}
        </div>
        {open && nameOf ? <p className={styles.names}>{line.many.map(nameOf).join(", ")}</p> : null}
      </div>
      <div className={styles.under}>
        <div className={styles.clause}>
          {articleOnly ? article : line.instrument}
          {!articleOnly && article ? ", " : null}
          {articleOnly ? null : article}
        </div>
        <div className={styles.channel}>
          {channel === "" ? null : line.channelUnverified ? <Unverified>{channel}</Unverified> : channel}
        </div>
      </div>
      <div className={styles.sure}>
        <Confidence level={line.confidence} as={line.unsureDate ? "date" : "level"} />
      </div>
      {chosen && actions ? <div className={styles.actions}>{actions}</div> : null}
    </li>
  );
}

/** The head of the columns; on a phone each line says for itself what is what. */
export function LineHead() {
  const { t } = useText();
  return (
    <div className={styles.head} aria-hidden="true">
      <span />
      <span>{t("parts.line.act")}</span>
      <span>{t("parts.line.clauseAndChannel")}</span>
      <span>{t("parts.line.confidence")}</span>
    </div>
  );
}
