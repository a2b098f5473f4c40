import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { civilDay, type Dated, type Programme, parseDated, type Threat } from "@kelisim/model";
import { Big } from "big.js";
import { moneyBehind, type Task } from "../src/index.ts";

describe("money behind tasks", () => {
  const threat = (id: string, rest: Partial<Threat>): Threat => ({
    id,
    name: id,
    category: "c",
    instruments: [],
    programmes: [],
    duties: [],
    source: "S1",
    confidence: "high",
    ...rest,
  });
  const programme = (id: string, start: string, end: string | undefined, amount?: number): Programme => ({
    id,
    name: id,
    donors: [],
    countries: [],
    start: parseDated(start) as Dated,
    ...(end === undefined ? {} : { end: parseDated(end) as Dated }),
    ...(amount === undefined ? {} : { budget: { amount: new Big(amount), currency: "EUR" } }),
    backing: {},
    source: "S1",
    confidence: "high",
  });
  const programmes = [
    programme("paid", "2020", "2028", 5),
    programme("unpaid", "2020", "2028"),
    programme("endless", "2020", undefined, 9),
    programme("over", "2010", "2012", 7),
  ];
  const threats = [
    threat("T1", { duties: ["A-1"], programmes: ["paid", "over"] }),
    threat("T2", { duties: ["A-2"], programmes: ["unpaid", "endless"] }),
    threat("T3", { duties: ["A-3"], programmes: ["endless"] }),
    threat("T4", { duties: ["A-4"], programmes: ["over"] }),
    threat("T5", { instruments: ["B"], programmes: ["paid"] }),
  ];
  const tasks: readonly Task[] = [
    { id: "1", clause: "A-1a", instrument: "A" },
    { id: "2", clause: "A-2" },
    { id: "3", clause: "A-3" },
    { id: "4", clause: "A-4" },
    { id: "5", clause: "B-1", instrument: "B" },
    { id: "6", clause: "C-1", instrument: "C" },
    { id: "7" },
  ];
  const ask = (scope: "complete" | "partial") =>
    moneyBehind(tasks, threats, programmes, { day: civilDay(2026, 1, 1), scope }, []);

  it("goes by the clause, else by its agreement, to programmes under way on the day", () => {
    assert.deepEqual(
      ask("partial").value.map(({ task, through, state }) => [task, through, state]),
      [
        ["1", "clause", "budget known"],
        ["2", "clause", "budget not known"],
        ["3", "clause", "dates not known"],
        ["4", "clause", "none in our table"],
        ["5", "agreement", "budget known"],
        ["6", undefined, "no threat named"],
        ["7", undefined, "no threat named"],
      ],
    );
    assert.deepEqual(ask("partial").exclusions, [{ reason: "no clause says it", rows: 1 }]);
  });

  it("says none of a complete table only", () => {
    assert.equal(ask("complete").value[3]?.state, "none");
  });
});
