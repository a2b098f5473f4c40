import type { RetentionRun } from "@kelisim/api";
import { writeMoment } from "../../state/format.ts";
import { useText } from "../../texts/use-text.ts";

/** When retention ran last, and what it erased. */
export function LastRun({ run }: { readonly run: RetentionRun | undefined }) {
  const { t, locale } = useText();
  if (run === undefined) return t("node.settings.neverRun");
  const moment = writeMoment(run.at, locale, Intl.DateTimeFormat().resolvedOptions().timeZone);
  const { interviews } = run;
  return interviews === undefined
    ? t("node.settings.lastRun", { moment, count: run.erased })
    : t("node.settings.lastRunInterviews", { moment, records: run.erased - interviews, interviews });
}
