import marks from "../../parts/button-grid.module.css";
import { ButtonGrid } from "../../parts/button-grid.tsx";
import { KINDS } from "../../state/powers/address.ts";
import { cellKey, type PowerMark, type PowerMatrixCell, type PowerMatrixRow } from "../../state/powers/matrix.ts";
import type { Say } from "../../texts/use-text.ts";
import { useText } from "../../texts/use-text.ts";
import own from "./powers.module.css";

export interface MatrixProps {
  readonly caption: string;
  readonly rows: readonly PowerMatrixRow[];
  /** `power~kind` of the cell that is open. */
  readonly chosen?: string;
  readonly onChoose: (key: string | undefined) => void;
}

/** Powers × kinds, of one state in one year. */
export function Matrix({ caption, rows, chosen, onChoose }: MatrixProps) {
  const { t } = useText();
  return (
    <ButtonGrid
      caption={caption}
      corner={t("powers.power")}
      className={own.matrix}
      columns={KINDS.map((kind) => ({ key: kind, name: t(`powers.kind.${kind}`) }))}
      rows={rows.map(({ power, cells }) => ({
        key: power.id,
        name: power.name,
        cells: cells.map((cell) => ({
          key: cellKey(power.id, cell.kind),
          label: cellWords(power.name, cell, t),
          drawn: (
            <span className={marks.marks}>
              {cell.marks.map((mark) => (
                <Mark key={mark.look} {...mark} />
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
