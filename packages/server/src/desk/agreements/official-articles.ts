import type { OfficialText } from "@kelisim/api";

type Article = OfficialText["articles"][number];

/**
 * A line that begins an article, in the languages in which the region's agreements are authentic: "Article 5",
 * "Статья 5", "5-бап", "5-берене", "5-modda", "Моддаи 5", "Madda 5", "5-nji madda", "第五条", and a paragraph sign or "§ 5".
 */
const MARKERS: readonly RegExp[] = [
  /^(?:article|art\.|статья|ст\.|madda|modda|мадда|моддаи|модда|§|¶)\s*(\d+|[ivxlc]+)\b[.:)]?/iu,
  /^(\d+)(?:\s*[-–]\s*nj[iy])?\s*[-–.]?\s*(?:бап|берене|модда|modda|madda|мадда)(?![\p{L}])[.:]?/iu,
  /^第\s*([一二三四五六七八九十百零〇\d]+)\s*条/u,
];

/**
 * Cuts an official text at its article markers, so that each article can stand beside our summary of it. Not a word is
 * changed: the parts joined by line ends give the text back. What stands before the first marker has no article.
 */
export function articlesOf(text: string): readonly Article[] {
  const found: { article?: string; heading: string; lines: string[] }[] = [{ heading: "", lines: [] }];
  for (const line of text.replaceAll("\r\n", "\n").split("\n")) {
    const article = articleOf(line.trim());
    if (article === undefined) found.at(-1)?.lines.push(line);
    else found.push({ article, heading: line.trim(), lines: [line] });
  }
  return found.flatMap(({ article, heading, lines }) => {
    const words = lines.join("\n").trim();
    if (words === "") return [];
    return [{ ...(article === undefined ? {} : { article }), heading, text: words }];
  });
}

function articleOf(line: string): string | undefined {
  // A sentence that only begins with the word speaks of an article and is none; headings are short or end there.
  for (const marker of MARKERS) {
    const number = marker.exec(line)?.[1];
    if (number !== undefined) return arabic(number);
  }
  return undefined;
}

const ROMAN: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 };
const HAN: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};

/** "IX", "十五" and "15" are numbers that a summary writes as "9" and "15". */
function arabic(number: string): string {
  if (/^\d+$/.test(number)) return String(Number(number));
  if (/^[ivxlc]+$/i.test(number)) {
    const values = [...number.toLowerCase()].map((sign) => ROMAN[sign] ?? 0);
    return String(values.reduce((sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value), 0));
  }
  const [hundreds, rest = number] = number.includes("百") ? number.split("百") : ["", number];
  const [tens, ones = rest] = rest.includes("十") ? rest.split("十") : ["", rest];
  const digit = (text: string | undefined, none: number) =>
    text === undefined || text === "" ? none : (HAN[text.at(-1)!] ?? 0);
  return String(
    (number.includes("百") ? digit(hundreds, 1) * 100 : 0) +
      (rest.includes("十") ? digit(tens, 1) * 10 : 0) +
      digit(ones, 0),
  );
}
