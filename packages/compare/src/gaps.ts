import type { Clause, DutyClause } from "@kelisim/accord/program";
import { namesClause, type Threat } from "@kelisim/model";
import { organisationsIn } from "./roles.ts";
import { type PartyStanding, standingOf } from "./standings.ts";
import type { World } from "./world.ts";

/** What the texts and tables leave open. A gap is one of our files, or of a text; never a fault of a party. */
export interface GapAnswer {
  readonly threats: { readonly looked: number; readonly untold: readonly UntoldThreat[] };
  readonly channels: {
    readonly looked: number;
    readonly missing: readonly string[];
    readonly inTable: readonly string[];
  };
  readonly remedies: { readonly looked: number; readonly idle: readonly IdleClause[] };
  readonly members: { readonly looked: readonly OrganisationInstrument[]; readonly outside: readonly Outsider[] };
}

/** A threat of the table for which no duty to tell anybody is named. */
export interface UntoldThreat {
  readonly threat: string;
  readonly name: string;
  /** "none named": no clause stands in its row. "none tells": its clauses are no duties to send anything. */
  readonly why: "none named" | "none tells" | "not here";
  readonly clauses: readonly string[];
  /** Named in the row, and no agreement here has them. */
  readonly unknown: readonly string[];
  readonly source: string;
  readonly confidence: string;
}

/** A clause that nothing can bring about as things stand. */
export interface IdleClause {
  readonly clause: string;
  readonly why: /** The duty it waits for has no date, so it is never concluded as missed. */
    | { readonly kind: "no date"; readonly of: string }
    /** The duty it waits for has a vague word that nobody has read yet. */
    | { readonly kind: "no reading"; readonly of: string; readonly term: string }
    /** Silence on the duty it waits for has an effect of its own. */
    | { readonly kind: "silence"; readonly of: string; readonly means: string }
    /** It begins with a notice that no clause lets anybody send. */
    | { readonly kind: "nobody sends"; readonly record: string }
    /** What it waits for can itself never arise. */
    | { readonly kind: "idle cause"; readonly of: string };
}

/** How an instrument is taken for one of an organisation. */
export interface OrganisationInstrument {
  readonly organisation: string;
  readonly instrument: string;
  readonly by: "column" | "title" | "clause";
}

/** A member of an organisation that an instrument of it does not bind, by our tables. */
export interface Outsider extends OrganisationInstrument {
  readonly standing: PartyStanding;
  /** The membership itself is not verified. */
  readonly unverified: boolean;
}

/** Looks for what the agreements and tables leave open on the day of the world. */
export function gapsOf(world: World): GapAnswer {
  const clauses = [...world.clauses.values()].map(({ clause }) => clause);
  const acting = clauses.filter((clause) => clause.kind === "duty" || clause.kind === "right");
  const silent = acting.filter((clause) => clause.channel === undefined).map(({ id }) => id);
  const rows = world.setting.channels ?? [];
  const isInTable = (id: string) => rows.some((row) => namesClause(row.clause, id));
  const looked = organisationInstruments(world);
  return {
    threats: {
      looked: world.setting.threats?.length ?? 0,
      untold: (world.setting.threats ?? []).flatMap((threat) => untold(clauses, threat) ?? []),
    },
    channels: {
      looked: acting.length,
      missing: silent.filter((id) => !isInTable(id)),
      inTable: silent.filter(isInTable),
    },
    remedies: { looked: acting.length, idle: acting.flatMap((clause) => idle(world, clause, clauses) ?? []) },
    members: { looked, outside: looked.flatMap((each) => outsiders(world, each)) },
  };
}

function untold(clauses: readonly Clause[], threat: Threat): UntoldThreat | undefined {
  const found = threat.duties.map((listed) => clauses.filter(({ id }) => namesClause(listed, id)));
  const named = found.flat();
  if (named.some((clause) => clause.kind === "duty" && clause.act.verb === "send")) return undefined;
  return {
    threat: threat.id,
    name: threat.name,
    why: threat.duties.length === 0 ? "none named" : named.length === 0 ? "not here" : "none tells",
    clauses: named.map(({ id }) => id),
    unknown: threat.duties.filter((_, index) => found[index]?.length === 0),
    source: threat.source,
    confidence: threat.confidence,
  };
}

