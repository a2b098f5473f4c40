import type { BoundFigure } from "@kelisim/api";
import { Action } from "../../parts/action.tsx";
import { type Column, DataTable } from "../../parts/data-table.tsx";
import { Empty } from "../../parts/empty.tsx";
import { Panel } from "../../parts/panel.tsx";
import { useText } from "../../texts/use-text.ts";
import styles from "./brief.module.css";

export interface StaleProps {
  readonly figures: readonly BoundFigure[];
  readonly busy: boolean;
  /** Writes the values of now into the text; absent: the reader may not write. */
  readonly onAccept?: (at: readonly number[]) => void;
  readonly onShow?: (line: number, column: number) => void;
}

/** Figures that moved: what stands in the text, what the data give now, and each to be accepted by itself. */
export function Stale({ figures, busy, onAccept, onShow }: StaleProps) {
  const { t } = useText();
  const moved = figures.filter(({ state }) => state === "stale");
  const open = figures.filter(({ state }) => state === "not recorded");
  if (moved.length === 0 && open.length === 0) return null;
  return (
    <section className={styles.stale} aria-label={t("brief.tab.figures")}>
      {moved.length === 0 ? null : (
        <>
          <div className={styles.staleHead}>
            <h2>{t("brief.stale", { count: moved.length })}</h2>
            {onAccept && moved.length > 1 ? (
              <Action look="quiet" disabled={busy} onClick={() => onAccept(moved.map(({ at }) => at))}>
                {t("brief.acceptAll")}
              </Action>
            ) : null}
          </div>
          <p className="meta">{t("brief.staleWhy")}</p>
          <ul className={styles.moved}>
            {moved.map(({ at, asked, recorded, now, line, column }) => (
              <li key={at}>
                <p className={styles.asked}>
                  <code>{asked}</code>
                  {onShow ? (
                    <Action look="quiet" onClick={() => onShow(line, column)}>
                      {t("brief.at", { line, column })}
                    </Action>
                  ) : (
                    <span className="meta">{t("brief.at", { line, column })}</span>
                  )}
                </p>
                <p>
                  <span className="caption">{t("brief.was")}</span> {recorded}
                </p>
                <p>
                  <span className="caption">{t("brief.now")}</span> <b>{now}</b>
                </p>
                {onAccept ? (
                  <button
                    type="button"
                    className={styles.accept}
                    disabled={busy}
                    aria-label={t("brief.acceptNamed", { figure: asked })}
                    onClick={() => onAccept([at])}
                  >
                    {t("brief.accept")}
                  </button>
                ) : null}
              </li>
            ))}
          </ul>
        </>
      )}
      {open.length === 0 || !onAccept ? null : (
        <p className={styles.row}>
          <span>{t("brief.notRecorded", { count: open.length })}</span>
          <Action look="quiet" disabled={busy} onClick={() => onAccept(open.map(({ at }) => at))}>
            {t("brief.recordAll")}
          </Action>
        </p>
      )}
    </section>
  );
}

/** Every figure that a text asks for, with what the data give. */
export function FigureList({ figures }: { readonly figures: readonly BoundFigure[] }) {
  const { t } = useText();
  const columns: readonly Column<BoundFigure>[] = [
    { id: "line", title: t("brief.line"), number: true, by: ({ line }) => line, cell: ({ line }) => line },
    { id: "asked", title: t("brief.figure"), by: ({ asked }) => asked, cell: ({ asked }) => <code>{asked}</code> },
    { id: "now", title: t("brief.now"), cell: ({ now }) => now },
    {
      id: "state",
      title: t("brief.column.state"),
      by: ({ state }) => state,
      cell: ({ state }) => t(`brief.figureState.${state}`),
    },
  ];
  return (
    <Panel bare title={t("brief.allFigures")} count={figures.length}>
      {figures.length === 0 ? (
        <Empty>{t("brief.noFigures")}</Empty>
      ) : (
        <DataTable caption={t("brief.allFigures")} columns={columns} rows={figures} keyOf={({ at }) => `${at}`} />
      )}
    </Panel>
  );
}
