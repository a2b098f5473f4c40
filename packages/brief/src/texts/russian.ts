import type { BriefTexts } from "./english.ts";

/** "1 строка", "2 строки", "5 строк". */
function rowsOf(count: number): string {
  const form = new Intl.PluralRules("ru").select(count);
  return `${count} ${form === "one" ? "строка" : form === "few" ? "строки" : "строк"}`;
}

/** Formulas and reasons of the analysis that a brief can show. */
const OF_THE_ANALYSIS: Readonly<Record<string, string>> = {
  "sum of the amounts of one measure, currency and price basis, for each combination of the keys":
    "сумма величин одного вида, в одной валюте и в одних ценах, для каждого сочетания признаков",
  "sum of the amounts whose purpose is in the set / sum of all amounts of the same group and basis":
    "сумма величин, назначение которых входит в набор / сумма всех величин той же группы и в тех же ценах",
  "each vintage's figure of one indicator, party and period, beside each other":
    "значения одного показателя, стороны и периода по всем выпускам данных, рядом",
  "no amount or no currency given": "не указана сумма или валюта",
  "group without any amount: share unknown": "в группе нет ни одной суммы: доля неизвестна",
  "the producer gives no value": "составитель не даёт значения",
};

export const russian: BriefTexts = {
  unknown: "неизвестно",
  stale: (now) => `устарело: сейчас ${now}`,
  staleNotice: (count) =>
    count === 1
      ? "Одно значение изменилось после записи. Оно отмечено в тексте."
      : `Значений, изменившихся после записи: ${count}. Они отмечены в тексте.`,
  by: (names) => names.join(", "),
  versions: "Версии",
  version: "Версия",
  date: "Дата",
  what: "Что изменено",
  reviewed: "Проверено",
  approved: "Утверждено",
  signed: (name, date) => `${name}, ${date}`,
  notSigned: "ещё нет",
  notApproved: (version) => `Версия ${version} не утверждена.`,
  notes: "Примечания к значениям",
  note: (number) => `Примечание ${number}`,
  asNote: (number) => `См. примечание ${number}.`,
  back: "назад к тексту",
  sources: "Источники",
  data: "Данные",
  dataset: (name, vintage) => `${name}, выпуск ${vintage}.`,
  cite: (citation) => `Ссылаться так: ${citation.replace(/\.$/, "")}.`,
  licence: (licence) =>
    licence === undefined
      ? "Условия использования: не найдены."
      : `Условия использования: ${licence.replace(/\.$/, "")}.`,
  foundAt: (address) => `Где найдено: ${address}.`,
  method: (id, formula) => `Метод ${id}: ${formula}.`,
  input: (name, vintage, rows) => `${name} (${vintage}), ${rowsOf(rows)}`,
  inputs: (inputs) =>
    inputs.length === 0 ? "Исходных данных нет: ни одна строка не отвечает." : `Исходные данные: ${inputs.join("; ")}.`,
  excluded: (rows, reason) => `${rowsOf(rows)}: ${reason}`,
  exclusions: (parts) => (parts.length === 0 ? "Ничего не исключено." : `Исключено: ${parts.join("; ")}.`),
  moved: (recorded, now) => `Записано: ${recorded}; по данным сейчас: ${now}.`,
  asWritten: (words) => OF_THE_ANALYSIS[words] ?? words,
};
