import { type BriefTexts, english } from "./english.ts";

/** Plain sentences of a draft; what stands between braces is filled in. What a draft has no word for stays English. */
interface Draft {
  readonly unknown: string;
  readonly stale: string;
  readonly staleNotice: string;
  readonly versions: readonly [
    title: string,
    version: string,
    date: string,
    what: string,
    reviewed: string,
    approved: string,
  ];
  readonly notSigned: string;
  readonly notApproved: string;
  readonly notes: readonly [title: string, note: string, asNote: string, back: string];
  readonly sources: string;
  readonly data: readonly [title: string, dataset: string, cite: string, licence: string, noLicence: string];
  readonly foundAt: string;
  readonly method: string;
  readonly inputs: readonly [input: string, inputs: string, none: string];
  readonly excluded: readonly [excluded: string, exclusions: string, none: string];
  readonly moved: string;
  readonly changed: string;
  readonly staleRows: string;
  readonly noRows: string;
  readonly support: string;
  readonly stateOf: string;
  readonly check: string;
  readonly sourcesDiffer: string;
  readonly against: string;
  readonly draft: string;
  /** Year, country, donor, programme, period, budget, source, value, sum, share. */
  readonly columns: readonly [string, string, string, string, string, string, string, string, string, string];
}

const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ""));

/** The texts of a draft. That it is one is said at the head of the brief, in English too. */
function textsOf(draft: Draft): BriefTexts {
  const [versions, version, date, what, reviewed, approved] = draft.versions;
  const [notes, note, asNote, back] = draft.notes;
  const [data, dataset, cite, licence, noLicence] = draft.data;
  const [input, inputs, noInputs] = draft.inputs;
  const [excluded, exclusions, noExclusions] = draft.excluded;
  const [year, country, donor, programme, period, budget, source, value, sum, share] = draft.columns;
  return {
    ...english,
    unknown: draft.unknown,
    stale: (now) => fill(draft.stale, { now }),
    staleNotice: (count) => fill(draft.staleNotice, { count }),
    versions,
    version,
    date,
    what,
    reviewed,
    approved,
    notSigned: draft.notSigned,
    notApproved: (number) => fill(draft.notApproved, { number }),
    notes,
    note: (number) => fill(note, { number }),
    asNote: (number) => fill(asNote, { number }),
    back,
    sources: draft.sources,
    data,
    dataset: (name, vintage) => fill(dataset, { name, vintage }),
    cite: (citation) => fill(cite, { citation: citation.replace(/\.$/, "") }),
    licence: (terms) => (terms === undefined ? noLicence : fill(licence, { terms: terms.replace(/\.$/, "") })),
    foundAt: (address) => fill(draft.foundAt, { address }),
    method: (id, formula) => fill(draft.method, { id, formula }),
    input: (name, vintage, rows) => fill(input, { name, vintage, rows }),
    inputs: (list) => (list.length === 0 ? noInputs : fill(inputs, { list: list.join("; ") })),
    excluded: (rows, reason) => fill(excluded, { rows, reason }),
    exclusions: (list) => (list.length === 0 ? noExclusions : fill(exclusions, { list: list.join("; ") })),
    moved: (recorded, now) => fill(draft.moved, { recorded, now }),
    changed: (recorded) => fill(draft.changed, { recorded }),
    staleRows: draft.staleRows,
    noRows: draft.noRows,
    support: (confidence, independent) => fill(draft.support, { confidence, independent }),
    stateOf: (state) => fill(draft.stateOf, { state }),
    check: (found) => fill(draft.check, { found }),
    sourcesDiffer: draft.sourcesDiffer,
    against: draft.against,
    draftWords: `${draft.draft} (Our own words in this language are a draft that nobody has reviewed; what it lacks is in English.)`,
    columns: {
      ...english.columns,
      year,
      country,
      recipient: country,
      donor,
      donors: donor,
      programme,
      period,
      budget,
      source,
      value,
      sum,
      share,
    },
  };
}

