import type { Instrument } from "@kelisim/accord/program";
import type { Dispute, Party, Region, Threat, TranslationLookup } from "@kelisim/model";
import { camelWords } from "./camel-words.ts";
import type { Texts } from "./texts/index.ts";

/** Names of the region's own data in the language of a reader; undefined where there is none. */
export type Titles = TranslationLookup;

/** Names for people, in one language: parties, sides, joint groups, kinds of records and their attributes. */
export class Names {
  /** The texts of the language. */
  readonly say: Texts;
  readonly #parties: ReadonlyMap<string, Party>;
  readonly #instruments: ReadonlyMap<string, Instrument>;
  readonly #titles: Titles | undefined;

  constructor(say: Texts, parties: readonly Party[], instruments: ReadonlyMap<string, Instrument>, titles?: Titles) {
    this.say = say;
    this.#parties = new Map(parties.map((party) => [party.id, party]));
    this.#instruments = instruments;
    this.#titles = titles;
  }

  region({ id, name }: Pick<Region, "id" | "name">): string {
    return this.#titles?.("region", id) ?? name;
  }

  /** What a region says of its own limits; undefined where it says nothing. */
  disclaimer({ id, disclaimer }: Pick<Region, "id" | "disclaimer">): string | undefined {
    return disclaimer === undefined ? undefined : (this.#titles?.("region", id, "disclaimer") ?? disclaimer);
  }

  party(id: string): string {
    const party = this.#parties.get(id);
    if (party === undefined) return id;
    return this.#titles?.("party", id, "shortName") ?? this.#titles?.("party", id) ?? shortName(party);
  }

  /** The agreement's name for lists; its id where it is not held here. */
  instrument(id: string): string {
    return this.#titles?.("instrument", id, "shortTitle") ?? this.#instruments.get(id)?.title ?? id;
  }

  organisation(id: string): string {
    return this.#titles?.("organisation", id, "shortName") ?? this.#titles?.("organisation", id) ?? id;
  }

  /** By which channel an act is done, as the clause says it. */
  channel(channel: string): string {
    return this.#titles?.("channel", channel) ?? channel;
  }

  /** A kind of record inside a sentence: "border closure". */
  kind(name: string): string {
    const title = this.#titles?.("kind", name);
    return title === undefined ? camelWords(name) : title.charAt(0).toLowerCase() + title.slice(1);
  }

  /** An attribute inside a sentence; `kind` where it is known of which. */
  attribute(name: string, kind?: string): string {
    const own = this.#titles?.("attribute", kind === undefined ? name : `${kind}.${name}`);
    if (own !== undefined) return own.charAt(0).toLowerCase() + own.slice(1);
    return this.say.attributes[name] ?? camelWords(name);
  }

  /** The noun that a number of the attribute counts: "people". */
  quantity(name: string): string {
    return this.say.quantities[name] ?? this.attribute(name);
  }

  /** The question on which sources differ, and why they do. */
  question({ id, question }: Pick<Dispute, "id" | "question">): string {
    return this.#titles?.("dispute", id, "question") ?? question;
  }

  reason({ id, reason }: Pick<Dispute, "id" | "reason">): string {
    return this.#titles?.("dispute", id, "reason") ?? reason;
  }

  threat({ id, name }: Pick<Threat, "id" | "name">): string {
    return this.#titles?.("threat", id) ?? name;
  }

  /** A named place, of the map or where an agreement was signed. */
  place(name: string): string {
    return this.#titles?.("place", name) ?? name;
  }

  /** "the side Joint", or the name that the region gives it; `instrument` where it is known of which. */
  side(name: string, instrument?: string): string {
    const own = this.#titles?.("side", instrument === undefined ? name : `${instrument}.${name}`);
    return own ?? this.say.side(name);
  }

  /** What a deadline counts from, as the engine names it ("e.start", "moment"). */
  baseName(name: string): string {
    return this.say.baseName(name, this.attribute(name.slice(name.indexOf(".") + 1)));
  }

  /** A sentence of the engine: why something does not apply, what is missing or not known. */
  engine(sentence: string): string {
    return this.say.engine(sentence, this);
  }

  /** A value of a choice; as it is written where nothing else is said. */
  choice(value: string, attribute?: string, kind?: string): string {
    const path = [kind, attribute, value].filter((part) => part !== undefined).join(".");
    return this.#titles?.("choice", path) ?? value;
  }

  /** An actor: a party, a side ("SH1996:Joint"), a joint group ("KAZ+KGZ"); empty: nobody in particular. */
  actor(actor: string): string {
    if (actor === "") return this.say.nobody;
    const members = this.membersOf(actor);
    if (actor.includes(":")) {
      if (members.length === 1) return this.party(members[0]!);
      return this.side(actor.slice(actor.indexOf(":") + 1), actor.slice(0, actor.indexOf(":")));
    }
    return members.map((id) => this.party(id)).join(", ");
  }

  membersOf(actor: string): readonly string[] {
    if (actor === "") return [];
    const colon = actor.indexOf(":");
    if (colon === -1) return actor.split("+");
    const sides = this.#instruments.get(actor.slice(0, colon))?.sides ?? [];
    return sides.find((side) => side.name === actor.slice(colon + 1))?.members ?? [];
  }

  /** Several actors as people speak of them: up to three by name, more as a count with the instrument's own word. */
  actors(actors: readonly string[], instrument: Instrument): string {
    const named = actors.filter((actor) => actor !== "");
    if (named.length === 0) return "";
    if (named.length <= 3) {
      return named
        .map((actor) => this.actor(actor))
        .sort((a, b) => a.localeCompare(b, this.say.locale))
        .join(", ");
    }
    return this.say.many(named.length, instrument.kind);
  }
}

function shortName(party: Party): string {
  return party.shortName !== undefined && party.shortName !== "" ? party.shortName : party.name;
}
