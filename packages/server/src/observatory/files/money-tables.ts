import type {
  ConcentrationPoint,
  DeliveryPoint,
  FragmentationPoint,
  GrowthPoint,
  MoneyFinding,
  MoneyKey,
  MoneyPoint,
  MoneyVintages,
  PricePoint,
  SharePoint,
} from "@kelisim/api";
import type { FileCell, FileColumn } from "./file-table.ts";

/** The names of values of columns: names.recipient.KAZ. */
export type Names = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Columns and rows of an answer. */
export interface Rows {
  readonly columns: readonly FileColumn[];
  readonly rows: readonly (readonly FileCell[])[];
}

const column = (name: string, type: FileColumn["type"]): FileColumn => ({ name, type });
const amounts = (...names: readonly string[]) => names.map((name) => column(name, "amount"));
const counts = (...names: readonly string[]) => names.map((name) => column(name, "count"));
const texts = (...names: readonly string[]) => names.map((name) => column(name, "text"));

type Keyed = { readonly keys: Readonly<Record<string, string | number | null>> };

/** The columns of a figure, each with the name of its value behind it where it has names. */
function keyColumns(keys: readonly MoneyKey[], names: Names) {
  return {
    columns: keys.flatMap((key) => [
      column(key, key === "year" ? "count" : "text"),
      ...(names[key] === undefined ? [] : texts(`${key}_name`)),
    ]),
    cells: ({ keys: at }: Keyed): readonly FileCell[] =>
      keys.flatMap((key) => {
        const value = at[key] ?? null;
        return names[key] === undefined
          ? [value]
          : [value, value === null ? null : (names[key][String(value)] ?? null)];
      }),
  };
}

const BASIS = [...texts("measure", "currency"), ...counts("price_year")];
const basisCells = ({ basis }: Pick<MoneyPoint, "basis">): readonly FileCell[] => [
  basis.measure,
  basis.currency,
  basis.priceYear,
];

export function flowRows(points: readonly MoneyPoint[], keys: readonly MoneyKey[], names: Names): Rows {
  const at = keyColumns(keys, names);
  return {
    columns: [...at.columns, ...BASIS, ...amounts("sum"), ...counts("rows")],
    rows: points.map((point) => [...at.cells(point), ...basisCells(point), point.sum ?? null, point.rows]),
  };
}

export function shareRows(points: readonly SharePoint[], keys: readonly MoneyKey[], names: Names): Rows {
  const at = keyColumns(keys, names);
  return {
    columns: [
      ...at.columns,
      ...BASIS,
      ...amounts("share", "share_least", "share_most", "in_set", "undecided", "whole"),
      ...counts("undecided_rows", "rows"),
    ],
    rows: points.map((point) => [
      ...at.cells(point),
      ...basisCells(point),
      point.share ?? null,
      point.between?.[0] ?? null,
      point.between?.[1] ?? null,
      point.part,
      point.undecided.sum,
      point.whole,
      point.undecided.rows,
      point.rows,
    ]),
  };
}

/** One row for each donor of each group. */
export function donorRows(points: readonly ConcentrationPoint[], keys: readonly MoneyKey[], names: Names): Rows {
  const at = keyColumns(keys, names);
  return {
    columns: [
      ...at.columns,
      ...BASIS,
      ...texts("donor", "donor_name"),
      ...amounts("sum", "share", "whole", "index", "effective"),
    ],
    rows: points.flatMap((point) =>
      point.donors.map(({ donor, sum, share }) => [
        ...at.cells(point),
        ...basisCells(point),
        donor,
        names.donor?.[donor] ?? null,
        sum,
        share,
        point.whole,
        point.index,
        point.effective,
      ]),
    ),
  };
}

