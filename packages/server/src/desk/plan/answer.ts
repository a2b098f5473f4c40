import type { Clause } from "@kelisim/accord/program";
import type { Plan, PlanAnswer } from "@kelisim/api";
import { dayOf, formatDated, type Place } from "@kelisim/model";
import {
  citation,
  conditionWords,
  earliest,
  hypotheticalRecord,
  isNotice,
  lastDateOf,
  mainChannel,
  placesOf,
  problemWords,
  type Row,
  stateShown,
  togetherRows,
  togetherWords,
  type Words,
} from "@kelisim/words";
import { badRequest } from "../../http/problem.ts";
import { lineView } from "../line-view.ts";
import { type Asked, standpointData } from "../standpoint.ts";
import type { View } from "../views.ts";
import { isAbout } from "./kinds.ts";
import { channelOf, noticeOf, noticesOf } from "./notices.ts";
import { plannedPlace } from "./planned-place.ts";
import { tooFar } from "./too-far.ts";

const DAY_MS = 86_400_000;

/** What would follow from a plan, over the real ledger of a view, which is left as it was. Throws 400 for an unknown kind. */
export function planAnswer(view: View, plan: Plan, asked: Asked): PlanAnswer {
  const { desk, ledger } = view;
  const words = desk.words(asked.language);
  const kind = words.program.vocabulary.findLast((each) => each.name === plan.kind);
  if (kind === undefined)
    throw badRequest("/body/kind", `"${plan.kind.slice(0, 60)}" is no kind of this region's vocabulary`);
  const place = kind.attributes.find(({ type }) => type.type === "place");
  const at = plannedPlace(plan.points ?? [], words.program, desk.geography);
  const content = {
    ...plan.content,
    ...(place !== undefined && at !== undefined ? { [place.name]: at } : {}),
  };
  const { record, problems } = hypotheticalRecord(
    {
      kind,
      content,
      ...(plan.from === undefined ? {} : { from: plan.from }),
      ...(plan.to === undefined ? {} : { to: plan.to }),
      ...(plan.under === undefined ? {} : { under: plan.under }),
    },
    words,
    asked,
  );
  const standpoint = standpointData(asked, desk);
  const wrong =
    record === undefined
      ? problems.filter(({ severity }) => severity === "error").map((problem) => problemData(problem, words))
      : tooFar(record, kind, asked);
  if (record === undefined || wrong.length > 0)
    return {
      ...NOTHING,
      standpoint,
      problems: wrong,
      places: at === undefined ? [] : placed([at], words, desk.geography),
    };
  const records = [record];
  // Recurring duties do not follow from a plan: the window is no longer than the plan itself asks for.
  const question = {
    asOf: asked.asOf,
    knownAt: asked.knownAt,
    from: asked.asOf,
    until: Math.max(asked.asOf, lastDateOf(records, words.program.vocabulary)),
  };
  const found = ledger.whatIf(records, question);
  const duties = words.arisingRows(found.arising.filter((line) => line.form === "duty"));
  const rights = words.arisingRows(found.arising.filter((line) => line.form === "right"));
  const needs = { record, duties, words, asked };
  const arising = (row: Row, number?: number): PlanAnswer["rights"][number] => {
    const { date, notes } = words.arising(row, asked.today, record.from);
    const notice = number === undefined ? undefined : noticeOf(row, number, needs);
    return {
      line: lineView(row, words),
      date,
      notes: [...notes],
      ...(number === undefined ? {} : { number }),
      ...(notice === undefined ? {} : { notice }),
    };
  };
  const groups = groupsOf(duties, words).map(({ rows, ...group }) => ({
    ...group,
    arising: rows.map((row) => arising(row, duties.indexOf(row) + 1)),
  }));
  const together = togetherRows(found.together, duties, words.names, words.program.vocabulary);
  const first = earliest(ledger, records, found.arising, question, words.program.vocabulary, words.clauses);
  const creditors = new Set(duties.flatMap((row) => row.creditors));
  const touched = new Set([...found.arising, ...found.limits, ...found.undetermined].map(({ clause }) => clause));
  return {
    standpoint,
    problems: [],
    places: placesOf(records, words.program, desk.geography).map(placeData),
    groups,
    rights: rights.map((row) => arising(row)),
    creditors: creditors.size,
    channels: new Set(groups.map(({ channel }) => channel ?? "")).size,
    passed: duties.filter((row) => row.line.state === "lead time already passed").length,
    limits: found.limits.map((line) => {
      const row = words.rowOf(line, [line.debtor], []);
      const { who, how } = words.row(row, "limits", asked.today);
      const { clause } = row.placed;
      const counts = asksOf(clause, words).asks;
      return {
        line: { ...lineView(row, words), state: stateShown(row) },
        // Of what may not be at all there is no figure to compare with, and nothing of a plan is recorded.
        words: clause.kind === "limit" && clause.form === "prohibition" ? "" : who,
        state: how,
        ...(counts === undefined ? {} : { counts }),
      };
    }),
    changed: found.changed.map(({ before, after }) => ({
      before: lineView(words.rowOf(before, [before.debtor], [before.creditor]), words),
      after: lineView(words.rowOf(after, [after.debtor], [after.creditor]), words),
    })),
    undetermined: found.undetermined.map((each) => {
      const title = words.clauses.get(each.clause)?.clause.title ?? each.clause;
      return {
        clause: each.clause,
        title,
        instrument: each.instrument,
        instrumentName: words.names.instrument(each.instrument),
        missing: [...words.missing(each)],
      };
    }),
    together: together.map((each) => {
      const { text, remarks } = togetherWords(each, words.names, asked.today);
      return {
        kind: each.record,
        kindName: words.kind(each.record),
        notice: isNotice(each),
        numbers: [...each.numbers],
        text,
        remarks: [...remarks],
        oneChannel: new Set(each.rows.map(channelOf)).size === 1,
      };
    }),
    notices: [...noticesOf(together, needs)],
    notArising: words.program.instruments.flatMap((instrument) =>
      instrument.clauses
        .filter((clause) => isAbout(clause, plan.kind) && !touched.has(clause.id))
        .map((clause) => ({
          clause: clause.id,
          title: clause.title,
          instrument: instrument.id,
          instrumentName: words.names.instrument(instrument.id),
          article: citation(clause),
          ...asksOf(clause, words),
        })),
    ),
    ...(first === undefined ? {} : { earliest: earliestData(first, words, asked) }),
  };
}

