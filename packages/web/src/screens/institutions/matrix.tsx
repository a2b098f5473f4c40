import type { Institutions, MembershipCell } from "@kelisim/api";
import { useGridKeys } from "../../parts/use-grid-keys.ts";
import { type InstitutionRow, marksOf } from "../../state/institutions/matrix.ts";
import type { MessageId } from "../../texts/ids.ts";
import { type Say, useText } from "../../texts/use-text.ts";
import styles from "../cooperation/matrix.module.css";

export interface MatrixProps {
  readonly parties: Institutions["parties"];
  readonly rows: readonly InstitutionRow[];
  /** `organisation~party` of the cell whose detail is open. */
  readonly chosen?: string;
  readonly onChoose: (key: string | undefined) => void;
}

/** Organisations × states. One cell is in the order of tabs; arrow keys move among the others. */
export function Matrix({ parties, rows, chosen, onChoose }: MatrixProps) {
  const { t } = useText();
  const grid = useGridKeys();
  const keys = rows.flatMap(({ organisation }) => parties.map(({ id }) => `${organisation.id}~${id}`));
  const inOrder = chosen !== undefined && keys.includes(chosen) ? chosen : keys[0];
  return (
    <div className={styles.scroll}>
      <table ref={grid.table} className={styles.matrix}>
        <caption className="unseen">{t("institutions.matrix")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("institutions.body")}</th>
            {parties.map((party) => (
              <th key={party.id} scope="col" className={party.focus ? styles.focus : styles.near}>
                <span className={styles.upright}>{party.name}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ organisation, cells }, row) => (
            <tr key={organisation.id}>
              <th scope="row" title={organisation.name}>
                {organisation.shortName}
              </th>
              {cells.map((cell, column) => {
                const party = parties[column]!;
                const key = `${organisation.id}~${party.id}`;
                const status = cellWords(cell, t);
                return (
                  <td key={party.id}>
                    <button
                      type="button"
                      {...grid.cell(row, column, key === inOrder)}
                      aria-pressed={key === chosen}
                      aria-label={t("institutions.cell", {
                        party: party.name,
                        organisation: organisation.shortName,
                        status,
                      })}
                      onClick={() => onChoose(key === chosen || cell === undefined ? undefined : key)}
                    >
                      <Marks cell={cell} />
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

/** What stands in a cell, in words. */
function cellWords(cell: MembershipCell | undefined, t: Say): string {
  const marks = marksOf(cell);
  const parts = marks.map(({ kind, perhaps }) => {
    const status = t(`cooperation.kind.${kind}` as MessageId);
    return perhaps ? t("institutions.cellPerhaps", { status }) : status;
  });
  if (cell?.disagree) parts.push(t("institutions.cellDiffer"));
  return parts.length === 0 ? t("institutions.cellNone") : parts.join("; ");
}

function Marks({ cell }: { readonly cell: MembershipCell | undefined }) {
  const { t } = useText();
  return (
    <span className={styles.marks}>
      {marksOf(cell).map(({ kind, look, perhaps }) => (
        // Letters are drawn, not written: the name of the cell says in words what they stand for.
        <span
          key={kind}
          className={`${styles.mark} ${styles[look]}`}
          data-letter={`${t(`cooperation.letter.${kind}` as MessageId)}${perhaps ? "?" : ""}`}
        />
      ))}
      {cell?.disagree ? <span className={styles.two} data-letter="2" /> : null}
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
      {(
        [
          ["filled", "member"],
          ["dashed", "perhaps"],
          ["line", "other"],
        ] as const
      ).map(([look, says]) => (
        <span key={look}>
          <i className={`${styles.mark} ${styles[look]}`} /> {t(`institutions.look.${says}`)}
        </span>
      ))}
      <span>
        <span className={styles.two}>2</span> {t("institutions.cellDiffer")}
      </span>
    </div>
  );
}