/** One row for each donor below the limit; a group that has none has one row without a donor. */
export function smallDonorRows(points: readonly FragmentationPoint[], keys: readonly MoneyKey[], names: Names): Rows {
  const at = keyColumns(keys, names);
  return {
    columns: [
      ...at.columns,
      ...BASIS,
      ...amounts("limit"),
      ...counts("donors", "donors_below"),
      ...amounts("share_below"),
      ...texts("donor", "donor_name"),
      ...amounts("sum", "share"),
    ],
    rows: points.flatMap((point) => {
      const group = [
        ...at.cells(point),
        ...basisCells(point),
        point.limit,
        point.donors,
        point.below.length,
        point.shareBelow,
      ];
      if (point.below.length === 0) return [[...group, null, null, null, null]];
      return point.below.map(({ donor, sum, share }) => [...group, donor, names.donor?.[donor] ?? null, sum, share]);
    }),
  };
}

export function deliveryRows(points: readonly DeliveryPoint[], keys: readonly MoneyKey[], names: Names): Rows {
  const at = keyColumns(keys, names);
  return {
    columns: [
      ...at.columns,
      ...texts("currency"),
      ...counts("price_year"),
      ...amounts("commitment", "disbursement", "ratio"),
      ...amounts("commitment_so_far", "disbursement_so_far", "ratio_so_far"),
    ],
    rows: points.map((point) => [
      ...at.cells(point),
      point.currency,
      point.priceYear,
      point.commitment ?? null,
      point.disbursement ?? null,
      point.ratio ?? null,
      point.cumulative?.commitment ?? null,
      point.cumulative?.disbursement ?? null,
      point.cumulative?.ratio ?? null,
    ]),
  };
}

export function priceRows(points: readonly PricePoint[], keys: readonly MoneyKey[], names: Names): Rows {
  const at = keyColumns(keys, names);
  return {
    columns: [
      ...at.columns,
      ...texts("measure", "currency"),
      ...counts("price_year"),
      ...amounts("current", "constant", "deflator"),
    ],
    rows: points.map((point) => [
      ...at.cells(point),
      point.measure,
      point.currency,
      point.priceYear,
      point.current ?? null,
      point.constant ?? null,
      point.deflator ?? null,
    ]),
  };
}

export function growthRows(points: readonly GrowthPoint[], keys: readonly MoneyKey[], names: Names): Rows {
  const at = keyColumns(keys, names);
  return {
    columns: [...at.columns, ...counts("year"), ...BASIS, ...amounts("sum", "change"), ...texts("why_unknown")],
    rows: points.map((point) => [
      ...at.cells(point),
      point.year,
      ...basisCells(point),
      point.sum ?? null,
      point.change ?? null,
      point.why ?? null,
    ]),
  };
}

export function findingRows(points: readonly MoneyFinding[], keys: readonly MoneyKey[], names: Names): Rows {
  const at = keyColumns(keys, names);
  return {
    columns: [
      ...texts("finding"),
      ...at.columns,
      ...BASIS,
      ...amounts("value", "neighbours", "factor"),
      ...texts("file", "rows"),
    ],
    rows: points.map((point) => [
      point.kind,
      ...at.cells(point),
      ...basisCells(point),
      point.value ?? null,
      point.neighbours ?? null,
      point.factor ?? null,
      point.file ?? null,
      point.rows?.join(" ") ?? null,
    ]),
  };
}

export function vintageRows(
  { pairs }: MoneyVintages["result"]["value"],
  keys: readonly MoneyKey[],
  names: Names,
): Rows {
  const at = keyColumns(keys, names);
  return {
    columns: [...at.columns, ...BASIS, ...amounts("earlier", "later", "difference", "change"), ...texts("state")],
    rows: pairs.map((pair) => [
      ...at.cells(pair),
      pair.keys.measure ?? null,
      pair.keys.currency ?? null,
      pair.keys.price_year ?? null,
      pair.earlier ?? null,
      pair.later ?? null,
      pair.difference ?? null,
      pair.change ?? null,
      pair.state,
    ]),
  };
}
