import type { Powers } from "@kelisim/api";
import { regionQuery } from "../../api/queries.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { Action } from "../../parts/action.tsx";
import { ErrorPanel } from "../../parts/error-panel.tsx";
import { OpenedRows } from "../../parts/opened-rows.tsx";
import { Skeletons } from "../../parts/skeletons.tsx";
import { useAddress, useChangeAddress, useDesk, useStandpoint } from "../../shell/desk-context.ts";
import { dayOfYear } from "../../state/days.ts";
import { cellKey, powerMatrix } from "../../state/powers/matrix.ts";
import type { Point } from "../../state/powers/point.ts";
import { useText } from "../../texts/use-text.ts";
import { CellRows, cellTitle } from "./detail.tsx";
import own from "./powers.module.css";

export interface PointRowsProps {
  /** The answer in which the point is drawn. */
  readonly data: Powers;
  readonly point: Point;
  readonly onClose: () => void;
}

/** The rows behind one year of the drawing, whatever year the screen is at; nothing where the point is none of the drawing. */
export function PointRows({ data: { powers, states, kind, standpoint }, point, onClose }: PointRowsProps) {
  const { t } = useText();
  const { region } = useDesk();
  const { asked } = useStandpoint();
  const { powers: shown, holdings } = useAddress();
  const change = useChangeAddress();
  const on = dayOfYear(standpoint, point.year);
  const power = powers.find(({ id }) => id === point.power);
  const state = states.find(({ id }) => id === point.state);
  const query = { ...asked, powers: shown, holdings, kind, on };
  const { data, error, refetch } = useAnswer({
    ...regionQuery<Powers>(region.id, "/powers", query),
    placeholderData: undefined,
  });
  if (power === undefined || state === undefined) return null;
  const found = data && powerMatrix(data, state.id).find((row) => row.power.id === power.id);
  const cell = found?.cells.find((each) => each.kind === kind);
  return (
    <OpenedRows title={cellTitle(power, kind, state, point.year, t)} onClose={onClose}>
      <div className={own.inside}>
        {error ? (
          <ErrorPanel error={error} onRetry={() => void refetch()} />
        ) : data === undefined || cell === undefined ? (
          <Skeletons rows={3} />
        ) : (
          <CellRows data={data} cell={{ ...cell, power }} />
        )}
        <p className="screen-only">
          <Action
            look="quiet"
            onClick={() => change({ on, country: state.id, cell: cellKey(power.id, kind), point: undefined })}
          >
            {t("powers.toYear", { state: state.name, year: `${point.year}` })}
          </Action>
        </p>
      </div>
    </OpenedRows>
  );
}
