import {
  ALWAYS,
  type CoverageFact,
  type Dated,
  type Fact,
  type Instant,
  type KelisimRecord,
  NEVER,
  type StatusFact,
  type Value,
} from "@kelisim/model";
import { at, dated } from "./time.ts";
import { STATES } from "./vocabulary.ts";

/** Short ways to write records and facts in tests. */

type Rest = Partial<Omit<KelisimRecord, "content" | "occurred" | "known">> & {
  readonly known?: string | Instant;
  readonly content?: Readonly<Record<string, Value | undefined>>;
};

/** A record that was written down and taken in when it happened, unless said otherwise. */
export function record(
  id: string,
  kind: string,
  from: string,
  occurred: string | Instant,
  rest: Rest = {},
): KelisimRecord {
  const moment = typeof occurred === "string" ? at(occurred) : occurred;
  const { known = moment, content = {}, ...more } = rest;
  return {
    id,
    kind,
    version: 1,
    from,
    to: [],
    occurred: moment,
    recorded: moment,
    ...more,
    known: typeof known === "string" ? at(known) : known,
    content,
  };
}

export const ask = (id: string, from: string, to: string, occurred: string, rest: Rest = {}): KelisimRecord =>
  record(id, "Ask", from, occurred, { to: [to], ...rest });
export const answer = (id: string, from: string, to: string, occurred: string, answers: string, rest: Rest = {}) =>
  record(id, "Answer", from, occurred, { to: [to], ...rest, content: { answers, ...rest.content } });
export const plan = (id: string, host: string, occurred: string, content: Rest["content"], rest: Rest = {}) =>
  record(id, "Plan", host, occurred, { ...rest, content: { host, ...content } });

type Unheaded<F> = F extends Fact ? Omit<F, "known" | "source" | "confidence"> & { readonly known?: Instant } : never;

/** A fact that was always known, unless said otherwise. */
export function fact(rest: Unheaded<Fact>): Fact {
  return { known: ALWAYS, source: "a test", confidence: "high", ...rest } as Fact;
}

interface StatusDates {
  readonly effect?: string;
  readonly actDate?: string;
  readonly provisional?: string;
  readonly clauses?: readonly string[];
  readonly known?: string;
  readonly instrument?: string;
}

let counter = 0;

export function status(party: string, act: StatusFact["act"], dates: StatusDates = {}): Fact {
  const read = (text: string | undefined, name: string): Record<string, Dated> =>
    text === undefined ? {} : { [name]: dated(text) };
  return fact({
    id: `S${++counter}`,
    kind: "status",
    instrument: dates.instrument ?? "T",
    party,
    act,
    ...(dates.known !== undefined && { known: at(dates.known) }),
    ...(dates.clauses !== undefined && { clauses: dates.clauses }),
    ...read(dates.effect, "effectDate"),
    ...read(dates.actDate, "actDate"),
    ...read(dates.provisional, "provisionalFrom"),
  });
}

/** All four states bound by T since 2000. */
export const ALL_BOUND: readonly Fact[] = STATES.map((party) =>
  status(party, "ratification", { effect: "2000-01-01" }),
);

/** Everything that everybody does is recorded here. */
export const covered = (rest: Partial<CoverageFact> = {}): Fact =>
  fact({
    id: "coverage",
    kinds: ["*"],
    parties: ["*"],
    to: ["*"],
    from: ALWAYS,
    until: NEVER,
    ...rest,
    kind: "coverage",
  });
