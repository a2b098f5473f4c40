import { headerOf, rowsOf } from "../delimited.ts";
import { columnFinder } from "../find-columns.ts";
import type { Sample } from "../layout.ts";

const MONTH = /(?:^|[^0-9])(20[0-9]{2})[-_ ]?(0[1-9]|1[0-2])(?:[-_ ]?(0[1-9]|[12][0-9]|3[01]))?(?:[^0-9]|$)/;

/**
 * A vintage that a file's name says: "oecdcrs_flowtype_202508.csv" is "2025-08". A year alone is none: it is mostly the year that
 * the file describes.
 */
export function vintageInName({ name }: Sample): string | undefined {
  const [, year, month, day] = MONTH.exec(name.slice(name.lastIndexOf("/") + 1)) ?? [];
  return year === undefined ? undefined : [year, month, day].filter((part) => part !== undefined).join("-");
}

/**
 * A vintage that stands in a column of the file, as its version or last edition: the last of the texts of the column, by their
 * numbers, that the sample's whole lines hold ("24.1" of "23.1" and "24.1"). Letters before the number are left out
 * ("gml-2.2.1" is "2.2.1"). Where the file has no such column the name may say it.
 */
export function vintageInColumn(column: string): (sample: Sample) => string | undefined {
  return (sample) => {
    const found = headerOf(sample.head);
    if (found === undefined) return vintageInName(sample);
    const place = columnFinder(found.header)(column);
    const whole = sample.head.slice(0, sample.head.lastIndexOf("\n") + 1);
    const texts = [...rowsOf(whole, found.delimiter)].slice(1).map((row) => row[place] ?? "");
    const versions = texts.map((text) => /[0-9][0-9.]*$/.exec(text)?.[0] ?? "").filter((text) => text !== "");
    return versions.toSorted((a, b) => a.localeCompare(b, "en", { numeric: true })).at(-1) ?? vintageInName(sample);
  };
}
