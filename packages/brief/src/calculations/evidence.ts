import {
  checkPrinted,
  citedIds,
  claimSupport,
  type Finding,
  figuresOfIndicators,
  figuresSideBySide,
  METHODS,
  printedClaim,
  recommendationStates,
} from "@kelisim/analysis";
import { type Claim, isRefusal, parseDecimal } from "@kelisim/model";
import type { Answer, ClaimValue, Statement, TableCell } from "../document.ts";
import { addUp } from "./exact.ts";
import { choiceOf, dayOf, listOf, namesOf, shownAs } from "./given.ts";
import { type Calculation, type FigureSources, type Given, isRefused, one, refused, tableInput } from "./sources.ts";

/** What stands behind statements and printed figures. */
export const EVIDENCE: Readonly<Record<string, Calculation>> = {
  indicator: { takes: ["id"], answer: indicator },
  "indicator.sum": { takes: ["name", "period", "party"], answer: indicatorSum },
  "indicator.series": { takes: ["name", "period", "party"], answer: indicatorSeries },
  "evidence.claim": { takes: ["id"], answer: claim },
  "evidence.support": { takes: ["id", "of"], answer: support },
  "evidence.recommendations": { takes: ["subject", "source", "on", "of"], answer: recommendations },
  "evidence.printed": { takes: ["id", "of", "digits"], answer: printed },
};

function indicator({ id }: Given, { region }: FigureSources): Answer {
  if (id === undefined) return refused("indicator takes an id", "write: indicator id=...");
  const row = region.indicators.find((each) => each.id === id);
  if (row === undefined)
    return refused(`the region has no indicator "${id}"`, "see the first column of its indicators.csv");
  const vintage = row.source;
  const input = { of: region.id, name: `indicators.csv, ${id}, confidence ${row.confidence}`, vintage, rows: 1 };
  const made = figuresSideBySide(figuresOfIndicators([row], vintage), {}, [input]);
  return one(made, row.value, row.unit ?? "");
}

/** Rows of one indicator and period, of one unit. */
function indicatorRows({ name, period, party }: Given, { region }: FigureSources) {
  if (name === undefined || period === undefined)
    return refused("name the indicator and the period", 'write: name="EU funds" period=2011-2013');
  const parties = listOf(party);
  const rows = region.indicators.filter(
    (row) =>
      row.indicator === name && row.period.text === period && (parties === undefined || parties.includes(row.party)),
  );
  if (rows.length === 0)
    return refused(
      `the region has no indicator "${name}" of ${period}`,
      "see the columns indicator and period of its indicators.csv",
    );
  const units = [...new Set(rows.map(({ unit }) => unit ?? ""))];
  if (units.length > 1) return refused(`values of several units are never mixed: ${units.join(", ")}`);
  return { rows, unit: units[0]! };
}

/** The values of one indicator and period, by party. */
function indicatorSeries(given: Given, sources: FigureSources): Answer {
  const found = indicatorRows(given, sources);
  if (isRefused(found)) return found;
  const { rows, unit } = found;
  const names = namesOf(sources);
  const input = tableInput(sources.region, "indicators", rows.length);
  const made = figuresSideBySide(figuresOfIndicators(rows, input.vintage), {}, [input]);
  const points = rows.map(({ party, value }) => ({
    at: names.actor(party),
    ...(value === undefined ? {} : { value }),
  }));
  return { kind: "series", figure: { ...made, value: { unit, by: "country", points } } };
}

/** Sum of one indicator and period over parties. A party without a value is left out and named as that. */
function indicatorSum(given: Given, sources: FigureSources): Answer {
  const found = indicatorRows(given, sources);
  if (isRefused(found)) return found;
  const { rows, unit } = found;
  const known = rows.flatMap(({ value }) => value ?? []);
  if (known.some((value) => isRefusal(parseDecimal(value))))
    return refused(`"${given.name}" is no number`, "sum what is counted or paid");
  const proof = {
    value: undefined,
    method: { id: "money.series", formula: METHODS["money.series"] },
    inputs: [tableInput(sources.region, "indicators", rows.length)],
    exclusions:
      rows.length === known.length ? [] : [{ reason: "the producer gives no value", rows: rows.length - known.length }],
  };
  return one(proof, addUp(known), unit);
}

function supportsOf({ region }: FigureSources) {
  const { claims, sources } = region;
  return claimSupport(claims, sources, {}, [
    tableInput(region, "claims", claims.length),
    tableInput(region, "sources", sources.length),
  ]);
}

const noClaim = (id: string | undefined) =>
  id === undefined
    ? refused("name a claim", "write: id=C035")
    : refused(`the region has no claim "${id}"`, "see the first column of its claims.csv");

