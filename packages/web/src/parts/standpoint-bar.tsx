import type { Standpoint } from "@kelisim/api";
import { writeMoment } from "../state/format.ts";
import { useText } from "../texts/use-text.ts";

/** From where the page is read, in one line: on paper, in exports, under an explanation. */
export function StandpointBar({
  standpoint,
  paperOnly,
}: {
  readonly standpoint: Standpoint;
  readonly paperOnly?: boolean;
}) {
  const { t, locale } = useText();
  const { party, partyName, asOf, knownAt, timeZone } = standpoint;
  const moment = (text: string) => writeMoment(text, locale, timeZone, { zone: true });
  return (
    <p className={`meta ${paperOnly ? "paper-only" : ""}`}>
      {t("parts.standpoint.page", {
        party: partyName ?? party ?? t("shell.nobody"),
        asOf: moment(asOf),
        knownAt: moment(knownAt),
      })}
    </p>
  );
}
