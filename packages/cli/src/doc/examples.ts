import { compile, type Witness } from "@kelisim/accord";
import type { Clause, Instrument, Kind, Program } from "@kelisim/accord/program";
import { readsOf } from "@kelisim/draft";
import { createLedger } from "@kelisim/duties";
import { civilDay, dayOf, type Fact, formatDated, type KelisimRecord, type Region, type Value } from "@kelisim/model";
import { geographyOf } from "@kelisim/region-files";
import { draftContext } from "@kelisim/region-files/compile";
import { camelWords, clockOf, dayWords, deadlineUnverified, grouped, type Names, periodWords } from "@kelisim/words";
import { texts } from "../texts/index.ts";

const say = texts.doc;
const SINCE = civilDay(2020, 1, 1);
/** Monday 1 March 2027, 08:00 UTC: the day on which all examples begin. */
const FROM = Date.parse("2027-03-01T08:00:00Z");
const KNOWN = Date.parse("2200-01-01T00:00:00Z");
const DAY = 86_400_000;

/**
 * One example for each clause with a deadline that can be computed: the compiler makes up the records, the engine tells the
 * date. In a real region states are "state A" and "state B": no state is shown in a deed that is made up. Clause id →
 * sentence.
 */
export function examplesOf(
  region: Region,
  files: readonly { readonly path: string; readonly text: string }[],
  instrument: Instrument,
  names: Names,
): ReadonlyMap<string, string> {
  const geography = geographyOf(region);
  const bound = boundIn(region, instrument);
  const { program, witnesses } = compile(neededFiles(files, instrument), {
    ...draftContext(region),
    boundParties: () => bound,
    boundSince: () => SINCE,
    witnessFrom: FROM,
    ...(geography === undefined ? {} : { sampleInZone: geography.sampleInZone }),
  });
  const facts: Fact[] = [
    ...region.facts.filter((fact) => fact.kind === "membership"),
    ...program.instruments.flatMap(({ id }) => bound.map((party) => boundBy(id, party))),
  ];
  const examples = new Map<string, string>();
  for (const clause of instrument.clauses) {
    const made = witnesses.find((each): each is Witness => each.clause === clause.id && "performance" in each);
    if (made === undefined || examples.has(clause.id)) continue;
    const ledger = createLedger({
      programs: [program],
      parties: region.parties,
      workingDays: region.calendars,
      ...(geography === undefined ? {} : { geography }),
    });
    ledger.appendFacts(facts);
    ledger.append(made.records);
    let date: string | undefined;
    const question = {
      asOf: made.metAt,
      knownAt: KNOWN,
      from: made.metAt - 3 * DAY,
      until: made.unperformedAt + 3 * DAY,
    };
    ledger.forEachDuty(question, (line) => {
      const mine = line.clause === clause.id && line.creditor === made.creditor && line.deadline !== null;
      if (!mine || !`+${line.debtor}+`.includes(`+${made.debtor}+`)) return;
      if (made.period !== undefined && made.period !== line.period) return;
      date ??= line.deadlineIsDay
        ? dayWords(dayOf(line.deadline!, instrument.timeZone), texts)
        : momentWords(line.deadline!, instrument.timeZone);
    });
    // A date that rests on a number nobody confirmed is no surer in an example.
    if (date !== undefined && deadlineUnverified(clause)) date = texts.unsure(date);
    const sentence = date && sentenceOf(clause, made, date, new Cast(region, names), program, instrument.timeZone);
    if (sentence) examples.set(clause.id, sentence);
  }
  return examples;
}

/** Names for those who take part: letters for the states and numbers for the sides of a real region, in the order in which they appear. */
class Cast {
  readonly #region: Region;
  readonly #names: Names;
  readonly #sides: string[] = [];
  readonly #letters = new Map<string, string>();

  constructor(region: Region, names: Names) {
    this.#region = region;
    this.#names = names;
  }

