import type { BoardLine, Explanation, Line } from "@kelisim/duties";
import { civilDay, dayOf, dayParts, endOfDay, startOfDay } from "@kelisim/model";
import { disputesOf, isoDay, lineData, type PlacedClause } from "@kelisim/words";
import { readFormat } from "../arguments/format.ts";
import { nearest } from "../arguments/nearest.ts";
import { readParty } from "../arguments/party.ts";
import { readStandpoint, type Standpoint } from "../arguments/standpoint.ts";
import { EXIT, type Io } from "../io.ts";
import { Paper } from "../look/paper.ts";
import { lookOf } from "../look/style.ts";
import { json } from "../output/json.ts";
import { EXPLAIN_DAYS } from "../page/suggestion.ts";
import type { Options } from "../program.ts";
import { type Answer, isRefusal, refuse } from "../refusal.ts";
import { type Loaded, loadLedger } from "../region/ledger.ts";
import { type OpenRegion, openRegion } from "../region/open.ts";
import { noticeProblems } from "../region/problem-notice.ts";
import type { Outcome } from "../run.ts";
import { texts } from "../texts/index.ts";
import { questionData } from "./board.ts";

/** Where a clause has no line near as-of, it is looked for as far as a question may reach. */
const FURTHEST_DAYS = 36_525;

/** `kelisim explain`: why one line stands as it does, or, without a party, what the clause says and for whom it has lines. */
export async function explain(
  io: Io,
  duty: string,
  party: string | undefined,
  which: string | undefined,
  options: Options,
): Promise<Outcome> {
  const format = readFormat(options, "explain", ["table", "json"]);
  if (isRefusal(format)) return format;
  const open = await openRegion(io, options.region);
  if (isRefusal(open)) return open;
  const asked = readStandpoint(io, options, open.region);
  if (isRefusal(asked)) return asked;
  const placed = readClause(duty, open);
  if (isRefusal(placed)) return placed;
  const of = party === undefined ? undefined : readParty(party, open.region.parties, open.region.name);
  if (isRefusal(of)) return of;
  const errors = noticeProblems(io, open, options.region);
  const loaded = await loadLedger(io, narrowed(open, placed), options);
  if (isRefusal(loaded)) return loaded;
  const near = around(asked, options, which);
  const nearby = linesOf(placed, of?.id, loaded, near);
  const far = around(asked, options, which, FURTHEST_DAYS);
  const standpoint = nearby.length > 0 ? near : far;
  const lines = nearby.length > 0 ? nearby : linesOf(placed, of?.id, loaded, far);
  const status = errors > 0 || loaded.refused > 0 ? EXIT.problems : EXIT.fine;

  if (of === undefined) {
    if (format === "json") {
      const data = lines.map((line) => lineData(line, line.debtors, line.creditors, null, open.clauses));
      await io.print(
        json("kelisim-clause", {
          question: questionData(standpoint, loaded, null),
          clause: placed.clause,
          lines: data,
        }),
      );
    } else {
      const { drawClause } = await import("../page/clause-page.ts");
      const paper = new Paper(await lookOf(io, options));
      drawClause(paper, placed, lines, open, loaded, standpoint, options);
      await io.print(paper.toString());
    }
    return status;
  }

  const chosen = choose(lines, which, standpoint, open);
  if (chosen === undefined) {
    if (lines.length === 0) {
      const others = [
        ...new Set(
          linesOf(placed, undefined, loaded, standpoint).flatMap((line) =>
            line.debtors.flatMap((debtor) => open.names.membersOf(debtor)),
          ),
        ),
      ];
      return refuse(
        texts.noLineFor(placed.clause.id, open.names.party(of.id), which ?? ""),
        ...(others.length > 0 ? [texts.linesAreFor(others.sort())] : []),
      );
    }
    const labels = [...new Set(lines.map((line) => line.period ?? line.subject ?? "").filter((label) => label !== ""))];
    return refuse(
      texts.noLineFor(placed.clause.id, open.names.party(of.id), which ?? ""),
      ...(labels.length > 0 ? [texts.periodsAre(labels.slice(0, 20))] : []),
    );
  }
  const { debtors, creditors, standpoint: _, ...rest } = chosen;
  const line: Line = { ...rest, debtor: debtors[0] ?? "", creditor: creditors[0] ?? "" };
  const { asOf, knownAt, from, until } = standpoint;
  const found = loaded.ledger.explain(line, { asOf, knownAt, from, until });
  if (found === undefined) throw new Error(`no explanation for a line of the board: ${line.clause}`);
  const others = lines.filter((each) => each !== chosen);
  if (format === "json") {
    await io.print(
      json("kelisim-explanation", explanationData(found, debtors, creditors, others, open, loaded, standpoint, of.id)),
    );
  } else {
    const { drawExplanation } = await import("../page/explanation-page.ts");
    const paper = new Paper(await lookOf(io, options));
    drawExplanation(paper, found, debtors, creditors, others, open, loaded, standpoint);
    await io.print(paper.toString());
  }
  return status;
}

