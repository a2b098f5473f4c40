import { TimeTracks } from "../../parts/time-tracks.tsx";
import { useGridKeys } from "../../parts/use-grid-keys.ts";
import { type Cell, keyOf, type Matrix as MatrixData } from "../../state/cooperation/matrix.ts";
import { membershipBars, positionOf, type Years } from "../../state/cooperation/through-time.ts";
import type { Day } from "../../state/days.ts";
import type { MessageId } from "../../texts/ids.ts";
import { useText } from "../../texts/use-text.ts";
import { cellWords } from "./cell-words.ts";
import styles from "./matrix.module.css";

export interface MatrixProps {
  readonly matrix: MatrixData;
  readonly years: Years;
  readonly day: Day;
  readonly throughTime: boolean;
  /** `organisation~party` of the cell whose detail is open. */
  readonly chosen?: string;
  readonly onChoose: (key: string | undefined) => void;
}

/** States × organisations. One cell is in the order of tabs; arrow keys move among the others. */
export function Matrix({ matrix, years, day, throughTime, chosen, onChoose }: MatrixProps) {
  const { t, locale } = useText();
  const grid = useGridKeys();
  const first = matrix.rows[0] && matrix.parties[0] ? keyOf(matrix.rows[0].organisation.id, matrix.parties[0].id) : "";
  const known = matrix.rows.some(({ organisation }) =>
    matrix.parties.some(({ id }) => keyOf(organisation.id, id) === chosen),
  );
  const inOrder = known ? chosen : first;

  return (
    <div className={styles.scroll}>
      <table ref={grid.table} className={`${styles.matrix} ${throughTime ? styles.time : ""}`}>
        <caption className="unseen">{t("cooperation.matrix")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("cooperation.body")}</th>
            {matrix.parties.map((party) => (
              <th key={party.id} scope="col" className={party.focus ? styles.focus : styles.near}>
                <span className={styles.upright}>{party.name}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {matrix.rows.map(({ organisation, cells, absent }, row) => (
            <tr key={organisation.id} className={absent ? styles.absent : undefined}>
              <th scope="row" title={organisation.name}>
                {organisation.shortName}
                {absent ? <small>{t("cooperation.gone")}</small> : null}
              </th>
              {cells.map((cell, column) => {
                const party = matrix.parties[column]!;
                const key = keyOf(organisation.id, party.id);
                return (
                  <td key={party.id} className={absent ? styles.gone : undefined}>
                    <button
                      type="button"
                      {...grid.cell(row, column, key === inOrder)}
                      aria-pressed={key === chosen}
                      aria-label={cellWords(cell, party.name, organisation.shortName, t, locale)}
                      onClick={() => onChoose(key === chosen ? undefined : key)}
                    >
                      {throughTime ? (
                        cell.relation ? (
                          <TimeTracks
                            tracks={[
                              { id: key, tone: "first", bars: membershipBars(cell.relation.spells, years, day) },
                            ]}
                            label=""
                            now={positionOf(day, years)}
                            height={10}
                          />
                        ) : null
                      ) : (
                        <Marks cell={cell} />
                      )}
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

function Marks({ cell }: { readonly cell: Cell }) {
  const { t } = useText();
  return (
    <span className={styles.marks}>
      {cell.marks.map(({ kind, look, perhaps }) => (
        // Letters are drawn, not written: the name of the cell says in words what they stand for.
        <span
          key={kind}
          className={`${styles.mark} ${styles[kind === "outside" ? "outside" : look]}`}
          data-letter={`${t(`cooperation.letter.${kind}` as MessageId)}${perhaps ? "?" : ""}`}
        />
      ))}
      {cell.disputed ? <span className={styles.two} data-letter="2" /> : null}
    </span>
  );
}

/** What letters and grounds mean; always open. */
export function MatrixKey() {
  const { t } = useText();
  return (
    <div className={styles.key}>
      {(["member", "observer", "partner", "signed", "suspended", "other"] as const).map((kind) => (
        <span key={kind}>
          <b>{t(`cooperation.letter.${kind}`)}</b> {t(`cooperation.kind.${kind}`)}
        </span>
      ))}
      {(["filled", "dashed", "hatched", "line"] as const).map((look) => (
        <span key={look}>
          <i className={`${styles.mark} ${styles[look]}`} /> {t(`cooperation.look.${look}`)}
        </span>
      ))}
      <span>
        <span className={styles.two}>2</span> {t("cooperation.sourcesDiffer")}
      </span>
    </div>
  );
}
