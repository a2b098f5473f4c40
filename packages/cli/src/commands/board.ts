import type { Board, State } from "@kelisim/duties";
import { signedOnly } from "@kelisim/region-files";
import {
  type Arranged,
  arrange,
  type Choice,
  calendar,
  csv,
  instantText,
  LINE_COLUMNS,
  lineColumns,
  lineData,
  type Section,
} from "@kelisim/words";
import { readFormat } from "../arguments/format.ts";
import { readInstrument } from "../arguments/instrument.ts";
import { nearest } from "../arguments/nearest.ts";
import { readParty } from "../arguments/party.ts";
import { readStandpoint, type Standpoint } from "../arguments/standpoint.ts";
import { drawnRow, drawRow, widthsFor } from "../board/draw.ts";
import { EXIT, type Io } from "../io.ts";
import { markedState, signOf } from "../look/marks.ts";
import { Paper } from "../look/paper.ts";
import { lookOf } from "../look/style.ts";
import { json } from "../output/json.ts";
import { drawHead, todayOf } from "../page/header.ts";
import { drawSuggestion, explainSuggestion, suggestion } from "../page/suggestion.ts";
import type { Options } from "../program.ts";
import { type Answer, isRefusal, refuse } from "../refusal.ts";
import { type Loaded, loadLedger } from "../region/ledger.ts";
import { type OpenRegion, openRegion } from "../region/open.ts";
import { noticeProblems } from "../region/problem-notice.ts";
import type { Outcome } from "../run.ts";
import { texts } from "../texts/index.ts";

/** Every state there is, in the order of the screens' list. */
const STATES = Object.keys(texts.states).filter((state): state is State => state !== "unverified");

/** `kelisim board`: what one party owes and is owed. */
export async function board(io: Io, options: Options): Promise<Outcome> {
  const format = readFormat(options, "board");
  if (isRefusal(format)) return format;
  const states = readStates(options.status ?? []);
  if (isRefusal(states)) return states;
  const open = await openRegion(io, options.region);
  if (isRefusal(open)) return open;
  const standpoint = readStandpoint(io, options, open.region);
  if (isRefusal(standpoint)) return standpoint;
  const wanted = options.party ?? soleParty(options.us ?? [], open);
  if (wanted === undefined) return refuse(texts.partyNeeded, texts.partiesAre(focusOf(open)));
  const party = readParty(wanted, open.region.parties, open.region.name);
  if (isRefusal(party)) return party;
  const chosen = options.instrument ?? options.ifBound;
  const instrument = chosen === undefined ? undefined : readInstrument(chosen, open);
  if (isRefusal(instrument)) return instrument;
  const errors = noticeProblems(io, open, options.region);
  const loaded = await loadLedger(io, open, options);
  if (isRefusal(loaded)) return loaded;

  const { asOf, knownAt, from, until } = standpoint;
  const answer = loaded.ledger.board({
    asOf,
    knownAt,
    from,
    until,
    party: party.id,
    ...(instrument === undefined ? {} : { instrument }),
    ...(states.length === 0 ? {} : { states }),
  });
  const kept =
    options.owedTo === true ? { ...answer, lines: answer.lines.filter((line) => line.standpoint === "owed") } : answer;
  const all = options.all === true || states.length > 0 || options.ifBound !== undefined;
  const choice: Choice = { owes: options.owedTo !== true, owed: true, all, undated: all || instrument !== undefined };

  if (format === "json") await io.print(json("kelisim-board", boardData(kept, open, loaded, standpoint, party.id)));
  else if (format === "csv") {
    const rows = kept.lines.map((line) =>
      lineColumns(lineData(line, line.debtors, line.creditors, line.standpoint, open.clauses)),
    );
    await io.print(csv(LINE_COLUMNS, rows));
  } else if (format === "ics") {
    const arranged = arrange(kept, open.clauses, todayOf(standpoint), choice, texts);
    const name = texts.boardOf(open.names.party(party.id));
    await io.print(await calendar(arranged.rows, open.names, { name, region: open.region.id, stamp: knownAt }));
  } else {
    const paper = new Paper(await lookOf(io, options));
    drawBoard(
      paper,
      kept,
      party.id,
      open,
      loaded,
      standpoint,
      choice,
      states.length > 0 || instrument !== undefined,
      options,
    );
    await io.print(paper.toString());
  }
  return errors > 0 || loaded.refused > 0 ? EXIT.problems : EXIT.fine;
}

function drawBoard(
  paper: Paper,
  board: Board,
  party: string,
  open: OpenRegion,
  loaded: Loaded,
  standpoint: Standpoint,
  choice: Choice,
  filtered: boolean,
  options: Options,
): void {
  const today = todayOf(standpoint);
  const name = open.names.party(party);
  const arranged = arrange(board, open.clauses, today, choice, texts);
  drawHead(paper, texts.boardOf(name), open, loaded, standpoint);
  drawSections(paper, arranged, open, today);
  if (arranged.sections.length === 0) paper.gap().text(texts.noLines(name));
  if (board.undetermined.length > 0) {
    paper.gap().text(texts.undecidedGroup, { style: "bold" });
    for (const each of board.undetermined)
      paper.text(`${each.clause}, ${each.subject}: ${texts.missing(each.missing)}`, {
        indent: 2,
        hang: 2,
        style: "dim",
      });
  }
  drawFoot(paper, arranged, board, filtered, party, open, options);
  const signed = signedOnly(open.region.facts, open.program, party);
  const [first] = signed;
  if (first === undefined || filtered) return;
  const command = suggestion(["board", "--party", party, "--if-bound", first], options);
  drawSuggestion(paper, texts.signedOnly(signed), command);
  paper.gap();
}

