import { startOfDay } from "@kelisim/model";
import { calendar } from "@kelisim/words";
import type { Asked } from "../standpoint.ts";
import type { View } from "../views.ts";

/** A program that follows the calendar asks about so often. */
const REFRESH_SECONDS = 3 * 3600;

const TITLES = {
  en: (party: string) => `Duties: ${party}`,
  ru: (party: string) => `Обязанности: ${party}`,
} as const;

/**
 * What a party owes and is owed, as a calendar (RFC 5545), from the view of one body. It says the same until a record comes
 * or a day ends: its stamp is the beginning of the day.
 */
export function dutyCalendar(view: View, asked: Asked): Promise<string> {
  const { desk, ledger } = view;
  const words = desk.words(asked.language);
  const { party, asOf, knownAt, from, until } = asked;
  const board = ledger.board({ asOf, knownAt, from, until, ...(party === undefined ? {} : { party }) });
  const { rows } = words.arrange(board, asked.today, { owes: true, owed: true, all: false, undated: false });
  return calendar(rows, words.names, {
    name: party === undefined ? desk.region.name : TITLES[asked.language](words.names.party(party)),
    region: desk.id,
    stamp: startOfDay(asked.today, asked.timeZone),
    refreshSeconds: REFRESH_SECONDS,
  });
}
