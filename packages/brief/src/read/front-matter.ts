import type { Problem } from "@kelisim/model";
import { type CitationStyle, isCitationStyle, styleNames } from "../styles.ts";
import { type Places, problemAt } from "./places.ts";

/** Languages of our own words; all but the first two are drafts. */
const BRIEF_LANGUAGES = ["en", "ru", "kk", "ky", "tg", "tk", "uz"] as const;
export type BriefLanguage = (typeof BRIEF_LANGUAGES)[number];

/** One state of the brief that people looked at. */
export interface Version {
  readonly number: number;
  readonly date: string;
  readonly what: string;
}

/** Who looked at which version, and when. */
export interface SignOff {
  readonly version: number;
  readonly name: string;
  readonly date: string;
}

/** Who said of a version that it does not hold any more, when, and why. */
export interface Withdrawal extends SignOff {
  readonly reason: string;
}

/** What stands between the two lines `---` at the head of the file. */
export interface FrontMatter {
  readonly title: string;
  readonly language: BriefLanguage;
  readonly style: CitationStyle;
  readonly authors: readonly string[];
  readonly versions: readonly Version[];
  readonly reviewed: readonly SignOff[];
  readonly approved: readonly SignOff[];
  readonly withdrawn: readonly Withdrawal[];
}

const SIGN_OFF = /^(\d{1,4})\s*,\s*(.+?)\s*,\s*(\d{4}-\d{2}-\d{2})$/;
/** A sign-off, and the reason behind it. */
const WITHDRAWAL = /^(.+?\d{4}-\d{2}-\d{2})\s*,\s*(.+)$/;
const VERSION = /^(\d{1,4})\s*,\s*(\d{4}-\d{2}-\d{2})\s*,\s*(.+)$/;
const KEYS = ["title", "language", "citations", "author", "version", "reviewed", "approved", "withdrawn"];

type Row = { readonly key: string; readonly value: string; readonly line: number };

/** Reads the head: lines `key: value`, of which author, version, reviewed, approved and withdrawn may repeat. */
export function readFrontMatter(
  text: string,
  places: Places,
): { readonly front: FrontMatter; readonly lines: number; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const wrong = (line: number, code: string, message: string, mend?: string) =>
    problems.push(problemAt(places.line(line), "error", `brief/${code}`, message, mend));
  const { rows, lines } = rowsOf(text, wrong);
  const all = (key: string) => rows.filter((row) => row.key === key);
  const one = (key: string) => {
    const [first, second] = all(key);
    if (second !== undefined) wrong(second.line, "twice", `"${key}" stands twice`, `take one of them out`);
    return first;
  };

  const title = one("title");
  if (title === undefined) wrong(1, "no-title", "the brief has no title", "begin the file with ---, title: ..., ---");
  const language = one("language");
  const known = BRIEF_LANGUAGES.find((each) => each === (language?.value ?? "en"));
  if (language !== undefined && known === undefined)
    wrong(
      language.line,
      "language",
      `no texts in the language "${language.value}"`,
      `one of: ${BRIEF_LANGUAGES.join(", ")}`,
    );
  const style = one("citations");
  if (style !== undefined && !isCitationStyle(style.value))
    wrong(style.line, "style", `there is no style "${style.value}"`, `one of: ${styleNames().join(", ")}`);
  const versions = versionsOf(all("version"), wrong);
  const numbers = new Set(versions.map(({ number }) => number));
  return {
    front: {
      title: title?.value ?? "",
      language: known ?? "en",
      style: style !== undefined && isCitationStyle(style.value) ? style.value : "author-date",
      authors: all("author").map(({ value }) => value),
      versions,
      reviewed: signOffs(all("reviewed"), numbers, wrong),
      approved: signOffs(all("approved"), numbers, wrong),
      withdrawn: withdrawals(all("withdrawn"), numbers, wrong),
    },
    lines,
    problems,
  };
}

type Wrong = (line: number, code: string, message: string, mend?: string) => void;

function rowsOf(text: string, wrong: Wrong): { readonly rows: readonly Row[]; readonly lines: number } {
  const lines = text.split(/\r?\n/);
  if (lines[0]?.replace(/^\uFEFF/, "") !== "---") return { rows: [], lines: 0 };
  const end = lines.indexOf("---", 1);
  if (end === -1) {
    wrong(1, "front-open", "the head of the brief has no end", "close it with a line ---");
    return { rows: [], lines: 1 };
  }
  const rows = lines.slice(1, end).flatMap((written, index) => {
    const line = index + 2;
    if (written.trim() === "") return [];
    const [, key = "", value = ""] = /^([a-z]+):\s*(.*?)\s*$/.exec(written) ?? [];
    if (KEYS.includes(key) && value !== "") return [{ key, value, line }];
    wrong(
      line,
      "front-line",
      `the head cannot hold "${written.slice(0, 80)}"`,
      `write "key: value", key one of: ${KEYS}`,
    );
    return [];
  });
  return { rows, lines: end + 1 };
}

function versionsOf(rows: readonly Row[], wrong: Wrong): readonly Version[] {
  const found: Version[] = [];
  for (const { value, line } of rows) {
    const [, number = "", date = "", what = ""] = VERSION.exec(value) ?? [];
    if (what === "" || !isDay(date))
      wrong(line, "version", `"${value.slice(0, 80)}" is no version`, "write: version: 2, 2026-11-20, what changed");
    else if (Number(number) <= (found.at(-1)?.number ?? 0))
      wrong(line, "version-order", `version ${number} stands behind version ${found.at(-1)?.number}`, "let them rise");
    else found.push({ number: Number(number), date, what });
  }
  return found;
}

function withdrawals(rows: readonly Row[], versions: ReadonlySet<number>, wrong: Wrong): readonly Withdrawal[] {
  return rows.flatMap((row) => {
    const [, signed = "", reason = ""] = WITHDRAWAL.exec(row.value) ?? [];
    if (reason !== "")
      return signOffs([{ ...row, value: signed }], versions, wrong).map((sign) => ({ ...sign, reason }));
    wrong(
      row.line,
      "sign-off",
      `"${row.value.slice(0, 80)}" does not say who, which version, when and why`,
      `write: ${row.key}: 2, Name, 2026-11-20, reason`,
    );
    return [];
  });
}

function signOffs(rows: readonly Row[], versions: ReadonlySet<number>, wrong: Wrong): readonly SignOff[] {
  return rows.flatMap(({ key, value, line }) => {
    const [, version = "", name = "", date = ""] = SIGN_OFF.exec(value) ?? [];
    if (name === "" || !isDay(date)) {
      wrong(
        line,
        "sign-off",
        `"${value.slice(0, 80)}" does not say who, which version and when`,
        `write: ${key}: 2, Name, 2026-11-20`,
      );
      return [];
    }
    if (!versions.has(Number(version))) {
      wrong(line, "no-version", `there is no version ${version}`, `add: version: ${version}, ${date}, what changed`);
      return [];
    }
    return [{ version: Number(version), name, date }];
  });
}

/** Whether a text is a day of the calendar. */
export function isDay(text: string): boolean {
  const read = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(text);
}
