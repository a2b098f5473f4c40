import { reconcile } from "@kelisim/analysis";
import type { FileProblem, HoldingView, Upload } from "@kelisim/api";
import type { Current, KeptHolding, Preview } from "@kelisim/holdings";
import type { Problem, Producer, RefusedRow } from "@kelisim/model";
import { type Language, mappingWords, problemWords } from "@kelisim/words";
import { producerIn } from "./producer-words.ts";
import type { HeldUpload } from "./uploads.ts";

/** A problem as it is told over the wire. */
export function problemData({ code, severity, file, line, column, message, mend }: Problem): FileProblem {
  return {
    code,
    severity,
    ...(file === undefined ? {} : { file }),
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
    message,
    ...(mend === undefined ? {} : { mend }),
  };
}

/** The same in the reader's language, as far as it has words. */
export function wordedProblem(problem: FileProblem, language: Language): FileProblem {
  const { message, mend } = problem;
  return {
    ...problem,
    message: problemWords(language, message),
    ...(mend === undefined ? {} : { mend: problemWords(language, mend) }),
  };
}

const producerData = (given: Producer, language: Language) => {
  const producer = producerIn(given, language);
  return { ...producer, caveats: [...producer.caveats] };
};
const columnsData = (columns: Preview["columns"], language: Language) =>
  columns.map(({ from, to, how }) => ({
    from: [...from],
    to,
    ...(how === undefined ? {} : { how: mappingWords(language, how) }),
  }));
export const refusedData = (row: RefusedRow, language: Language) => ({
  ...row,
  problem: problemWords(language, row.problem),
});

/** A holding, and for which of its years it is asked where nobody names holdings. */
export function holdingData(holding: KeptHolding, current: Current, language: Language): HoldingView {
  const {
    format: _,
    held: __,
    priceYear,
    years,
    producer,
    columns,
    leftOut,
    ignored,
    reconciled,
    beside,
    ...page
  } = holding;
  const part = current.parts.find((each) => each.holding.id === holding.id);
  return {
    ...page,
    layout: { ...page.layout },
    file: { ...page.file },
    rows: { ...page.rows },
    producer: producerData(producer, language),
    columns: columnsData(columns, language),
    leftOut: [...leftOut],
    ignored: ignored.map(({ because, rows }) => ({ because: problemWords(language, because), rows })),
    reconciled: reconciledData(holding, reconciled ?? [], language),
    beside: [...(beside ?? [])],
    ...(years === undefined ? {} : { years: [...years] }),
    ...(priceYear === undefined ? {} : { priceYear: typeof priceYear === "number" ? priceYear : { ...priceYear } }),
    asked: part === undefined ? "none" : part.years === undefined ? "all" : "some",
    passedOver: current.passedOver
      .filter((each) => each.holding.id === holding.id)
      .map(({ for: other, because, years: passed }) => ({ for: other, because, years: [...(passed ?? [])] })),
  };
}

/** Each total that the file prints beside what its rows give, by the digits that it writes. */
function reconciledData(
  { id, producer, vintage, rows }: KeptHolding,
  printed: NonNullable<KeptHolding["reconciled"]>,
  language: Language,
): HoldingView["reconciled"] {
  // Currency and prices are those of the row: each total is compared with its own rows alone.
  const basis = { measure: "", currency: "", priceYear: null };
  const totals = printed
    .filter(({ printed: total }) => total !== "")
    .map(({ what, printed: total }) => ({ keys: { what }, basis, total, unit: lastDigit(total) }));
  const cells = printed
    .filter(({ summed }) => summed !== "")
    .map(({ what, summed }) => ({
      by: { what, measure: basis.measure, currency: basis.currency, price_year: null },
      sum: summed,
      rows: 1,
      without: 0,
    }));
  const from = [{ of: id, name: producer.name, vintage, rows: rows.made, producer }];
  return reconcile(totals, cells, ["what"], from).value.map(({ keys, printed: total, summed, difference, state }) => ({
    what: problemWords(language, String(keys.what)),
    printed: total,
    summed: summed ?? "",
    ...(difference === undefined ? {} : { difference }),
    state,
  }));
}

/** The worth of the last digit written: "32.8" is told to tenths. */
const lastDigit = (written: string): string => {
  const places = written.split(".")[1]?.length ?? 0;
  return places === 0 ? "1" : `0.${"0".repeat(places - 1)}1`;
};

/** What would be taken of a file that lies ready. */
export function previewData(preview: Preview, language: Language): NonNullable<Upload["preview"]> {
  return {
    ...preview,
    layout: { ...preview.layout, why: problemWords(language, preview.layout.why) },
    producer: producerData(preview.producer, language),
    columns: columnsData(preview.columns, language),
    leftOut: [...preview.leftOut],
    rows: preview.rows.map(
      (row) => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as Record<string, string>,
    ),
    refused: preview.refused.map((row) => refusedData(row, language)),
    counts: { ...preview.counts },
    warnings: preview.warnings.map((problem) => wordedProblem(problemData(problem), language)),
  };
}

export const fileOf = ({ id, name, bytes }: HeldUpload) => ({ upload: id, file: { name, bytes } });
