import { NEVER } from "@kelisim/model";
import type { Board, BoardLine, BoardQuestion } from "../board.ts";
import type { Line } from "../question.ts";
import type { ActorIndex } from "../records/actor-index.ts";
import type { View } from "../records/view.ts";
import { type Case, emptyCase } from "./case.ts";
import { Cases, type Wanted } from "./cases.ts";
import { limitCases } from "./limits.ts";
import { limitLine, lineOf, standingLine, undeterminedLines } from "./outcome.ts";
import { standingCases } from "./standing.ts";

type Standpoint = BoardLine["standpoint"];

/** Parties of an actor id as far as the id itself and the instruments tell. */
function actorParties(view: View, actor: string): readonly string[] {
  const colon = actor.indexOf(":");
  if (colon > 0) {
    const instrument = view.plan.instruments.get(actor.slice(0, colon));
    const side = instrument?.sides.find((s) => s.name === actor.slice(colon + 1));
    if (side) return side.members;
  }
  return actor.split("+");
}

/** Whether a dated line is kept; one outside the window is only counted. */
function placeOf(at: Case, { from, until }: BoardQuestion): "shown" | "earlier" | "later" | "closed" {
  if (at.state === "overdue" || at.state === "not received by us") return "shown";
  if (!Number.isNaN(at.deadline)) return at.deadline < from ? "earlier" : at.deadline > until ? "later" : "shown";
  // Without a date: what is open, and what was closed in the window.
  if (at.state === "open" || at.state === "upcoming" || at.state === "available") return "shown";
  const closedAt = at.performance >= 0 ? at.performedAt : Number.isNaN(at.waivedAt) ? at.arises : at.waivedAt;
  return closedAt >= from ? "shown" : "closed";
}

/** The board of a party, or of all. See `BoardQuestion`. */
export function boardOf(view: View, index: ActorIndex, question: BoardQuestion): Board {
  const cases = new Cases(view, question);
  const { party } = question;
  const collect = new Collector(view, question);
  const wantedRow = (instrument: string) => question.instrument === undefined || question.instrument === instrument;
  const visit = (at: Case) => {
    if (!wantedRow(at.row.instrument.id)) return;
    collect.take(at, cases);
  };

  if (party === undefined) cases.eachInTable(visit);
  else {
    const first = view.plan.rows[0];
    const at = first && emptyCase(first);
    index.catchUp();
    const actors: number[] = [];
    for (let actor = 0; actor < view.actors.size; actor++) {
      if (actorParties(view, view.actors.id(actor)).includes(party)) actors.push(actor);
    }
    for (const actor of actors) {
      // A duty between two of them stands in both lists.
      const isTaken = (end: number) => end < actor && actors.includes(end);
      /** Gives the moment from which the duty is there and performed; NaN: not yet, or not asked for. */
      const judge = (duty: number): number => {
        if (!at || !cases.load(duty, at) || isTaken(at.debtor) || isTaken(at.creditor)) return Number.NaN;
        if (!wantedRow(at.row.instrument.id)) return Number.NaN;
        cases.judge.judge(at);
        collect.take(at, cases);
        return at.performance >= 0 ? Math.max(at.performedAt, at.arises) : Number.NaN;
      };
      for (const duty of index.within(actor, question.from, question.until)) judge(duty);
      if (cases.judge.concludesNothing) collect.earlier += cases.countExisting(index.before(actor, question.from));
      else if (question.instrument !== undefined || !view.actors.isSingle(actor)) {
        for (const duty of index.before(actor, question.from)) judge(duty);
      } else {
        const settled = index.eachBefore(actor, question.from, question.asOf, judge);
        collect.earlier += settled;
      }
      collect.later += index.countAfter(actor, question.until);
    }
  }
  const wanted: Wanted | undefined =
    party === undefined
      ? undefined
      : (debtor, creditor) => debtor.members.includes(party) || creditor.members.includes(party);
  cases.eachElsewhere(visit, wanted, (row) => wantedRow(row.instrument.id));
  const lines = collect.lines();
  for (const limit of limitCases(view, question, { party })) {
    collect.add(lines, limitLine(limit, question), limit.members, []);
  }
  for (const standing of standingCases(view, question, wanted)) {
    collect.add(lines, standingLine(standing, question), standing.debtor.members, standing.creditor.members);
  }
  return {
    question,
    lines: grouped(lines.filter(({ line }) => wantedRow(line.instrument) && isAskedState(line, question))),
    undetermined: undeterminedLines(cases).filter(({ instrument }) => wantedRow(instrument)),
    left: { earlier: collect.earlier, later: collect.later },
  };
}

