import { useState } from "react";
import { ClauseCard } from "../../parts/clause-card.tsx";
import { DayGroup } from "../../parts/day-group.tsx";
import { LeadTimes } from "../../parts/lead-times.tsx";
import { Line, LineHead } from "../../parts/line.tsx";
import { PartyStrip } from "../../parts/party-strip.tsx";
import { StripCalendar } from "../../parts/strip-calendar.tsx";
import { laneMarks } from "../../state/calendar.ts";
import { lineData } from "../../state/line-data.ts";
import { stateOf } from "../../state/states.ts";
import { useText } from "../../texts/use-text.ts";
import { SAMPLE } from "./samples.ts";
import styles from "./states.module.css";

/** The larger parts with lines of the invented region. */
export function SampleParts() {
  const { t, locale } = useText();
  const [picked, setPicked] = useState<string>();
  const { today, lines } = SAMPLE;
  const wording = { t, locale, timeZone: "UTC", today };
  return (
    <>
      <LineHead />
      <DayGroup title={t("gallery.lines")} note={lines.length}>
        {lines.map((each) => (
          <Line key={each.key} line={lineData(each, wording, false)} nameOf={(id) => id} />
        ))}
      </DayGroup>
      <div className={styles.samples}>
        <StripCalendar
          from={today}
          days={90}
          today={today}
          lanes={[{ id: "we", marks: laneMarks(lines, today, 90, "UTC") }]}
          picked={picked}
          onPick={setPicked}
        />
        <h3>{t("gallery.strip")}</h3>
        <PartyStrip tracks={SAMPLE.tracks} from="1995-01-01" until="2027-01-01" asOf={today} />
        <h3>{t("parts.lead.title")}</h3>
        <LeadTimes today={today} start="2026-12-20" times={SAMPLE.leadTimes} earliest="2026-12-31" />
        <ClauseCard
          id="RIVER-09"
          title={lines[0]!.act}
          who="Avelin"
          when={t("parts.lead.days", { count: 7 })}
          channel={lines[0]!.channel}
          confidence="high"
          now={[{ state: stateOf({ state: "open" }), words: t("state.open") }]}
        />
      </div>
    </>
  );
}
