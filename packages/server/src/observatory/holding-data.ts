import type { FileProblem, HoldingView, Upload } from "@kelisim/api";
import type { Current, KeptHolding, Preview } from "@kelisim/holdings";
import type { Problem, Producer, RefusedRow } from "@kelisim/model";
import { type Language, problemWords } from "@kelisim/words";
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

const producerData = (producer: Producer) => ({ ...producer, caveats: [...producer.caveats] });
const columnsData = (columns: Preview["columns"]) => columns.map((column) => ({ ...column, from: [...column.from] }));
export const refusedData = (row: RefusedRow, language: Language) => ({
  ...row,
  problem: problemWords(language, row.problem),
});

/** A holding, and for which of its years it is asked where nobody names holdings. */
export function holdingData(holding: KeptHolding, current: Current): HoldingView {
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
    producer: producerData(producer),
    columns: columnsData(columns),
    leftOut: [...leftOut],
    ignored: ignored.map((each) => ({ ...each })),
    reconciled: (reconciled ?? []).map((each) => ({ ...each })),
    beside: [...(beside ?? [])],
    ...(years === undefined ? {} : { years: [...years] }),
    ...(priceYear === undefined ? {} : { priceYear: typeof priceYear === "number" ? priceYear : { ...priceYear } }),
    asked: part === undefined ? "none" : part.years === undefined ? "all" : "some",
    passedOver: current.passedOver
      .filter((each) => each.holding.id === holding.id)
      .map(({ for: other, because, years: passed }) => ({ for: other, because, years: [...(passed ?? [])] })),
  };
}

/** What would be taken of a file that lies ready. */
export function previewData(preview: Preview, language: Language): NonNullable<Upload["preview"]> {
  return {
    ...preview,
    layout: { ...preview.layout, why: problemWords(language, preview.layout.why) },
    producer: producerData(preview.producer),
    columns: columnsData(preview.columns),
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
