import type { Standpoint } from "@kelisim/api";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useMemo } from "react";
import { PageHead } from "../../parts/page-head.tsx";
import { StandpointBar } from "../../parts/standpoint-bar.tsx";
import { YearSlider } from "../../parts/year-slider.tsx";
import { useAddress, useStandpoint } from "../../shell/desk-context.ts";
import { stopsOf } from "../../state/cooperation/stops.ts";
import type { Years } from "../../state/cooperation/through-time.ts";
import { dayIn } from "../../state/days.ts";
import { writeDay } from "../../state/format.ts";
import { INSTITUTION_TABS, institutionTab } from "../../state/institutions/tabs.ts";
import { useText } from "../../texts/use-text.ts";
import tabStyles from "../agreement/tabs.module.css";
import { Neighbours } from "../cooperation/neighbours.tsx";
import styles from "./institutions.module.css";

export interface FrameProps {
  readonly standpoint: Standpoint;
  readonly years: Years;
  readonly answer: ReactNode;
  readonly children: ReactNode;
}

/** What all parts of the screen have: the answer, the parts, the day. */
export function Frame({ standpoint, years, answer, children }: FrameProps) {
  const { t, locale } = useText();
  const { change } = useStandpoint();
  const address = useAddress();
  const tab = institutionTab(address.tab);
  const { today: day, timeZone } = standpoint;
  const now = dayIn(Date.now(), timeZone);
  const { from, to } = years;
  const stops = useMemo(() => stopsOf({ from, to }, day > now ? day : now), [from, to, day, now]);
  return (
    <>
      <StandpointBar standpoint={standpoint} paperOnly />
      <PageHead
        title={t("institutions.title", { date: writeDay(day, locale, { month: "long" }) })}
        answer={answer}
        actions={<Neighbours />}
      />
      <nav className={tabStyles.tabs} aria-label={t("institutions.parts")}>
        {INSTITUTION_TABS.map((each) => (
          <Link
            key={each}
            to="."
            search={{ ...address, tab: each === "day" ? undefined : each, cell: undefined } as never}
            aria-current={each === tab ? "page" : undefined}
            activeOptions={{ exact: true, includeSearch: true }}
            resetScroll={false}
          >
            {t(`institutions.tab.${each}`)}
          </Link>
        ))}
      </nav>
      <YearSlider stops={stops} day={day} onDay={(on) => change({ on }, true)} />
      <div className={styles.stack}>{children}</div>
    </>
  );
}