function claim({ id }: Given, sources: FigureSources): Answer {
  const { claims } = sources.region;
  const row = claims.find((each) => each.id === id);
  if (row === undefined) return noClaim(id);
  const made = supportsOf(sources);
  const found = new Map(made.value.map((each) => [each.claim, each]));
  const statement = (one: Claim): Statement => ({
    id: one.id,
    claim: one.claim,
    ...(one.location === undefined ? {} : { location: one.location }),
    sources: citedIds(one.source),
    confidence: one.confidence,
    independent: found.get(one.id)!.independent,
  });
  const { state, contradictedBy } = found.get(row.id)!;
  const dispute = sources.region.disputes.find((each) => each.id === row.dispute);
  const value: ClaimValue = {
    ...statement(row),
    state,
    against: contradictedBy.map((other) => statement(claims.find((each) => each.id === other.claim)!)),
    ...(row.check === undefined ? {} : { check: row.check }),
    ...(dispute === undefined
      ? {}
      : { dispute: { question: dispute.question, reason: dispute.reason, sources: citedIds(dispute.source) } }),
  };
  return { kind: "claim", figure: { ...made, value } };
}

function support({ id, of }: Given, sources: FigureSources): Answer {
  const which = choiceOf("of", of, ["state", "sources", "against"]);
  if (isRefused(which)) return which;
  const made = supportsOf(sources);
  const found = made.value.find((each) => each.claim === id);
  if (found === undefined) return noClaim(id);
  const told = { state: found.state, sources: String(found.independent), against: String(found.contradictedBy.length) };
  return one(made, told[which]);
}

/** Recommendations of the sources, and what the region's table of decisions says became of them; of most nothing is known. */
function recommendations(given: Given, sources: FigureSources): Answer {
  const day = dayOf(given, sources);
  if (isRefused(day)) return day;
  const { claims, decisions } = sources.region;
  const wanted = listOf(given.source);
  const made = recommendationStates(claims, decisions, day, [
    tableInput(sources.region, "claims", claims.length),
    tableInput(sources.region, "decisions", decisions.length),
  ]);
  const found = made.value.flatMap(({ claim: id, state }) => {
    const row = claims.find((each) => each.id === id)!;
    const passes =
      (given.subject === undefined || row.subject === given.subject) &&
      (wanted === undefined || citedIds(row.source).some((each) => wanted.includes(each)));
    return passes ? [{ row, state }] : [];
  });
  if (given.of !== undefined) {
    const of = choiceOf("of", given.of, ["count"]);
    return isRefused(of) ? of : one(made, String(found.length));
  }
  const rows = found.map(({ row, state }): readonly TableCell[] => [
    { text: row.claim },
    { text: state, isWord: true },
    { sources: citedIds(row.source) },
  ]);
  return { kind: "table", figure: { ...made, value: { columns: ["claim", "state", "source"], rows } } };
}

/** Printed figures judged by each other: the table of them, or what one of them would have to be. */
function printed(given: Given, sources: FigureSources): Answer {
  const { region } = sources;
  const ids = listOf(given.id);
  const rows = region.printed.filter(({ id }) => ids === undefined || ids.includes(id));
  const unknown = ids?.find((id) => !rows.some((row) => row.id === id));
  if (unknown !== undefined)
    return refused(`the region has no printed figures "${unknown}"`, "see the first column of its printed.csv");
  const show = shownAs({ ...(given.digits === undefined ? {} : { digits: given.digits }) });
  if (isRefused(show)) return show;
  const made = checkPrinted(rows.map(printedClaim), [tableInput(region, "printed", rows.length)]);
  if (given.of !== undefined) {
    const of = choiceOf("of", given.of, ["follows", "findings"]);
    if (isRefused(of)) return of;
    if (of === "findings") return one(made, String(made.value.length));
    const follows = made.value.length === 1 ? followsOf(made.value[0]!.finding) : undefined;
    return one(
      made,
      follows === undefined ? undefined : show(follows),
      rows.length === 1 && rows[0]!.kind === "growth" ? "%" : (rows[0]?.unit ?? ""),
    );
  }
  const cells = rows.map((row, at): readonly TableCell[] => {
    const findings = made.value.filter((each) => each.at === at).map(({ finding }) => finding);
    const follows = findings.flatMap((finding) => followsOf(finding) ?? []);
    return [
      { text: row.figures.map(({ name, value }) => `${name} ${value}`).join("; ") },
      findings.length === 0 ? { text: "nothing found", isWord: true } : { text: findings[0]!.kind, isWord: true },
      follows.length === 0 ? { text: "" } : { text: follows.map(show).join("; "), isNumber: true },
      { sources: citedIds(row.source) },
    ];
  });
  return {
    kind: "table",
    figure: { ...made, value: { columns: ["printed", "finding", "follows", "source"], rows: cells } },
  };
}

function followsOf(finding: Finding): string | undefined {
  switch (finding.kind) {
    case "growth does not follow":
      return finding.follows;
    case "parts do not add up":
      return finding.summed;
    default:
      return undefined;
  }
}
