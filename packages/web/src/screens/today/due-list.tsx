import type { Line as LineOf, Today } from "@kelisim/api";
import { type ReactNode, useMemo, useState } from "react";
import { Action } from "../../parts/action.tsx";
import { DayGroup } from "../../parts/day-group.tsx";
import { Empty } from "../../parts/empty.tsx";
import { Line, LineHead } from "../../parts/line.tsx";
import { Panel } from "../../parts/panel.tsx";
import { useDesk } from "../../shell/desk-context.ts";
import { distance, writeDay } from "../../state/format.ts";
import type { Group, Heading } from "../../state/groups.ts";
import { lineData } from "../../state/line-data.ts";
import { useText } from "../../texts/use-text.ts";
import styles from "./today.module.css";

export interface DueListProps {
  readonly groups: readonly Group[];
  readonly today: Today;
  readonly chosen?: string;
  readonly onChoose: (key: string | undefined) => void;
  readonly actionsOf: (line: LineOf) => ReactNode;
  readonly empty: string;
}

/** So many lines are drawn at once; the rest on demand, so that a board of thousands opens as fast as a small one. */
const AT_ONCE = 150;

/** What falls due, under its headings. */
export function DueList({ groups, today, chosen, onChoose, actionsOf, empty }: DueListProps) {
  const { t, locale } = useText();
  const { region } = useDesk();
  const [room, setRoom] = useState(AT_ONCE);
  const { standpoint, left, undetermined } = today;
  const now = standpoint.today;
  const names = useMemo(() => new Map(region.parties.map((each) => [each.id, each.name])), [region]);
  const nameOf = (id: string) => names.get(id) ?? id;
  const wording = { t, locale, timeZone: standpoint.timeZone, today: now };
  const all = groups.reduce((sum, group) => sum + group.lines.length, 0);
  const shown = cutAt(groups, room);

  return (
    <Panel bare className={styles.list}>
      {groups.length === 0 ? (
        <div className={styles.note}>
          <Empty>{empty}</Empty>
        </div>
      ) : (
        <LineHead />
      )}
      {shown.map((group) => (
        <DayGroup key={group.id} title={titleOf(group.heading)} note={noteOf(group)} late={room > AT_ONCE}>
          {group.lines.map((line) => (
            <Line
              key={line.key}
              line={lineData(line, wording, saysDate(group.heading))}
              chosen={line.key === chosen}
              onChoose={() => onChoose(line.key === chosen ? undefined : line.key)}
              actions={line.key === chosen ? actionsOf(line) : undefined}
              nameOf={nameOf}
            />
          ))}
        </DayGroup>
      ))}
      {all > room ? (
        <div className={styles.note}>
          <Action look="quiet" onClick={() => setRoom(Number.POSITIVE_INFINITY)}>
            {t("today.showAll", { count: all })}
          </Action>
        </div>
      ) : null}
      {left.earlier + left.later > 0 ? (
        <p className={styles.note}>
          {t("today.left", { ...left, both: left.earlier > 0 && left.later > 0 ? "yes" : "no" })}
        </p>
      ) : null}
      {undetermined.length > 0 ? (
        <details className={styles.note}>
          <summary>{t("today.undetermined", { count: undetermined.length })}</summary>
          <ul>
            {undetermined.map((each) => (
              <li key={each.clause + each.subject}>
                {each.clause}: {each.missing.join("; ")}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </Panel>
  );

  function titleOf(heading: Heading): string {
    if (heading.kind === "named") return heading.name;
    if (heading.kind === "text") return t(heading.text, { days: 90 });
    const day = writeDay(heading.day, locale, { weekday: "long", month: "long", year: "auto", near: now });
    return day.charAt(0).toLocaleUpperCase(locale) + day.slice(1);
  }

  function noteOf(group: Group): string | number {
    if (group.heading.kind !== "day") return group.lines.length;
    const from = distance(now, group.heading.day);
    return t(from.id, "count" in from ? { count: from.count } : undefined);
  }
}

/** Whether a heading says when the lines below it are due, or that they have no date. */
const saysDate = (heading: Heading): boolean =>
  heading.kind === "day" || (heading.kind === "text" && heading.text === "today.undated");

function cutAt(groups: readonly Group[], room: number): readonly Group[] {
  let left = room;
  return groups.flatMap((group) => {
    const lines = group.lines.slice(0, left);
    left -= lines.length;
    return lines.length > 0 ? [{ ...group, lines }] : [];
  });
}
