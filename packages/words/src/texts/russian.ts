import type { Comparison } from "@kelisim/accord/program";
import { compareRussian } from "./compare-russian.ts";
import { coverageRussian } from "./coverage-russian.ts";
import type { english } from "./english.ts";
import { engineRussian } from "./russian-engine.ts";
import { counted, type Forms, formFor, number } from "./russian-plural.ts";

/** As a date has them: "15 мая 2026". */
const MONTHS = [
  "янв.",
  "февр.",
  "мар.",
  "апр.",
  "мая",
  "июн.",
  "июл.",
  "авг.",
  "сент.",
  "окт.",
  "нояб.",
  "дек.",
] as const;

const UNSURE = "\u00a0?";

const list = (names: readonly string[]) => names.join(", ");
const listAnd = (names: readonly string[]) =>
  names.length < 2 ? list(names) : `${list(names.slice(0, -1))} и ${names.at(-1)}`;
const sure = (text: string, unsure: boolean) => (unsure ? `${text}${UNSURE}` : text);
const after = (mark: string, text: string) => (text === "" ? "" : `${mark}${text}`);

const MEMBERS: Readonly<Record<"treaty" | "politically binding" | "voluntary", Forms>> = {
  treaty: ["сторона", "стороны", "сторон"],
  "politically binding": ["участник", "участника", "участников"],
  voluntary: ["участник", "участника", "участников"],
};

/** In the accusative, as after "за", "через" and "на". */
const UNITS: Readonly<Record<string, Forms>> = {
  minute: ["минуту", "минуты", "минут"],
  hour: ["час", "часа", "часов"],
  day: ["день", "дня", "дней"],
  "working day": ["рабочий день", "рабочих дня", "рабочих дней"],
  week: ["неделю", "недели", "недель"],
  month: ["месяц", "месяца", "месяцев"],
  quarter: ["квартал", "квартала", "кварталов"],
  "half-year": ["полугодие", "полугодия", "полугодий"],
  "half year": ["полугодие", "полугодия", "полугодий"],
  year: ["год", "года", "лет"],
};

const unit = (name: string, count: number) => formFor(count, UNITS[name] ?? [name, name, name]);

/** "раз в год", "раз в 2 месяца" */
export const often = (count: number, name: string) =>
  count === 1 ? `раз в ${unit(name, 1)}` : `раз в ${number(count)}\u00a0${unit(name, count)}`;

const AMOUNT_UNITS: Readonly<Record<string, string | undefined>> = {
  m: "м",
  m3: "м³",
  "m3/s": "м³/с",
  "million m3": "млн м³",
  "million kWh": "млн кВт·ч",
  km: "км",
  kg: "кг",
  t: "т",
  pct: "%",
};

const COMPARED: Readonly<Record<Comparison, string>> = {
  ">=": "от",
  ">": "свыше",
  "<": "менее",
  "<=": "до",
  "=": "ровно",
  "!=": "не",
};

const ACTS: typeof english.acts = {
  signature: "подписание",
  ratification: "ратификация",
  accession: "присоединение",
  acceptance: "принятие",
  approval: "утверждение",
  succession: "правопреемство",
  participation: "участие",
  "provisional application": "временное применение",
  suspension: "приостановление",
  resumption: "возобновление",
  withdrawal: "выход",
  expiry: "истечение срока действия",
};

/**
 * Russian. Names stand in the nominative behind a colon or an arrow ("адресат: Китай"), so that no name has to be
 * declined by a program.
 */
