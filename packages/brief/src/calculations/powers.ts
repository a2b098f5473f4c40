import {
  alignment,
  ENGAGEMENT_KINDS,
  type Engagement,
  type EngagementCount,
  engagementCounts,
  engagementShares,
  type PriorityCode,
  type Result,
} from "@kelisim/analysis";
import type { Answer, SeriesValue, TableCell } from "../document.ts";
import { asPercent } from "./exact.ts";
import { choiceOf, listOf, namesOf, shownAs, yearsOf } from "./given.ts";
import { decimal } from "./institutions.ts";
import {
  type Calculation,
  type Engagements,
  type FigureSources,
  type Given,
  isRefused,
  one,
  refused,
  tableInput,
} from "./sources.ts";

const TAKES = ["power", "state", "kind", "year"];

/** Powers from outside, side by side, and how near stated priorities lie. */
export const POWERS: Readonly<Record<string, Calculation>> = {
  "powers.engagement": { takes: [...TAKES, "of", "by"], answer: engagement },
  "powers.share": { takes: TAKES, answer: share },
  "alignment.priorities": { takes: ["a", "b", "least", "of", "digits"], answer: priorities },
};

interface Asked {
  readonly gathered: Engagements;
  readonly engagements: readonly Engagement[];
  readonly powers: readonly string[];
  readonly states: readonly string[];
  readonly years: readonly number[];
  readonly kinds: readonly string[];
}

function asked(given: Given, { engagements, region }: FigureSources) {
  if (engagements === undefined)
    return refused(
      "the region names no powers from outside",
      "name them in powers.csv, and what they do in engagements.csv",
    );
  const powers = listOf(given.power);
  if (powers === undefined)
    return refused("name the powers that are compared", "write: powers.engagement power=EU,RUS,CHN year=2024");
  const span = yearsOf(given.year);
  if (isRefused(span)) return span;
  if (span === undefined) return refused("name the year", "write: year=2024, or year=2015..2024");
  const kinds = listOf(given.kind) ?? ENGAGEMENT_KINDS;
  const strange = kinds.find((kind) => !ENGAGEMENT_KINDS.some((each) => each === kind));
  if (strange !== undefined) return refused(`there is no kind "${strange}"`, `one of: ${ENGAGEMENT_KINDS.join(", ")}`);
  const years = Array.from({ length: span.to - span.from + 1 }, (_, at) => span.from + at);
  return {
    gathered: engagements,
    engagements: engagements.rows.filter(({ kind }) => kinds.includes(kind)),
    powers,
    states: listOf(given.state) ?? region.focus,
    years,
    kinds,
  };
}

/** A result with what its engagements were gathered from. */
const withProof = <R extends Result<unknown>>(made: R, { gathered }: Asked): R => ({
  ...made,
  exclusions: [...gathered.exclusions, ...made.exclusions],
});

/** Engagements, each counted once in each state, in however many of the years: certain ones, and those that may be. */
function gathered(counts: readonly EngagementCount[]) {
  const all = new Map<string, { source: string; certain: boolean; state: string }>();
  for (const { of, power, state } of counts)
    for (const { id, source, certain } of of) {
      const key = JSON.stringify([id, power, state]);
      const held = all.get(key);
      all.set(key, { source, state, certain: certain || held?.certain === true });
    }
  const rows = [...all.values()];
  const certain = rows.filter((row) => row.certain).length;
  return {
    all: rows.length,
    certain,
    perhaps: rows.length - certain,
    states: [...new Set(rows.map(({ state }) => state))].sort(),
    sources: [...new Set(rows.flatMap(({ source }) => sourceIds(source)))],
  };
}

const sourceIds = (source: string): readonly string[] => {
  const cited = [...source.matchAll(/\[([^\]]+)\]/g)].map((match) => match[1]!);
  return cited.length > 0
    ? cited
    : source
        .split(";")
        .map((id) => id.trim())
        .filter((id) => id !== "");
};