/**
 * Sections with their groups. The columns have the same widths over all of them, but for what is owed to the party: a
 * date stands there where the others have their channel, and it is not to slip under the act for want of room.
 */
export function drawSections(paper: Paper, arranged: Arranged, open: OpenRegion, today: number): void {
  const drawn = new Map(
    arranged.sections.flatMap((section) =>
      section.groups.flatMap((group) =>
        group.rows.map((row) => [row, drawnRow(row, section.kind, open.names, today)] as const),
      ),
    ),
  );
  const rowsOfSections = (keep: (section: Section) => boolean) =>
    arranged.sections.filter(keep).flatMap((section) => section.groups.flatMap((group) => group.rows));
  const widthsOf = (keep: (section: Section) => boolean) =>
    widthsFor(
      rowsOfSections(keep).map((row) => drawn.get(row)!),
      paper.look,
    );
  const owed = widthsOf((section) => section.kind === "owed");
  const rest = widthsOf((section) => section.kind !== "owed");
  for (const section of arranged.sections) {
    const widths = section.kind === "owed" ? owed : rest;
    paper.gap().text(section.title, { style: "bold" });
    section.groups.forEach((group, index) => {
      if (index > 0 && group.apart === true) paper.gap();
      if (group.title !== "") paper.text(group.title, { style: "bold" });
      for (const row of group.rows) drawRow(paper, drawn.get(row)!, widths);
    });
    if (section.counted.length > 0) {
      const instruments = new Set(section.counted.map((row) => row.placed.instrument.id));
      if (section.groups.length > 0) paper.gap();
      paper.text(texts.countUndated(section.counted.length, instruments.size, section.kind === "owed"), {
        hang: 2,
        style: "dim",
      });
    }
  }
}

function drawFoot(
  paper: Paper,
  arranged: Arranged,
  board: Board,
  filtered: boolean,
  party: string,
  open: OpenRegion,
  options: Options,
): void {
  const { look } = paper;
  paper.gap();
  const states = [...new Set(arranged.rows.map((row) => markedState(row.line)))];
  const signs = states
    .filter((state) => state !== "unverified")
    .map((state) => `${signOf(state, look)} ${texts.states[state]}`);
  const legend = look.words || states.length === 0 ? [] : [...signs, `? ${texts.legendUnverified}`];
  paper.text(
    [texts.countLines(arranged.rows.length), ...legend.map((each) => each.replaceAll(" ", "\u00a0"))].join("  "),
  );
  const { rights, limits, standing } = arranged.others;
  if (rights + limits + standing > 0) paper.text(texts.countOthers(rights, limits, standing), { style: "dim" });
  const { earlier, later } = board.left;
  if (earlier + later > 0) paper.text(texts.countLeft(earlier, later), { style: "dim" });
  if (filtered) paper.text(texts.countFiltered, { style: "dim" });
  const first = arranged.rows[0];
  if (first !== undefined) {
    drawSuggestion(paper, texts.whyOneLine, explainSuggestion(first, party, open.names, options), texts.otherForms);
  }
  paper.gap();
}

/** The board as data; docs/command.md describes it. */
function boardData(board: Board, open: OpenRegion, loaded: Loaded, standpoint: Standpoint, party: string): object {
  const { region } = open;
  return {
    region: { id: region.id, name: region.name, fictional: region.fictional, timeZone: region.timeZone },
    question: questionData(standpoint, loaded, party),
    records: { files: loaded.files, taken: loaded.records, refused: loaded.refused },
    lines: board.lines.map((line) => lineData(line, line.debtors, line.creditors, line.standpoint, open.clauses)),
    undetermined: board.undetermined,
    left: board.left,
  };
}

export function questionData(standpoint: Standpoint, loaded: Loaded, party: string | null): object {
  return {
    asOf: instantText(standpoint.asOf),
    knownAt: instantText(standpoint.knownAt),
    from: instantText(standpoint.from),
    until: instantText(standpoint.until),
    party,
    us: loaded.us,
  };
}

function soleParty(us: readonly string[], open: OpenRegion): string | undefined {
  const own = us.length > 0 ? us : open.region.us;
  return own.length === 1 ? own[0] : undefined;
}

/** The parties the region is about, else all its states. */
export function focusOf(open: OpenRegion): readonly string[] {
  const { focus, parties } = open.region;
  return focus.length > 0 ? focus : parties.filter((party) => party.kind === "state").map((party) => party.id);
}

function readStates(given: readonly string[]): Answer<readonly State[]> {
  const states: State[] = [];
  for (const text of given.flatMap((each) => (STATES.some((state) => state === each) ? [each] : each.split(",")))) {
    const wanted = text.trim().toLowerCase();
    // "date passed" is enough for the one status that is a whole sentence.
    const found =
      STATES.find((state) => state === wanted) ??
      STATES.find((state) => wanted !== "" && state.startsWith(`${wanted},`));
    if (found === undefined) {
      const close = nearest(text, STATES);
      return refuse(
        texts.unknownStatus(text),
        ...(close.length > 0 ? [texts.didYouMean(close)] : []),
        texts.statusesAre(STATES.map((state) => (state.includes(",") ? `"${state}"` : state))),
      );
    }
    states.push(found);
  }
  return states;
}
