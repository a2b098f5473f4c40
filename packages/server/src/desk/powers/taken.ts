import {
  type ColumnTest,
  type EngagementQuestion,
  engagementCounts,
  engagementsOfObligations,
  moneySeries,
  type Result,
  type SelectedCell,
  trainingTotals,
} from "@kelisim/analysis";
import type { Powers, Proof, TakenQuantity } from "@kelisim/api";
import type { Answer, Holdings, Part } from "@kelisim/holdings";
import type { ObservationRow, ObservationTable } from "@kelisim/model";
import type { Language } from "@kelisim/words";
import { badRequest } from "../../http/problem.ts";
import { type AskedSet, askedHoldings } from "../../observatory/asked-holdings.ts";
import { remember } from "../../observatory/remember.ts";
import { onlyYears, orRefused } from "../../observatory/remembered-cells.ts";
import { proofOf } from "../../proof.ts";

/** What files of others say of powers, states and a year, each data set by itself. */
export interface Taken {
  readonly quantities: TakenQuantity[];
  readonly proofs: Proof[];
  readonly files: Powers["files"];
}

const TABLES = ["flows", "trainings", "obligations"] as const satisfies readonly ObservationTable[];

type Question = EngagementQuestion & { readonly year: number };
type Ask = (
  parts: readonly Part[],
  where: readonly ColumnTest[],
  by: readonly string[],
  sum?: string,
) => Promise<Answer>;

/** Asks the files taken in. Answers are kept: holdings never change. */
export function takenAnswers(holdings: Holdings) {
  const once = remember();
  const asking =
    (table: ObservationTable): Ask =>
    (parts, where, by, sum) => {
      const asked = { where, by, ...(sum === undefined ? {} : { sum }) };
      const selection = { table, holdings: parts.map(({ holding }) => holding.id), ...asked };
      const only = onlyYears(parts);
      return once(
        JSON.stringify([selection, only]),
        async () => orRefused(await holdings.answer(selection, only)),
        ({ cells }) => cells.length,
      );
    };
  return async (question: Question, names: string | undefined, language: Language): Promise<Taken> => {
    const sets = await setsOf(holdings, names);
    const answers = await Promise.all(
      sets.map(({ table, set }) => ANSWERS[table](asking(table), set, question, language)),
    );
    const used = answers.flatMap((answer, at) => (answer.quantities.length === 0 ? [] : [sets[at]!.set]));
    const parts = used.flatMap((set) => set.parts);
    return {
      quantities: answers.flatMap(({ quantities }) => quantities),
      proofs: answers.flatMap(({ quantities, proof }) => (quantities.length === 0 ? [] : [proof])),
      files: {
        holdings: parts.map(({ holding: { id, producer, vintage, file } }) => ({
          id,
          name: producer.name,
          vintage,
          file: file.name,
        })),
        frozen: parts.map(({ holding }) => holding.id).join(","),
        named: names !== undefined,
      },
    };
  };
}

interface SetOf {
  readonly table: (typeof TABLES)[number];
  readonly set: AskedSet;
}

/** The data sets that answer: of the named holdings, or of the newest. Throws 400 for a holding that is not here. */
async function setsOf(holdings: Holdings, names: string | undefined): Promise<readonly SetOf[]> {
  const ids = names === undefined ? undefined : [...new Set(names.split(",").filter(Boolean))];
  const tableOf = new Map<string, ObservationTable>();
  for (const id of ids ?? []) {
    const found = await holdings.get(id);
    if (found === undefined) throw badRequest("/query/holdings", `there is no holding "${id.slice(0, 120)}"`);
    tableOf.set(id, found.table);
  }
  const asked = await Promise.all(
    TABLES.map(async (table): Promise<readonly SetOf[]> => {
      const own = ids?.filter((id) => tableOf.get(id) === table);
      if (own?.length === 0) return [];
      const { sets } = await askedHoldings(holdings, table, own === undefined ? {} : { holdings: own.join(",") });
      return sets.map((set) => ({ table, set }));
    }),
  );
  return asked.flat();
}

