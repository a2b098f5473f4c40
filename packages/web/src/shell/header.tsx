import { Popover, useMantineColorScheme } from "@mantine/core";
import { lazy, type ReactNode, Suspense, useState } from "react";
import { Icon } from "../parts/icon.tsx";
import { dayIn } from "../state/days.ts";
import { writeDay, writeMoment } from "../state/format.ts";
import { bodyIn, speaksFor } from "../state/session.ts";
import { useText } from "../texts/use-text.ts";
import { bodyName } from "./body-name.ts";
import { type DeskState, useStandpoint } from "./desk-context.ts";
import styles from "./header.module.css";
import { LanguageChoice } from "./language-choice.tsx";

const RegionPick = lazy(() => import("./pick-region.tsx"));
const DeskPick = lazy(() => import("./pick-desk.tsx"));
const DatePick = lazy(() => import("./pick-date.tsx"));

export interface HeaderProps {
  readonly desk: DeskState;
  readonly onFind: () => void;
  readonly onRail: () => void;
}

/** From where the page is read: region, desk and party, as of, as known on; then find, language, colours. */
export function Header({ desk, onFind, onRail }: HeaderProps) {
  const { t, locale } = useText();
  const { standpoint } = useStandpoint();
  const { region, party, session } = desk;
  const body = bodyIn(session, region.id);
  const partyName = region.parties.find((each) => each.id === party)?.name ?? party ?? t("shell.nobody");
  const now = dayIn(Date.now(), region.timeZone);
  const deskName = body && speaksFor(session, region) ? bodyName(body, t) : t("shell.demonstration");
  return (
    <header className={styles.top}>
      <button type="button" className={styles.rail} aria-label={t("shell.screens")} onClick={onRail}>
        <Icon name="menu" />
      </button>
      <Pick label={t("shell.region")} value={region.name}>
        {(close) => <RegionPick onDone={close} />}
      </Pick>
      <Pick label={t("shell.readAs")} value={t("shell.deskAndParty", { desk: deskName, party: partyName })}>
        {(close) => <DeskPick onDone={close} />}
      </Pick>
      <Pick label={t("shell.asOf")} value={standpoint.on ? dateWords(standpoint.on) : writeDay(now, locale)}>
        {(close) => <DatePick field="on" onDone={close} />}
      </Pick>
      <Pick
        label={t("shell.knownOn")}
        value={
          standpoint.known
            ? dateWords(standpoint.known)
            : t("shell.nowOn", { date: writeDay(now, locale, { year: "never" }) })
        }
        wide
      >
        {(close) => <DatePick field="known" onDone={close} />}
      </Pick>
      <button type="button" className={styles.find} onClick={onFind} aria-keyshortcuts="/" aria-label={t("shell.find")}>
        <Icon name="find" />
        <span>{t("shell.find")}</span>
        <span aria-hidden="true">
          <kbd>/</kbd>
        </span>
      </button>
      <Scheme />
      <LanguageChoice />
    </header>
  );

  function dateWords(moment: string): string {
    if (moment.length === 10) return writeDay(moment, locale);
    return writeMoment(moment, locale, region.timeZone, { zone: true });
  }
}

interface PickProps {
  readonly label: string;
  readonly value: string;
  /** Not on a phone, where the address and the print say it. */
  readonly wide?: boolean;
  readonly children: (close: () => void) => ReactNode;
}

/** One part of the standpoint: what it is, what it is set to; opens to where it is changed. */
function Pick({ label, value, wide, children }: PickProps) {
  const [open, setOpen] = useState(false);
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-start" trapFocus returnFocus withinPortal={false}>
      <Popover.Target>
        <button
          type="button"
          className={`${styles.pick} ${wide ? styles.wide : ""}`}
          onClick={() => setOpen((was) => !was)}
        >
          <span>{label}</span>
          <b>{value}</b>
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <Suspense>{open ? children(() => setOpen(false)) : null}</Suspense>
      </Popover.Dropdown>
    </Popover>
  );
}

const SCHEMES = { auto: "light", light: "dark", dark: "auto" } as const;

/** Colours: as the system has it, light, dark, in turn. */
function Scheme() {
  const { t } = useText();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const words = t("shell.colours", { scheme: colorScheme });
  return (
    <button
      type="button"
      className={styles.scheme}
      title={words}
      aria-label={words}
      onClick={() => setColorScheme(SCHEMES[colorScheme])}
    >
      <Icon name={colorScheme === "auto" ? "half" : colorScheme === "dark" ? "moon" : "sun"} />
    </button>
  );
}