  of(actor: string): string {
    if (actor.includes(":")) return this.#side(actor);
    return actor
      .split("+")
      .map((id) => this.#party(id))
      .join(texts.and);
  }

  #side(side: string): string {
    if (this.#region.fictional) return this.#names.actor(side);
    if (!this.#sides.includes(side)) this.#sides.push(side);
    return say.sideNumber(this.#sides.indexOf(side) + 1);
  }

  #party(id: string): string {
    const state = this.#region.parties.find((party) => party.id === id)?.kind === "state";
    if (!state || this.#region.fictional) return this.#names.party(id);
    const letter = this.#letters.get(id) ?? String.fromCodePoint(65 + this.#letters.size);
    this.#letters.set(id, letter);
    return say.state(letter);
  }
}

function sentenceOf(
  clause: Clause,
  made: Witness,
  date: string,
  cast: Cast,
  program: Program,
  timeZone: string,
): string | undefined {
  if (clause.kind !== "duty" && clause.kind !== "right") return undefined;
  const { trigger, act } = clause;
  const kindOf = (name: string) => program.vocabulary.find((kind) => kind.name === name);
  let cause: string;
  if (trigger.kind === "record") {
    const record = made.records.findLast((each) => each.kind === trigger.record);
    if (record === undefined) return undefined;
    const kind = kindOf(record.kind);
    const by = kind?.actor === undefined ? record.from : record.content[kind.actor];
    const who = cast.of(typeof by === "string" ? by : record.from);
    const details = detailsOf(record, kind, readsOf([clause], [clause]).get(record.kind) ?? new Set(), cast);
    const day = dayWords(dayOf(record.occurred, timeZone), texts);
    cause =
      kind?.form === "notice"
        ? say.ifSends(who, titleOf(kind, record.kind), day, details)
        : say.ifDoes(who, titleOf(kind, record.kind), day, details);
  } else if (trigger.kind === "calendar")
    cause = say.forPeriod(made.period === undefined ? "" : periodWords(made.period, texts));
  else if (trigger.kind === "bound") cause = say.ifBound(cast.of(made.debtor), dayWords(SINCE, texts, false));
  else cause = say.ifMissed(trigger.clause);
  const [debtor, creditor] = [cast.of(made.debtor), made.creditor === "" ? "" : cast.of(made.creditor)];
  const what = titleOf(kindOf(act.record), act.record);
  return clause.kind === "duty"
    ? say.owes(cause, debtor, creditor, act.verb, what, date)
    : say.mayDo(cause, debtor, creditor, act.verb, what, date);
}

function titleOf(kind: Kind | undefined, name: string): string {
  return kind === undefined || kind.title === name ? camelWords(name) : kind.title;
}

/** What the clause reads of the record that gives rise to it. */
function detailsOf(
  record: KelisimRecord,
  kind: Kind | undefined,
  read: ReadonlySet<string>,
  cast: Cast,
): readonly string[] {
  return (kind?.attributes ?? []).flatMap(({ name, type }) => {
    const value = record.content[name];
    if (!read.has(name) || value === undefined || name === kind?.actor) return [];
    const words = valueWords(value, type.type, cast);
    return words === undefined ? [] : [say.detail(camelWords(name), words, type.type === "yes/no")];
  });
}

function valueWords(value: Value, type: string, cast: Cast): string | undefined {
  if (type === "count") return grouped(String(value), texts);
  if (type === "yes/no") return value === true ? texts.yes : texts.no;
  if (type === "date")
    return typeof value === "number" ? dayWords(value, texts) : formatDated(value as Parameters<typeof formatDated>[0]);
  if (type === "instant") return momentWords(value as number, "UTC");
  if (type === "choice") return camelWords(String(value));
  if (type === "period") return periodWords(String(value), texts);
  if (type === "party") return cast.of(String(value));
  return type === "amount" ? String(value) : undefined;
}

function momentWords(at: number, timeZone: string): string {
  const { day, time, zone } = clockOf(at, timeZone);
  return `${dayWords(day, texts)} ${time} ${zone}`;
}

/** Whoever has a row in the status table, a signature too, or a side: the example is about the clause and not about them. */
function boundIn(region: Region, instrument: Instrument): readonly string[] {
  const rows = region.facts.flatMap((fact) =>
    fact.kind === "status" && fact.instrument === instrument.id ? [fact.party] : [],
  );
  const named = new Set([...rows, ...instrument.sides.flatMap(({ members }) => members)]);
  const states = region.parties.flatMap((party) => (party.kind === "state" ? [party.id] : []));
  const own = states.filter((id) => named.has(id));
  return own.length > 1 ? own : [...new Set([...own, ...region.focus, ...states.slice(0, 2)])];
}

function boundBy(instrument: string, party: string): Fact {
  const source = "made up for an example";
  return {
    kind: "status",
    id: `${instrument} ${party}`,
    known: 0,
    source,
    confidence: "low",
    instrument,
    party,
    act: "ratification",
    effectDate: SINCE,
  };
}

/** The vocabulary, the file of the instrument, and those that hold clauses of which it speaks. */
function neededFiles(
  files: readonly { readonly path: string; readonly text: string }[],
  instrument: Instrument,
): readonly { readonly path: string; readonly text: string }[] {
  const spoken = instrument.clauses.flatMap((clause) => [
    ...clause.subjectTo,
    ...("trigger" in clause && clause.trigger.kind === "miss" ? [clause.trigger.clause] : []),
  ]);
  return files.filter(({ path, text }) => {
    if (path === instrument.file || !/^[ \t]*instrument[ \t]/m.test(text)) return true;
    return spoken.some((id) =>
      new RegExp(`^[ \\t]*(duty|right|limit|prohibition|standing)[ \\t]+${id}\\b(?!-)`, "m").test(text),
    );
  });
}
