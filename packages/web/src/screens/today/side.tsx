import type { Change, RecordHead, Today } from "@kelisim/api";
import { Link } from "@tanstack/react-router";
import { Action } from "../../parts/action.tsx";
import { Empty } from "../../parts/empty.tsx";
import { Icon } from "../../parts/icon.tsx";
import { MarkingBadge } from "../../parts/marking-badge.tsx";
import { Panel } from "../../parts/panel.tsx";
import { SideItem } from "../../parts/side-item.tsx";
import { StatusMark } from "../../parts/status-mark.tsx";
import { useAddress } from "../../shell/desk-context.ts";
import { writeDay, writeMoment } from "../../state/format.ts";
import { lineData } from "../../state/line-data.ts";
import { carried } from "../../state/standpoint.ts";
import { isAhead, stateOf } from "../../state/states.ts";
import { Sentence } from "../../texts/sentence.tsx";
import { useText } from "../../texts/use-text.ts";
import { MarkSeen } from "./seen.tsx";
import styles from "./today.module.css";

const SHOWN = 4;

/** Beside the list: came in, owed to us, changed, the next meeting. */
export function Side({ today, onAllOwed }: { readonly today: Today; readonly onAllOwed: () => void }) {
  const { t, locale } = useText();
  const search = carried(useAddress()) as never;
  const { standpoint, cameIn, owed, changed, meetings, lastLooked } = today;
  const { timeZone, today: now } = standpoint;
  const wording = { t, locale, timeZone, today: now };
  const moment = (text: string) => writeMoment(text, locale, timeZone, { weekday: "short", year: "auto", near: now });
  const ahead = owed.filter((line) => isAhead(line.state) || line.unverified);
  const [meeting] = meetings;

  return (
    <div className={styles.side}>
      <Panel
        bare
        title={t("today.cameIn")}
        count={cameIn.length}
        foot={
          <Link to="/records" search={{ ...(search as object), enter: "1" } as never} className="quiet-link">
            {t("today.register")}{" "}
            <span aria-hidden="true">
              <kbd>r</kbd>
            </span>
          </Link>
        }
      >
        {cameIn.length === 0 ? <Empty>{t("today.cameInEmpty")}</Empty> : null}
        {cameIn.slice(0, SHOWN).map((each) => (
          <Received key={each.id} record={each} />
        ))}
      </Panel>
      <Panel
        bare
        title={t("today.owed")}
        count={ahead.length}
        foot={
          <Action look="quiet" onClick={onAllOwed}>
            {t("today.allOwed")}
          </Action>
        }
      >
        {ahead.length === 0 ? <Empty>{t("today.owedEmpty")}</Empty> : null}
        {ahead.slice(0, SHOWN).map((line) => {
          const data = lineData(line, wording, false);
          return (
            <SideItem key={line.key} mark={<StatusMark state={data.state} />} title={data.act}>
              {t("today.owedFrom", { who: line.who, when: data.words })}
            </SideItem>
          );
        })}
      </Panel>
      <Panel
        bare
        title={lastLooked ? t("today.changed", { date: moment(lastLooked) }) : t("today.changedFirst")}
        count={changed.length > 0 ? changed.length : undefined}
        foot={lastLooked && changed.length > 0 ? <MarkSeen region={standpoint.region} /> : undefined}
      >
        {changed.length === 0 ? <Empty>{t(lastLooked ? "today.changedEmpty" : "today.changedNever")}</Empty> : null}
        {changed.map((each) => (
          <div key={changeKey(each)} className={styles.change}>
            <Changed change={each} />
          </div>
        ))}
      </Panel>
      <Panel bare title={t("today.meeting")}>
        {meeting ? (
          <SideItem mark={<Icon name="meeting" />} title={`${moment(meeting.occurred)}. ${meeting.kindName}`}>
            {meeting.toName}
          </SideItem>
        ) : (
          <Empty>{t("today.meetingEmpty")}</Empty>
        )}
      </Panel>
    </div>
  );

  function Received({ record }: { readonly record: RecordHead }) {
    return (
      <SideItem
        mark={<Icon name="received" />}
        title={
          <Link to="/records/$id" params={{ id: record.id }} search={search}>
            {record.kindName}
          </Link>
        }
      >
        {t("today.cameInFrom", { from: record.fromName, date: moment(record.known) })}
        {record.marking ? (
          <div>
            <MarkingBadge marking={record.marking} />
          </div>
        ) : null}
      </SideItem>
    );
  }

  function Changed({ change }: { readonly change: Change }) {
    const tags = { ins: <ins />, del: <del /> };
    if (change.kind === "record") {
      const { record } = change;
      const how = record.corrects ? "corrects" : record.withdraws ? "withdraws" : "new";
      const values = { kind: record.kindName, from: record.fromName, how, date: moment(record.known) };
      return <Sentence id="today.changedRecord" values={values} tags={tags} />;
    }
    const after = lineData(change.line, wording, false);
    if (change.before === undefined) {
      return <Sentence id="today.changedNew" values={{ act: after.act, after: after.words }} tags={tags} />;
    }
    const state = t(stateOf({ state: change.before }).text, { reason: "none" });
    const day = change.beforeDay ? writeDay(change.beforeDay.slice(0, 10), locale, { year: "auto", near: now }) : "";
    const before = day === "" ? state : t("state.dated", { state, date: day });
    return <Sentence id="today.changedLine" values={{ act: after.act, before, after: after.words }} tags={tags} />;
  }
}

const changeKey = (change: Change): string => (change.kind === "record" ? change.record.id : change.line.key);
