import type { Borders, Situation } from "@kelisim/api";
import { STATUSES } from "../../map/drawn-borders.ts";
import { writeDay } from "../../state/format.ts";
import { Sentence } from "../../texts/sentence.tsx";
import { useText } from "../../texts/use-text.ts";

export interface AnswerProps {
  readonly situation: Situation;
  readonly borders: Borders | undefined;
}

/** What would be said on the telephone: how much happened from when to when, and how the lines stand. */
export function Answer({ situation, borders }: AnswerProps) {
  const { t, locale } = useText();
  const { marks, total, unplaced, learnedLater, ahead, notLooked } = situation;
  const days = marks.flatMap(({ firstDay, lastDay }) => [firstDay, lastDay]).sort();
  const [from, until] = [days[0], days.at(-1)].map((day) => (day === undefined ? "" : writeDay(day, locale)));
  const sections = borders?.sections ?? [];
  const lines = new Set(sections.map(({ border }) => border));
  const counts = Object.fromEntries(
    STATUSES.map((status) => [
      status,
      new Set(sections.filter((each) => each.status === status).map(({ border }) => border)).size,
    ]),
  );
  return (
    <>
      <Sentence id="situation.answer" values={{ total, from, until }} />{" "}
      {total > 0 ? `${t("situation.placed", { unplaced })} ` : null}
      {lines.size > 0 ? `${t("situation.lines", { all: lines.size, ...counts })} ` : null}
      {learnedLater > 0 ? `${t("situation.later", { count: learnedLater })} ` : null}
      {ahead > 0 ? `${t("situation.ahead", { count: ahead })} ` : null}
      {notLooked > 0 ? t("situation.notLooked", { count: notLooked }) : null}
    </>
  );
}