export const russian: typeof english = {
  locale: "ru",
  point: ",",
  thousands: "\u00a0",
  amountUnit: (name) => AMOUNT_UNITS[name] ?? name,
  recordKinds: {
    withdrawal: "Отзыв записи",
    status: "Статус стороны",
    reservation: "Оговорка",
    threshold: "Собственный порог",
    membership: "Членство",
    reading: "Толкование слов",
    coverage: "Заявление о полноте записей",
    waiver: "Отказ получателя",
    consent: "Согласие",
    adoption: "Принятие текста",
    arrangement: "Договорённость",
  },
  withWeekday: (weekday, date) => `${weekday}, ${date}`,
  partOfYear: (part, year) =>
    part.startsWith("Q") ? `${part.slice(1)}-й квартал ${year}` : `${part.slice(1)}-е полугодие ${year}`,
  everyone: "все",
  baseName: (name, attribute) => BASE_NAMES[name] ?? attribute,
  engine: engineRussian,
  acts: ACTS,
  bindingStatus: {
    bound: "обязательства действуют",
    "not bound": "обязательства не действуют",
    unverified: "обязательность не проверена",
  },
  memberships: {
    member: "член",
    observer: "наблюдатель",
    "observer (guest)": "наблюдатель (гость)",
    partner: "партнёр",
    "dialogue-partner": "партнёр по диалогу",
    associate: "ассоциированный член",
    inactive: "не участвует в работе",
    signatory: "подписавшая сторона",
    ratified: "ратифицировано",
    party: "участник договора",
    "not yet in force": "ещё не действует",
    suspended: "участие приостановлено",
    participant: "участник",
    "participant (Charter not ratified)": "участник (Устав не ратифицирован)",
    "non-member (guest at summits)": "не член (гость на саммитах)",
    "non-member (permanent neutrality since 1995-12-12)": "не член (постоянный нейтралитет с 12 дек. 1995)",
  },
  stepOpening: "с этого дня действие засчитывается",
  stepPlannable: "с этого дня можно было действовать",
  stepResult: "последний момент, который засчитывается",
  nobody: "никто в отдельности",
  side: (name) => `сторона «${name}»`,
  sideOf: (name, members) => `сторона «${name}»: ${members.join(" ")}`,
  many: (count, kind) => counted(count, MEMBERS[kind]),
  from: "от",
  or: " или ",
  and: " и ",
  whereStated: (text) => `${text}, если указано`,
  yes: "да",
  no: "нет",
  not: (text) => `не: ${text}`,
  isGiven: (name) => `указано: ${name}`,
  inZone: "в зоне",
  outsideZone: "вне зоны",
  memberOf: (who, organisation) => `${who}: член ${organisation}`,
  theRecord: "запись",
  thePeriod: "период",
  periodStart: "начало периода",
  periodEnd: "конец периода",
  theMoment: "этот момент",
  boundSince: "вступление обязательств в силу",
  theAttribute: (name) => `даты «${name}»`,
  overWindow: (of, window) => `${of} за ${window}`,
  compared: (op, value, noun, unsure) => sure(`${noun}: ${COMPARED[op]} ${value}`, unsure),
  equals: (op, name, value, unsure) =>
    sure(
      `${name}: ${{ ">=": "не ранее ", ">": "позднее ", "<": "ранее ", "<=": "не позднее ", "=": "", "!=": "не " }[op]}${value}`,
      unsure,
    ),
  ownThreshold: (otherwise) => `собственный порог, иначе ${otherwise}`,
  quantities: { personnel: "личный состав, человек", troops: "личный состав, человек", size: "численность, человек" },
  attributes: {
    from: "отправитель",
    to: "адресат",
    sent: "отправка",
    occurred: "событие",
    received: "получение",
    start: "начало",
    end: "окончание",
    place: "место",
    under: "по документу",
    answers: "в ответ на",
  },
  bases: {
    sent: "отправки",
    occurred: "события",
    received: "получения",
    start: "начала",
    end: "окончания",
  },
  termBases: {
    record: "записи",
    period: "периода",
    "period start": "начала периода",
    "period end": "конца периода",
    moment: "этого момента",
    "bound since": "вступления обязательств в силу",
  },
  unit,
  after: (duration, base) => `через ${duration} после ${base}`,
  before: (duration, base) => `за ${duration} до ${base}`,
  noLaterThan: (base) => `не позднее ${base}`,
  dayAndMonth: (day, month) => `${day}\u00a0${MONTHS[month]}`,
  byDate: (date, years, unsure) =>
    sure(
      `не позднее ${date}${years === 0 ? "" : years === 1 ? " следующего года" : ` через ${counted(years, UNITS.year!)}`}`,
      unsure,
    ),
  byDateOf: (date, years, base, unsure) => {
    const by = `не позднее ${sure(date, unsure)}`;
    if (years === 0) return `${by} того же года, что и дата ${base}`;
    if (years === 1) return `${by} года, следующего за годом ${base}`;
    if (years === -1) return `${by} года, предшествующего году ${base}`;
    return `${by} ${Math.abs(years)}-го года ${years < 0 ? "до" : "после"} года ${base}`;
  },
  countsFrom: (moment) => `Действие засчитывается с этого момента: ${moment}.`,
  vague: (term) => `«${term}»: толкования ещё нет, дата не вычисляется`,
  vagueRead: (term, duration, by) => `«${term}»: понимается как срок в ${duration} (толкование: ${by})`,
  noNumber: "в тексте нет числа",
  noNumberKnown: "число не известно: эта часть текста не прочитана",
  guarded: (deadline, guard) => `${deadline}, если ${guard}`,
  unsure: (text) => `${text}${UNSURE}`,
  weekdays: ["вс", "пн", "вт", "ср", "чт", "пт", "сб"],
  date: (day, month, year) => `${day}\u00a0${MONTHS[month]}${year === undefined ? "" : ` ${year}`}`,
  fromDay: (date) => `с ${date}`,
  monthOfYear: (month, year) => `${month === 4 ? "май" : MONTHS[month]} ${year}`,
  distance: (days) =>
    days === 0
      ? "сегодня"
      : days === 1
        ? "завтра"
        : days === -1
          ? "вчера"
          : days > 0
            ? `через ${counted(days, UNITS.day!)}`
            : `${counted(-days, UNITS.day!)} назад`,
  confidence: { high: "высокая", medium: "средняя", low: "низкая" },
  states: {
    upcoming: "предстоит",
    open: "открыто",
    met: "исполнено",
    "met late": "исполнено позже срока",
    overdue: "просрочено",
    "not received by us": "нами не получено",
    "date passed, nothing recorded here": "дата прошла, записи здесь нет",
    "lead time already passed": "срок уведомления уже прошёл",
    "waived by creditor": "получатель отказался",
    "closed by silence": "закрыто молчанием",
    "not applicable": "не применяется",
    available: "доступно",
    used: "использовано",
    expired: "истекло",
    within: "в пределах",
    exceeded: "выше предела",
    unknown: "неизвестно",
    "in force": "действует",
    suspended: "приостановлено",
    unverified: "не проверено",
    "number unverified": "число не проверено",
  },
  list,
  listAnd,
  weOwe: "Предстоит нам",
  owedToUs: "Предстоит нам получить",
  overdueGroup: "Просрочено",
  leadTimeGroup: "Срок уведомления уже прошёл",
  passedGroup: "Дата прошла, записи здесь нет",
  undatedGroup: "Открыто, проверенной даты нет",
  closedGroup: "Исполнено или закрыто",
  notReceivedGroup: "Нами не получено",
  rightsGroup: "Права",
  limitsGroup: "Пределы",
  standingGroup: "Постоянно действующие положения",
  dateGroup: (date, distance, unsure) => `${sure(date, unsure)}, ${distance}`,
  owedBy: (who) => `кто исполняет: ${who}`,
  owedTo: (who) => `перед кем: ${who}`,
  countedFor: (who) => `считается для: ${who}`,
  heldBy: (who) => `чьё право: ${who}`,
  recorded: (value) => `записано: ${value}`,
  bothWays: (who) => `${who}, взаимно`,
  fromOne: (who) => `от кого: ${who}`,
  fromMany: (count) => `от кого: ${number(count)}`,
  actOf: (title, period) => `${title}, ${period}`,
  clauseCell: (instrument, article, unsure) => sure(`${instrument} ${article}`, unsure),
  channelCell: sure,
  dateWas: (date) => `дата: ${date}`,
  dueAt: (date, distance) => `срок ${date}, ${distance}`,
  overdueSince: (moment) => `просрочено, срок: ${moment}`,
  metOn: (moment) => `исполнено ${moment}`,
  metLate: (late) => `исполнено позже срока на ${late}`,
  leadTimePassed: (date) => `срок уведомления прошёл ещё до плана: ${date}`,
  waivedOn: (date) => `получатель отказался ${date}`,
  silenceMeant: (effect) => `закрыто молчанием: ${effect}`,
  notApplicable: (reason) => `не применяется: ${reason}`,
  waivedLater: (date) => `отказ получателя после срока, ${date}`,
  doneLater: (moment) => `сделано ${moment}`,
  bindingUnverified: "обязательность не проверена",
  bindingUnverifiedOf: (who) => `обязательность не проверена: ${list(who)}`,
  more: (count) => `ещё ${number(count)}`,
  noNumberCell: "без числа",
  noNumberKnownCell: "не прочитано",
  noDateCell: "без даты",
  subjectNote: (subject) => `на основании записи ${subject}`,
  unverifiedWord: "не проверено",
  lateBy: (ms) => {
    const hours = Math.round(ms / 3_600_000);
    if (hours < 1) return counted(Math.max(1, Math.round(ms / 60_000)), UNITS.minute!);
    return hours < 48 ? counted(hours, UNITS.hour!) : counted(Math.round(hours / 24), UNITS.day!);
  },
  limitValue: (value, amount) => `${value} из ${amount}`,
  limitValueOrMore: (value, amount) => `${value} или более, из ${amount}`,
  atMost: (amount) => `не более ${amount}`,
  notComplete: "записи здесь не полны",
  instrumentGroup: (id, title) => `${id}, ${title}`,
  wouldBe: (state, rule) => `состояние: ${state}${after("; ", rule)}`,
  passedRule: (rule) => `срок уведомления уже прошёл${after(": ", rule)}`,
  thatIs: (moment) => `то есть ${moment}`,
  oneNoticeFor: (numbers, parts) => `${numbers}\u00a0\u00a0 ${parts.join("")}`,
  oneRecord: (record) => `одна запись: ${record}`,
  toWhom: (whom) => `; кому: ${whom}`,
  forWhom: (whom) => `; для кого: ${whom}`,
  byFirst: (date, passed) => (passed ? `; первая дата прошла: ${date}` : `; не позднее ${date}`),
  numbersAnd: (numbers) => listAnd(numbers.map(String)),
  whoSpeaks: (side) => `Кто выступает от имени: ${side}; толкования ещё нет`,
  changedTo: (before, now) => `${before} → ${now}`,
  earliest: (what, date) =>
    `Самая ранняя дата (${what}), при которой все сроки уведомления соблюдены, если уведомить сегодня: ${date}`,
  earliestNone: (what) => `Переносом дат (${what}) в пределах пяти лет соблюсти все сроки уведомления нельзя.`,
  noLeadTimes: "Сроков уведомления нет.",
  zonePlace: (place, zones) => `${place}: ${zones}`,
  placeWords: (lat, north, lon, east) =>
    `${lat.replace(".", ",")}° ${north ? "с. ш." : "ю. ш."} ${lon.replace(".", ",")}° ${east ? "в. д." : "з. д."}`,
  location: {
    inside: (zone) => `внутри: ${zone}`,
    outside: (zone) => `вне: ${zone}`,
    "within map error": (zone) => `у края, в пределах погрешности карты: ${zone}`,
    "not mapped": (zone) => `на нашей карте нет: ${zone}`,
  },
  kmFromLine: (km, error) =>
    `${number(km)}\u00a0км от границы${error === undefined ? "" : ` (погрешность карты ${number(error)}\u00a0км, принята нами)`}`,
  zoneOf: (zone, instruments) => `зона по ${list(instruments)} (${zone})`,
  distanceNote: (date, distance) => `${date}, ${distance}`,
  sentenceDue: (date) => `Срок: до конца дня ${date};`,
  sentenceAt: (moment) => `Срок: до ${moment};`,
  sentenceNoDate: "Срок: дату вычислить нельзя;",
  isToSend: (debtor, creditor, act) => `отправитель: ${debtor}${after("; адресат: ", creditor)}; что направить: ${act}`,
  isToDo: (debtor, creditor, act) => `исполнитель: ${debtor}${after("; перед кем: ", creditor)}; что сделать: ${act}`,
  mayDo: (debtor, creditor, act) => `чьё право: ${debtor}${after("; перед кем: ", creditor)}; право: ${act}`,
  limitSentence: (bearer, act) => `На кого распространяется предел: ${bearer}; предел: ${act}`,
  standingSentence: (debtor, creditor, act) => `Стороны: ${debtor}${after("; ", creditor)}; действует: ${act}`,
  becausePeriod: (period) => `периодичность: ${period}`,
  becauseRecord: (subject) => `основание: запись ${subject}`,
  becauseMiss: (clause) => `основание: прошла дата по ${clause}`,
  becauseBound: "основание: вступление обязательств в силу",
  stateSentence: (state, distance) => `Состояние: ${state}${after(", ", distance)}`,
  factClause: "Положение",
  factStatus: "Статус",
  factMembership: "Членство",
  factRule: "Правило",
  factTrigger: "Основание",
  factArithmetic: "Расчёт",
  factReading: "Толкование",
  factChannel: "Канал",
  factDischarge: "Исполнение",
  factCoverage: "Полнота",
  factReservation: "Оговорка",
  factCounted: "Учтено",
  factAssumed: "Не проверено",
  factWaiver: "Отказ",
  factFollows: "Следует из",
  factAdoption: "Принятие",
  clauseFact: (instrument, article, id, hash) => `${instrument}, ${article}. Положение ${id}, версия ${hash}`,
  articleOf: sure,
  sourceOf: (source, confidence) => `Источник: ${source}, достоверность ${confidence}`,
  sourcesOf: (sources) => `Источник: ${sources.join("; ")}`,
  sourceAndConfidence: (source, confidence) => `${source}, достоверность ${confidence}`,
  bindingWords: (party, status) => `${party}: ${status}`,
  statusFact: (act, actDate, effectDate) => {
    const named = (ACTS as Readonly<Record<string, string>>)[act] ?? act;
    const done = `${named}${after(" ", actDate)}`;
    if (effectDate === "") return act === "signature" ? done : `${done}, дата вступления в силу не известна`;
    return `${done}, в силе с ${effectDate}`;
  },
  membershipOf: (party, organisation) => `${party}: ${organisation}`,
  membershipFact: (status, from, to) =>
    `${status}${from === "" ? ", с какого времени, не известно" : ` с ${from}`}${after(" по ", to)}`,
  sourcesDifferHere: (answers) => `${answers.join(" или ")} (источники расходятся)`,
  sourcesDiffer: (question, answers) => `Источники расходятся: ${question} ${answers.join("; или ")}.`,
  answerOf: (answer, sources) => `${answer} (${sources.join("; ")})`,
  guardApplied: (rule, given, afterOthers) =>
    `${rule}: применяется${given === "" ? (afterOthers ? ", так как предыдущие не применяются" : "") : ` (${given})`}`,
  guardDenied: (rule, given) => `${rule}: не применяется${given === "" ? "" : ` (${given})`}`,
  guardNotAsked: (rule) => `${rule}: не рассматривалось, применено предыдущее`,
  guardUndecided: (rule, given) => `${rule}: выбрать правило нельзя${given === "" ? "" : ` (${given})`}`,
  valueIs: (name, value) => `${name}: ${value}`,
  valueNotGiven: (name) => `не указано: ${name}`,
  inAll: (amount, attribute, unsure) => `всего не менее ${sure(amount, unsure)} (${attribute})`,
  actInAll: (act, total) => `${act} (${total})`,
  totalReached: (record, total) => `${record}: с этой записью достигнуто: ${total}`,
  totalNotReached: (record, total, reached) =>
    `По записям здесь набрано: ${reached}. Чем закрывается: ${record}, ${total}.`,
  othersAlike: (count) => `и ещё ${number(count)}`,
  triggerCalendar: (period) => `Календарь, период: ${period}.`,
  triggerBound: "Вступление обязательств в силу.",
  triggerMiss: (clause) => `К сроку нет записи об исполнении ${clause}.`,
  triggerRecord: (id, kind, moment, from) => `${kind} ${id}, ${moment}${after(", отправитель: ", from)}`,
  corrected: (count) => `${counted(count, ["редакция", "редакции", "редакций"])} записи, учитывается последняя`,
  noTrigger: "Записей нет.",
  arithmetic: (rule, base, result) => `${rule}${after("; ", base)}; итог: ${result}`,
  baseIs: (name, value) => `${name}: ${value}`,
  arithmeticZone: (zone, data, monthEnd) =>
    `Часовой пояс ${zone} (данные ${data}); конец месяца: ${monthEnd === "clip" ? "последний день месяца" : "перенос на следующий месяц"}. Последний момент ещё засчитывается.`,
  suspendedAdded: (time) => `Добавлено время приостановления: ${time}.`,
  plannableFrom: (moment) => `Действовать можно было с этого момента: ${moment}.`,
  noDate: (why) => `Даты нет: ${why}`,
  noChannel: "В нашей копии не указан.",
  dischargeNone: (record) => `Записи здесь нет. Чем закрывается: ${record}.`,
  changeRecord: (record, from) => `Запись об этом: ${record}; от кого: ${from}.`,
  changeCorrection: (id) => `Исправление или отзыв записи ${id}.`,
  changeCounted: (record) => `Ещё одна запись, которая считается: ${record}.`,
  changeWaiver: (creditor) => `Отказ получателя: ${creditor}.`,
  changeReading: (term) => `Толкование слов «${term}»: оно дало бы дату.`,
  changeOtherReading: (term) => `Иное толкование слов «${term}».`,
  changeBase: "Дата, от которой ведётся счёт, с точностью до дня.",
  changeNumberSet: "Текст или решение, где названо число дней.",
  changeBinding: (party) => `Источник о том, связана ли сторона и с какого дня: ${party}.`,
  changeStatus: (party, instrument) =>
    `${instrument}, ${party}: иная дата вступления в силу, оговорка, приостановление или выход.`,
  changeCoverage: (record, party) =>
    `Заявление о том, что записи здесь полны (${record}; от кого: ${party}): тогда молчание имело бы значение.`,
  changeDispute: (question) => `Источник, решающий вопрос: ${question}`,
  changeLimit: "Источник о числе, которым задан предел.",
  changeAssumed: (what) => `Источник, который подтвердит или исправит: ${what}.`,
  coverageNone: "Записи здесь не объявлены полными, поэтому их отсутствие ни о чём не говорит.",
  coverageFact: (kinds, parties, from, until) => `${kinds}: ${parties}, с ${from} по ${until}`,
  readingFact: (term, words, by) => `«${term}»: понимается как срок в ${words} (толкование: ${by})`,
  limitFact: (value, amount) => `учтено: ${value}; не более ${amount}`,
  statedUnverified: (state) => `${state}, обязательность не проверена`,
  ruleWhen: "Когда",
  ruleWho: "Кто",
  ruleBy: "Срок",
  ruleAct: "Действие",
  triggerWords: {
    calendar: often,
    bound: "при вступлении обязательств в силу",
    miss: (clause) => `если ${clause} не исполнено к сроку`,
    record: (record, condition) => `${record}${after(": ", condition)}`,
  },
  role: {
    eachParty: "каждая сторона",
    everyOther: "каждая другая сторона",
    eachSide: "каждая из сторон («сторона» по тексту)",
    otherSide: "другая сторона («сторона» по тексту)",
    sideOf: (term) => `сторона, к которой относится: ${term}`,
    term: (name) => name,
    members: (organisation) => `члены ${organisation}`,
    inZone: (zone) => `стороны, на чьей части зоны ${zone} находится место`,
    debtor: "исполнитель",
    creditor: "получатель",
    except: (role, minus) => `${role}, кроме: ${minus}`,
  },
  compare: compareRussian,
  /** Threats against what binds, what is under way and what is paid. */
  coverage: coverageRussian,
};

/** What a deadline counts from, where it is no attribute of a record. */
const BASE_NAMES: Readonly<Record<string, string>> = {
  record: "запись",
  period: "период",
  "period start": "начало периода",
  "period end": "конец периода",
  moment: "момент, с которого считается срок",
  "bound since": "вступление обязательств в силу",
};
