import type { Situation } from "@kelisim/api";
import { Action } from "../../parts/action.tsx";
import { Empty } from "../../parts/empty.tsx";
import { useAddress, useChangeAddress } from "../../shell/desk-context.ts";
import { useText } from "../../texts/use-text.ts";
import { EventRow } from "./event-row.tsx";
import styles from "./situation.module.css";

const COLUMNS = [
  "situation.date",
  "situation.what",
  "situation.where",
  "situation.who",
  "situation.basis",
  "situation.recorded",
] as const;
const STEP = 120;

/** Everything that matches, the newest first, with both dates and where it comes from. */
export function Events({
  situation,
  onMore,
}: {
  readonly situation: Situation;
  readonly onMore: (() => void) | undefined;
}) {
  const { t } = useText();
  const { event: chosen } = useAddress();
  const change = useChangeAddress();
  const { happenings, total, threats } = situation;
  const left = total - happenings.length;
  if (happenings.length === 0) return <Empty>{t("situation.empty")}</Empty>;
  return (
    <>
      <table className={styles.events}>
        <caption className="unseen">{t("situation.list")}</caption>
        <thead>
          <tr>
            {COLUMNS.map((id) => (
              <th key={id} scope="col">
                {t(id)}
              </th>
            ))}
            <th scope="col">
              <span className="unseen">{t("situation.more")}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {happenings.map((each) => (
            <EventRow
              key={each.id}
              event={each}
              threats={threats}
              open={each.id === chosen}
              onOpen={(open) => change({ event: open ? each.id : undefined, spot: undefined }, true)}
              timeZone={situation.standpoint.timeZone}
            />
          ))}
        </tbody>
      </table>
      {left > 0 ? (
        <div className={styles.next}>
          {onMore ? (
            <Action onClick={onMore}>{t("situation.next", { count: Math.min(left, STEP) })}</Action>
          ) : (
            t("situation.narrow", { count: left })
          )}
        </div>
      ) : null}
    </>
  );
}