/** A table of powers and kinds, one count (`of=`), or counts by year, power or kind (`by=`). Where nothing is known there is no row. */
function engagement(given: Given, sources: FigureSources): Answer {
  const question = asked(given, sources);
  if (isRefused(question)) return question;
  const made = withProof(engagementCounts(question.engagements, question, question.gathered.inputs), question);
  const names = namesOf(sources);
  const of = choiceOf("of", given.of, ["certain", "perhaps", "all"]);
  if (isRefused(of)) return of;
  // Our silence is not a zero.
  const told = (some: readonly EngagementCount[]) => (some.length === 0 ? {} : { value: String(gathered(some)[of]) });
  if (given.by !== undefined) {
    const by = choiceOf("by", given.by, ["year", "power", "kind", "state"]);
    if (isRefused(by)) return by;
    const keys: readonly (string | number)[] = {
      year: question.years,
      power: question.powers,
      kind: question.kinds,
      state: question.states,
    }[by];
    const points = keys.map((key) => ({
      at: by === "power" || by === "state" ? names.actor(String(key)) : String(key),
      ...told(made.value.filter((each) => each[by] === key)),
    }));
    const value: SeriesValue = { unit: "", by: by === "state" ? "country" : by, points };
    return { kind: "series", figure: { ...made, value } };
  }
  if (given.of !== undefined) return one(made, told(made.value).value);
  const rows = question.powers.flatMap((power) =>
    question.kinds.flatMap((kind): readonly (readonly TableCell[])[] => {
      const its = made.value.filter((each) => each.power === power && each.kind === kind);
      if (its.length === 0) return [];
      const { certain, perhaps, states, sources: cited } = gathered(its);
      return [
        [
          { text: names.actor(power) },
          { text: kind, isWord: true },
          { text: String(certain), isNumber: true },
          { text: String(perhaps), isNumber: true },
          { text: states.join(", ") },
          { sources: cited },
        ],
      ];
    }),
  );
  return {
    kind: "table",
    figure: { ...made, value: { columns: ["power", "kind", "count", "perhaps", "countries", "sources"], rows } },
  };
}

/** The part of one power in the certain engagements of one kind, state and year. */
function share(given: Given, sources: FigureSources): Answer {
  const question = asked(given, sources);
  if (isRefused(question)) return question;
  const { states, years, kinds, powers } = question;
  if (states.length !== 1 || years.length !== 1 || kinds.length !== 1)
    return refused(
      "a share is of one kind, state and year",
      "write: powers.share power=EU,RUS state=KAZ kind=treaty year=2024; the first power is the one whose share it is",
    );
  const made = withProof(engagementShares(question.engagements, question, question.gathered.inputs), question);
  const found = made.value.find(({ power }) => power === powers[0]);
  return one(made, found === undefined ? undefined : asPercent(found.share), "%");
}

const LEAST = 3;

/** How near two actors lie in what they speak of, by the region's coding of statements. */
function priorities(given: Given, sources: FigureSources): Answer {
  const { a, b } = given;
  if (a === undefined || b === undefined)
    return refused("alignment.priorities takes two actors", "write: alignment.priorities a=EU b=UZB");
  const of = choiceOf("of", given.of, ["cosine", "jaccard", "common"]);
  if (isRefused(of)) return of;
  const show = shownAs(given);
  if (isRefused(show)) return show;
  const { claims, undertakings, codings } = sources.region;
  const statements = [...claims, ...undertakings];
  const codes = codings
    .filter(({ actor }) => actor === a || actor === b)
    .map(({ statement, actor, threat, weight }): PriorityCode => ({ claim: statement, actor, threat, weight }));
  const least = Number(given.least ?? LEAST);
  if (!Number.isInteger(least) || least < 1)
    return refused(`least=${given.least} is no number of statements`, "write a whole number from 1");
  const made = alignment(statements, codes, least, [tableInput(sources.region, "codings", codings.length)]);
  const pair = made.value.pairs.find(({ actors }) => actors.includes(a) && actors.includes(b));
  const value = decimal(pair?.[of]);
  return one(made, value === undefined ? undefined : show(value));
}