function explanationData(
  found: Explanation,
  debtors: readonly string[],
  creditors: readonly string[],
  others: readonly BoardLine[],
  open: OpenRegion,
  loaded: Loaded,
  standpoint: Standpoint,
  party: string,
): object {
  const { line, instrument, ...rest } = found;
  const { clauses: _, ...head } = instrument;
  return {
    question: questionData(standpoint, loaded, party),
    line: lineData(line, debtors, creditors, null, open.clauses),
    instrument: head,
    ...rest,
    disputes: disputesOf(found, open).map(({ id, question, reason, source }) => ({ id, question, reason, source })),
    others: others.map((each) => lineData(each, each.debtors, each.creditors, null, open.clauses)),
  };
}

/**
 * The standpoint with a window that reaches so many days in both directions, and over the year that is named, where the
 * question itself does not say how far to look.
 */
function around(asked: Standpoint, options: Options, which: string | undefined, days = EXPLAIN_DAYS): Standpoint {
  const { asOf, timeZone } = asked;
  const today = dayOf(asOf, timeZone);
  const year = Number(/^(\d{4})(-|$)/.exec(which ?? "")?.[1] ?? dayParts(today).year);
  const first = Math.min(today - days, civilDay(year - 1, 1, 1));
  // What is due for a year may be due in the next, or the one after.
  const last = Math.max(today + days, civilDay(year + 2, 12, 31));
  return {
    ...asked,
    from: options.back === undefined ? startOfDay(first, timeZone) : asked.from,
    until: options.days === undefined ? endOfDay(last, timeZone) : asked.until,
  };
}

/**
 * The region with no other clauses than the answer rests on: the one asked for, those that displace it, and those whose
 * miss it follows. Everything else would only be computed to be thrown away.
 */
function narrowed(open: OpenRegion, { clause }: PlacedClause): OpenRegion {
  const needed = new Set<string>();
  const need = (id: string): void => {
    const found = open.clauses.get(id)?.clause;
    if (found === undefined || needed.has(id)) return;
    needed.add(id);
    found.subjectTo.forEach(need);
    if ("trigger" in found && found.trigger.kind === "miss") need(found.trigger.clause);
  };
  need(clause.id);
  const instruments = open.program.instruments.map((each) => ({
    ...each,
    clauses: each.clauses.filter(({ id }) => needed.has(id)),
  }));
  return { ...open, program: { ...open.program, instruments } };
}

/** The lines of one clause: those the party owes, else those it is owed, else (no party) all. */
function linesOf(
  placed: PlacedClause,
  party: string | undefined,
  loaded: Loaded,
  standpoint: Standpoint,
): readonly BoardLine[] {
  const { asOf, knownAt, from, until } = standpoint;
  const board = loaded.ledger.board({
    asOf,
    knownAt,
    from,
    until,
    instrument: placed.instrument.id,
    ...(party === undefined ? {} : { party }),
  });
  const own = board.lines.filter((line) => line.clause === placed.clause.id);
  const owes = own.filter((line) => line.standpoint !== "owed");
  return party === undefined || owes.length > 0 ? (party === undefined ? own : owes) : own;
}

/** The line of the period or subject named; else the next date ahead, else one without a date, else the last passed. */
function choose(
  lines: readonly BoardLine[],
  which: string | undefined,
  standpoint: Standpoint,
  open: OpenRegion,
): BoardLine | undefined {
  if (which !== undefined) {
    const wanted = which.toLowerCase();
    const dayOfLine = (line: BoardLine) =>
      line.deadline === null ? "" : isoDay(dayOf(line.deadline, open.clauses.of(line).instrument.timeZone));
    const named =
      lines.find((line) => line.period?.toLowerCase() === wanted || line.subject?.toLowerCase() === wanted) ??
      lines.find((line) => dayOfLine(line) === wanted);
    return surest(named, lines);
  }
  const ahead = lines.filter((line) => line.deadline !== null && line.deadline >= standpoint.asOf);
  const undated = lines.filter((line) => line.deadline === null);
  return surest(ahead[0] ?? undated[0] ?? lines.at(-1), lines);
}

/** Of lines that differ by their pairs only, one whose binding is verified. */
function surest(chosen: BoardLine | undefined, lines: readonly BoardLine[]): BoardLine | undefined {
  if (chosen?.unverified !== true) return chosen;
  const isAlike = (line: BoardLine) =>
    !line.unverified && line.period === chosen.period && line.subject === chosen.subject && line.group === chosen.group;
  return lines.find(isAlike) ?? chosen;
}

function readClause(text: string, open: OpenRegion): Answer<PlacedClause> {
  const found = open.clauses.search(text);
  if (found.length === 1) return found[0]!;
  if (found.length > 1) {
    const lines = found.slice(0, 12).map(({ clause }) => texts.clauseLine(clause.id, clause.title, clause.article));
    return refuse(texts.severalDuties(text), ...lines);
  }
  const close = nearest(text, open.clauses.ids);
  return refuse(texts.unknownDuty(text), ...(close.length > 0 ? [texts.didYouMean(close)] : []), texts.listDuties);
}
