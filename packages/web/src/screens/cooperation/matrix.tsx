import styles from "../../parts/button-grid.module.css";
import { ButtonGrid, Upright } from "../../parts/button-grid.tsx";
import { TimeTracks } from "../../parts/time-tracks.tsx";
import { type Cell, keyOf, type Matrix as MatrixData } from "../../state/cooperation/matrix.ts";
import { membershipBars, positionOf, type Years } from "../../state/cooperation/through-time.ts";
import type { Day } from "../../state/days.ts";
import { useText } from "../../texts/use-text.ts";
import { cellWords } from "./cell-words.ts";
import { StatusKey, StatusMarks } from "./status-marks.tsx";

export interface MatrixProps {
  readonly matrix: MatrixData;
  readonly years: Years;
  readonly day: Day;
  readonly throughTime: boolean;
  /** `organisation~party` of the cell whose detail is open. */
  readonly chosen?: string;
  readonly onChoose: (key: string | undefined) => void;
}

/** States × organisations, on the day or through time. */
export function Matrix({ matrix, years, day, throughTime, chosen, onChoose }: MatrixProps) {
  const { t, locale } = useText();
  const { parties } = matrix;
  return (
    <ButtonGrid
      caption={t("cooperation.matrix")}
      corner={t("cooperation.body")}
      className={throughTime ? styles.time : undefined}
      columns={parties.map(({ id, name, focus }) => ({
        key: id,
        name: <Upright>{name}</Upright>,
        className: focus ? undefined : styles.near,
      }))}
      rows={matrix.rows.map(({ organisation, cells, absent }) => ({
        key: organisation.id,
        className: absent ? styles.absent : undefined,
        title: organisation.name,
        name: (
          <>
            {organisation.shortName}
            {absent ? <small>{t("cooperation.gone")}</small> : null}
          </>
        ),
        cells: cells.map((cell, column) => {
          const party = parties[column]!;
          const key = keyOf(organisation.id, party.id);
          return {
            key,
            label: cellWords(cell, party.name, organisation.shortName, t, locale),
            drawn: throughTime ? (
              <Tracks id={key} cell={cell} years={years} day={day} />
            ) : (
              <StatusMarks marks={cell.marks} differ={cell.disputed} />
            ),
          };
        }),
      }))}
      chosen={chosen}
      onChoose={onChoose}
    />
  );
}

interface TracksProps extends Pick<MatrixProps, "years" | "day"> {
  readonly id: string;
  readonly cell: Cell;
}

function Tracks({ id, cell, years, day }: TracksProps) {
  if (cell.relation === undefined) return null;
  const bars = membershipBars(cell.relation.spells, years, day);
  return <TimeTracks tracks={[{ id, tone: "first", bars }]} label="" now={positionOf(day, years)} height={10} />;
}

/** What letters and grounds mean here. */
export function MatrixKey() {
  const { t } = useText();
  return (
    <StatusKey
      looks={(["filled", "dashed", "hatched", "line"] as const).map((look) => [look, t(`cooperation.look.${look}`)])}
      differ={t("cooperation.sourcesDiffer")}
    />
  );
}
