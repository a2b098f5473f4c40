import type { coverageEnglish } from "./coverage-english.ts";

/** Russian; see coverage-english.ts. */
export const coverageRussian: typeof coverageEnglish = {
  gaps: {
    "no clause named": "наша таблица не называет положений об этой угрозе",
    "clause not here": "названных положений нет ни в одном здешнем документе",
    "binding unverified": "обязательность названных положений не проверена",
    "binds none": "по нашим таблицам ни одно названное положение на эту дату не связывает",
    "no programme named": "наша таблица не называет программ об этой угрозе",
    "programmes elsewhere": "названные программы идут в других странах",
    "dates unknown": "по датам нельзя сказать, идёт ли программа",
    "not under way": "названные программы на эту дату не идут",
    "budget unknown": "бюджет того, что идёт, не известен",
  },
};
