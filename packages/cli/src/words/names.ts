import type { Instrument } from "@kelisim/accord/program";
import type { Party } from "@kelisim/model";
import { texts } from "../texts/index.ts";

/** Names for people: parties, sides, joint groups. */
export class Names {
  readonly #parties: ReadonlyMap<string, Party>;
  readonly #instruments: ReadonlyMap<string, Instrument>;

  constructor(parties: readonly Party[], instruments: ReadonlyMap<string, Instrument>) {
    this.#parties = new Map(parties.map((party) => [party.id, party]));
    this.#instruments = instruments;
  }

  party(id: string): string {
    const party = this.#parties.get(id);
    return party === undefined ? id : shortName(party);
  }

  /** An actor: a party, a side ("SH1996:Joint"), a joint group ("KAZ+KGZ"); empty: nobody in particular. */
  actor(actor: string): string {
    if (actor === "") return texts.nobody;
    const members = this.membersOf(actor);
    if (actor.includes(":")) {
      if (members.length === 1) return this.party(members[0]!);
      return texts.side(actor.slice(actor.indexOf(":") + 1));
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
        .sort((a, b) => a.localeCompare(b, "en"))
        .join(", ");
    }
    return texts.many(named.length, instrument.kind);
  }
}

function shortName(party: Party): string {
  return "shortName" in party && typeof party.shortName === "string" && party.shortName !== ""
    ? party.shortName
    : party.name;
}
