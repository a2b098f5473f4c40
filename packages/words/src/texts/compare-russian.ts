import type { InstrumentBetween } from "@kelisim/compare";
import type { compareEnglish } from "./compare-english.ts";
import { counted, formFor, number } from "./russian-plural.ts";

const UNSURE = "\u00a0?";
const list = (names: readonly string[]) => names.join(", ");

const FORMS = {
  treaty: ["Договоры", "действуют для обеих сторон"],
  "politically binding": ["Политические документы", "участвуют обе стороны"],
  voluntary: ["Добровольные документы", "участвуют обе стороны"],
} as const;
const NO_TEXT = ["Текста здесь нет", "действуют для обеих сторон или обе участвуют"] as const;

const GROUPS: Readonly<Record<InstrumentBetween["group"], (both: string) => string>> = {
  binds: (both) => both,
  "may bind": (both) => `${both}, не проверено`,
  suspended: () => "приостановлены для одной из сторон",
  "would bind": () => "действовали бы, если подписанное вступит в силу для обеих сторон",
  "no longer": () => "между ними больше не действуют",
};

/** Russian of agreements set side by side: between, overlaps, clashes, gaps. */
export const compareRussian: typeof compareEnglish = {
  exact: "точно",
  notExact: (reasons) => `не точно: ${reasons.join("; ")}`,
  doubt: (doubt) => {
    switch (doubt.kind) {
      case "zones":
        return `зоны ${doubt.zones[0]} и ${doubt.zones[1]} не сопоставлены`;
      case "window":
        return "учитываются и другие записи";
      case "own threshold":
        return `у участника может быть собственный порог: ${doubt.name}`;
      case "order":
        return "сравниваются два признака одной записи";
      case "membership":
        return `членство не проверялось: ${doubt.organisation}`;
      case "search":
        return "случаев слишком много, проверены не все";
      case "planned":
        return "если к этой дате действие должно состояться, а не только быть запланировано";
    }
  },
  parties: (ids, most = 8) =>
    ids.length === 0
      ? "никто в отдельности"
      : ids.length > most
        ? counted(ids.length, ["участник", "участника", "участников"])
        : ids.map((id) => id.replaceAll("-", "\u2011")).join(" "),
  example: (words) => `Например: ${list(words)}`,
  noExample: "Во всех случаях.",
  denied: (words) => `не: ${words}`,
  placeInZone: (zone, denied) => `место ${denied ? "вне зоны" : "в зоне"} ${zone}`,
  unverifiedBinding: (pairs) => `Обязательность не проверена: ${list(pairs)}`,
  standing: (party, words) => `${party}: ${words}`,
  clauseOf: (clause, title, article, unsure) => `${title} (${clause}; ${article}${unsure ? UNSURE : ""})`,
  sourceOf: (source, confidence) => `${source}, достоверность ${confidence}`,
  betweenTitle: (a, b) => `Что связывает: ${a} и ${b}`,
  group: (form, group, count) => {
    const [name, both] = form === undefined ? NO_TEXT : FORMS[form];
    return `${name}, ${GROUPS[group](both)} (${number(count)})`;
  },
  nothingBetween: "В наших таблицах нет документа, где были бы строки для обеих сторон.",
  state: {
    bound: "обязательства действуют",
    unverified: "обязательность не проверена",
    suspended: "приостановлено",
    "not yet": "ещё не вступило в силу",
    signed: "подписано",
    ended: "обязательства больше не действуют",
    "no row": "в нашей таблице строки нет",
  },
  provisional: "применяется временно",
  standingDoubt: {
    "effect date unknown": "дата вступления в силу не известна",
    "coarse date": "день вступления в силу не известен",
    "general knowledge only": "только из общих знаний",
    "low confidence": "низкая достоверность",
    dispute: "источники расходятся",
  },
  suspendedClauses: (party, clauses) => `Приостановлено (${party}): ${list(clauses)}`,
  owes: (from, to, parts) => `${from} → ${to}: ${parts.length === 0 ? "ничего" : list(parts)}`,
  owesAlike: (from, to, parts) =>
    parts.length === 0
      ? "Обязательства перед другими или ни перед кем в отдельности: между двумя сторонами ничего."
      : `взаимно (${from}, ${to}): ${list(parts)}`,
  counts: {
    duties: (n) => counted(n, ["обязательство", "обязательства", "обязательств"]),
    rights: (n) => counted(n, ["право", "права", "прав"]),
    limits: (n) => counted(n, ["предел", "предела", "пределов"]),
    standing: (n) => counted(n, ["принцип", "принципа", "принципов"]),
  },
  sameSide: (side) => `Оба входят в сторону «${side}»: внутри неё обязательств друг перед другом нет.`,
  sides: (a, sideA, b, sideB) => `Стороны по тексту: ${a} («${sideA}»), ${b} («${sideB}»)`,
  reservation: (party, effect, clauses) =>
    clauses.length === 0
      ? `Оговорка (${party}): ${effect} (положений здесь нет)`
      : `Между двумя сторонами взаимно не применяется: ${list(clauses)}. Оговорка (${party}): ${effect}`,
  remark: (kind, effect) => `Отмечено, ${kind}: ${effect}`,
  organisations: (count) => `Организации, в которые входят обе стороны (${number(count)})`,
  organisation: (name, statuses, unsure) =>
    `${name}: ${statuses[0] === statuses[1] ? `обе стороны: ${statuses[0]}` : list(statuses)}${unsure ? UNSURE : ""}`,
  membership: (party, status, from, to) =>
    `${party}: ${status}${from === "" ? ", с какого времени, не известно" : ` с ${from}`}${to === "" ? "" : ` по ${to}`}`,
  since: (act, effect, done) => (effect !== "" ? `${act}, в силе с ${effect}` : done !== "" ? `${act} ${done}` : act),
  overlapsTitle: "Совпадения: одно действие по нескольким документам",
  overlapsBetween: (a, b) => `Совпадения: ${a} и ${b}`,
  overlapsNone: "Действий, исполняющих обязательства по нескольким документам, не найдено.",
  overlap: (act, instruments) =>
    `Одно действие по ${number(instruments)} ${formFor(instruments, ["документу", "документам", "документам"])}: ${act}`,
  overlapWhen: (cause) => `Когда: ${cause}`,
  every: (count, unit) => {
    const forms = EVERY[unit] ?? [unit, unit, unit];
    return count === 1 ? `раз в ${forms[0]}` : `раз в ${counted(count, forms)}`;
  },
  underAll: (instruments) => `Только если одна запись сделана по всем сразу: ${list(instruments)}`,
  underTitle: "Если одна запись сделана по нескольким документам",
  who: (debtors, creditors) => `Кто: ${debtors}; кому: ${creditors}`,
  whoToAll: (debtors, parts) => `Кто: ${debtors}; одно уведомление всем: ${parts.join("; ")}`,
  toWhom: (clauses, parties) => `${parties} (${clauses})`,
  strictest: (clauses, undated) =>
    `Самый ранний срок: ${list(clauses)}${clauses.length > 1 ? " (один и тот же момент)" : ""}${undated.length === 0 ? "; точно" : `, среди сроков с датой; без даты пока: ${list(undated)}`}`,
  depends: (clauses, undated) =>
    `Самый ранний срок зависит от дат: ${list(clauses)}${undated.length === 0 ? "" : `; без даты пока: ${list(undated)}`}`,
  undated: (clauses) =>
    clauses.length > 3
      ? "Самый ранний срок: сравнивать нечего, дат нет."
      : `Самый ранний срок: нет даты в ${list(clauses)}`,
  inCase: (guards, text) => `Если ${guards}: ${text}`,
  otherwise: (text) => `В остальных случаях: ${text}`,
  tooManyCases: "Самый ранний срок: случаев с условиями слишком много, чтобы перечислить.",
  channels: (parts) => `Каналы: ${parts.join("; ")}`,
  noChannel: "не указан",
  thresholdsTitle: "Одно и то же действие при разных порогах",
  threshold: (act, attribute) => `${act}; признак: ${attribute}`,
  only: (range, noun, clauses) => `${noun}: ${range}; только ${list(clauses)}`,
  all: (range, noun, clauses) => `${noun}: ${range}; все: ${list(clauses)}`,
  alone: (attribute) => `Если решает только признак «${attribute}»; часть положений наступает и по другим признакам.`,
  range: {
    between: (a, b) => `от ${a} до ${b}`,
    from: (a) => `от ${a}`,
    above: (a) => `свыше ${a}`,
    upTo: (b) => `до ${b}`,
    below: (b) => `менее ${b}`,
    any: "любое число",
    exactly: (a) => `ровно ${a}`,
  },
  overlapsFoot: (compared, apart) =>
    `Сопоставлено: ${counted(compared, ["обязательство", "обязательства", "обязательств"])}; без общей причины и не сопоставлялись (следуют из пропуска или вступления в силу): ${number(apart)}.`,
  clashesTitle: "Противоречия: что документы требуют и запрещают одновременно",
  clashesBetween: (a, b) => `Противоречия: ${a} и ${b}`,
  clashesNone: "Между документами, действующими для одних и тех же участников, противоречий не найдено.",
  share: "Требуется направить то, что другой документ направлять запрещает",
  do: "Требуется то, что другой документ запрещает",
  may: "Одним документом разрешено, другим запрещено",
  ifUnder: "Только если одна запись сделана по обоим документам",
  windows: "Даты, которые нельзя соблюсти вместе",
  settled: "Разрешено самим текстом",
  asks: "требует",
  allows: "разрешает",
  forbids: "запрещает",
  soonerWord: "раньше",
  laterWord: "позже",
  way: {
    "another act": "Путь остаётся: запрещена лишь часть подходящих действий.",
    consent: "Путь остаётся: согласие выводит действие из-под запрета.",
    none: "По этим двум положениям соблюсти оба нельзя.",
  },
  forbiddenWhen: (words) => `Запрещено, если: ${words}`,
  unlessConsent: "кроме случая, когда есть согласие",
  underOnly: "Запрещено, только если запись сделана по этому документу.",
  settledBy: (clause) => `Тексты это разрешают: преимущество имеет ${clause}.`,
  windowsText: (late) => `Одно действие не может служить обоим: ${late}`,
  openingAfter: (sooner, later) => `срок по ${sooner} истекает раньше, чем действие засчитывается по ${later}.`,
  leadTimeText: (sooner, later) => `Срок столь близок (${sooner}), что срок уведомления (${later}) не помещается.`,
  clashesFoot: (acts, bans) =>
    `Сопоставлено по видам записей: ${counted(acts, ["обязательство или право", "обязательства и права", "обязательств и прав"])} и ${counted(bans, ["запрет", "запрета", "запретов"])}. Правило об особом виде записи, которого ни одно обязательство не требует, так не находится.`,
  gapsTitle: "Пробелы: что тексты и таблицы оставляют открытым",
  threatsTitle: (count, of) => `Угрозы, о которых никто не обязан уведомлять (${number(count)} из ${number(of)})`,
  threatsUntabled: "В регионе нет таблицы угроз.",
  threatWhy: {
    "none named": "в строке не названо ни одного положения",
    "none tells": "её положения никого не обязывают что-либо направлять",
    "not here": "её положения находятся в текстах, которых здесь нет",
  },
  threat: (name, why, clauses) => `${name}: ${why}${clauses.length === 0 ? "" : ` (${list(clauses)})`}`,
  channelsTitle: (count, of) => `Обязательства и права без канала (${number(count)} из ${number(of)})`,
  channelsInTable: (clauses) => `Канал есть в таблице, но не в тексте: ${list(clauses)}`,
  remediesTitle: (count) => `Положения, которые здесь ничем не могут быть вызваны (${number(count)})`,
  idle: (why) => {
    switch (why.kind) {
      case "no date":
        return `следует за пропуском ${why.of}, у которого нет даты`;
      case "no reading":
        return `следует за пропуском ${why.of}, где слова «${why.term}» никто не истолковал числом`;
      case "silence":
        return `следует за пропуском ${why.of}, но молчание там означает «${why.means}»`;
      case "nobody sends":
        return `начинается с записи ${why.record}, которую ни одно положение никому не даёт направить`;
      case "idle cause":
        return `следует за ${why.of}, которое здесь ничем не может быть вызвано`;
    }
  },
  membersTitle: (count) => `Члены организации без строки об обязательности её документа (${number(count)})`,
  membersRule:
    "Правило: документ назван в строке организации, или её имя стоит в названии, или положение говорит о её членах.",
  member: (state, parties) => `${state}: ${parties}`,
  none: "Не найдено.",
};

const EVERY: Readonly<Record<string, readonly [string, string, string]>> = {
  day: ["день", "дня", "дней"],
  week: ["неделю", "недели", "недель"],
  month: ["месяц", "месяца", "месяцев"],
  quarter: ["квартал", "квартала", "кварталов"],
  "half-year": ["полугодие", "полугодия", "полугодий"],
  "half year": ["полугодие", "полугодия", "полугодий"],
  year: ["год", "года", "лет"],
};
