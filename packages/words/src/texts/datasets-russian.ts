type Worded = Readonly<Record<string, string | undefined>>;

/** Names of data sets, by id: what the producer calls itself stays recognisable. */
export const DATASETS_RUSSIAN: Worded = {
  "iati-activities": "IATI, мероприятия",
  "cap-alerts": "Оповещения CAP",
  "undp-projects": "ПРООН, проекты",
  "oecd-crs": "ОЭСР, Система отчётности кредиторов (CRS), мероприятия",
  "oecd-crs-flow-types": "ОЭСР CRS, выплаты по получателям и видам потоков",
  "oecd-crs-climate": "ОЭСР CRS, выплаты на мероприятия с отметкой о климате, по донорам, получателям и секторам",
  "dportal-donor-recipient": "D-Portal, потоки по донорам и получателям",
  "dportal-recipient-sector": "D-Portal, потоки по получателям и секторам",
  "wb-net-oda": "Всемирный банк, чистая полученная официальная помощь развитию (доллары США, текущие цены)",
  "us-foreign-military-training": "США, обучение иностранных военных",
  "us-foreign-aid-countries": "США, внешняя помощь по странам и финансовым годам",
  "cow-igo": "Correlates of War, межправительственные организации, версия 3",
  "atop-obligations": "Обязательства и положения союзных договоров (ATOP)",
  "atop-memberships": "Обязательства и положения союзных договоров (ATOP)",
  "atop-alliances": "Обязательства и положения союзных договоров (ATOP)",
  "atop-directed-dyads": "Обязательства и положения союзных договоров (ATOP)",
  "un-mtdsg": "ООН, многосторонние договоры, сданные на хранение Генеральному секретарю, статус",
  desta: "Торговые соглашения (DESTA)",
  "pa-x": "Мирные соглашения (PA-X)",
  tfdd: "Международные договоры о пресной воде (TFDD)",
  "ucdp-acd": "Вооружённые конфликты (UCDP/PRIO)",
  "ucdp-ged": "События с указанием места (UCDP GED)",
  "gml-mid": "Военные споры между государствами (Gibler, Miller, Little)",
  "owid-ucdp-ged-2019": "Погибшие в конфликтах по странам, UCDP GED 2019",
  "owid-ucdp-2019": "Насильственная смерть в конфликтах и при одностороннем насилии, UCDP 2019",
  "owid-rand-terrorism": "Террористические акты в мире (RAND)",
  "owid-armed-forces-2017": "Численность вооружённых сил, IISS через Всемирный банк, 2017",
  wgi: "Показатели качества государственного управления (WGI)",
  "wjp-rule-of-law": "World Justice Project, индекс верховенства права",
  "freedom-house-ratings": "Freedom in the World, рейтинги",
  "freedom-house-scores": "Freedom in the World, баллы по вопросам",
  bti: "Индекс трансформации Фонда Бертельсмана (BTI)",
  polity: "Polity5, характеристики режимов и переходы",
  vdem: "Varieties of Democracy (V-Dem), основные индексы",
  "cow-nmc": "Correlates of War, материальные возможности государств",
};

