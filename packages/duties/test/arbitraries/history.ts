import type { KelisimRecord, Value } from "@kelisim/model";
import { Big } from "big.js";
import fc from "fast-check";
import { STATES } from "../sketch/vocabulary.ts";
import { dateAt, instantAt, knownAfter, lag, lapse, type Spot, spot, type Timeline } from "./timeline.ts";

/** Histories: notices and events with references to each other, corrections, withdrawals and copies. */

const KIND_NAMES = [
  "Ask",
  "Plan",
  "Ask",
  "Plan",
  "Invite",
  "Answer",
  "Visit",
  "Level",
  "Release",
  "Report",
  "Visit",
] as const;
const ADDRESSEES: readonly (readonly string[])[] = [["B"], ["A"], ["C"], ["ORG"], ["B", "C"], ["*"], []];
const PLACES = [
  { lat: 55, lon: 75 },
  { lat: 45, lon: 75 },
  { lat: 55, lon: 85 },
  { lat: 55, lon: 70.05 },
  { lat: 55, lon: 89.5 },
  {
    lat: 55,
    lon: 85,
    corners: [
      { lat: 55, lon: 85 },
      { lat: 45, lon: 79 },
    ],
  },
];

/** What a record is made from: small numbers, of which the greater mean something rarer or missing. */
interface Recipe {
  readonly shape: "said" | "corrects" | "withdraws" | "copy" | "conflict";
  readonly kind: number;
  readonly from: number;
  readonly to: number;
  readonly at: Spot;
  /** Instead of a spot: so long after the record it refers to. */
  readonly after: number | undefined;
  readonly target: number;
  readonly letter: string;
  readonly lag: number;
  readonly received: number | undefined;
  readonly under: readonly string[] | undefined;
  readonly channel: string | undefined;
  readonly numbers: readonly [number, number, number];
  readonly flags: readonly [number, number];
  readonly days: readonly [number, number];
  /** Rarely: by another party, or of another kind, or of a record not seen here. */
  readonly odd: number;
}

const recipe: fc.Arbitrary<Recipe> = fc.record({
  shape: fc.constantFrom(
    "said",
    "said",
    "said",
    "said",
    "said",
    "said",
    "said",
    "corrects",
    "corrects",
    "corrects",
    "withdraws",
    "copy",
    "conflict",
  ),
  kind: fc.nat(KIND_NAMES.length - 1),
  from: fc.nat(12),
  to: fc.constantFrom(0, 0, 1, 1, 2, 2, 3, 4, 5, 6),
  at: spot,
  after: fc.option(lapse, { nil: undefined, freq: 1 }),
  target: fc.nat(20),
  letter: fc.constantFrom("m", "a", "z"),
  lag,
  received: fc.option(lapse, { nil: undefined, freq: 1 }),
  under: fc.constantFrom(undefined, undefined, undefined, ["T"], ["T"], ["U"], ["T", "U"]),
  channel: fc.constantFrom(undefined, undefined, undefined, undefined, "note", "kelisim"),
  numbers: fc.tuple(fc.nat(6), fc.nat(6), fc.nat(6)),
  flags: fc.tuple(fc.nat(8), fc.nat(8)),
  days: fc.tuple(fc.nat(47), fc.nat(47)),
  odd: fc.nat(23),
});

