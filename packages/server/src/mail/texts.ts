import type { Language } from "@kelisim/words";

interface MailTexts {
  readonly soon: string;
  readonly passed: string;
  subject(region: string, soon: number, passed: number, cameIn: number): string;
  more(count: number): string;
  cameIn(count: number): string;
  why(node: string): string;
}

const russian = new Intl.PluralRules("ru");
const few = (count: number, one: string, some: string, many: string): string => {
  const form = russian.select(count);
  return `${count} ${form === "one" ? one : form === "few" ? some : many}`;
};
const plural = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

/** Texts of messages, a language. */
export const mailTexts: Readonly<Record<Language, MailTexts>> = {
  en: {
    soon: "Due soon",
    passed: "Date passed, nothing recorded here",
    subject: (region, soon, passed, cameIn) =>
      `${region}: ${[
        ...(soon > 0 ? [`${soon} due soon`] : []),
        ...(passed > 0 ? [plural(passed, "date passed", "dates passed")] : []),
        ...(cameIn > 0 ? [plural(cameIn, "record came in", "records came in")] : []),
      ].join(", ")}`,
    more: (count) => `and ${count} more`,
    cameIn: (count) => `${plural(count, "record", "records")} came in.`,
    why: (node) => `You are told because you asked ${node} for it; the page Today has the switch.`,
  },
  ru: {
    soon: "Срок подходит",
    passed: "Дата прошла, записи здесь нет",
    subject: (region, soon, passed, cameIn) =>
      `${region}: ${[
        ...(soon > 0 ? [`срок подходит: ${soon}`] : []),
        ...(passed > 0 ? [`дата прошла: ${passed}`] : []),
        ...(cameIn > 0 ? [`поступило: ${few(cameIn, "запись", "записи", "записей")}`] : []),
      ].join(", ")}`,
    more: (count) => `и ещё ${count}`,
    cameIn: (count) => `Поступило: ${few(count, "запись", "записи", "записей")}.`,
    why: (node) =>
      `Вы получили это письмо, потому что подписались на узле «${node}»; отключить можно на странице «Сегодня».`,
  },
};
