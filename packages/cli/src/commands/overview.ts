import { geographyOf } from "@kelisim/region-files";
import { dayMonthWords, dayWords, isoDay, type Row, rowsOf } from "@kelisim/words";
import { readStandpoint } from "../arguments/standpoint.ts";
import { drawnRow } from "../board/draw.ts";
import { EXIT, type Io } from "../io.ts";
import { cells } from "../look/cells.ts";
import { signOf } from "../look/marks.ts";
import { Paper } from "../look/paper.ts";
import { lookOf, type Style } from "../look/style.ts";
import { drawHead, todayOf } from "../page/header.ts";
import { explainSuggestion, suggestion } from "../page/suggestion.ts";
import type { Options } from "../program.ts";
import { isRefusal } from "../refusal.ts";
import { loadLedger } from "../region/ledger.ts";
import { type OpenRegion, openRegion } from "../region/open.ts";
import { noticeProblems } from "../region/problem-notice.ts";
import type { Outcome } from "../run.ts";
import { texts } from "../texts/index.ts";
import { focusOf } from "./board.ts";

/** A state with more lines than this is cut, and says so: the whole is one `kelisim board` away. */
const ROWS_A_STATE = 8;
const MOST_STATES = 6;
const WHO_CELLS = 18;

/** `kelisim overview`: the next days of the region, state by state, and where to go from there. */
export async function overview(io: Io, options: Options): Promise<Outcome> {
  const open = await openRegion(io, options.region);
  if (isRefusal(open)) return open;
  const standpoint = readStandpoint(io, options, open.region);
  if (isRefusal(standpoint)) return standpoint;
  const errors = noticeProblems(io, open, options.region);
  const loaded = await loadLedger(io, open, options);
  if (isRefusal(loaded)) return loaded;
  const look = await lookOf(io, options);
  const paper = new Paper(look);
  const today = todayOf(standpoint);
  const { asOf, knownAt, from, until } = standpoint;
  drawHead(paper, texts.startHead(open.region.name), open, loaded, standpoint);
  paper.gap().text(texts.startLead(standpoint.days, dayWords(today, texts, false)));

  const states = focusOf(open).slice(0, MOST_STATES);
  const tables = states.map((party) => {
    const board = loaded.ledger.board({ asOf, knownAt, from, until, party });
    const rows = rowsOf(
      board.lines.filter((line) => line.form === "duty" && line.standpoint !== "owed"),
      open.clauses,
    );
    const ahead = rows.filter(
      (row) => row.day !== undefined && (row.line.state === "upcoming" || row.line.state === "open"),
    );
    return {
      party,
      ahead: ahead.sort((a, b) => a.line.deadline! - b.line.deadline!),
      overdue: rows.filter((row) => row.line.state === "overdue"),
      passed: rows.filter((row) => row.line.state === "date passed, nothing recorded here").length,
      undated: rows.filter((row) => row.day === undefined && row.line.state === "open").length,
    };
  });
  const all = tables.flatMap((table) => [...table.overdue, ...table.ahead]);
  const cell = (row: Row) => drawnRow(row, "owes", open.names, today);
  const date = (row: Row) => {
    const words = dayMonthWords(row.day ?? today, texts);
    return row.unsureDate ? texts.unsure(words) : words;
  };
  const widest = (of: (row: Row) => string, most: number) =>
    Math.min(most, Math.max(0, ...all.map((row) => cells(of(row)))));
  // The date says for which period; those whose binding is not verified are only counted here.
  const who = (row: Row) => {
    const named = open.names.actors(row.creditors, row.placed.instrument);
    const all = cells(named) > WHO_CELLS ? texts.many(row.creditors.length, row.placed.instrument.kind) : named;
    return row.doubtful.length > 0 ? texts.unsure(all) : all;
  };
  const width = {
    mark: look.words ? 0 : Math.max(0, ...all.map((row) => cells(signOf(cell(row).state, look)))),
    date: widest(date, 14),
    who: widest(who, WHO_CELLS),
    clause: widest((row) => cell(row).clause, 20),
  };
  for (const table of tables) {
    paper.gap().text(open.names.party(table.party), { style: "bold" });
    const rows = [...table.overdue, ...table.ahead];
    if (rows.length === 0) paper.text(texts.startNone, { style: "dim" });
    for (const row of rows.slice(0, ROWS_A_STATE)) {
      const drawn = cell(row);
      const act = look.words
        ? texts.statedFirst(texts.states[drawn.state], row.placed.clause.title)
        : row.placed.clause.title;
      const lead: { text: string; width: number; style: Style; gap?: number }[] = [
        ...(width.mark === 0 ? [] : [{ text: signOf(drawn.state, look), width: width.mark, style: drawn.style }]),
        { text: date(row), width: width.date, style: "plain", gap: 2 },
      ];
      const before = 2 + lead.reduce((sum, column) => sum + column.width + (column.gap ?? 1), 0);
      if (look.narrow) {
        paper.row(2, [...lead, { text: act, width: look.width - before, style: "plain" }]);
        paper.text([who(row), drawn.clause].filter((text) => text !== "").join(", "), {
          indent: before,
          style: "dim",
        });
        continue;
      }
      paper.row(2, [
        ...lead,
        { text: act, width: Math.max(20, look.width - before - width.who - width.clause - 4), style: "plain", gap: 2 },
        { text: who(row), width: width.who, style: "plain", gap: 2 },
        { text: drawn.clause, width: width.clause, style: "dim" },
      ]);
    }
    if (rows.length > ROWS_A_STATE)
      paper.text(texts.othersAlike(rows.length - ROWS_A_STATE), { indent: 4, style: "dim" });
    const rest = texts.startRest(table.passed, table.undated);
    if (rest !== "") paper.text(rest, { indent: 4, style: "dim" });
  }

  paper.gap().text(texts.startNext, { style: "bold" });
  const first = all[0];
  const party = tables.find((table) => table.ahead.length > 0)?.party ?? states[0] ?? "PARTY";
  const example = whatIfExample(open, party, today);
  const next: (readonly [readonly string[], string])[] = [
    [suggestion(["board", "--party", party], options), texts.startBoard],
    ...(first === undefined
      ? []
      : [[explainSuggestion(first, party, open.names, options), texts.startExplain] as const]),
    ...(example === undefined ? [] : [[suggestion(example, options), texts.startWhatIf] as const]),
    [suggestion(["check"], { region: options.region }), texts.startCheck],
    [["kelisim", "regions"], texts.startRegions],
  ];
  const longest = Math.min(44, Math.max(...next.map(([command]) => cells(command.join(" ")))));
  for (const [command, why] of next) {
    const line = command.join(" ");
    if (look.narrow || cells(line) > longest) {
      paper.raw(`    ${look.paint(line, "plain")}`).text(why, { indent: 6, style: "dim" });
    } else
      paper.row(4, [
        { text: line, width: longest, style: "plain", gap: 2 },
        { text: why, width: look.width - longest - 8, style: "dim" },
      ]);
  }
  paper.gap().text(texts.startUnverified, { style: "dim" });
  if (open.region.disclaimer !== undefined) paper.text(firstSentence(open.region.disclaimer), { style: "dim" });
  paper.gap();
  await io.print(paper.toString());
  return errors > 0 || loaded.refused > 0 ? EXIT.problems : EXIT.fine;
}

