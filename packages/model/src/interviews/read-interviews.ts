import { CsvError, parse } from "#csv-parse";
import { type Dated, formatDated, parseDated } from "../dated.ts";
import { propose } from "../nearest.ts";
import { isRefusal, type Refusal, refuse } from "../refusal.ts";
import { identityIn, looksLikeIdentity } from "./identity.ts";
import type { CodedInterview, InterviewFile, InterviewProblem, InterviewSegment } from "./interview.ts";

/** Columns of a file of coded interviews: one line for each segment and coder. */
export const INTERVIEW_COLUMNS = [
  "interview",
  "city",
  "country",
  "sector",
  "date",
  "language",
  "segment",
  "coder",
  "code",
  "excerpt",
] as const;
export type InterviewColumn = (typeof INTERVIEW_COLUMNS)[number];

const NEEDED: readonly InterviewColumn[] = [
  "interview",
  "city",
  "country",
  "sector",
  "date",
  "segment",
  "coder",
  "code",
];
/** What must be the same on all lines of one interview. */
const HEAD = ["city", "country", "sector", "date", "language"] as const;

type Cells = Readonly<Record<InterviewColumn, string>>;
type Report = (line: number, column: string | undefined, refusal: Refusal) => void;
interface Building {
  readonly first: number;
  readonly head: Pick<Cells, (typeof HEAD)[number]>;
  readonly date: Dated;
  readonly segments: Map<string, { excerpt?: string; codes: Record<string, string | null> }>;
}

/**
 * Reads coded interviews from CSV (UTF-8; comma, semicolon or tab), one line a segment and coder; a line without coder and code is
 * a segment that nobody coded. Refused, each with its line: columns that look like an identity or are not known; text with an
 * e-mail address, a telephone number or a title with a name; labels that look like names; lines of one interview that differ
 * about it; a segment that one coder codes twice. `countries`: ids that a country may be; absent: any three letters.
 */
export function readInterviews(text: string, countries?: ReadonlySet<string>): InterviewFile {
  const problems: InterviewProblem[] = [];
  const report: Report = (line, column, { refusal, mend }) =>
    problems.push({
      line,
      ...(column === undefined ? {} : { column }),
      message: refusal,
      ...(mend === undefined ? {} : { mend }),
    });
  const rows = linesOf(text, report);
  const places = headerOf(rows[0]?.cells ?? [], report);
  if (places === undefined || problems.length > 0)
    return { interviews: [], lines: Math.max(0, rows.length - 1), problems };
  if (rows.length === 1)
    report(
      1,
      undefined,
      refuse("the file has a header and no interview", "one line for each segment and coder behind it"),
    );
  const found = new Map<string, Building>();
  for (const { line, cells } of rows.slice(1)) {
    if (cells.length !== rows[0]!.cells.length) {
      const said = `the line has ${cells.length} cells, the header ${rows[0]!.cells.length}`;
      report(line, undefined, refuse(said, "a cell with a comma needs quotes around it"));
      continue;
    }
    const cell = (column: InterviewColumn) => cells[places.get(column) ?? -1]?.trim() ?? "";
    const all = Object.fromEntries(INTERVIEW_COLUMNS.map((column) => [column, cell(column)])) as Cells;
    const before = problems.length;
    const date = checkCells(all, countries, (column, refusal) => report(line, column, refusal));
    if (problems.length === before && date !== undefined) gather(found, all, date, line, report);
  }
  const interviews = [...found].map(([label, { head, date, segments }]): CodedInterview => {
    const { language, date: _, ...place } = head;
    return {
      label,
      ...place,
      date,
      ...(language === "" ? {} : { language }),
      segments: [...segments].map(([unit, segment]): InterviewSegment => ({ unit, ...segment })),
    };
  });
  return { interviews: problems.length > 0 ? [] : interviews, lines: rows.length - 1, problems };
}

interface Line {
  readonly line: number;
  readonly cells: readonly string[];
}