function idle(world: World, clause: Clause, clauses: readonly Clause[], depth = 0): IdleClause | undefined {
  if (clause.kind !== "duty" && clause.kind !== "right") return undefined;
  const { trigger } = clause;
  if (trigger.kind === "record") {
    const isNotice = world.kinds.get(trigger.record)?.form === "notice";
    const isSent = clauses.some(
      (each) => (each.kind === "duty" || each.kind === "right") && each.act.record === trigger.record,
    );
    return isNotice && !isSent
      ? { clause: clause.id, why: { kind: "nobody sends", record: trigger.record } }
      : undefined;
  }
  if (trigger.kind !== "miss") return undefined;
  const missed = world.clauses.get(trigger.clause)?.clause;
  if (missed?.kind !== "duty") return undefined;
  const why = neverMissed(world, missed);
  if (why !== undefined) return { clause: clause.id, why };
  const cause = depth < 20 ? idle(world, missed, clauses, depth + 1) : undefined;
  return cause === undefined ? undefined : { clause: clause.id, why: { kind: "idle cause", of: missed.id } };
}

/** Why the miss of a duty is never concluded; undefined: it may be. */
function neverMissed(world: World, missed: DutyClause): IdleClause["why"] | undefined {
  if (missed.silence) return { kind: "silence", of: missed.id, means: missed.silence.means };
  const dated = missed.deadlines.filter(({ deadline }) => deadline.kind !== "none");
  if (dated.length === 0) return { kind: "no date", of: missed.id };
  if (world.book.reading(missed.id, world.on) !== undefined) return undefined;
  const [first] = dated;
  const isUnread = dated.every(({ deadline }) => deadline.kind === "vague" && deadline.reading === undefined);
  if (!isUnread || first?.deadline.kind !== "vague") return undefined;
  return { kind: "no reading", of: missed.id, term: first.deadline.term };
}

/**
 * Which instruments are those of an organisation: named in the optional column `instruments` of its row; or its name
 * or short name stands in the instrument's title; or a clause speaks of its members. That an organ is told something
 * makes no agreement its own. Organisations without members in the table are left out: nothing can be said of them.
 */
function organisationInstruments(world: World): readonly OrganisationInstrument[] {
  const found: OrganisationInstrument[] = [];
  for (const organisation of world.setting.organisations ?? []) {
    if (world.book.members(organisation.id, world.on, "UTC").length === 0) continue;
    const listed = organisation.instruments ?? [];
    const names = [organisation.name, organisation.shortName, organisation.id].filter((name) => name !== undefined);
    for (const instrument of world.instruments.values()) {
      const by = listed.includes(instrument.id)
        ? "column"
        : names.some((name) => isNamed(name, instrument.title))
          ? "title"
          : instrument.clauses.some((clause) => speaksOf(clause, organisation.id))
            ? "clause"
            : undefined;
      if (by !== undefined) found.push({ organisation: organisation.id, instrument: instrument.id, by });
    }
  }
  return found;
}

/** Whether a name stands in a title as words of their own. */
function isNamed(name: string, title: string): boolean {
  const words = (text: string) =>
    ` ${text
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
      .trim()} `;
  return words(title).includes(words(name));
}

function speaksOf(clause: Clause, organisation: string): boolean {
  if (clause.kind === "limit") return false;
  return [clause.debtor, clause.creditor].some((role) => organisationsIn(role).includes(organisation));
}

function outsiders(world: World, each: OrganisationInstrument): readonly Outsider[] {
  return world.book.members(each.organisation, world.on, "UTC").flatMap(({ party, unverified }) => {
    if ((world.partyKinds.get(party) ?? "state") !== "state") return [];
    const standing = standingOf(world, each.instrument, party);
    return standing.state === "bound" || standing.state === "unverified" ? [] : [{ ...each, standing, unverified }];
  });
}
