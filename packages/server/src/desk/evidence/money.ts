import { budgetTotals, endings, moneyBehind, type Task, themesByThreats } from "@kelisim/analysis";
import type { Evidence, Named, TaskEvidence } from "@kelisim/api";
import { formatDated, formatDecimal, namesClause, translationOf } from "@kelisim/model";
import { type PlacedClause, sourceOfClause, type Words } from "@kelisim/words";
import { proofOf, wholeTables } from "../../proof.ts";
import { actorNamed } from "../cooperation/names.ts";
import { sourcedData } from "../cooperation/sourced.ts";
import type { Desk } from "../desk.ts";
import type { Asked } from "../standpoint.ts";
import type { EvidenceNeeds } from "./claims.ts";

/** A programme of a common threat and country that begins within a year of an end counts as one that goes on. */
const YEAR = 365;

type TaskHead = Omit<TaskEvidence, "threats" | "through" | "withBudget" | "budgetUnknown" | "perhaps" | "state">;

/** Undertakings, and duties that the table of threats names, each with the money that the table of programmes has. */
export function tasksData(desk: Desk, needs: EvidenceNeeds, { today }: Asked): Evidence["tasks"] {
  const { region, words } = needs;
  const heads = [...undertakings(desk, needs), ...duties(needs)];
  const tasks = heads.map(
    ({ id, clause, agreement }): Task => ({
      id,
      ...given("clause", clause),
      ...given("instrument", agreement?.id),
    }),
  );
  const scope = region.tables.find(({ table }) => table === "programmes")?.coverage ?? "partial";
  const inputs = wholeTables(region, ["undertakings", "threats", "programmes"]);
  const made = moneyBehind(tasks, region.threats, region.programmes, { day: today, scope }, inputs);
  const programmes = (ids: readonly string[]) => ids.map((id) => programmeNamed(needs, id));
  const items = heads.map((head, at): TaskEvidence => {
    const money = made.value[at]!;
    return {
      ...head,
      threats: region.threats
        .filter(({ id }) => money.threats.includes(id))
        .map((threat) => ({ id: threat.id, name: words.names.threat(threat) })),
      ...given("through", money.through),
      withBudget: programmes(money.withBudget),
      budgetUnknown: programmes(money.budgetUnknown),
      perhaps: programmes(money.perhaps),
      state: money.state,
    };
  });
  return { items, made: proofOf(made, words.language) };
}

/** Programmes that are over or end within a year, who goes on with their work, and the budgets of those that nobody does. */
export function endingsData(desk: Desk, needs: EvidenceNeeds, { today }: Asked): Evidence["endings"] {
  const { region, words, general } = needs;
  const by = today + YEAR;
  const question = { by, themesOf: themesByThreats(region.threats), withinDays: YEAR };
  const made = endings(region.programmes, question, wholeTables(region, ["programmes", "threats"]));
  const items = made.value.endings.map(({ programme, end, certain, state, successors }) => {
    const row = region.programmes.find(({ id }) => id === programme)!;
    return {
      programme: programmeNamed(needs, programme),
      end,
      certain,
      state,
      successors: successors.map((other) => ({
        ...programmeNamed(needs, other.programme),
        why: other.why,
        ...given("begins", other.begins),
      })),
      donors: row.donors.map((id) => actorNamed(desk, words, id)),
      countries: row.countries.map((id) => actorNamed(desk, words, id)),
      ...(row.budget === undefined ? {} : { amount: formatDecimal(row.budget.amount), currency: row.budget.currency }),
      ...sourcedData(row, general),
    };
  });
  const open = new Set(made.value.endings.flatMap(({ programme, state }) => (state === "followed" ? [] : programme)));
  const rows = region.programmes.filter(({ id }) => open.has(id));
  const withoutOwner = budgetTotals(rows, {}, made.inputs).value.map(({ currency, least, greatest }) => ({
    currency,
    least,
    greatest,
  }));
  return { items, made: proofOf(made, words.language), by: formatDated(by), withoutOwner };
}

function undertakings(desk: Desk, { region, words, general }: EvidenceNeeds): readonly TaskHead[] {
  return region.undertakings.map((row) => {
    const { source, confidence, unverified } = sourcedData(row, general);
    return {
      of: "undertaking" as const,
      id: row.id,
      text: row.undertaking,
      ...agreementOf(words, row.entry === undefined ? undefined : clauseOf(words, row.entry)),
      ...given("due", row.due === undefined ? undefined : formatDated(row.due)),
      by: row.by.map((id) => actorNamed(desk, words, id)),
      source,
      confidence,
      unverified,
    };
  });
}

/** Clauses that some threat names and that are no undertaking already. */
function duties({ region, words, general }: EvidenceNeeds): readonly TaskHead[] {
  const done = region.undertakings.flatMap(({ entry }) => entry ?? []);
  const listed = [...new Set(region.threats.flatMap((threat) => threat.duties))];
  const isNamed = (ids: readonly string[], clause: string) => ids.some((id) => namesClause(id, clause));
  const clauses = words.program.instruments.flatMap((instrument) => instrument.clauses);
  return clauses.flatMap(({ id }): readonly TaskHead[] => {
    const placed = words.clauses.get(id);
    if (placed === undefined || !isNamed(listed, id) || isNamed(done, id)) return [];
    const { source, confidence } = sourceOfClause(placed);
    const head = { of: "duty" as const, id, text: placed.clause.title, ...agreementOf(words, placed), by: [] };
    return [{ ...head, source, confidence, unverified: general(source) }];
  });
}

/** The clause that an entry stands for, the first where several were made from it ("CM2025-01": CM2025-01a, b). */
function clauseOf({ clauses, program }: Words, entry: string): PlacedClause | undefined {
  const made = () => program.instruments.flatMap((each) => each.clauses).find(({ id }) => namesClause(entry, id));
  return clauses.get(entry) ?? clauses.get(made()?.id ?? "");
}

function agreementOf(words: Words, placed: PlacedClause | undefined): Pick<TaskHead, "clause" | "agreement"> {
  if (placed === undefined) return {};
  const { id } = placed.instrument;
  return { clause: placed.clause.id, agreement: { id, name: words.names.instrument(id) } };
}

function programmeNamed({ region, words }: EvidenceNeeds, id: string): Named {
  const name = translationOf(region, words.language)("programme", id);
  return { id, name: name ?? region.programmes.find((each) => each.id === id)?.name ?? id };
}

function given<Name extends string, Value>(name: Name, value: Value | undefined): { readonly [N in Name]?: Value } {
  return (value === undefined ? {} : { [name]: value }) as { readonly [N in Name]?: Value };
}