function isAskedState(line: Line, { states }: BoardQuestion): boolean {
  return states === undefined || states.includes(line.state);
}

interface Placed {
  readonly line: Line;
  readonly standpoint: Standpoint;
}

class Collector {
  readonly #view: View;
  readonly #question: BoardQuestion;
  readonly #placed: Placed[] = [];
  earlier = 0;
  later = 0;

  constructor(view: View, question: BoardQuestion) {
    this.#view = view;
    this.#question = question;
  }

  /** Keeps a judged case if it belongs on the board. */
  take(at: Case, cases: Cases): void {
    const standpoint = this.#standpoint(at, cases);
    if (standpoint === undefined) return;
    const place = placeOf(at, this.#question);
    if (place === "shown") this.#placed.push({ line: lineOf(this.#view, at), standpoint });
    else if (place === "earlier") this.earlier++;
    else if (place === "later") this.later++;
  }

  #standpoint(at: Case, cases: Cases): Standpoint | undefined {
    const { party } = this.#question;
    if (party === undefined) return "neither";
    const holds = (actor: number) =>
      cases.performances.members(actor, at).some((member) => this.#view.actors.id(member) === party);
    if (holds(at.debtor)) return "owes";
    return holds(at.creditor) ? "owed" : undefined;
  }

  lines(): Placed[] {
    return this.#placed;
  }

  /** Adds a line that is not a case: a limit or a standing clause. */
  add(lines: Placed[], line: Line, debtors: readonly string[], creditors: readonly string[]): void {
    const { party } = this.#question;
    if (party === undefined) lines.push({ line, standpoint: "neither" });
    else if (debtors.includes(party)) lines.push({ line, standpoint: "owes" });
    else if (creditors.includes(party)) lines.push({ line, standpoint: "owed" });
  }
}

/** All of a line but its two ends, as text: lines that are the same in it are shown as one. */
function sameness(line: Line): string {
  return [
    line.clause,
    line.version,
    line.subject,
    line.period,
    line.group,
    line.state,
    line.reason,
    line.arises,
    line.deadline,
    line.notBefore,
    line.performance,
    line.performedAt,
    line.waivedAt,
    line.value,
    line.amount,
    line.unverified,
  ].join("\n");
}

/** Takes lines together that differ only in the other end of the pair, and puts them in order. */
function grouped(placed: readonly Placed[]): readonly BoardLine[] {
  const groups = new Map<
    string,
    { line: Line; standpoint: Standpoint; debtors: Set<string>; creditors: Set<string> }
  >();
  for (const { line, standpoint } of placed) {
    const { debtor, creditor } = line;
    const key = `${standpoint}\n${standpoint === "owed" ? creditor : debtor}\n${sameness(line)}`;
    const group = groups.get(key);
    if (group) {
      group.debtors.add(debtor);
      if (creditor !== "") group.creditors.add(creditor);
    } else {
      const creditors = new Set(creditor === "" ? [] : [creditor]);
      groups.set(key, { line, standpoint, debtors: new Set([debtor]), creditors });
    }
  }
  const lines = [...groups.values()].map(({ line, standpoint, debtors, creditors }): BoardLine => {
    const { debtor: _debtor, creditor: _creditor, ...same } = line;
    return { ...same, standpoint, debtors: [...debtors].sort(), creditors: [...creditors].sort() };
  });
  const byText = (a = "", b = "") => (a < b ? -1 : a > b ? 1 : 0);
  return lines.sort(
    (a, b) =>
      (a.deadline ?? NEVER) - (b.deadline ?? NEVER) ||
      byText(a.clause, b.clause) ||
      byText(a.debtors[0], b.debtors[0]) ||
      byText(a.subject, b.subject) ||
      byText(a.creditors[0], b.creditors[0]),
  );
}
