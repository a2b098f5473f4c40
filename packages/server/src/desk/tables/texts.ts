import type { Proof } from "@kelisim/api";

/** What a file says about itself. */
export interface TableTexts {
  readonly licence: string;
  /** Instead of it where the rows are a body's own. */
  readonly ofBody: string;
  /** Beside it: terms and citation of a file that was taken in. */
  readonly file: (file: Proof["inputs"][number]) => string;
  readonly cite: string;
  readonly unknown: string;
  readonly states: string;
  readonly unofficial: string;
  readonly invented: string;
  readonly about: string;
  readonly columns: string;
  readonly field: readonly [
    table: string,
    region: string,
    asOf: string,
    knownAt: string,
    readAs: string,
    licence: string,
    cite: string,
    caveat: string,
    source: string,
    column: string,
    title: string,
    description: string,
  ];
  readonly coverage: (table: string, coverage: "partial" | "complete", of: string | undefined) => string;
}

const english: TableTexts = {
  licence:
    "This compilation: Apache-2.0. The works named as sources belong to their producers and keep their own terms; only facts are taken from them.",
  ofBody: "Work of the body that it is read as. Nothing here is published: who may have it is that body's to say.",
  file: ({ of, name, vintage, citation, licence }) =>
    `${name}${vintage === undefined ? "" : `, vintage ${vintage}`} (holding ${of}): ${licence ?? "its terms were not seen here"}${citation === undefined ? "" : ` Cite: ${citation}`}`,
  cite: "Cite the producer that the column Source names, not this node.",
  unknown: "An empty cell means: not known here. It is never a zero.",
  states:
    "States are those of the records of one node: a date that passed with nothing recorded here says nothing about what a party did.",
  unofficial: "Titles and summaries are unofficial.",
  invented: "Everything here is invented, for training and tests.",
  about: "About",
  columns: "Columns",
  field: [
    "Table",
    "Region",
    "As of",
    "As known on",
    "Read as",
    "Licence",
    "How to cite",
    "Caveat",
    "Source",
    "Column",
    "Title",
    "What stands in it",
  ],
  coverage: (table, coverage, of) =>
    `The table "${table}" is ${coverage === "partial" ? "partial: others may exist that are not in it" : "complete"}${of === undefined ? "" : ` (${of})`}.`,
};

const russian: TableTexts = {
  licence:
    "Эта подборка: Apache-2.0. Названные источники принадлежат их авторам и сохраняют свои условия; из них взяты только факты.",
  ofBody:
    "Работа органа, от имени которого прочитано. Здесь ничего не опубликовано: кому это можно иметь, решает этот орган.",
  file: ({ of, name, vintage, citation, licence }) =>
    `${name}${vintage === undefined ? "" : `, выпуск ${vintage}`} (принятый файл ${of}): ${licence ?? "условия здесь не видели"}${citation === undefined ? "" : ` Ссылка: ${citation}`}`,
  cite: "Ссылайтесь на автора, названного в столбце «Источник», а не на этот узел.",
  unknown: "Пустая ячейка означает: здесь не известно. Это никогда не ноль.",
  states:
    "Состояния взяты из записей одного узла: прошедшая дата без записи здесь ничего не говорит о том, что сделала сторона.",
  unofficial: "Названия и изложения неофициальны.",
  invented: "Всё здесь вымышлено, для обучения и проверок.",
  about: "О таблице",
  columns: "Столбцы",
  field: [
    "Таблица",
    "Регион",
    "На дату",
    "По сведениям на",
    "Прочитано от имени",
    "Лицензия",
    "Как ссылаться",
    "Оговорка",
    "Источник",
    "Столбец",
    "Название",
    "Что в нём",
  ],
  coverage: (table, coverage, of) =>
    `Таблица «${table}» ${coverage === "partial" ? "неполна: может быть и то, чего в ней нет" : "полна"}${of === undefined ? "" : ` (${of})`}.`,
};

export const tableTexts: Readonly<Record<"en" | "ru", TableTexts>> = { en: english, ru: russian };