/** Every kind of content from the same numbers; 6 (of numbers), 8 (of flags) are missing values. */
function contentOf(
  kind: string,
  one: Recipe,
  timeline: Timeline,
  referred: string | undefined,
): Record<string, Value | undefined> {
  const [first, second, third] = one.numbers;
  const count = (value: number) => (value === 6 ? undefined : value);
  const party = (value: number) => (value === 6 ? undefined : STATES[value % 4]);
  const date = (place: number) => dateAt(timeline, place);
  const [yes, choice] = one.flags;
  const flag = yes === 8 ? undefined : yes < 6;
  switch (kind) {
    case "Ask":
      return {
        about: count(first),
        urgent: flag,
        topic: choice === 8 ? undefined : choice < 5 ? "arms" : "water",
        ref: second < 3 ? referred : undefined,
        day: date(one.days[0]),
      };
    case "Answer":
      return { answers: referred, grade: count(first) };
    case "Plan": {
      const start = date(one.days[0]);
      const end = typeof start === "number" && second < 5 ? start + second * 7 : date(one.days[1]);
      return {
        host: party(third),
        size: count(first),
        live: flag,
        place: PLACES[choice % 7],
        start,
        end,
        opens: instantAt(timeline, { day: second, time: third }),
      };
    }
    case "Invite":
      return { plan: referred, arrival: date(one.days[0]) };
    case "Visit":
      return { guest: party(first), receiving: party(second), start: date(one.days[0]), end: date(one.days[1]) };
    case "Level":
      return { personnel: count(first), day: date(one.days[0]) };
    case "Release":
      return {
        volume: first === 6 ? undefined : new Big(first).times("0.7"),
        sector: choice === 8 ? undefined : choice < 5 ? "east" : "west",
      };
    default:
      return {
        period: ["2024-Q1", "2024", "2024-02", "2024-03", "2005-Q3", "2005-H2", "2004-01-31"][first],
        volume: new Big(second),
      };
  }
}

const present = (content: Record<string, Value | undefined>) =>
  Object.fromEntries(Object.entries(content).filter(([, value]) => value !== undefined));

function build(recipes: readonly Recipe[], timeline: Timeline): KelisimRecord[] {
  const records: KelisimRecord[] = [];
  recipes.forEach((one, place) => {
    const target = records.length === 0 ? undefined : records[one.target % records.length];
    const unseen = one.odd === 23 ? "gone" : undefined;
    const referred = unseen ?? target?.id;
    const occurred =
      one.after !== undefined && target !== undefined ? target.occurred + one.after : instantAt(timeline, one.at);
    const id = `${one.letter}${place}`;
    const restates = one.shape !== "said" && target !== undefined;
    const kind = restates && one.odd !== 22 ? target.kind : KIND_NAMES[one.kind]!;
    const speaker = one.from === 12 ? "ORG" : STATES[one.from % 4]!;
    const from = restates && one.odd !== 21 ? target.from : speaker;
    const to = restates && one.numbers[0] < 4 ? target.to : ADDRESSEES[one.to]!;
    const base = { version: 1, from, to, occurred, recorded: occurred, known: knownAfter(occurred, one.lag) };
    const optional = {
      ...(one.under !== undefined && { under: one.under }),
      ...(one.channel !== undefined && { channel: one.channel }),
      ...(one.received !== undefined && { received: occurred + one.received }),
    };
    const fresh = present(contentOf(kind, one, timeline, referred));
    const content =
      restates && one.flags[0] < 5 ? { ...target.content, ...(one.flags[1] < 5 ? firstOf(fresh) : {}) } : fresh;
    if (restates && one.shape === "copy") {
      records.push({ ...target });
    } else if (restates && one.shape === "conflict") {
      records.push({ ...target, ...base, content });
    } else if (restates && one.shape === "withdraws") {
      records.push({ ...base, id, kind: "withdrawal", withdraws: referred, content: {} });
    } else {
      const link = restates && one.shape === "corrects" ? { corrects: referred } : {};
      records.push({ ...base, ...optional, id, kind: kind === "withdrawal" ? "Ask" : kind, ...link, content });
    }
  });
  return one(records, recipes);
}

const firstOf = (content: Record<string, Value | undefined>) => Object.fromEntries(Object.entries(content).slice(0, 1));

/** At times the first record is said to correct the last: a circle, if the last corrects it. */
function one(records: KelisimRecord[], recipes: readonly Recipe[]): KelisimRecord[] {
  const [first, last] = [records[0], records.at(-1)];
  if (recipes[0]?.odd !== 20 || first === undefined || last === undefined || first.id === last.id) return records;
  return [{ ...first, corrects: last.id }, ...records.slice(1)];
}

export const history = (timeline: Timeline): fc.Arbitrary<KelisimRecord[]> =>
  fc.array(recipe, { minLength: 1, maxLength: 9 }).map((recipes) => build(recipes, timeline));