/**
 * A plan that a reader can try at once: the kind of event with a start that most lead times depend on, at a place in a
 * zone of this region.
 */
function whatIfExample(open: OpenRegion, party: string, today: number): readonly string[] | undefined {
  const leads = new Map<string, number>();
  for (const clause of open.program.instruments.flatMap((instrument) => instrument.clauses)) {
    if (clause.kind !== "duty" || clause.trigger.kind !== "record") continue;
    if (clause.deadlines.some(({ deadline }) => deadline.kind === "before"))
      leads.set(clause.trigger.record, (leads.get(clause.trigger.record) ?? 0) + 1);
  }
  const [kind] = open.program.vocabulary
    .filter(
      (each) =>
        each.form === "event" && each.attributes.some(({ name, type }) => name === "start" && type.type === "date"),
    )
    .sort((a, b) => (leads.get(b.name) ?? 0) - (leads.get(a.name) ?? 0));
  if (kind === undefined) return undefined;
  const has = (name: string) => kind.attributes.some((attribute) => attribute.name === name);
  const place = kind.attributes.some(({ type }) => type.type === "place") ? samplePlace(open, party) : undefined;
  return [
    "what-if",
    kind.name.toLowerCase(),
    ...(kind.actor === undefined ? [] : [`--${kind.actor}`, party]),
    ...(place === undefined ? [] : ["--at", `${place.lat},${place.lon}`]),
    ...(has("personnel") ? ["--people", "36000"] : []),
    ...["live", "land"].filter(has).map((name) => `--${name}`),
    "--start",
    isoDay(today + DAYS_TO_START),
  ];
}

const DAYS_TO_START = 45;

function samplePlace(open: OpenRegion, party: string): { lat: number; lon: number } | undefined {
  const geography = geographyOf(open.region);
  for (const zone of open.program.instruments.flatMap((instrument) => Object.values(instrument.zones))) {
    const place = geography?.sampleInZone(zone, party);
    if (geography === undefined || place === undefined) continue;
    const rounded = { lat: Math.round(place.lat * 10) / 10, lon: Math.round(place.lon * 10) / 10 };
    if (geography.locate(zone, rounded) === "inside") return rounded;
  }
  return undefined;
}

function firstSentence(text: string): string {
  return text
    .replaceAll(/\s+/g, " ")
    .trim()
    .split(/(?<=\.) /)[0]!;
}