interface SetAnswer {
  readonly quantities: TakenQuantity[];
  readonly proof: Proof;
}

type SetAnswerOf = (ask: Ask, set: AskedSet, question: Question, language: Language) => Promise<SetAnswer>;

const ANSWERS: Readonly<Record<(typeof TABLES)[number], SetAnswerOf>> = {
  async flows(ask, { dataset, name, parts }, { powers, states, year }, language) {
    const where = [oneOf("donor", powers), oneOf("recipient", states), { column: "year", from: year, to: year }];
    const { cells, inputs } = await ask(parts, where, ["donor", "recipient"], "amount");
    const made = moneySeries(cells, ["donor", "recipient"], inputs);
    return answer(made, language, ({ keys, basis, sum, rows }) =>
      sum === undefined
        ? []
        : [
            {
              power: String(keys.donor),
              state: String(keys.recipient),
              kind: "aid",
              dataset,
              name,
              what: "money",
              value: sum,
              rows,
              measure: basis.measure,
              currency: basis.currency,
              ...(basis.priceYear === null ? {} : { priceYear: basis.priceYear }),
            },
          ],
    );
  },
  async trainings(ask, { dataset, name, parts }, { powers, states, year }, language) {
    const where = [oneOf("provider", powers), oneOf("party", states), { column: "year", from: year, to: year }];
    const { cells, inputs } = await ask(parts, where, ["provider", "party", "year"], "quantity");
    const made = trainingTotals(cells, inputs);
    return answer(made, language, ({ power, state, lines, people }) => {
      const rest = { power, state, kind: "training", dataset, name, rows: lines } as const;
      return [
        { ...rest, what: "lines", value: String(lines) },
        ...(people === undefined ? [] : [{ ...rest, what: "people" as const, value: people }]),
      ];
    });
  },
  async obligations(ask, { dataset, name, parts }, question, language) {
    const { powers, states, year } = question;
    const both = [...powers, ...states];
    const where = [oneOf("party", both), oneOf("toward", both)];
    const by = ["row", "party", "toward", "treaty", "kind", "from", "to", "precision"];
    const { cells, inputs } = await ask(parts, where, by);
    const rows = fromThePower(cells.map(rowOf), powers, states);
    const made = engagementCounts(
      engagementsOfObligations(rows, dataset, powers),
      { ...question, years: [year] },
      inputs,
    );
    const kinds = new Map(rows.map((row) => [`${dataset}:${row.row}:${row.kind}`, String(row.kind)]));
    return answer(made, language, ({ power, state, kind, count, of }) => {
      if (count === 0) return [];
      const list = [...new Set(of.filter(({ certain }) => certain).map(({ id }) => kinds.get(id) ?? id))].sort();
      const value = String(count);
      return [{ power, state, kind, dataset, name, what: "obligations", value, rows: count, list }];
    });
  },
};

/** Obligations of a pair are mutual, and a file may have them from either side: each once, from the side of the power. */
function fromThePower(
  rows: readonly ObservationRow[],
  powers: readonly string[],
  states: readonly string[],
): readonly ObservationRow[] {
  const turned = rows.flatMap((row): readonly ObservationRow[] => {
    const [party, toward] = [String(row.party), String(row.toward)];
    if (powers.includes(party) && states.includes(toward)) return [row];
    return powers.includes(toward) && states.includes(party) ? [{ ...row, party: toward, toward: party }] : [];
  });
  const keyOf = ({ row: _, ...rest }: ObservationRow) => JSON.stringify(Object.entries(rest).sort());
  return [...new Map(turned.map((row) => [keyOf(row), row])).values()];
}

const oneOf = (column: string, ids: readonly string[]): ColumnTest => ({ column, in: [...ids] });
const rowOf = ({ by }: SelectedCell): ObservationRow => ({ ...by, row: Number(by.row) });

function answer<Point>(
  made: Result<readonly Point[]>,
  language: Language,
  of: (point: Point) => readonly TakenQuantity[],
): SetAnswer {
  return { quantities: made.value.flatMap(of), proof: proofOf(made, language) };
}
