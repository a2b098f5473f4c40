/**
 * Russian for the kinds of events that timelines tell of. They are plain words of a table, not kinds of the vocabulary,
 * so the translations of a region have no place for them; a word that is not here stays as the table writes it.
 */
const RUSSIAN: Readonly<Record<string, string>> = {
  "UN resolution": "резолюция ООН",
  accession: "присоединение",
  agreement: "договорённость",
  attack: "нападение",
  "base closure": "закрытие базы",
  "base opening": "открытие базы",
  "border closure": "закрытие границы",
  "border treaty": "договор о границе",
  clash: "столкновение",
  conference: "конференция",
  decision: "решение",
  declaration: "заявление",
  deployment: "ввод сил",
  dialogue: "диалог",
  "entry into force": "вступление в силу",
  exercise: "учение",
  hazard: "стихийное бедствие или авария",
  incursion: "вторжение групп",
  initiative: "инициатива",
  institution: "учреждение",
  "internal crisis": "внутренний кризис",
  "leadership change": "смена руководства",
  "peace agreement": "мирное соглашение",
  plan: "план",
  "programme launch": "начало программы",
  proposal: "предложение",
  ratification: "ратификация",
  signature: "подписание",
  strategy: "стратегия",
  summit: "саммит",
  suspension: "приостановление",
  treaty: "договор",
};

export const timelineKind = (what: string, language: "en" | "ru"): string =>
  language === "ru" ? (RUSSIAN[what] ?? what) : what;
