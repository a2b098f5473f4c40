import type { Coverage, CoverageAspect } from "@kelisim/api";
import { useGridKeys } from "../../parts/use-grid-keys.ts";
import { type CoverageMark, type CoverageRow, cellKey } from "../../state/coverage/matrix.ts";
import { useText } from "../../texts/use-text.ts";
import marks from "../cooperation/matrix.module.css";
import styles from "./coverage.module.css";
import { cellWords } from "./mark-words.ts";

export interface MatrixProps {
  readonly data: Coverage;
  readonly rows: readonly CoverageRow[];
  /** `threat~country` of the cell that is open. */
  readonly chosen?: string;
  readonly onChoose: (key: string | undefined) => void;
}

/** Threats × countries. One cell is in the order of tabs; arrow keys move among the others. */
export function Matrix({ data, rows, chosen, onChoose }: MatrixProps) {
  const { t } = useText();
  const grid = useGridKeys();
  const keys = rows.flatMap(({ cells }) => cells.map(({ cell }) => cellKey(cell)));
  const inOrder = chosen !== undefined && keys.includes(chosen) ? chosen : keys[0];
  return (
    <div className={marks.scroll}>
      <table ref={grid.table} className={`${marks.matrix} ${styles.matrix}`}>
        <caption className="unseen">{t("coverage.matrix")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("coverage.threat")}</th>
            {data.countries.map(({ id, name }) => (
              <th key={id} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ threat, cells }, row) => (
            <tr key={threat.id}>
              <th scope="row">
                {threat.name}
                <small>{threat.categoryName}</small>
              </th>
              {cells.map(({ cell, marks: shown }, column) => {
                const key = cellKey(cell);
                return (
                  <td key={key}>
                    <button
                      type="button"
                      {...grid.cell(row, column, key === inOrder)}
                      aria-pressed={key === chosen}
                      aria-label={cellWords(shown, threat.name, data.countries[column]!.name, t)}
                      onClick={() => onChoose(key === chosen ? undefined : key)}
                    >
                      <span className={marks.marks}>
                        {shown.map((mark) => (
                          <Mark key={mark.aspect} {...mark} />
                        ))}
                      </span>
                    </button>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
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
