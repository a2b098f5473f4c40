import type { MembershipCell } from "@kelisim/api";
import type { ReactNode } from "react";
import { Empty } from "../../parts/empty.tsx";
import { ErrorPanel } from "../../parts/error-panel.tsx";
import { OpenedRows } from "../../parts/opened-rows.tsx";
import { Skeletons } from "../../parts/skeletons.tsx";
import { rowsOnDay } from "../../state/institutions/counted.ts";
import type { Address } from "../../state/standpoint.ts";
import { useText } from "../../texts/use-text.ts";
import styles from "./institutions.module.css";
import { RowTable } from "./rows.tsx";
import { useInstitutionRows } from "./use-institutions.ts";

export interface RowsOnDayProps {
  readonly title: string;
  /** By which source the figure was worked out. */
  readonly source: string;
  /** Which memberships are asked: `on`, and `party` or `states`. */
  readonly query: Address;
  readonly passes: (cell: MembershipCell) => boolean;
  readonly note?: ReactNode;
  readonly onClose: () => void;
}

/** The rows of one source that hold on a day, behind a mark of a drawing that was worked out from them. */
export function RowsOnDay({ title, source, query, passes, note, onClose }: RowsOnDayProps) {
  const { t } = useText();
  const { data, error, refetch } = useInstitutionRows({ ...query, bodies: "all" });
  const cells = data === undefined ? [] : rowsOnDay(data.cells, source, passes);
  return (
    <OpenedRows title={title} onClose={onClose}>
      {note === undefined ? null : <p className={`${styles.notes} caption`}>{note}</p>}
      {error ? (
        <ErrorPanel error={error} onRetry={() => void refetch()} />
      ) : data === undefined ? (
        <Skeletons rows={5} />
      ) : cells.length === 0 ? (
        <Empty>{t("institutions.noSpells")}</Empty>
      ) : (
        <RowTable data={{ ...data, cells }} />
      )}
    </OpenedRows>
  );
}
