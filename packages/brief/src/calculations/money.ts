import { concentration, delivery, growth, moneySeries, purposeShares } from "@kelisim/analysis";
import type { Answer, TableValue } from "../document.ts";
import { addUp, asPercent, rounded } from "./exact.ts";
import { choiceOf, listOf, namesOf, unitOf, yearsOf } from "./given.ts";
import { type Asked, answered, askedOfMoney, cellsOf, codesOf, isCells, several } from "./money-asked.ts";
import { type Calculation, type FigureSources, type Given, isRefused, refused } from "./sources.ts";

const SELECTS = [
  "purpose",
  "year",
  "recipient",
  "donor",
  "dataset",
  "measure",
  "currency",
  "price_year",
  "flow",
  "activity",
];
const SHOWN = ["in", "digits"];
const TABLE_ROWS = 12;

/** Calculations on flows that were taken in. */
export const MONEY: Readonly<Record<string, Calculation>> = {
  "money.series": { takes: [...SELECTS, "by", "top", ...SHOWN], answer: series },
  "money.share": { takes: [...SELECTS, "by", ...SHOWN], answer: share },
  "money.delivery": { takes: [...SELECTS, "by", ...SHOWN], answer: paid },
  "money.growth": { takes: [...SELECTS, "by", ...SHOWN], answer: changes },
  "money.concentration": { takes: [...SELECTS, "by", "of", "part", "top", ...SHOWN], answer: concentrated },
};

async function series(given: Given, sources: FigureSources): Promise<Answer> {
  const question = askedOfMoney(given, sources, "money.series");
  if (isRefused(question)) return question;
  if (given.top !== undefined && !/^[1-9]\d?$/.test(given.top))
    return refused(`top=${given.top} is not known`, "write a number from 1 to 99");
  const where = codesOf("money.series", question);
  if (isRefused(where)) return where;
  const keys = question.by === undefined ? [] : [question.by];
  const answer = await cellsOf(given, sources, where, keys);
  if (!isCells(answer)) return answer;
  const made = moneySeries(answer.cells, keys, answer.inputs);
  return answered(
    made.value.map(({ sum, ...row }) => ({ ...row, ...(sum === undefined ? {} : { value: sum }) })),
    made,
    given,
    question,
    sources,
  );
}

async function share(given: Given, sources: FigureSources): Promise<Answer> {
  const question = askedOfMoney(given, sources, "money.share");
  if (isRefused(question)) return question;
  const { set, by, where } = question;
  if (set === undefined) return refused("money.share takes a purpose", "write: money.share purpose=152 ...");
  const keys = by === undefined ? [] : [by];
  const titles = set.rules.some((rule) => rule.words.length > 0) ? ["title"] : [];
  const answer = await cellsOf(given, sources, where, [...keys, "purpose", ...titles]);
  if (!isCells(answer)) return answer;
  const made = purposeShares(answer.cells, set, keys, answer.inputs);
  const rows = made.value.map(({ keys: at, basis, share: ratio }) => ({
    keys: at,
    basis,
    ...(ratio === undefined ? {} : { value: asPercent(ratio) }),
  }));
  return answered(rows, made, { ...given, in: "one" }, question, sources, "%");
}

async function paid(given: Given, sources: FigureSources): Promise<Answer> {
  const question = askedOfMoney(given, sources, "money.delivery");
  if (isRefused(question)) return question;
  const where = codesOf("money.delivery", question);
  if (isRefused(where)) return where;
  const keys = question.by === undefined ? [] : [question.by];
  const answer = await cellsOf(given, sources, where, keys);
  if (!isCells(answer)) return answer;
  const made = delivery(answer.cells, keys, answer.inputs);
  const rows = made.value.map(({ keys: at, currency, priceYear, ratio }) => ({
    keys: at,
    basis: { currency, priceYear },
    ...(ratio === undefined ? {} : { value: asPercent(ratio) }),
  }));
  return answered(rows, made, given, question, sources, "%");
}

