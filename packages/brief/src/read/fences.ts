import type { Problem } from "@kelisim/model";
import type { Call, Place } from "../document.ts";
import { isDay } from "./front-matter.ts";
import { readCall } from "./marks.ts";
import { type Places, problemAt } from "./places.ts";

/** What a brief adds to a source of the region, or a source of its own, where it gives a title. */
export interface SourceLine {
  readonly place: Place;
  readonly id: string;
  readonly title?: string;
  readonly kind?: string;
  readonly address?: string;
  readonly authors: readonly string[];
  readonly date?: string;
}

/** Lines of a fenced block with their numbers; empty ones left out. `first` is the line of the fence. */
export function linesOf(text: string, first: number): readonly { readonly text: string; readonly line: number }[] {
  return text
    .split("\n")
    .flatMap((each, index) => (each.trim() === "" ? [] : [{ text: each, line: first + 1 + index }]));
}

/** Reads a block `figures`: lines `name = calculation argument=value`. */
export function readFigures(text: string, first: number, places: Places, into: Map<string, Call>): readonly Problem[] {
  return linesOf(text, first).flatMap(({ text: written, line }) => {
    const [, name = "", asked = ""] = /^\s*([\w.-]+)\s+=\s+(.+)$/.exec(written) ?? [];
    const call = readCall(asked);
    const place = places.line(line);
    if (call === undefined)
      return [
        problemAt(
          place,
          "error",
          "brief/figure-line",
          `"${written.trim().slice(0, 80)}" names no figure`,
          "write: name = money.share purpose=152 year=2019 recipient=KAZ",
        ),
      ];
    if (into.has(name))
      return [problemAt(place, "error", "brief/twice", `the figure "${name}" is named twice`, "give one another name")];
    into.set(name, call);
    return [];
  });
}

const SOURCE_WORDS = ["title", "kind", "address", "author", "date"];

/** Reads a block `sources`: lines `S002 author="Family, Given; Family, Given" date=2019-02-19`. */
export function readSources(
  text: string,
  first: number,
  places: Places,
  into: Map<string, SourceLine>,
): readonly Problem[] {
  return linesOf(text, first).flatMap(({ text: written, line }) => {
    const place = places.line(line);
    const wrong = (message: string, mend: string) => [problemAt(place, "error", "brief/source-line", message, mend)];
    const call = readCall(written);
    if (call === undefined)
      return wrong(`"${written.trim().slice(0, 80)}" names no source`, 'write: S002 author="Family, Given" date=2019');
    const { calculation: id, arguments: given } = call;
    const other = Object.keys(given).find((word) => !SOURCE_WORDS.includes(word));
    if (other !== undefined) return wrong(`a source has no "${other}"`, `one of: ${SOURCE_WORDS.join(", ")}`);
    if (given.date !== undefined && !isDate(given.date))
      return wrong(`"${given.date}" is no date`, "write 2019, 2019-02 or 2019-02-19");
    const authors = (given.author ?? "")
      .split(";")
      .map((one) => one.trim())
      .filter((one) => one !== "");
    const nobody = authors.find((one) => !/^[^,]+(, *[^,]+)?$/.test(one));
    if (nobody !== undefined)
      return wrong(`"${nobody}" is no name`, 'write "Family, Given", names with ; between them');
    if (into.has(id)) return wrong(`the source ${id} stands twice`, "write one line");
    const { title, kind, address, date } = given;
    into.set(id, {
      place,
      id,
      authors,
      ...(title === undefined ? {} : { title }),
      ...(kind === undefined ? {} : { kind }),
      ...(address === undefined ? {} : { address }),
      ...(date === undefined ? {} : { date }),
    });
    return [];
  });
}

/** A year from 1, a month or a day of the calendar. */
function isDate(text: string): boolean {
  return /^\d{4}(-\d{2}(-\d{2})?)?$/.test(text) && !text.startsWith("0000") && isDay(`${text}-01-01`.slice(0, 10));
}
