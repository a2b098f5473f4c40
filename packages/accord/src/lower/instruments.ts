import { isTimeZone, nearest, type Party, type Problem } from "@kelisim/model";
import type { Code } from "../codes.ts";
import type * as ast from "../generated/ast.ts";
import type { ItemText } from "../parse/items.ts";
import { headMark, type Mark, markOf } from "../parse/places.ts";
import type { ParsedItem } from "../parse/syntax.ts";
import type { Side } from "../program/index.ts";
import { dayExists, timeZoneNames } from "./dates.ts";
import type { Sight } from "./sight.ts";
import {
  type CompileContext,
  type InstrumentEntry,
  type InstrumentFacts,
  type InstrumentHead,
  type ProblemText,
  report,
  type World,
} from "./world.ts";

/** What reading the head of an instrument needs of the region, and where its problems go. */
interface HeadReader {
  readonly context: CompileContext;
  readonly parties: ReadonlyMap<string, Party>;
  readonly problems: Problem[];
}

/** The lines of an instrument, read; wrong ones are reported and left out. Places are counted from its first line. */
export interface ReadInstrument {
  readonly facts: InstrumentFacts;
  readonly problems: readonly Problem[];
}

/** Reads the head of an instrument by itself. */
export function readInstrument({ context, parties }: Sight, { source, item }: ParsedItem): ReadInstrument {
  const id = source.name ?? "";
  const problems: Problem[] = [];
  const node = item?.$type === "Instrument" ? item : undefined;
  const head = node ? readHead({ context, parties, problems }, source, node) : emptyHead(id);
  return { facts: { id, head }, problems };
}

/** Adds an instrument; of two of the same name the first counts, and has the clauses of both. */
export function addInstrument(
  world: World,
  source: ItemText,
  text: ParsedItem,
  facts: InstrumentFacts,
): InstrumentEntry {
  const { id } = facts;
  const same = world.instruments.get(id);
  if (same) {
    report(world, "error", "duplicate-instrument", headMark(source), {
      message: `${id} is already declared in ${same.source.file}, line ${same.source.line}.`,
      why: "The clauses below are counted to the first one.",
      mend: "Rename one of them, or remove this head.",
    });
    return same;
  }
  const node = text.item?.$type === "Instrument" ? text.item : undefined;
  const entry: InstrumentEntry = {
    id,
    facts,
    source,
    node,
    usedSides: new Set(),
    usedZones: new Set(),
    clauses: [],
  };
  world.instruments.set(id, entry);
  return entry;
}

function emptyHead(id: string): InstrumentHead {
  return {
    title: id,
    kind: "treaty",
    timeZone: "UTC",
    monthEnd: "clip",
    sides: [],
    zones: {},
    source: "",
    confidence: "medium",
  };
}

function readHead(reader: HeadReader, source: ItemText, node: ast.Instrument): InstrumentHead {
  const say = (severity: Problem["severity"], code: Code, mark: Mark, text: ProblemText) =>
    report(reader, severity, code, mark, text);
  const line = <T extends ast.InstrumentLine["$type"]>(type: T) => {
    const found = node.lines.filter(
      (candidate): candidate is Extract<ast.InstrumentLine, { $type: T }> => candidate.$type === type,
    );
    if (found[1]) {
      say("error", "duplicate-line", markOf(source, found[1]), {
        message: "This line is already given above.",
        why: "The first one counts.",
        mend: "Remove one of them.",
      });
    }
    return found[0];
  };
  const form = line("FormLine");
  const signed = line("SignedLine");
  const zone = line("TimeZoneLine");
  const monthEnd = line("MonthEndLine");
  const calendar = line("WorkingDaysLine");
  const sourceLine = line("SourceLine");
  const confidence = line("ConfidenceLine");
  const assume = line("AssumeLine");
  const kind = form?.form === "politically" ? "politically binding" : (form?.form ?? "treaty");
  if (!form) {
    say("warning", "no-form", headMark(source), {
      message: `${node.name} does not say what kind of instrument it is.`,
      why: "A treaty has parties, a politically binding document participants, a voluntary one contributors.",
      mend: "Add: kind treaty, kind politically binding or kind voluntary.",
    });
  } else if ((form.form === "politically") !== /\bbinding\b/.test(form.$cstNode?.text ?? "")) {
    say("error", "unknown-form", markOf(source, form), {
      message: "Kinds of instruments are treaty, politically binding and voluntary.",
      mend: "Write one of the three.",
    });
  }
  if (!sourceLine) {
    say("warning", "no-source", headMark(source), {
      message: `${node.name} names no source.`,
      why: "A statement without a source cannot be checked.",
      mend: 'Add: source "...".',
    });
  }
  const signedExists = signed ? dayExists(signed.date) : true;
  if (signed && !signedExists) {
    say("error", "no-such-date", markOf(source, signed, "date"), {
      message: `${signed.date} is not a day of the calendar.`,
      mend: "Write an existing day as year-month-day.",
    });
  }
  if (assume?.level === "high") {
    say("warning", "confident-assumption", markOf(source, assume, "level"), {
      message: "An assumption cannot have high confidence.",
      mend: "Write medium or low.",
    });
  }
  if (calendar && reader.context.calendars && !reader.context.calendars.includes(calendar.calendar)) {
    const meant = nearest(calendar.calendar, reader.context.calendars);
    say("warning", "unknown-calendar", markOf(source, calendar, "calendar"), {
      message: `The region has no calendar "${calendar.calendar}".`,
      why: "Deadlines in working days have no date then.",
      mend: meant ? `Did you mean ${meant}?` : "Add the calendar to the region.",
      ...(meant ? { edit: meant } : {}),
    });
  }
  return {
    title: node.title,
    kind,
    ...(signed && signedExists ? { signed: signed.date } : {}),
    ...(signed?.place === undefined ? {} : { place: signed.place }),
    timeZone: readTimeZone(reader, source, zone),
    monthEnd: monthEnd?.rule ?? "clip",
    ...(calendar ? { workingCalendar: calendar.calendar } : {}),
    sides: readSides(reader, source, line("SidesLine")),
    zones: readZones(reader, source, node),
    source: sourceLine?.source ?? "",
    confidence: confidence?.level ?? "medium",
    ...(assume ? { assumption: { source: assume.source, confidence: assume.level } } : {}),
  };
}