const kazakh: Draft = {
  unknown: "белгісіз",
  stale: "ескірген: қазір {now}",
  staleNotice: "Жазылғаннан кейін өзгерген мәндер: {count}. Олар мәтінде белгіленген.",
  versions: ["Нұсқалар", "Нұсқа", "Күні", "Не өзгерді", "Тексерілді", "Бекітілді"],
  notSigned: "әлі жоқ",
  notApproved: "{number}-нұсқа бекітілмеген.",
  notes: ["Мәндерге ескертпелер", "{number}-ескертпе", "{number}-ескертпені қараңыз.", "мәтінге қайту"],
  sources: "Дереккөздер",
  data: [
    "Деректер",
    "{name}, шығарылымы {vintage}.",
    "Сілтеме үлгісі: {citation}.",
    "Пайдалану шарты: {terms}.",
    "Пайдалану шарты: табылмады.",
  ],
  foundAt: "Табылған жері: {address}.",
  method: "{id} әдісі: {formula}.",
  inputs: ["{name} ({vintage}), жол саны: {rows}", "Негізі: {list}.", "Негізі жоқ: бірде-бір жол сәйкес келмейді."],
  excluded: ["жол саны {rows}: {reason}", "Есепке алынбағаны: {list}.", "Ештеңе алынып тасталмады."],
  moved: "Жазылғаны: {recorded}; деректер бойынша қазір: {now}.",
  changed: "Мұнда қазіргі деректер тұр; жазылғаны: {recorded}.",
  staleRows: "жазылғаннан кейін өзгерді",
  noRows: "Бірде-бір жол жоқ.",
  support: "Сенімділігі: {confidence}; тәуелсіз дереккөздер: {independent}.",
  stateOf: "Тұжырымдар кестесінде: {state}.",
  check: "Басқа дереккөздермен салыстыру: {found}",
  sourcesDiffer: "Дереккөздер әртүрлі айтады.",
  against: "Өзгеше айтатын тұжырымдар:",
  draft: "Мұндағы өз сөздеріміз ешкім тексермеген жоба.",
  columns: ["Жыл", "Ел", "Донор", "Бағдарлама", "Кезең", "Бюджет", "Дереккөз", "Мәні", "Сома", "Үлесі"],
};

const kyrgyz: Draft = {
  unknown: "белгисиз",
  stale: "эскирген: азыр {now}",
  staleNotice: "Жазылгандан кийин өзгөргөн маанилер: {count}. Алар текстте белгиленген.",
  versions: ["Версиялар", "Версия", "Күнү", "Эмне өзгөрдү", "Текшерилди", "Бекитилди"],
  notSigned: "азырынча жок",
  notApproved: "{number}-версия бекитилген эмес.",
  notes: ["Маанилерге эскертүүлөр", "{number}-эскертүү", "{number}-эскертүүнү караңыз.", "текстке кайтуу"],
  sources: "Булактар",
  data: [
    "Маалыматтар",
    "{name}, чыгарылышы {vintage}.",
    "Шилтеме үлгүсү: {citation}.",
    "Пайдалануу шарты: {terms}.",
    "Пайдалануу шарты: табылган жок.",
  ],
  foundAt: "Табылган жери: {address}.",
  method: "{id} ыкмасы: {formula}.",
  inputs: ["{name} ({vintage}), сап саны: {rows}", "Негизи: {list}.", "Негизи жок: бир да сап туура келбейт."],
  excluded: ["сап саны {rows}: {reason}", "Эсепке алынбаганы: {list}.", "Эч нерсе алынып салынган жок."],
  moved: "Жазылганы: {recorded}; маалыматтар боюнча азыр: {now}.",
  changed: "Бул жерде азыркы маалыматтар турат; жазылганы: {recorded}.",
  staleRows: "жазылгандан кийин өзгөрдү",
  noRows: "Бир да сап жок.",
  support: "Ишенимдүүлүгү: {confidence}; көз карандысыз булактар: {independent}.",
  stateOf: "Билдирүүлөр жадыбалында: {state}.",
  check: "Башка булактар менен салыштыруу: {found}",
  sourcesDiffer: "Булактар ар башка айтат.",
  against: "Башкача айткан билдирүүлөр:",
  draft: "Бул жердеги өз сөздөрүбүз эч ким текшербеген долбоор.",
  columns: ["Жыл", "Өлкө", "Донор", "Программа", "Мезгил", "Бюджет", "Булак", "Мааниси", "Сумма", "Үлүшү"],
};

