import type {
  Act,
  Clause,
  Condition,
  Deadline,
  Duration,
  DutyClause,
  GuardedDeadline,
  Instrument,
  LimitClause,
  Program,
  RightClause,
  Role,
  Scalar,
  StandingClause,
  Term,
  TimeUnit,
  Trigger,
} from "@kelisim/accord/program";
import { KINDS } from "./vocabulary.ts";

/** Short ways to write programs in tests. */

export const term = (path: string): Term => {
  const [variable, name] = path.split(".");
  return name === undefined
    ? { kind: "record", variable: variable! }
    : { kind: "attribute", variable: variable!, name };
};
export const constant = (value: Scalar): Term => ({ kind: "constant", value });
export const number = (value: number): Term => constant({ type: "count", value });
export const equal = (left: Term, right: Term): Condition => ({ kind: "compare", op: "=", left, right });
export const atLeast = (path: string, value: number): Condition => ({
  kind: "compare",
  op: ">=",
  left: term(path),
  right: number(value),
});
export const both = (...all: Condition[]): Condition => ({ kind: "and", all });

export const lasting = (text: string): Duration => {
  const [value, ...unit] = text.split(" ");
  return { value: Number(value), unit: unit.join(" ").replace(/s$/, "") as TimeUnit };
};
export const within = (duration: string, base: Term = { kind: "moment" }): Deadline => ({
  kind: "after",
  duration: lasting(duration),
  base,
});
export const notLaterThan = (duration: string, base: Term): Deadline => ({
  kind: "before",
  duration: lasting(duration),
  base,
});
export const by = (...deadlines: (Deadline | GuardedDeadline)[]): readonly GuardedDeadline[] =>
  deadlines.map((each) => ("deadline" in each ? each : { deadline: each }));

export const when = (record: string, variable: string, where?: Condition, under = false): Trigger => ({
  kind: "record",
  record,
  variable,
  under,
  ...(where !== undefined && { where }),
});
export const every = (unit: "month" | "quarter" | "half-year" | "year", count = 1, from?: string): Trigger => ({
  kind: "calendar",
  count,
  unit,
  ...(from !== undefined && { from }),
});
export const missOf = (clause: string): Trigger => ({ kind: "miss", clause });

export const role = (path: string): Role => ({ kind: "term", term: term(path) });
export const party = (id: string): Role => ({ kind: "party", id });
export const EACH: Role = { kind: "each party" };
export const OTHERS: Role = { kind: "every other party" };
export const NOBODY: Role = { kind: "nobody" };

export const act = (record: string, variable: string, where?: Condition, more: Partial<Act> = {}): Act => ({
  verb: "send",
  record,
  variable,
  counts: "sent",
  ...(where !== undefined && { where }),
  ...more,
});

const head = (id: string) => ({
  id,
  title: `Clause ${id}`,
  article: id,
  hash: `hash of ${id}`,
  confidence: "high" as const,
  subjectTo: [],
});

type Essential<C extends Clause> = Partial<C> & Omit<C, keyof ReturnType<typeof head> | "kind" | "jointly">;

export const duty = (id: string, rest: Essential<DutyClause>): DutyClause => ({
  ...head(id),
  jointly: false,
  ...rest,
  kind: "duty",
});
export const right = (id: string, rest: Essential<RightClause>): RightClause => ({
  ...head(id),
  jointly: false,
  ...rest,
  kind: "right",
});
export const standing = (id: string, debtor: Role, creditor: Role): StandingClause => ({
  ...head(id),
  kind: "standing",
  debtor,
  creditor,
});
export const limit = (
  id: string,
  rest: Partial<LimitClause> & Pick<LimitClause, "amount" | "aggregate" | "record" | "variable" | "window" | "bearer">,
): LimitClause => ({ ...head(id), form: "ceiling", groups: [], unlessConsent: false, ...rest, kind: "limit" });

export const instrument = (clauses: readonly Clause[], more: Partial<Instrument> = {}): Instrument => ({
  id: "T",
  title: "Treaty",
  kind: "treaty",
  timeZone: "UTC",
  monthEnd: "clip",
  sides: [],
  zones: {},
  source: "a test",
  confidence: "high",
  clauses,
  ...more,
});

export const program = (...instruments: Instrument[]): Program => ({
  format: "kelisim-program",
  formatVersion: 1,
  vocabulary: KINDS,
  instruments,
});
