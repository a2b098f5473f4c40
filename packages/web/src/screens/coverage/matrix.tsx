import type { Coverage, CoverageAspect } from "@kelisim/api";
import marks from "../../parts/button-grid.module.css";
import { ButtonGrid } from "../../parts/button-grid.tsx";
import { type CoverageMark, type CoverageRow, cellKey } from "../../state/coverage/matrix.ts";
import { useText } from "../../texts/use-text.ts";
import styles from "./coverage.module.css";
import { cellWords } from "./mark-words.ts";

export interface MatrixProps {
  readonly data: Coverage;
  readonly rows: readonly CoverageRow[];
  /** `threat~country` of the cell that is open. */
  readonly chosen?: string;
  readonly onChoose: (key: string | undefined) => void;
}

/** Threats × countries. */
export function Matrix({ data, rows, chosen, onChoose }: MatrixProps) {
  const { t } = useText();
  return (
    <ButtonGrid
      caption={t("coverage.matrix")}
      corner={t("coverage.threat")}
      className={styles.matrix}
      columns={data.countries.map(({ id, name }) => ({ key: id, name }))}
      rows={rows.map(({ threat, cells }) => ({
        key: threat.id,
        name: (
          <>
            {threat.name}
            <small>{threat.categoryName}</small>
          </>
        ),
        cells: cells.map(({ cell, marks: shown }, column) => ({
          key: cellKey(cell),
          label: cellWords(shown, threat.name, data.countries[column]!.name, t),
          drawn: (
            <span className={marks.marks}>
              {shown.map((mark) => (
                <Mark key={mark.aspect} {...mark} />
              ))}
            </span>
          ),
        })),
      }))}
      chosen={chosen}
      onChoose={onChoose}
    />
  );
}

/** Letters are drawn, not written: the name of the cell says in words what they stand for. */
function Mark({ aspect, look }: Pick<CoverageMark, "aspect" | "look">) {
  const { t } = useText();
  return <span className={`${marks.mark} ${marks[look]}`} data-letter={t(`coverage.letter.${aspect}`)} />;
}

/** What letters and grounds mean; always open. */
export function MatrixKey({ aspects }: { readonly aspects: readonly CoverageAspect[] }) {
  const { t } = useText();
  return (
    <div className={marks.key}>
      {aspects.map((aspect) => (
        <span key={aspect}>
          <b>{t(`coverage.letter.${aspect}`)}</b> {t(`coverage.about.${aspect}`)}
        </span>
      ))}
      {(["filled", "dashed", "hatched", "line"] as const).map((look) => (
        <span key={look}>
          <i className={`${marks.mark} ${marks[look]}`} /> {t(`coverage.look.${look}`)}
        </span>
      ))}
    </div>
  );
}
