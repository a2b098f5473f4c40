import type { PlanAnswer } from "@kelisim/api";
import { type Instant, type KelisimRecord, type Kind, startOfDay } from "@kelisim/model";
import type { Language } from "@kelisim/words";

/** So many years ahead a plan is looked at: every year more is work, and a date in 9999 is a slip of the finger. */
const MOST_YEARS = 10;
const YEAR_MS = 366 * 86_400_000;

const WORDS: Readonly<Record<Language, { readonly message: string; readonly mend: string }>> = {
  en: {
    message: `lies more than ${MOST_YEARS} years after the day of the question`,
    mend: "look at its year, or ask as of a later day",
  },
  ru: {
    message: `больше чем на ${MOST_YEARS} лет позже дня вопроса`,
    mend: "проверьте год или задайте вопрос на более поздний день",
  },
};

/** The attributes of a plan whose dates lie further ahead than anything is worked out for. */
export function tooFar(
  record: KelisimRecord,
  kind: Kind,
  asked: { readonly asOf: Instant; readonly timeZone: string; readonly language: Language },
): PlanAnswer["problems"] {
  const last = asked.asOf + MOST_YEARS * YEAR_MS;
  return kind.attributes.flatMap(({ name, type }) => {
    const value = record.content[name];
    if (typeof value !== "number" || (type.type !== "date" && type.type !== "instant")) return [];
    const at = type.type === "date" ? startOfDay(value, asked.timeZone) : value;
    return at <= last ? [] : [{ attribute: name, ...WORDS[asked.language] }];
  });
}
