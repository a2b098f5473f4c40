/** Formulas and reasons of the analysis, and of calculations of a brief, as a footnote gives them. */
const FORMULAS: Readonly<Record<string, string>> = {
  "sum of the amounts of one measure, currency and price basis, for each combination of the keys":
    "сумма величин одного вида, в одной валюте и в одних ценах, для каждого сочетания признаков",
  "sum of the amounts whose purpose is in the set / sum of all amounts of the same group and basis":
    "сумма величин, назначение которых входит в набор / сумма всех величин той же группы и в тех же ценах",
  "sum of disbursements / sum of commitments, of the same keys, currency and price basis":
    "сумма выплат / сумма обязательств с теми же признаками, валютой и ценами",
  "(sum of the year - sum of the year before) / sum of the year before":
    "(сумма года − сумма предыдущего года) / сумма предыдущего года",
  "Herfindahl-Hirschman index: sum of the squared shares of donors; effective number: 1 / index":
    "индекс Херфиндаля — Хиршмана: сумма квадратов долей доноров; действующее число доноров: 1 / индекс",
  "each vintage's figure of one indicator, party and period, beside each other":
    "значения одного показателя, стороны и периода по всем выпускам данных, рядом",
  "each rule by itself: a finding holds the figures that cannot all be right":
    "каждое правило само по себе: найдены значения, которые не могут быть верны все сразу",
  "number of families of sources that say the same, machine-written text and general knowledge not counted":
    "число независимых источников, которые говорят то же; машинный текст и общеизвестное не считаются",
  "newest decision known on or before the day, for each recommendation":
    "новейшее решение не позднее этого дня, для каждой рекомендации",
  "sum of budgets in one currency; a row over several phases stands for them; of rows that disagree the least and the greatest are taken":
    "сумма бюджетов в одной валюте; строка о нескольких этапах заменяет их; если строки расходятся, берутся наименьшая и наибольшая",
  "programmes whose last possible day is on or before the day, and for which no later phase, declared successor or programme of common theme and country is known":
    "программы, последний возможный день которых не позже этого дня, и то, что известно об их продолжении: следующий этап, объявленный преемник, программа с общей угрозой и страной",
  "for each threat and country: clauses that bind it, programmes under way in it, budgets for it alone; budgets for several countries apart":
    "для каждой угрозы и страны: положения, которые её связывают, идущие в ней программы, бюджеты только для неё; бюджеты на несколько стран отдельно",
  "for each source: the row of the organisation and party whose period holds the day":
    "для каждого источника: строка организации и стороны, период которой включает этот день",
  "number of organisations of which both are members / number of which at least one is (Jaccard)":
    "число организаций, где состоят обе стороны / где состоит хотя бы одна (Жаккар)",
  "degree: number of neighbours; strength: sum of weights; eigenvector: x = A x / largest eigenvalue, scaled to a sum of 1":
    "степень: число соседей; сила: сумма весов; собственный вектор: x = A x / наибольшее собственное значение, в сумме 1",
  "number of engagements of a kind under way in the year, for each power and state":
    "число действий одного вида в этом году, для каждой державы и каждого государства",
  "engagements of the power / engagements of all powers compared, of one kind, state and year":
    "действия державы / действия всех сравниваемых держав, одного вида, в одном государстве и году",
  "rows of the table of programmes that pass the filters, as they stand there":
    "строки таблицы программ, прошедшие отбор, как они в ней стоят",
  "number of rows of the table of programmes that pass the filters": "число строк таблицы программ, прошедших отбор",
  "budget as the source of the row gives it": "бюджет, как его даёт источник строки",
  "sum of the people trained, as each line gives them": "сумма обученных людей, как их даёт каждая строка",
  "number of lines of the report": "число строк отчёта",
};

const REASONS: Readonly<Record<string, string>> = {
  "no amount or no currency given": "не указана сумма или валюта",
  "number of people not given": "не указано число людей",
  "group without any amount: share unknown": "в группе нет ни одной суммы: доля неизвестна",
  "the producer gives no value": "составитель не даёт значения",
  "no end known": "конец неизвестен",
  "no year given": "год не указан",
  "no donor given": "донор не указан",
  "no beginning known": "начало неизвестно",
  "budget not known": "бюджет неизвестен",
  "part of another row that is counted": "часть другой строки, которая посчитана",
  "programme that no threat names": "программа, которой не называет ни одна угроза",
  "power or state not asked for": "держава или государство, о которых не спрашивали",
  "sum of the donor is not above zero": "сумма донора не больше нуля",
  "status does not count": "статус не засчитывается",
  "date of the membership leaves it open on the day": "дата членства оставляет этот день открытым",
  "cites no source by its id": "не ссылается на источник по номеру",
  "no kind given by the table of kinds": "таблица видов этого не называет",
  "no engagement, or counted elsewhere, by the table of kinds":
    "по таблице видов не действие или посчитано в другом месте",
  "agreement open to all states": "соглашение, открытое для всех государств",
  "document that is no treaty": "документ, который не является договором",
};

const SIZES: Readonly<Record<string, string>> = { thousands: "тысячах", millions: "миллионах", billions: "миллиардах" };

/** A formula or reason in Russian, with what was done to the figure before it was shown. What has no words stays as it is. */
export function analysisInRussian(words: string): string {
  const [, formula = words, shown] = /^(.*?); shown (.*)$/.exec(words) ?? [];
  const [, from, to] = /^\(budget of (\S+) - budget of \S+\) \/ budget of (\S+), in per cent$/.exec(formula) ?? [];
  const said =
    from === undefined
      ? (FORMULAS[formula] ?? REASONS[formula] ?? formula)
      : `(бюджет ${from} − бюджет ${to}) / бюджет ${to}, в процентах`;
  return shown === undefined ? said : `${said}; показано ${shown.split(", ").map(shownInRussian).join(", ")}`;
}

function shownInRussian(part: string): string {
  const size = SIZES[/^in (\w+)$/.exec(part)?.[1] ?? ""];
  if (size !== undefined) return `в ${size}`;
  const places = /^rounded to (\d) places?$/.exec(part)?.[1];
  return places === undefined ? part : `с округлением, знаков после запятой: ${places}`;
}
