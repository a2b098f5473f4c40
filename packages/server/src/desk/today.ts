import type { Change, RecordHead, Today } from "@kelisim/api";
import type { Board, BoardLine } from "@kelisim/duties";
import { formatInstant, parseInstant } from "@kelisim/model";
import { signedOnly } from "@kelisim/region-files";
import { mutual, type Row, type Words } from "@kelisim/words";
import type { NodeContext, Viewer } from "../context.ts";
import { lineView } from "./line-view.ts";
import { lastLookedOf } from "./looked.ts";
import { upcomingMeetings } from "./meetings.ts";
import { ownRecordHead, recordHead } from "./record-head.ts";
import { remembered } from "./remembered.ts";
import { type Asked, standpointData } from "./standpoint.ts";
import type { View } from "./views.ts";

/** How many records that came in are listed; the others are in the register. */
const CAME_IN = 20;
const CHANGES = 50;
const NEW_RECORDS = 20;

/** How long a board that is asked for "now" may be given again; dates turn at their moment within so much. */
export const FRESH_MS = 5000;

/** What of Today is the same for everybody of a body: the board and what stands around it. */
type Shared = Omit<Today, "cameIn" | "changed" | "lastLooked">;

/** What a person opens in the morning: the board of a party as seen from the view of a body. */
export async function todayOf(node: NodeContext, view: View, viewer: Viewer, asked: Asked): Promise<Today> {
  const { desk } = view;
  const words = desk.words(asked.language);
  const { party, knownAt } = asked;
  const { isNow, language, asOf, from, until } = asked;
  const moment = isNow ? "now" : `${asOf} ${knownAt}`;
  const key = JSON.stringify(["today", party, moment, isNow ? until - from : [from, until], language]);
  const { shared, board } = remembered(view, key, node.now(), FRESH_MS, () => sharedPart(view, asked, words));
  const lastLooked = viewer.person === "" ? undefined : await lastLookedOf(node.store, viewer);
  const cameIn = await remembered(view, JSON.stringify(["came in", key]), node.now(), FRESH_MS, () =>
    cameInTo(node, view, viewer, asked, words),
  );
  return {
    ...shared,
    cameIn,
    changed:
      lastLooked === undefined
        ? []
        : await remembered(view, JSON.stringify([key, lastLooked]), node.now(), FRESH_MS, async () => [
            ...(await recordsSince(node, viewer, lastLooked, asked, words)),
            ...changesSince(view, board, lastLooked, asked, words),
          ]),
    ...(lastLooked === undefined ? {} : { lastLooked }),
  };
}

/** Records to the asked party, newest knowledge first. */
async function cameInTo(
  node: NodeContext,
  view: View,
  viewer: Viewer,
  asked: Asked,
  words: Words,
): Promise<RecordHead[]> {
  const { party, knownAt } = asked;
  const page = await node.store.as(viewer).records.page({
    ...(party === undefined ? {} : { to: party }),
    known: { to: formatInstant(knownAt + 1) },
    order: "newest",
    limit: CAME_IN,
  });
  return [...page.records.map((stored) => recordHead(stored, words)), ...(await ownCameIn(view, asked, words))]
    .sort((a, b) => Date.parse(b.known) - Date.parse(a.known))
    .slice(0, CAME_IN);
}

/** What the region's own records brought in since the window began: a course's notices come in like any other. */
async function ownCameIn({ desk }: View, { party, knownAt, from }: Asked, words: Words): Promise<RecordHead[]> {
  if (party === undefined) return [];
  const { records } = await desk.ownRecords();
  return records
    .filter((record) => record.to.includes(party) && record.known <= knownAt && record.known >= from)
    .map((record) => ownRecordHead(record, words));
}

function sharedPart(view: View, asked: Asked, words: Words): { readonly shared: Shared; readonly board: Board } {
  const { desk, ledger } = view;
  const { party, asOf, knownAt, from, until } = asked;
  const board = ledger.board({ asOf, knownAt, from, until, ...(party === undefined ? {} : { party }) });
  const rows = mutual(words.rowsOf(board.lines));
  const lines = (keep: (row: Row) => boolean) => rows.filter(keep).map((row) => lineView(row, words));
  const shared: Shared = {
    standpoint: standpointData(asked, desk),
    owes: lines((row) => row.line.form === "duty" && row.standpoint !== "owed"),
    owed: lines((row) => row.line.form === "duty" && (row.standpoint === "owed" || row.bothWays === true)),
    rights: lines((row) => row.line.form === "right"),
    limits: lines((row) => row.line.form === "limit"),
    standing: lines((row) => row.line.form === "standing"),
    left: board.left,
    undetermined: board.undetermined.map(({ clause, instrument, subject, missing }) => ({
      clause,
      instrument,
      subject,
      missing: [...missing],
    })),
    meetings: upcomingMeetings(view, asked, words),
    covered: view.covered,
    signedOnly:
      party === undefined
        ? []
        : signedOnly(view.facts, desk.program, party).map((id) => ({ id, name: words.names.instrument(id) })),
  };
  return { shared, board };
}

/** Records that this body has come to know since, newest knowledge first: new ones, corrections and withdrawals. */
async function recordsSince(
  node: NodeContext,
  viewer: Viewer,
  lastLooked: string,
  { knownAt }: Asked,
  words: Words,
): Promise<Change[]> {
  const then = parseInstant(lastLooked);
  if (typeof then !== "number" || then >= knownAt) return [];
  const { records } = await node.store.as(viewer).records.page({
    known: { from: formatInstant(then + 1), to: formatInstant(knownAt + 1) },
    order: "newest",
    limit: NEW_RECORDS,
  });
  return records.map((stored) => ({ kind: "record" as const, record: recordHead(stored, words) }));
}

/** Lines that stand otherwise than when the person last looked: by what came in since, or because a date has passed. */
function changesSince(view: View, now: Board, lastLooked: string, asked: Asked, words: Words): Change[] {
  const then = parseInstant(lastLooked);
  if (typeof then !== "number" || then >= asked.knownAt) return [];
  const { from, until, party } = asked;
  const before = view.ledger.board({
    asOf: Math.min(then, asked.asOf),
    knownAt: then,
    from,
    until,
    ...(party === undefined ? {} : { party }),
  });
  const nameOf = (line: BoardLine) =>
    JSON.stringify([line.clause, line.subject, line.period, line.group, line.standpoint, line.debtors, line.creditors]);
  // Rows take lines of several pairs together: what the line was before is read without its pairs.
  const shortOf = ({ line, standpoint }: Pick<Row, "line" | "standpoint">) =>
    JSON.stringify([line.clause, line.subject, line.period, line.group, standpoint]);
  const known = new Map(before.lines.map((line) => [nameOf(line), line]));
  const earlier = new Map(before.lines.map((line) => [shortOf({ line, standpoint: line.standpoint }), line]));
  const changed = words.rowsOf(
    now.lines.filter((line) => {
      const old = known.get(nameOf(line));
      return old === undefined || old.state !== line.state || old.deadline !== line.deadline;
    }),
  );
  return mutual(changed)
    .slice(0, CHANGES)
    .map((row) => {
      const old = earlier.get(shortOf(row));
      return {
        kind: "line" as const,
        line: lineView(row, words),
        ...(old === undefined ? {} : { before: old.state }),
        ...(old?.deadline == null || old.deadline === row.line.deadline
          ? {}
          : { beforeDay: formatInstant(old.deadline) }),
      };
    });
}
