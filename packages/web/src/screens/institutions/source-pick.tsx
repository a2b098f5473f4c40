import type { Ties } from "@kelisim/api";
import { useText } from "../../texts/use-text.ts";
import styles from "./institutions.module.css";
import { sourceWords } from "./words.ts";

export interface SourcePickProps {
  readonly label: string;
  readonly sources: Ties["sources"];
  readonly value: string;
  readonly onPick: (id: string) => void;
}

/** By which one source something is worked out: sources are never mixed. */
export function SourcePick({ label, sources, value, onPick }: SourcePickProps) {
  const { t } = useText();
  return (
    <label className={styles.field}>
      <span>{label}</span>
      <select value={value} onChange={({ target }) => onPick(target.value)}>
        {sources.map((source) => (
          <option key={source.id} value={source.id}>
            {sourceWords(source, t)}
          </option>
        ))}
      </select>
    </label>
  );
}