/** What must be known of files about money. What is not here stays as it is written. */
export const CAVEATS_RUSSIAN: Worded = {
  "Each organisation reports its own view: the same money stands as a disbursement of one and as received by another, and only sums of one measure can be added.":
    "Каждая организация сообщает со своей стороны: одни и те же деньги стоят как выплата у одной и как полученное у другой; складывать можно только суммы одного показателя.",
  "Sums of an activity and of those that it contains can be the same money: count one level only.":
    "Суммы мероприятия и тех, что в него входят, могут быть одними и теми же деньгами: считайте один уровень.",
  "A transaction has the recipient and the sector that it names itself, else a part of it for each that its activity names, by the percentages given. Where shares are not known the sum has no recipient, or no purpose; it is never repeated for each of them.":
    "У платежа получатель и сектор те, что названы в нём самом, иначе по части на каждого, названного в мероприятии, по данным процентам. Если доли неизвестны, у суммы нет получателя или цели; она не повторяется для каждого.",
  "A revised budget replaces the original one of the same period.":
    "Пересмотренный бюджет заменяет первоначальный за тот же период.",
  "IATI has no place for the number of an agreement; it is there where a publisher adds one.":
    "В IATI нет места для номера соглашения; он есть там, где его добавил составитель.",
  "The file names no currency; UNDP reports in US dollars.":
    "Валюта в файле не названа; ПРООН отчитывается в долларах США.",
  "Border management mostly stands under other purposes (15110, 15140, 99810) than its own, 15210.":
    "Управление границами чаще стоит под другими целями (15110, 15140, 99810), чем под своей, 15210.",
  "A regional programme stands under the office that runs it; the state is read from the title of the output, and from the office where the title names none.":
    "Региональная программа стоит под бюро, которое её ведёт; государство взято из названия результата, а если его там нет, из названия бюро.",
  "Expenditure can be negative: a correction of an earlier year. A budget that is not given is unknown, not zero.":
    "Расход может быть отрицательным: это поправка к прежнему году. Неуказанный бюджет неизвестен, это не ноль.",
  "Fiscal years are those of the record; a later record has more of them.":
    "Финансовые годы те, что в записи; в более поздней их больше.",
  "Reported by those who give; what those who do not report give (China, Gulf funds in part) is not here.":
    "Сообщают те, кто даёт; денег тех, кто не отчитывается (Китай, часть фондов Залива), здесь нет.",
  "ODA, other official flows and private development finance stand in one file: choose by kind of flow.":
    "ОПР, прочие официальные потоки и частное финансирование развития стоят в одном файле: выбирайте по виду потока.",
  "Commitments, disbursements and amounts received are different sums and are never added up.":
    "Обязательства, выплаты и полученное — разные суммы, они не складываются.",
  "Constant prices: the year of the prices changes with each release and is not in the file. Where nobody tells it and the file does not show it, it is 0: unknown.":
    "Постоянные цены: год цен меняется с каждым выпуском и в файле не указан. Если его никто не назвал и файл его не показывает, стоит 0: неизвестно.",
  "All donors and purposes together.": "Все доноры и цели вместе.",
  "The extract of August 2025 shows its price year: in 2023 both prices are equal in every row.":
    "Выборка августа 2025 года показывает свой год цен: в 2023 году обе цены равны в каждой строке.",
  "Only activities that the donor marked for climate: no share of a sector can be worked out of it.":
    "Только мероприятия, которые донор отметил как относящиеся к климату: долю сектора отсюда не вычислить.",
  "Sectors are groups by name, not codes.": "Секторы здесь — группы по названиям, а не коды.",
  "Gross disbursements of all flows: ODA, other official flows and private development finance together.":
    "Валовые выплаты всех потоков: ОПР, прочие официальные потоки и частное финансирование развития вместе.",
  "The file states neither measure nor currency; current million US dollars are read from its agreement with the OECD's own totals.":
    "В файле не названы ни показатель, ни валюта; миллионы долларов США в текущих ценах следуют из совпадения с итогами самой ОЭСР.",
  "Totals of 2012 do not tie between the files by donor and by sector: do not use them.":
    "Итоги 2012 года в файлах по донорам и по секторам не сходятся: не пользуйтесь ими.",
  "Against the OECD's release of August 2025 some country-years differ by 1 to 40 per cent (revisions or coverage; cause not known).":
    "От выпуска ОЭСР августа 2025 года суммы некоторых стран и лет отличаются на 1–40 процентов (пересмотр или охват; причина неизвестна).",
  "All donors together. 2012 has named groups, 2013 to 2017 five-digit purposes, 2018 and 2019 three-digit sectors.":
    "Все доноры вместе. 2012: группы по названиям; 2013–2017: пятизначные цели; 2018 и 2019: трёхзначные секторы.",
  "In 2013 to 2017 some rows have a bare three-digit sector: they are further money and are added to the five-digit ones.":
    "В 2013–2017 годах у части строк только трёхзначный сектор: это другие деньги, они прибавляются к пятизначным.",
  "Net of repayments of principal: not comparable with gross disbursements.":
    "За вычетом возврата основного долга: с валовыми выплатами не сравнивать.",
  "Country totals: no account, agency or sector. Military and economic assistance together.":
    "Итоги по странам: без счетов, ведомств и секторов. Военная и экономическая помощь вместе.",
  "Years are US fiscal years, from 1 October of the year before.":
    "Годы — финансовые годы США, с 1 октября предыдущего года.",
  "Requests, appropriations, allocations, obligations and disbursements are steps of the same money and are never added up.":
    "Запросы, ассигнования, выделенные средства, принятые обязательства и выплаты — шаги одних и тех же денег, они не складываются.",
  "Constant prices have one year for obligations and disbursements and another for the rest: in the extract at hand 2021 and 2019, the years in which both prices are equal.":
    "У постоянных цен один год для принятых обязательств и выплат и другой для остального: в этой выборке 2021 и 2019, где обе цены равны.",
  "From the step before Security Force Monitor's cleaning by hand.":
    "Из шага до ручной очистки, которую делает Security Force Monitor.",
  "A line without cost is unknown; a line with $0 says that it cost nothing to the programme.":
    "Строка без стоимости: неизвестно; строка с $0 говорит, что программе это ничего не стоило.",
};
