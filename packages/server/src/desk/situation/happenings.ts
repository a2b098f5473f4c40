import type { Happening } from "@kelisim/api";
import {
  type Dated,
  dayOf,
  firstDay,
  formatDated,
  formatInstant,
  type Instant,
  type KelisimRecord,
  type Kind,
  lastDay,
  type Place,
  startOfDay,
  type TimelineEvent,
  type TranslationLookup,
  translationOf,
} from "@kelisim/model";
import type { Words } from "@kelisim/words";
import { actorNamed, instrumentNamed } from "../cooperation/names.ts";
import { type GeneralKnowledge, generalKnowledge } from "../cooperation/sourced.ts";
import type { Desk } from "../desk.ts";

/** What happened, with what the questions about it need beside what is shown. */
export interface Known {
  readonly shown: Happening;
  /** The place as the table names it, in whatever language it is shown. */
  readonly placeId?: string;
  readonly first: number;
  readonly last: number;
  /** From when it could be known here. */
  readonly known: Instant;
}

/** Attributes that say when an event takes place, the first that a kind has; else it is when the record says it occurred. */
const WHEN = ["start", "day", "date", "from"];
const UNTIL = ["end", "until"];

/** Words things that happened in one language; what does not depend on the single event is worked out once. */
export class HappeningWords {
  readonly #desk: Desk;
  readonly #words: Words;
  readonly #kinds: ReadonlyMap<string, Kind>;
  readonly #general: GeneralKnowledge;
  readonly #translated: TranslationLookup;

  constructor(desk: Desk, language: "en" | "ru") {
    this.#desk = desk;
    this.#words = desk.words(language);
    this.#kinds = new Map(desk.program.vocabulary.map((kind) => [kind.name, kind]));
    this.#translated = translationOf(desk.region, language);
    this.#general = generalKnowledge(desk.region.sources);
  }

  /** A row of the timeline. It could be known from the day on which it was written down. */
  ofTimeline(event: TimelineEvent): Known {
    const { timeZone, disputes } = this.#desk.region;
    const { date, end, instrument, place, placeName, note, source, confidence } = event;
    const dispute = disputes.find(({ id }) => id === event.dispute);
    const [first, last] = [firstDay(date), lastDay(end ?? date)];
    return {
      first,
      last,
      known: startOfDay(firstDay(event.recorded), timeZone),
      ...(placeName === undefined ? {} : { placeId: placeName }),
      shown: {
        id: event.id,
        from: "timeline",
        kind: event.what,
        kindName: this.#translated("category", event.what, "label") ?? event.what,
        title: this.#translated("timeline", event.id, "title") ?? event.title,
        parties: event.actors.map((id) => actorNamed(this.#desk, this.#words, id)),
        date: formatDated(date),
        ...(end === undefined ? {} : { end: formatDated(end) }),
        firstDay: formatDated(first),
        lastDay: formatDated(last),
        recorded: formatDated(event.recorded),
        ...(placeName === undefined ? {} : { placeName: this.#translated("place", placeName, "label") ?? placeName }),
        ...(place === undefined ? {} : { place: { ...place } }),
        ...(instrument === undefined ? {} : { instrument: instrumentNamed(this.#words, instrument) }),
        threats: this.#threatsOf(event.what, instrument === undefined ? [] : [instrument]),
        source,
        confidence,
        unverified: confidence === "low" || this.#general(source),
        ...(dispute === undefined ? {} : { dispute: { question: dispute.question, reason: dispute.reason } }),
        ...(note === undefined ? {} : { note }),
      },
    };
  }

  /** A record of an event. What it says is what the party that speaks in it says. */
  ofRecord(record: KelisimRecord): Known | undefined {
    const kind = this.#kinds.get(record.kind);
    if (kind === undefined || kind.form !== "event") return undefined;
    const { timeZone } = this.#desk.region;
    const { names } = this.#words;
    const moment = (wanted: readonly string[]): Dated | undefined => {
      for (const name of wanted) {
        const type = kind.attributes.find((attribute) => attribute.name === name)?.type.type;
        const value = record.content[name];
        if (value === undefined) continue;
        if (type === "date") return value as Dated;
        if (type === "instant") return dayOf(value as Instant, timeZone);
      }
      return undefined;
    };
    const date = moment(WHEN) ?? dayOf(record.occurred, timeZone);
    const until = moment(UNTIL);
    const end = until !== undefined && lastDay(until) >= firstDay(date) ? until : undefined;
    const [first, last] = [firstDay(date), lastDay(end ?? date)];
    const of = (type: string) => kind.attributes.filter((attribute) => attribute.type.type === type);
    const place = of("place").flatMap(({ name }) => (record.content[name] as Place | undefined) ?? [])[0];
    const parties = [
      record.from,
      ...[...of("party"), ...of("parties")].flatMap(({ name }) => record.content[name] ?? []),
    ];
    const choices = of("choice").flatMap(({ name }) => {
      const value = record.content[name];
      return typeof value === "string" ? [names.choice(value, name, kind.name)] : [];
    });
    const kindName = this.#words.kind(kind.name);
    const under = record.under ?? [];
    return {
      first,
      last,
      known: record.known,
      shown: {
        id: record.id,
        from: "record",
        kind: kind.name,
        kindName,
        title: choices.length === 0 ? kindName : `${kindName}: ${choices.join(", ")}`,
        parties: [...new Set(parties.map(String))]
          .filter((id) => id !== "")
          .map((id) => actorNamed(this.#desk, this.#words, id)),
        date: formatDated(date),
        ...(end === undefined ? {} : { end: formatDated(end) }),
        firstDay: formatDated(first),
        lastDay: formatDated(last),
        recorded: formatInstant(record.recorded),
        ...(place === undefined ? {} : { place: { ...place } }),
        ...(under[0] === undefined ? {} : { instrument: instrumentNamed(this.#words, under[0]) }),
        threats: this.#threatsOf(kind.name, under),
        source: names.party(record.from),
        unverified: false,
      },
    };
  }

  /** Threats of which it is an event, by its kind, or by the agreement it was done under. */
  #threatsOf(kind: string, instruments: readonly string[]): string[] {
    return this.#desk.region.threats
      .filter(
        (threat) => threat.kinds?.includes(kind) === true || threat.instruments.some((id) => instruments.includes(id)),
      )
      .map(({ id }) => id);
  }
}