function readTimeZone(reader: HeadReader, source: ItemText, line: ast.TimeZoneLine | undefined): string {
  if (!line) return "UTC";
  if (isTimeZone(line.zone)) return line.zone;
  const meant = nearest(line.zone, timeZoneNames());
  report(reader, "error", "unknown-time-zone", markOf(source, line, "zone"), {
    message: `"${line.zone}" is not a time zone.`,
    why: "Days and dates are read in UTC until this is mended.",
    mend: meant ? `Did you mean ${meant}?` : "Use a name of the IANA database, such as Asia/Almaty.",
    ...(meant ? { edit: meant } : {}),
  });
  return "UTC";
}

function readSides(reader: HeadReader, source: ItemText, line: ast.SidesLine | undefined): readonly Side[] {
  const sides: Side[] = [];
  const placed = new Map<string, string>();
  for (const declared of line?.sides ?? []) {
    if (sides.some((side) => side.name === declared.name)) {
      report(reader, "error", "duplicate-side", markOf(source, declared, "name"), {
        message: `There already is a side "${declared.name}".`,
        mend: "Rename one of them.",
      });
      continue;
    }
    const members: string[] = [];
    for (const member of declared.members) {
      if (!reader.parties.has(member.name)) {
        const meant = nearest(member.name, reader.parties.keys());
        report(reader, "error", "unknown-party", markOf(source, member), {
          message: `"${member.name}" is not a party of the region.`,
          why: "It is left out of the side.",
          mend: meant ? `Did you mean ${meant}?` : "Add it to the table of parties.",
          ...(meant ? { edit: meant } : {}),
        });
        continue;
      }
      const other = placed.get(member.name);
      if (other !== undefined) {
        report(reader, "error", "two-sides", markOf(source, member), {
          message: `${member.name} is already of side ${other}.`,
          why: "A party belongs to one side; the first one counts.",
          mend: "Remove one of them.",
        });
        continue;
      }
      placed.set(member.name, declared.name);
      members.push(member.name);
    }
    if (members.length === 0) {
      report(reader, "warning", "empty-side", markOf(source, declared, "name"), {
        message: `Side ${declared.name} has no known member.`,
        why: "It can neither owe nor be owed.",
        mend: "Correct its members.",
      });
    }
    sides.push({ name: declared.name, members });
  }
  return sides;
}

function readZones(reader: HeadReader, source: ItemText, node: ast.Instrument): Readonly<Record<string, string>> {
  const zones: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const line of node.lines) {
    if (line.$type !== "ZoneLine") continue;
    if (Object.hasOwn(zones, line.name)) {
      report(reader, "error", "duplicate-zone", markOf(source, line, "name"), {
        message: `There already is a zone "${line.name}".`,
        mend: "Rename one of them.",
      });
      continue;
    }
    if (!reader.context.zones.includes(line.place)) {
      const meant = nearest(line.place, reader.context.zones);
      report(reader, "error", "unknown-zone", markOf(source, line, "place"), {
        message: `The region's places hold no zone "${line.place}".`,
        why: "Where the zone lies is unknown, and clauses that ask for it find no answer.",
        mend: meant ? `Did you mean "${meant}"?` : "Add the zone to the region's places.",
        ...(meant ? { edit: `"${meant}"` } : {}),
      });
    }
    zones[line.name] = line.place;
  }
  return { ...zones };
}
