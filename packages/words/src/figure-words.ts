import type { Language } from "./texts/index.ts";

/** Formulas of methods, by the id of the method, as `METHODS` of the analysis has them in English. */
const RUSSIAN_METHODS: Readonly<Record<string, string>> = {
  "money.series": "сумма платежей одной меры, валюты и основы цен для каждого сочетания признаков",
  "money.share": "сумма платежей, цель которых входит в набор / сумма всех платежей той же группы и основы",
  "money.concentration":
    "индекс Херфиндаля — Хиршмана: сумма квадратов долей доноров; действующее число доноров: 1 / индекс",
  "money.growth": "(сумма года − сумма предыдущего года) / сумма предыдущего года",
  "programmes.chains": "программы с одним названием перед словом phase, по номерам и началу",
  "programmes.ends":
    "программы, последний возможный день которых не позднее названного и для которых не известно ни следующей фазы, ни названного преемника, ни программы общей темы и страны",
  "programmes.totals":
    "сумма бюджетов в одной валюте; строка о нескольких фазах стоит вместо них; из расходящихся строк берутся наименьшая и наибольшая",
  "vintages.compare": "число позднего выпуска − число раннего, для каждого сочетания признаков",
};

/** Why something was left out of a figure. */
const RUSSIAN_REASONS: Readonly<Record<string, string>> = {
  "no amount or no currency given": "не указана сумма или валюта",
  "group without any amount: share unknown": "в группе нет ни одной суммы: доля неизвестна",
  "no donor given": "донор не указан",
  "sum of the donor is not above zero": "сумма донора не больше нуля",
  "no year given": "год не указан",
  "stands more than once in one vintage: the first is taken": "стоит в выпуске более одного раза: взято первое",
  "name tells of no phase": "название не говорит о фазе",
  "no end known": "окончание неизвестно",
  "not followed, budget not known": "продолжения нет, бюджет неизвестен",
  "part of another row that is counted": "часть другой учтённой строки",
  "part of another row that is counted; budget not known": "часть другой учтённой строки; бюджет неизвестен",
  "budget not known": "бюджет неизвестен",
};

const RUSSIAN_SETS: Readonly<Record<string, string>> = {
  "152": "Конфликты, мир и безопасность (сектор 152 КСР)",
  "border-management": "Управление границами, по названиям под кодами 15110, 15140, 15210 и 99810",
};

/** The name of a set of purposes. */
export function purposeSetWords(language: Language, { id, name }: { readonly id: string; readonly name: string }) {
  return language === "ru" ? (RUSSIAN_SETS[id] ?? name) : name;
}

/** The formula of a method in the language of who reads it; English where there are no words yet. */
export function methodWords(language: Language, { id, formula }: { readonly id: string; readonly formula: string }) {
  return language === "ru" ? (RUSSIAN_METHODS[id] ?? formula) : formula;
}

/** Why rows were left out of a figure, in the language of who reads it. */
export function exclusionWords(language: Language, reason: string): string {
  return language === "ru" ? (RUSSIAN_REASONS[reason] ?? reason) : reason;
}
