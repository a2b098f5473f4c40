import type { EngineNames } from "./engine-names.ts";

type Rule = readonly [pattern: RegExp, words: (found: readonly string[], names: EngineNames) => string];

/** The engine speaks of terms as clauses write them: "e.personnel", "count of Exercise", "period start". */
const TERMS: Readonly<Record<string, string>> = {
  record: "запись",
  constant: "постоянное значение",
  period: "период",
  "period start": "начало периода",
  "period end": "конец периода",
  moment: "момент, с которого считается срок",
  "bound since": "дата вступления обязательств в силу",
  "own threshold": "собственный порог",
};

function term(text: string, names: EngineNames): string {
  const attribute = /^\w+\.(\w+)$/.exec(text);
  if (attribute !== null) return names.attribute(attribute[1]!);
  const window = /^(count|sum) of (\w+)$/.exec(text);
  if (window !== null) return `${window[1] === "sum" ? "сумма" : "число"}: ${names.kind(window[2]!)}`;
  return TERMS[text] ?? text;
}

/** One pattern for each sentence that the engine can say (duties/src/answer). What matches none stays as it is. */
const RULES: readonly Rule[] = [
  [/^(.+) is not given$/, ([, what = ""], names) => `не указано: ${term(what, names)}`],
  [
    /^(.+) is not given precisely enough$/,
    ([, what = ""], names) => `указано недостаточно точно: ${term(what, names)}`,
  ],
  [
    /^whether (.+) is a member of (\S+) then is not verified$/,
    ([, who = "", of = ""], names) =>
      `не проверено членство на тот день: ${term(who, names)}, ${names.organisation(of)}`,
  ],
  [
    /^(.+) cannot be placed in or outside (\S+) on our map$/,
    ([, what = "", zone = ""], names) => `по нашей карте нельзя сказать, в зоне ли это: ${term(what, names)}, ${zone}`,
  ],
  [
    /^whether (.+) was bound on the day that matters is not verified$/,
    ([, party = ""], names) => `не проверено, действовали ли обязательства на нужный день: ${names.party(party)}`,
  ],
  [
    /^the records here are not declared complete, so silence says nothing$/,
    () => "записи здесь не объявлены полными, поэтому их отсутствие ни о чём не говорит",
  ],
  [/^records of this kind are not declared complete here$/, () => "записи этого вида здесь не объявлены полными"],
  [
    /^whether (.+) counts, or with what value$/,
    ([, subject = ""]) => `не известно, засчитывается ли запись и с каким значением: ${subject}`,
  ],
  [/^a suspension without an end date holds the time$/, () => "течение срока приостановлено без даты окончания"],
  [/^the text sets no number$/, () => "в тексте нет числа"],
  [/^"(.+)" has no reading$/, ([, words = ""]) => `нет толкования слов «${words}»`],
  [
    /^the date it counts from is not given, or not to the day$/,
    () => "дата, от которой считается срок, не указана или указана не до дня",
  ],
  [/^displaced by (\S+)$/, ([, clause = ""]) => `уступает место положению ${clause}`],
  [/^reservation of (\S+)$/, ([, party = ""], names) => `оговорка: ${names.party(party)}`],
  [/^trigger withdrawn$/, () => "запись, из которой это следовало, отозвана"],
  [/^trigger corrected$/, () => "запись, из которой это следовало, исправлена"],
  [/^article (.+)$/, ([, article = ""]) => `статья ${article}`],
  [/^channel: (.*)$/, ([, channel = ""], names) => `канал: ${names.channel(channel)}`],
  [/^at most (.+)$/, ([, most = ""]) => `не более ${most}`],
  [/^(.+) in all$/, ([, amount = ""]) => `всего ${amount}`],
  [/^(\d+) percent$/, ([, percent = ""]) => `${percent} %`],
  [/^(\d+) (minute|hour|day|working day|week|month|year)s?$/, ([, count = "", unit = ""]) => `${count} ${UNITS[unit]}`],
];

const UNITS: Readonly<Record<string, string>> = {
  minute: "мин.",
  hour: "ч",
  day: "дн.",
  "working day": "раб. дн.",
  week: "нед.",
  month: "мес.",
  year: "г.",
};

/** A sentence of the engine in Russian. */
export function engineRussian(sentence: string, names: EngineNames): string {
  for (const [pattern, words] of RULES) {
    const found = pattern.exec(sentence);
    if (found !== null) return words([...found], names);
  }
  return sentence;
}
