import { useGridKeys } from "../../parts/use-grid-keys.ts";
import { KINDS } from "../../state/powers/address.ts";
import { cellKey, type PowerMark, type PowerMatrixCell, type PowerMatrixRow } from "../../state/powers/matrix.ts";
import type { Say } from "../../texts/use-text.ts";
import { useText } from "../../texts/use-text.ts";
import marks from "../cooperation/matrix.module.css";
import own from "./powers.module.css";

export interface MatrixProps {
  readonly caption: string;
  readonly rows: readonly PowerMatrixRow[];
  /** `power~kind` of the cell that is open. */
  readonly chosen?: string;
  readonly onChoose: (key: string | undefined) => void;
}

/** Powers × kinds. One cell is in the order of tabs; arrow keys move among the others. */
export function Matrix({ caption, rows, chosen, onChoose }: MatrixProps) {
  const { t } = useText();
  const grid = useGridKeys();
  const keys = rows.flatMap(({ power, cells }) => cells.map(({ kind }) => cellKey(power.id, kind)));
  const inOrder = chosen !== undefined && keys.includes(chosen) ? chosen : keys[0];
  return (
    <div className={marks.scroll}>
      <table ref={grid.table} className={`${marks.matrix} ${own.matrix}`}>
        <caption className="unseen">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t("powers.power")}</th>
            {KINDS.map((kind) => (
              <th key={kind} scope="col">
                {t(`powers.kind.${kind}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ power, cells }, row) => (
            <tr key={power.id}>
              <th scope="row">{power.name}</th>
              {cells.map((cell, column) => {
                const key = cellKey(power.id, cell.kind);
                return (
                  <td key={cell.kind}>
                    <button
                      type="button"
                      {...grid.cell(row, column, key === inOrder)}
                      aria-pressed={key === chosen}
                      aria-label={cellWords(power.name, cell, t)}
                      onClick={() => onChoose(key === chosen ? undefined : key)}
                    >
                      <span className={marks.marks}>
                        {cell.marks.map((mark) => (
                          <Mark key={mark.look} {...mark} />
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

/** Figures are drawn, not written: the name of the cell says in words what they count. */
function Mark({ look, count }: PowerMark) {
  return <span className={`${marks.mark} ${marks[look]}`} data-letter={`${count}${look === "hatched" ? "?" : ""}`} />;
}

function cellWords(power: string, { kind, marks: shown }: PowerMatrixCell, t: Say): string {
  const parts = shown.map(({ look, count }) => t(`powers.mark.${look}`, { count }));
  return t("powers.cell", {
    power,
    kind: t(`powers.kind.${kind}`),
    parts: parts.length === 0 ? t("powers.none") : parts.join("; "),
  });
}

/** What the grounds mean; always open. */
export function MatrixKey() {
  const { t } = useText();
  return (
    <div className={marks.key}>
      {(["filled", "dashed", "hatched", "line"] as const).map((look) => (
        <span key={look}>
          <i className={`${marks.mark} ${marks[look]}`} /> {t(`powers.look.${look}`)}
        </span>
      ))}
      <span>{t("powers.look.blank")}</span>
    </div>
  );
}
