import type { MessageId } from "../texts/ids.ts";
import { useText } from "../texts/use-text.ts";
import styles from "./confidence.module.css";

export type ConfidenceLevel = "high" | "medium" | "low";

const RISING: Readonly<Record<ConfidenceLevel, number>> = { high: 3, medium: 2, low: 1 };

const WORDS: Readonly<Record<"level" | "date" | "sentence", Readonly<Record<ConfidenceLevel, MessageId>>>> = {
  level: { high: "confidence.high", medium: "confidence.medium", low: "confidence.low" },
  date: { high: "confidence.dateHigh", medium: "confidence.dateMedium", low: "confidence.dateLow" },
  sentence: { high: "confidence.wordHigh", medium: "confidence.wordMedium", low: "confidence.wordLow" },
};

export interface ConfidenceProps {
  readonly level: ConfidenceLevel;
  /** "date": of the date only; "sentence": with the word "confidence". */
  readonly as?: "level" | "date" | "sentence";
}

/** How sure a number or date is: three rising bars, filled as far as we know, and the word. */
export function Confidence({ level, as = "level" }: ConfidenceProps) {
  const { t } = useText();
  return (
    <span className="together">
      <span className={styles.bars} aria-hidden="true">
        {[1, 2, 3].map((bar) => (
          <b key={bar} className={bar > RISING[level] ? styles.empty : undefined} />
        ))}
      </span>
      {t(WORDS[as][level])}
    </span>
  );
}
