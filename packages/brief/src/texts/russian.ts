import type { BriefTexts } from "./english.ts";
import { analysisInRussian } from "./russian-analysis.ts";

/** "1 строка", "2 строки", "5 строк". */
function rowsOf(count: number): string {
  const form = new Intl.PluralRules("ru").select(count);
  return `${count} ${form === "one" ? "строка" : form === "few" ? "строки" : "строк"}`;
}

const CONFIDENCE: Readonly<Record<string, string>> = { high: "высокая", medium: "средняя", low: "низкая" };

/** "indicators.csv, C, confidence high": the row of a table, with its confidence. */
const inputInRussian = (name: string): string =>
  name.replace(/(?<=, )confidence (high|medium|low)$/, (_, level: string) => `достоверность: ${CONFIDENCE[level]}`);

/** Words of the analysis that stand in cells. */
const WORDS: Readonly<Record<string, string>> = {
  ...CONFIDENCE,
  "no kind": "не отнесено к виду",
  supported: "подтверждено",
  contradicted: "есть возражение",
  "nothing that counts": "нет источника, который идёт в счёт",
  some: "есть",
  none: "нет",
  "none in our table": "в нашей таблице нет",
  unknown: "неизвестно",
  followed: "продолжается",
  "named without dates": "названо без дат",
  member: "член",
  "other status": "иной статус",
  uncertain: "дата оставляет открытым",
  ended: "закончилось",
  "not yet": "ещё нет",
  "not listed": "в списке нет",
  treaty: "договоры",
  base: "базы",
  training: "обучение",
  arms: "оружие",
  aid: "помощь",
  dialogue: "диалог",
  cyber: "кибербезопасность",
  done: "сделано",
  rejected: "отклонено",
  open: "открыто",
  "sources disagree": "источники расходятся",
  "nothing known": "ничего не известно",
  "part above whole": "часть больше целого",
  "parts do not add up": "части не складываются в целое",
  "total among parts": "итог стоит среди частей",
  "growth does not follow": "рост не следует из значений",
  "out of line": "значение выбивается из ряда",
  "nothing found": "ничего не найдено",
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
  withdrawn: (version, name, date, reason) => `Версия ${version} отозвана: ${name}, ${date}. Причина: ${reason}`,
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
  input: (name, vintage, rows) => `${inputInRussian(name)} (${vintage || "без даты"}), ${rowsOf(rows)}`,
  inputs: (inputs) =>
    inputs.length === 0 ? "Исходных данных нет: ни одна строка не отвечает." : `Исходные данные: ${inputs.join("; ")}.`,
  excluded: (rows, reason) => `${rowsOf(rows)}: ${reason}`,
  exclusions: (parts) => (parts.length === 0 ? "Ничего не исключено." : `Исключено: ${parts.join("; ")}.`),
  moved: (recorded, now) => `Записано: ${recorded}; по данным сейчас: ${now}.`,
  changed: (recorded) => `Здесь стоят данные на сейчас; записано было: ${recorded}.`,
  staleRows: "изменилось после записи",
  asWritten: analysisInRussian,
  noRows: "Нет ни одной строки.",
  support: (confidence, independent) =>
    `Достоверность: ${CONFIDENCE[confidence] ?? confidence}; ${independent === 0 ? "нет источников, которые идут в счёт" : `независимых источников: ${independent}`}.`,
  stateOf: (state) => `В таблице утверждений: ${state}.`,
  check: (found) => `Что дала сверка с другими источниками: ${found}`,
  sourcesDiffer: "Источники расходятся.",
  against: "Утверждения, которые говорят иное:",
  draftWords: undefined,
  columns: {
    year: "Год",
    donor: "Донор",
    recipient: "Страна",
    purpose: "Назначение",
    programme: "Программа",
    donors: "Кто платит",
    implementers: "Исполнитель",
    countries: "Страны",
    period: "Период",
    budget: "Бюджет",
    currency: "Валюта",
    source: "Источник",
    sources: "Источники",
    confidence: "Достоверность",
    end: "Конец",
    followed: "Что следует",
    threat: "Угроза",
    country: "Страна",
    duties: "Действующие обязательства",
    programmes: "Идущие программы",
    perhaps: "Возможно",
    money: "Деньги",
    organisation: "Организация",
    standing: "Положение",
    power: "Держава",
    kind: "Вид",
    count: "Точно",
    share: "Доля",
    sum: "Сумма",
    value: "Значение",
    claim: "Утверждение",
    state: "Состояние",
    actor: "Кто",
    figure: "Показатель",
    printed: "Напечатано",
    follows: "Следует из остальных",
    finding: "Что найдено",
    party: "Сторона",
    statements: "Утверждения",
    what: "Что",
  },
  words: WORDS,
};
