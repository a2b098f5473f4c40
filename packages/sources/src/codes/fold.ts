/**
 * A name or code without what writers differ in: accents, case, "&" for "and", signs between words, leading zeros of a number.
 * "Côte d'Ivoire" is "cote d ivoire"; "051" is "51".
 */
export function foldName(text: string): string {
  const words = text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/&/g, " and ")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  return /^0+\d/.test(words) ? words.replace(/^0+/, "") : words;
}
