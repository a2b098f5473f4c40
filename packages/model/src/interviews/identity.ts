import { type Refusal, refuse } from "../refusal.ts";

/** Names of columns that hold who somebody is, in the languages of files that people bring: English and Russian. */
const IDENTITY_COLUMN =
  /(^|[^\p{L}])(names?|surname|fullname|firstname|lastname|respondents?|interviewees?|interviewers?|person|e-?mails?|mail|phones?|telephone|tel|mobile|cell|whatsapp|telegram|contacts?|address|birth\p{L}*|dob|passport|iin|position|job ?title|employer|фио|имя|фамилия|отчество|респондент\p{L}*|интервьюер\p{L}*|почта|телефон|моб\p{L}*|контакт\p{L}*|адрес|рождени\p{L}*|паспорт|иин|должность)([^\p{L}]|$)/iu;

/** Whether a column is called as if it held who somebody is. */
export const looksLikeIdentity = (column: string): boolean =>
  IDENTITY_COLUMN.test(column.replaceAll(/[_.]/g, " ").replaceAll(/(?<=\p{Ll})(?=\p{Lu})/gu, " "));

const MAIL = /[^\s@<>(),;:"]+@[^\s@<>(),;:"]+\.\p{L}{2,}/u;
const HANDLE = /(^|\s)@[A-Za-z]\w{3,}|\b(?:t\.me|wa\.me|facebook\.com|instagram\.com|linkedin\.com|vk\.com)\//i;
const DIGITS = /(?:\+|\b)\d(?:[ \u00A0().-]?\(?\d\)?){6,}/g;
const TITLED =
  /(^|[^\p{L}])(?:[Mm]rs?|[Mm]s|[Dd]r|[Pp]rof)\.?\s+\p{Lu}\p{Ll}+|(^|[^\p{L}])(?:[Гг]-н|[Гг]-жа|[Гг]осподин|[Гг]оспожа|[Дд]-р|[Пп]роф\.)\s*\p{Lu}\p{Ll}+/u;
/** Numbers that are no telephone: days, stretches of years, thousands in groups of three. */
const HARMLESS = [
  /^\d{4}-\d{2}-\d{2}$/,
  /^\d{2}\.\d{2}\.\d{4}$/,
  /^(?:1[89]|20)\d{2}\s?-\s?(?:1[89]|20)\d{2}$/,
  /^[1-9]\d{0,2}(?:[ \u00A0.]\d{3})+$/,
];

/**
 * Why a text may not be kept among interviews without identities: an address of mail, a telephone number, a name on a network, or
 * a title with a name. It finds what has such a form; a bare name has none, so that a person must have read the text before.
 */
export function identityIn(text: string): Refusal | undefined {
  if (MAIL.test(text)) return refuse("holds an e-mail address", "take it out: interviews are kept without identities");
  if (HANDLE.test(text))
    return refuse("holds a name on a network", "take it out: interviews are kept without identities");
  const numbers = (text.match(DIGITS) ?? []).map((found) => found.trim());
  if (numbers.some((found) => !HARMLESS.some((form) => form.test(found))))
    return refuse(
      "holds what looks like a telephone number",
      "take it out; a large number can be written in words or as 1.7 million",
    );
  if (TITLED.test(text))
    return refuse("seems to name a person", "take the name out: interviews are kept without identities");
  return undefined;
}
