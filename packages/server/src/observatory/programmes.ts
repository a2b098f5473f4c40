import { budgetTotals, chains, endings, type Phase, type ResultInput, themesByThreats } from "@kelisim/analysis";
import type { Programmes, ProgrammesQuery } from "@kelisim/api";
import { dayOf, formatDated, type Programme, parseDated } from "@kelisim/model";
import type { Words } from "@kelisim/words";
import { actorNamed } from "../desk/cooperation/names.ts";
import type { Desk } from "../desk/desk.ts";
import { programmesTable } from "../desk/tables/research-tables.ts";
import { tableTexts } from "../desk/tables/texts.ts";
import { badRequest } from "../http/problem.ts";
import { figure } from "../proof.ts";

const AHEAD_DAYS = 730;
const WITHIN_DAYS = 365;

/** Chains, ends and budgets of the region's own table of programmes. */
export function programmesAnswer(
  desk: Desk,
  words: Words,
  query: ProgrammesQuery,
  now: number,
  language: "en" | "ru",
): Programmes {
  const { region } = desk;
  const today = dayOf(now, region.timeZone);
  const from = query.from === undefined ? today : dayIn(query.from, "/query/from");
  const by = query.by === undefined ? Math.max(from, today) + AHEAD_DAYS : dayIn(query.by, "/query/by");
  const withinDays = query.within ?? WITHIN_DAYS;
  const programmes = region.programmes.filter(
    ({ countries, donors }) => meets(query.recipient, countries) && meets(query.donor, donors),
  );
  const inputs = [inputOf(desk, programmes.length, language)];
  const question = { from, by, withinDays, themesOf: themesByThreats(region.threats) };
  const found = chains(programmes, inputs);
  const ends = endings(programmes, question, inputs);
  const totals = budgetTotals(programmes, {}, inputs);
  const chainsValue = found.value.map(({ family, phases, totals: over, gaps }) => ({
    family,
    phases: phases.map(phaseData),
    totals: over.map(phaseData),
    gaps: gaps.map(({ after, before, days }) => ({
      after: phaseData(after),
      before: phaseData(before),
      ...(days === undefined ? {} : { days: [...days] }),
    })),
  }));
  const endsValue = {
    endings: ends.value.endings.map(({ successors, ...rest }) => ({ ...rest, successors: [...successors] })),
    withoutOwner: ends.value.withoutOwner.map((each) => ({ ...each, programmes: [...each.programmes] })),
  };
  const totalsValue = totals.value.map(({ alternatives, ...rest }) => ({
    ...rest,
    alternatives: alternatives.map(({ rows, difference }) => ({ rows: [...rows], difference })),
  }));
  const actors = new Set(programmes.flatMap(({ donors, countries }) => [...donors, ...countries]));
  const nameOf = (id: string) => [id, actorNamed(desk, words, id).name] as const;
  return {
    from: formatDated(from),
    by: formatDated(by),
    within: withinDays,
    programmes: programmes.map(programmeData),
    names: { actor: Object.fromEntries([...actors].map(nameOf)) },
    chains: figure({ ...found, value: chainsValue }, language),
    ends: figure({ ...ends, value: endsValue }, language),
    totals: figure({ ...totals, value: totalsValue }, language),
  };
}

function dayIn(text: string, pointer: string): number {
  const day = parseDated(text);
  if (typeof day !== "number") throw badRequest(pointer, `"${text}" is no day`, "2026-11-22");
  return day;
}

/** Whether one of the asked ids, between commas, is among these. */
const meets = (asked: string | undefined, ids: readonly string[]) =>
  asked === undefined || asked.split(",").some((id) => ids.includes(id));

function inputOf({ region }: Desk, rows: number, language: "en" | "ru"): ResultInput {
  const table = region.tables.find((each) => each.table === "programmes");
  const say = tableTexts[language];
  const name = programmesTable.title[language];
  const coverage = table === undefined ? [] : [say.coverage(name, table.coverage, table.of)];
  return {
    of: "programmes",
    name,
    vintage: table?.asOf === undefined ? "" : formatDated(table.asOf),
    rows,
    producer: {
      dataset: "programmes",
      name,
      citation: say.cite,
      licence: say.licence,
      caveats: [say.unknown, ...coverage],
    },
  };
}

const phaseData = ({ numbers, extension, programmes }: Phase) => ({
  numbers: [...numbers],
  extension,
  programmes: [...programmes],
});

function programmeData(programme: Programme): Programmes["programmes"][number] {
  const { id, name, donors, implementers, start, end, budget, countries, source, confidence, backing, dispute } =
    programme;
  return {
    id,
    name,
    donors: [...donors],
    ...(implementers === undefined ? {} : { implementers }),
    ...(start === undefined ? {} : { start: formatDated(start) }),
    ...(end === undefined ? {} : { end: formatDated(end) }),
    ...(budget === undefined ? {} : { budget: { amount: budget.amount.toFixed(), currency: budget.currency } }),
    countries: [...countries],
    source,
    confidence,
    ...(backing.budget === undefined ? {} : { budgetSource: backing.budget.source }),
    ...(backing.dates === undefined ? {} : { datesSource: backing.dates.source }),
    ...(dispute === undefined ? {} : { dispute }),
  };
}