const tajik: Draft = {
  unknown: "номаълум",
  stale: "кӯҳна шудааст: ҳоло {now}",
  staleNotice: "Қиматҳое, ки пас аз сабт тағйир ёфтаанд: {count}. Онҳо дар матн нишон дода шудаанд.",
  versions: ["Нусхаҳо", "Нусха", "Сана", "Чӣ тағйир ёфт", "Санҷида шуд", "Тасдиқ шуд"],
  notSigned: "ҳанӯз не",
  notApproved: "Нусхаи {number} тасдиқ нашудааст.",
  notes: ["Эзоҳҳо ба қиматҳо", "Эзоҳи {number}", "Ба эзоҳи {number} нигаред.", "бозгашт ба матн"],
  sources: "Манбаъҳо",
  data: [
    "Маълумот",
    "{name}, нашри {vintage}.",
    "Намунаи иқтибос: {citation}.",
    "Шарти истифода: {terms}.",
    "Шарти истифода: ёфт нашуд.",
  ],
  foundAt: "Ҷои ёфтшуда: {address}.",
  method: "Усули {id}: {formula}.",
  inputs: ["{name} ({vintage}), шумораи сатрҳо: {rows}", "Асос: {list}.", "Асос нест: ягон сатр мувофиқ нест."],
  excluded: ["шумораи сатрҳо {rows}: {reason}", "Ба ҳисоб гирифта нашуд: {list}.", "Ҳеҷ чиз хориҷ нашудааст."],
  moved: "Сабт шуда буд: {recorded}; аз рӯи маълумот ҳоло: {now}.",
  changed: "Ин ҷо маълумоти ҳозира аст; сабт шуда буд: {recorded}.",
  staleRows: "пас аз сабт тағйир ёфт",
  noRows: "Ягон сатр нест.",
  support: "Эътимоднокӣ: {confidence}; манбаъҳои мустақил: {independent}.",
  stateOf: "Дар ҷадвали изҳорот: {state}.",
  check: "Муқоиса бо манбаъҳои дигар: {found}",
  sourcesDiffer: "Манбаъҳо гуногун мегӯянд.",
  against: "Изҳороте, ки дигар хел мегӯянд:",
  draft: "Калимаҳои худи мо дар ин ҷо лоиҳае мебошанд, ки касе насанҷидааст.",
  columns: ["Сол", "Кишвар", "Донор", "Барнома", "Давра", "Буҷет", "Манбаъ", "Қимат", "Маблағ", "Ҳисса"],
};

