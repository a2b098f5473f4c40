import {
  alignment,
  codesByHand,
  codesByWords,
  codesOfAgreements,
  codesOfProgrammes,
  decidedBy,
  type PriorityCode,
  type Result,
} from "@kelisim/analysis";
import type { Priorities, PriorityBasis, PriorityStatement } from "@kelisim/api";
import { standingOf } from "@kelisim/compare";
import { type Region, translationOf } from "@kelisim/model";
import { proofOf, tableInputs } from "../../proof.ts";
import { actorNamed } from "../cooperation/names.ts";
import { coverageOf, generalKnowledge, sourcedData } from "../cooperation/sourced.ts";
import { worldOf } from "../cooperation/world.ts";
import { type Asked, standpointData } from "../standpoint.ts";
import type { View } from "../views.ts";

/** Statements that either must have before two are compared, where nothing else is asked. */
export const LEAST_STATEMENTS = 3;

type Code = PriorityCode & Pick<PriorityStatement["codes"][number], "by" | "how">;

/** A thing that was or could be coded, as it stands in its table. */
type Uncoded = Omit<PriorityStatement, "codes">;

interface Coded {
  readonly codes: readonly Code[];
  readonly statements: readonly Uncoded[];
  readonly tables: Readonly<Record<string, number>>;
  /** Statements of a day after the asked one. */
  readonly later?: number;
}

/** How near the stated priorities of the states and the powers lie, by one declared coding. */
export function prioritiesData(view: View, asked: Asked, basis: PriorityBasis, least: number): Priorities {
  const { desk } = view;
  const { region } = desk;
  const words = desk.words(asked.language);
  const actors = [...new Set([...region.focus, ...region.powers.map(({ id }) => id)])];
  const { codes, statements, tables, later = 0 } = CODINGS[basis](view, asked, actors);
  const own = codes.filter(({ actor }) => actors.includes(actor));
  const made = alignment(statements, own, least, tableInputs(region, tables));
  const coded = Map.groupBy(own, ({ claim }) => claim);
  const threats = new Set(own.map(({ threat }) => threat));
  const { vectors, pairs } = made.value;
  const result: Result<Priorities["pairs"]["value"]> = { ...made, value: pairs.map(pairData) };
  return {
    standpoint: standpointData(asked, desk),
    basis,
    least,
    actors: actors.map((id) => actorNamed(desk, words, id)),
    threats: region.threats
      .filter(({ id }) => threats.has(id))
      .map((row) => ({ id: row.id, name: words.names.threat(row) })),
    vectors: vectors.map(({ actor, weights, claims }) => ({
      actor,
      weights: Object.entries(weights).map(([threat, weight]) => ({ threat, weight })),
      statements: [...claims],
    })),
    pairs: {
      value: [...result.value],
      ...proofOf(made, words.language, [
        { reason: "actor not asked for", rows: codes.length - own.length },
        { reason: "decision later than the day", rows: later },
      ]),
    },
    statements: statements
      .filter(({ id }) => coded.has(id))
      .map((statement) => ({
        ...statement,
        codes: coded
          .get(statement.id)!
          .map(({ actor, threat, weight, by, how }) => ({ actor, threat, weight, by, how })),
      })),
    coverage: coverageOf(desk, Object.keys(tables)),
  };
}

type Pair = ReturnType<typeof alignment>["value"]["pairs"][number];
const pairData = ({ actors, statements, ...rest }: Pair): Priorities["pairs"]["value"][number] => ({
  actors: [...actors],
  statements: [...statements],
  ...rest,
});

const CODINGS: Readonly<Record<PriorityBasis, (view: View, asked: Asked, actors: readonly string[]) => Coded>> = {
  said({ desk: { region } }, asked) {
    const general = generalKnowledge(region.sources);
    const undertakings = decidedBy(region.undertakings, asked.today);
    const ofThen = new Set([...region.claims, ...undertakings].map(({ id }) => id));
    const hand = codesByHand(region.codings).map(
      (code, at): Code => ({
        ...code,
        by: "hand",
        how: region.codings[at]!.coder,
      }),
    );
    const ruled = region.priorityRules.flatMap((rule) =>
      codesByWords(undertakings, [rule]).map((code): Code => ({ ...code, by: "words", how: rule.words.join("; ") })),
    );
    // Where somebody read a statement, the rule of words is silent on it.
    const read = new Set(hand.map(({ claim }) => claim));
    return {
      codes: [...hand.filter(({ claim }) => ofThen.has(claim)), ...ruled.filter(({ claim }) => !read.has(claim))],
      statements: [
        ...region.claims.map((row) => ({
          id: row.id,
          of: "claim" as const,
          text: row.claim,
          ...sourcedData(row, general),
        })),
        ...undertakings.map((row) => ({
          id: row.id,
          of: "undertaking" as const,
          text: row.undertaking,
          ...sourcedData(row, general),
        })),
      ],
      later: region.undertakings.length - undertakings.length,
      tables: {
        claims: region.claims.length,
        undertakings: region.undertakings.length,
        codings: region.codings.length,
        "priority-rules": region.priorityRules.length,
        threats: region.threats.length,
      },
    };
  },
  signed(view, asked, actors) {
    const { region } = view.desk;
    const words = view.desk.words(asked.language);
    const world = worldOf(view, asked);
    const bound = (instrument: string) =>
      actors.filter((actor) => standingOf(world, instrument, actor).state === "bound");
    const codes = tableCodes(codesOfAgreements(region.threats, bound), region);
    const status = world.setting.facts.filter(({ kind }) => kind === "status").length;
    return {
      codes,
      statements: [...new Set(region.threats.flatMap(({ instruments }) => instruments))].map((id) => {
        const instrument = world.instruments.get(id);
        return {
          id,
          of: "agreement" as const,
          text: words.names.instrument(id),
          source: instrument?.source ?? region.threats.find(({ instruments }) => instruments.includes(id))!.source,
          confidence: instrument?.confidence ?? ("low" as const),
          unverified: instrument?.confidence === "low",
        };
      }),
      tables: { threats: region.threats.length, status },
    };
  },
  funded({ desk }, asked) {
    const { region } = desk;
    const general = generalKnowledge(region.sources);
    const translate = translationOf(region, asked.language);
    const named = new Set(region.threats.flatMap(({ programmes }) => programmes));
    return {
      codes: tableCodes(codesOfProgrammes(region.threats, region.programmes, asked.today), region),
      statements: region.programmes
        .filter(({ id }) => named.has(id))
        .map((row) => ({
          id: row.id,
          of: "programme" as const,
          text: translate("programme", row.id) ?? row.name,
          ...sourcedData(row, general),
        })),
      tables: { threats: region.threats.length, programmes: region.programmes.length },
    };
  },
};

const tableCodes = (codes: readonly PriorityCode[], { threats }: Region): readonly Code[] =>
  codes.map((code) => ({ ...code, by: "table", how: threats.find(({ id }) => id === code.threat)?.source ?? "" }));