/** Change against the year before. One year is asked for, or all by year. */
async function changes(given: Given, sources: FigureSources): Promise<Answer> {
  const question = askedOfMoney(given, sources, "money.growth");
  if (isRefused(question)) return question;
  const years = yearsOf(given.year);
  if (isRefused(years)) return years;
  const isOne = question.by === undefined && years !== undefined && years.from === years.to;
  if (!isOne && question.by !== "year")
    return refused("money.growth is of one year, or by=year", "write: money.growth year=2019 ...");
  const selected = codesOf("money.growth", question);
  if (isRefused(selected)) return selected;
  // The year before the first one asked for is needed to tell its change.
  const where = selected.map((test) =>
    "column" in test && test.column === "year" && years !== undefined
      ? { column: "year", from: years.from - 1, to: years.to }
      : test,
  );
  const answer = await cellsOf(given, sources, where, ["year"]);
  if (!isCells(answer)) return answer;
  const made = growth(answer.cells, ["year"], answer.inputs);
  const rows = made.value
    .filter(({ year }) => years === undefined || year >= years.from)
    .map(({ basis, year, change }) => ({
      keys: { year },
      basis,
      ...(change === undefined ? {} : { value: asPercent(change) }),
    }));
  return answered(rows, made, { ...given, in: "one" }, question, sources, "%");
}

const PARTS = ["effective", "index", "donors", "share"] as const;

/** How far money comes from few donors: one measure of it, by year, or the table of donors. */
async function concentrated(given: Given, sources: FigureSources): Promise<Answer> {
  const question = askedOfMoney(given, sources, "money.concentration");
  if (isRefused(question)) return question;
  const { by } = question;
  if (by !== undefined && by !== "year" && by !== "recipient")
    return refused(`money.concentration is not asked by ${by}`, "by=year or by=recipient");
  const where = codesOf("money.concentration", question);
  if (isRefused(where)) return where;
  const keys = by === undefined ? [] : [by];
  const answer = await cellsOf(given, sources, where, [...keys, "donor"]);
  if (!isCells(answer)) return answer;
  const made = concentration(answer.cells, keys, answer.inputs);
  if (given.of === undefined && by === undefined) {
    if (made.value.length > 1) return several(made.value.map(({ basis }) => basis));
    return { kind: "table", figure: { ...made, value: donorTable(made.value[0], given, question, sources) } };
  }
  const of = choiceOf("of", given.of, PARTS);
  if (isRefused(of)) return of;
  if (of === "share" && given.part === undefined)
    return refused("of=share is of somebody", "add part=EU: the donor, or several with commas");
  const parts = listOf(given.part) ?? [];
  const rows = made.value.map(({ keys: at, basis, index, effective, donors }) => {
    const told = {
      index: () => index,
      effective: () => effective,
      donors: () => String(donors.length),
      share: () => {
        const sum = addUp(donors.filter(({ donor }) => parts.includes(donor)).map((each) => each.share));
        return sum === undefined ? undefined : asPercent(sum);
      },
    };
    const value = told[of]();
    return { keys: at, basis, ...(value === undefined ? {} : { value }) };
  });
  return answered(rows, made, given, question, sources, of === "share" ? "%" : "");
}

function donorTable(
  found: ReturnType<typeof concentration>["value"][number] | undefined,
  given: Given,
  { show }: Asked,
  sources: FigureSources,
): TableValue {
  const names = namesOf(sources);
  const rows = (found?.donors ?? [])
    .slice(0, Number(given.top ?? TABLE_ROWS))
    .map(({ donor, sum, share: part }) => [
      { text: names.actor(donor) },
      { text: `${show(sum)} ${unitOf(given, found!.basis.currency)}`, isNumber: true as const },
      { text: `${rounded(asPercent(part), 1)} %`, isNumber: true as const },
    ]);
  return { columns: ["donor", "sum", "share"], rows };
}