const turkmen: Draft = {
  unknown: "näbelli",
  stale: "könelen: häzir {now}",
  staleNotice: "Ýazylandan soň üýtgän bahalar: {count}. Olar tekstde bellenen.",
  versions: ["Wersiýalar", "Wersiýa", "Sene", "Näme üýtgedi", "Barlandy", "Tassyklandy"],
  notSigned: "entek ýok",
  notApproved: "Wersiýa {number} tassyklanmady.",
  notes: ["Bahalara bellikler", "Bellik {number}", "Seret: bellik {number}.", "teksta gaýtmak"],
  sources: "Çeşmeler",
  data: [
    "Maglumatlar",
    "{name}, neşir {vintage}.",
    "Salgylanma nusgasy: {citation}.",
    "Ulanyş şerti: {terms}.",
    "Ulanyş şerti: tapylmady.",
  ],
  foundAt: "Tapylan ýeri: {address}.",
  method: "Usul {id}: {formula}.",
  inputs: ["{name} ({vintage}), setir sany: {rows}", "Esasy: {list}.", "Esasy ýok: hiç bir setir gabat gelmeýär."],
  excluded: ["setir sany {rows}: {reason}", "Hasaba alynmady: {list}.", "Hiç zat aýrylmady."],
  moved: "Ýazylan: {recorded}; maglumatlara görä häzir: {now}.",
  changed: "Bu ýerde häzirki maglumatlar; ýazylan: {recorded}.",
  staleRows: "ýazylandan soň üýtgedi",
  noRows: "Hiç bir setir ýok.",
  support: "Ynamlylygy: {confidence}; garaşsyz çeşmeler: {independent}.",
  stateOf: "Beýannamalar tablisasynda: {state}.",
  check: "Beýleki çeşmeler bilen deňeşdirme: {found}",
  sourcesDiffer: "Çeşmeler dürli aýdýar.",
  against: "Başgaça aýdýan beýannamalar:",
  draft: "Bu ýerdäki öz sözlerimiz hiç kim barlamadyk taslama.",
  columns: ["Ýyl", "Ýurt", "Donor", "Maksatnama", "Döwür", "Býujet", "Çeşme", "Baha", "Jemi", "Paýy"],
};

const uzbek: Draft = {
  unknown: "nomaʼlum",
  stale: "eskirgan: hozir {now}",
  staleNotice: "Yozilganidan keyin oʻzgargan qiymatlar: {count}. Ular matnda belgilangan.",
  versions: ["Versiyalar", "Versiya", "Sana", "Nima oʻzgardi", "Tekshirildi", "Tasdiqlandi"],
  notSigned: "hali yoʻq",
  notApproved: "{number}-versiya tasdiqlanmagan.",
  notes: ["Qiymatlarga izohlar", "{number}-izoh", "{number}-izohga qarang.", "matnga qaytish"],
  sources: "Manbalar",
  data: [
    "Maʼlumotlar",
    "{name}, nashri {vintage}.",
    "Iqtibos namunasi: {citation}.",
    "Foydalanish sharti: {terms}.",
    "Foydalanish sharti: topilmadi.",
  ],
  foundAt: "Topilgan joyi: {address}.",
  method: "{id} usuli: {formula}.",
  inputs: ["{name} ({vintage}), qatorlar: {rows}", "Asosi: {list}.", "Asosi yoʻq: birorta qator mos kelmaydi."],
  excluded: ["qatorlar {rows}: {reason}", "Hisobga olinmagani: {list}.", "Hech narsa chiqarib tashlanmadi."],
  moved: "Yozilgani: {recorded}; maʼlumotlar boʻyicha hozir: {now}.",
  changed: "Bu yerda hozirgi maʼlumotlar turibdi; yozilgani: {recorded}.",
  staleRows: "yozilganidan keyin oʻzgardi",
  noRows: "Birorta qator yoʻq.",
  support: "Ishonchliligi: {confidence}; mustaqil manbalar: {independent}.",
  stateOf: "Bayonotlar jadvalida: {state}.",
  check: "Boshqa manbalar bilan solishtirish: {found}",
  sourcesDiffer: "Manbalar har xil aytadi.",
  against: "Boshqacha aytadigan bayonotlar:",
  draft: "Bu yerdagi oʻz soʻzlarimiz hech kim tekshirmagan qoralama.",
  columns: ["Yil", "Davlat", "Donor", "Dastur", "Davr", "Byudjet", "Manba", "Qiymat", "Jami", "Ulush"],
};

/** Our own words in the languages of the region, as drafts. */
export const drafts = {
  kk: textsOf(kazakh),
  ky: textsOf(kyrgyz),
  tg: textsOf(tajik),
  tk: textsOf(turkmen),
  uz: textsOf(uzbek),
};
