import type { Holdings, Part, PassedOver } from "@kelisim/holdings";
import type { ObservationTable } from "@kelisim/model";
import { badRequest, type HttpProblem } from "../http/problem.ts";

/** The files of one data set that a question is put to. */
export interface AskedSet {
  readonly dataset: string;
  readonly name: string;
  readonly parts: readonly Part[];
}

/** Which holdings a question is put to, each data set by itself. */
export interface AskedHoldings {
  readonly sets: readonly AskedSet[];
  readonly passedOver: readonly PassedOver[];
  readonly named: boolean;
}

/**
 * The holdings of a table that answer: those that the address names between commas, else the newest vintage of each year. Throws
 * 400 where a named one is not here or is of another table.
 */
export async function askedHoldings(
  holdings: Holdings,
  table: ObservationTable,
  query: { readonly holdings?: string; readonly dataset?: string },
): Promise<AskedHoldings> {
  const names = query.holdings === undefined ? undefined : [...new Set(query.holdings.split(",").filter(Boolean))];
  for (const id of names ?? []) await holdingOf(holdings, id, table, "/query/holdings");
  const { parts, passedOver } = await holdings.current({
    table,
    ...(names === undefined ? {} : { holdings: names }),
    ...(query.dataset === undefined ? {} : { dataset: query.dataset }),
  });
  const sets = [...Map.groupBy(parts, ({ holding }) => holding.producer.dataset)].map(([dataset, own]) => ({
    dataset,
    name: own[0]!.holding.producer.name,
    parts: own,
  }));
  return { sets, passedOver, named: names !== undefined };
}

/** One holding of a table, by its id. Throws 400 at `pointer`. */
export async function holdingOf(holdings: Holdings, id: string, table: ObservationTable, pointer: string) {
  const found = await holdings.get(id);
  if (found === undefined) throw await goneOrUnknown(holdings, id, pointer);
  if (found.table !== table) throw badRequest(pointer, `"${id}" holds ${found.table}, not ${table}`);
  return found;
}

/** A link that names a file outlives it: then it says when and why the file went, and which one to take in again. */
async function goneOrUnknown(holdings: Holdings, id: string, pointer: string): Promise<HttpProblem> {
  const gone = (await holdings.forgotten()).findLast(({ holding }) => holding.id === id);
  if (gone === undefined) return badRequest(pointer, `there is no holding "${id.slice(0, 120)}"`);
  const { file, vintage } = gone.holding;
  return badRequest(
    pointer,
    `"${file.name}" (vintage ${vintage}), on which this link rests, was taken out on ${gone.at.slice(0, 10)}: ${gone.why}`,
    "take the same file in again: then the link answers as before; or leave out which files are asked",
  );
}

/** What an answer says of the files it rests on. */
export function askedData({ sets, passedOver, named }: AskedHoldings) {
  const parts = sets.flatMap((set) => set.parts);
  return {
    holdings: parts.map(({ holding: { id, producer, vintage, file }, years }) => ({
      id,
      dataset: producer.dataset,
      name: producer.name,
      vintage,
      file: file.name,
      ...(years === undefined ? {} : { years: [...years] }),
    })),
    frozen: `holdings=${parts.map(({ holding }) => holding.id).join(",")}`,
    named,
    passedOver: passedOver.map(({ holding, years, for: other, because }) => ({
      id: holding.id,
      for: other,
      because,
      ...(years === undefined ? {} : { years: [...years] }),
    })),
  };
}