const NOTHING = {
  groups: [],
  rights: [],
  creditors: 0,
  channels: 0,
  passed: 0,
  limits: [],
  changed: [],
  undetermined: [],
  together: [],
  notices: [],
  notArising: [],
} satisfies Omit<PlanAnswer, "standpoint" | "problems" | "places">;

function problemData({ message, mend }: { readonly message: string; readonly mend?: string }, words: Words) {
  const say = (sentence: string) => problemWords(words.language, sentence, words);
  // The reader names the place of a value: "content.personnel: must be …".
  const [, attribute = "", rest = message] = /^(?:content\.)?([\w-]+): ([\s\S]*)$/.exec(message) ?? [];
  return { attribute, message: say(rest), ...(mend === undefined ? {} : { mend: say(mend) }) };
}

/** What the plan would have to be for the clause to apply. */
function asksOf(clause: Clause, words: Words): { readonly asks?: string } {
  const where =
    clause.kind === "limit"
      ? clause.where
      : clause.kind !== "standing" && clause.trigger.kind === "record"
        ? clause.trigger.where
        : undefined;
  const asks = conditionWords(where, words.names);
  return asks === "" ? {} : { asks };
}

/** Duties towards the same, by the same main channel; what the channel is in particular stands with each. */
function groupsOf(rows: readonly Row[], words: Words) {
  const groups = new Map<string, { whom: string; channel?: string; channelUnverified: boolean; rows: Row[] }>();
  for (const row of rows) {
    const { clause, instrument } = row.placed;
    const whom = words.names.actors(row.creditors, instrument);
    const channel = clause.channel === undefined ? undefined : mainChannel(clause.channel);
    const key = JSON.stringify([whom, channel]);
    const group = groups.get(key) ?? {
      whom,
      ...(channel === undefined ? {} : { channel }),
      channelUnverified: false,
      rows: [],
    };
    groups.set(key, group);
    group.channelUnverified ||= clause.channelAssumed !== undefined;
    group.rows.push(row);
  }
  return [...groups.values()];
}

const placeData = ({ lat, lon, zones }: ReturnType<typeof placesOf>[number]): PlanAnswer["places"][number] => ({
  lat,
  lon,
  zones: zones.map((zone) => ({ ...zone, instruments: [...zone.instruments] })),
});

function placed(points: readonly Place[], words: Words, geography: View["desk"]["geography"]): PlanAnswer["places"] {
  const records = points.map((point) => ({ content: { at: point } }));
  return placesOf(records as never, words.program, geography).map(placeData);
}

function earliestData(
  { attribute, shift, to }: NonNullable<ReturnType<typeof earliest>>,
  words: Words,
  asked: Asked,
): NonNullable<PlanAnswer["earliest"]> {
  if (shift === undefined || to === undefined) return { attribute, words: "" };
  const day = to.kind === "day" ? to.day : dayOf(to.instant, asked.timeZone);
  return {
    attribute,
    day: formatDated(day),
    shiftDays: shift / DAY_MS,
    words: to.kind === "day" ? words.day(to.day) : words.moment(to.instant),
  };
}