function linesOf(text: string, report: Report): readonly Line[] {
  const header = text.slice(0, text.search(/[\r\n]|$/));
  const delimiter = [",", ";", "\t"].toSorted((a, b) => header.split(b).length - header.split(a).length)[0]!;
  try {
    const options = { bom: true, info: true, delimiter, relax_column_count: true, skip_empty_lines: true } as const;
    const parsed = parse(text, options) as unknown as readonly {
      readonly record: readonly string[];
      readonly info: { readonly lines: number };
    }[];
    // csv-parse counts the line on which a row ends.
    return parsed.map(({ record, info }) => ({
      line: info.lines - record.join("").split("\n").length + 1,
      cells: record,
    }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = Number(error.lines);
    report(Number.isSafeInteger(line) ? line : 1, undefined, refuse(`not a CSV table: ${error.message}`));
    return [];
  }
}

/** Where each column stands; undefined: the file has none. */
function headerOf(cells: readonly string[], report: Report): ReadonlyMap<InterviewColumn, number> | undefined {
  if (cells.length === 0) {
    report(1, undefined, refuse("the file is empty", `first line: ${INTERVIEW_COLUMNS.join(",")}`));
    return undefined;
  }
  const places = new Map<InterviewColumn, number>();
  for (const [at, cell] of cells.entries()) {
    const name = cell.trim();
    const column = INTERVIEW_COLUMNS.find((each) => each === name.toLowerCase());
    const shown = name.slice(0, 60);
    if (column === undefined && looksLikeIdentity(name))
      report(
        1,
        shown,
        refuse("looks like who somebody is; interviews are kept without identities", "take the column out of the file"),
      );
    else if (column === undefined)
      report(
        1,
        shown,
        refuse(
          "is no column of coded interviews",
          propose(name, INTERVIEW_COLUMNS) ?? `columns: ${INTERVIEW_COLUMNS.join(", ")}`,
        ),
      );
    else if (places.has(column)) report(1, shown, refuse("stands twice"));
    else places.set(column, at);
  }
  for (const column of NEEDED) if (!places.has(column)) report(1, column, refuse("the column is missing"));
  return places;
}

const LABEL = /^(?=.*\d)[\p{L}\d]{1,6}(?:[-._ ]?[\p{L}\d]{1,6}){0,4}$/u;
const CODER = /^[\p{L}\d]{1,3}$/u;
const LANGUAGE = /^[a-z]{2,3}(?:-[A-Za-z]{2,8})*$/;
const LONGEST = { excerpt: 2000, code: 80, sector: 80, city: 80, segment: 40 } as const;

/** Reports what is wrong in the cells of a line; gives its date. */
function checkCells(
  cells: Cells,
  countries: ReadonlySet<string> | undefined,
  fault: (column: InterviewColumn, refusal: Refusal) => void,
): Dated | undefined {
  for (const column of ["interview", "city", "country", "sector", "date", "segment"] as const)
    if (cells[column] === "") fault(column, refuse("is empty"));
  for (const [column, most] of Object.entries(LONGEST) as [keyof typeof LONGEST, number][])
    if (cells[column].length > most) fault(column, refuse(`has more than ${most} characters`));
  for (const column of ["city", "sector", "code", "excerpt", "segment"] as const) {
    const identity = identityIn(cells[column]);
    if (identity !== undefined) fault(column, identity);
  }
  if (cells.interview !== "" && !LABEL.test(cells.interview))
    fault("interview", refuse("is no number of an interview", "such as I-01: never a name"));
  if (cells.coder !== "" && !CODER.test(cells.coder))
    fault("coder", refuse("is no label of a coder", "one to three letters or digits, such as A: never a name"));
  if (cells.coder === "" && cells.code !== "") fault("coder", refuse("is empty", "a code needs the coder who gave it"));
  if (cells.language !== "" && !LANGUAGE.test(cells.language))
    fault("language", refuse("is no code of a language", "such as ky, ru or tg"));
  const known = countries === undefined ? /^[A-Z]{3}$/.test(cells.country) : countries.has(cells.country);
  if (cells.country !== "" && !known)
    fault(
      "country",
      refuse("is no code of a party", countries === undefined ? "such as KGZ" : propose(cells.country, countries)),
    );
  const date = cells.date === "" ? undefined : parseDated(cells.date);
  if (isRefusal(date)) fault("date", date);
  return isRefusal(date) ? undefined : date;
}

function gather(found: Map<string, Building>, cells: Cells, date: Dated, line: number, report: Report): void {
  const known = found.get(cells.interview);
  const head = Object.fromEntries(HEAD.map((column) => [column, cells[column]])) as Building["head"];
  const interview = known ?? { first: line, head, date, segments: new Map() };
  if (known === undefined) found.set(cells.interview, interview);
  for (const column of HEAD)
    if (
      interview.head[column] !== cells[column] &&
      (column !== "date" || formatDated(interview.date) !== formatDated(date))
    )
      report(line, column, refuse(`is not that of line ${interview.first}, of the same interview`));
  const segment = interview.segments.get(cells.segment) ?? { codes: {} };
  interview.segments.set(cells.segment, segment);
  if (cells.excerpt !== "") {
    if (segment.excerpt !== undefined && segment.excerpt !== cells.excerpt)
      report(line, "excerpt", refuse("is another text than before for the same segment"));
    segment.excerpt = cells.excerpt;
  }
  if (cells.coder === "") return;
  if (Object.hasOwn(segment.codes, cells.coder))
    report(line, "code", refuse("is the second of this coder for the same segment", "one code a segment and coder"));
  else segment.codes[cells.coder] = cells.code === "" ? null : cells.code;
}
