import type { Institutions, MembershipCell } from "@kelisim/api";
import styles from "../../parts/button-grid.module.css";
import { ButtonGrid, Upright } from "../../parts/button-grid.tsx";
import { cellKey, type InstitutionRow, marksOf } from "../../state/institutions/matrix.ts";
import type { MessageId } from "../../texts/ids.ts";
import { type Say, useText } from "../../texts/use-text.ts";
import { StatusKey, StatusMarks } from "../cooperation/status-marks.tsx";

export interface MatrixProps {
  readonly parties: Institutions["parties"];
  readonly rows: readonly InstitutionRow[];
  /** `organisation~party` of the cell whose detail is open. */
  readonly chosen?: string;
  readonly onChoose: (key: string | undefined) => void;
}

/** Organisations × states; a place of which no source has a row opens nothing. */
export function Matrix({ parties, rows, chosen, onChoose }: MatrixProps) {
  const { t } = useText();
  return (
    <ButtonGrid
      caption={t("institutions.matrix")}
      corner={t("institutions.body")}
      columns={parties.map(({ id, name, focus }) => ({
        key: id,
        name: <Upright>{name}</Upright>,
        className: focus ? undefined : styles.near,
      }))}
      rows={rows.map(({ organisation, cells }) => ({
        key: organisation.id,
        name: organisation.shortName,
        title: organisation.name,
        cells: cells.map((cell, column) => ({
          key: cellKey({ organisation: organisation.id, party: parties[column]!.id }),
          label: t("institutions.cell", {
            party: parties[column]!.name,
            organisation: organisation.shortName,
            status: cellWords(cell, t),
          }),
          drawn: <StatusMarks marks={marksOf(cell)} differ={cell?.disagree === true} />,
        })),
      }))}
      chosen={chosen}
      onChoose={onChoose}
    />
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

/** What letters and grounds mean here. */
export function MatrixKey() {
  const { t } = useText();
  return (
    <StatusKey
      looks={[
        ["filled", t("institutions.look.member")],
        ["dashed", t("institutions.look.perhaps")],
        ["line", t("institutions.look.other")],
      ]}
      differ={t("institutions.cellDiffer")}
    />
  );
}
