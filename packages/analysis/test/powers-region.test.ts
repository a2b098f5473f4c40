import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { civilDay, type Dated, type EngagementCode, isRefusal, parseDated, type TimelineEvent } from "@kelisim/model";
import fc from "fast-check";
import {
  type Belonging,
  type Engagement,
  engagementCounts,
  engagementsOfBelonging,
  engagementsOfEvents,
  engagementsOfProgrammes,
  engagementsOfRows,
  trainingTotals,
} from "../src/index.ts";

const date = (text: string): Dated => {
  const read = parseDated(text);
  if (isRefusal(read)) throw new Error(text);
  return read;
};
const code = (of: EngagementCode["of"], id: string, kind: EngagementCode["kind"]): EngagementCode => ({
  of,
  id,
  kind,
  source: "[S1]",
  confidence: "medium",
});
const event = (id: string, what: string, actors: readonly string[], at: string, end?: string): TimelineEvent => ({
  id,
  what,
  actors,
  date: date(at),
  ...(end === undefined ? {} : { end: date(end) }),
  recorded: civilDay(2026, 11, 22),
  title: id,
  source: "[S1]",
  confidence: "high",
});
const ASKED = { powers: ["RUS", "CHN"], states: ["KAZ", "KGZ"] };
const counted = (engagements: readonly Engagement[], ...years: readonly number[]) =>
  engagementCounts(engagements, { ...ASKED, years }, []).value.map(({ power, state, year, kind, count, perhaps }) => [
    power,
    state,
    year,
    kind,
    count,
    perhaps,
  ]);

describe("engagements of the tables of a region", () => {
  it("an end that nobody tells is certain as long as a source tells of it, and perhaps after", () => {
    const rows = engagementsOfRows([
      {
        id: "base",
        power: "RUS",
        states: ["KGZ"],
        kind: "base",
        title: "Base",
        from: date("2003-10-23"),
        seen: date("2021"),
        source: "[S1]",
        confidence: "medium",
      },
    ]);
    assert.deepEqual(
      counted(rows, 2002, 2003, 2021, 2022).map(([, , year, , count, perhaps]) => [year, count, perhaps]),
      [
        [2003, 1, 0],
        [2021, 1, 0],
        [2022, 0, 1],
      ],
    );
  });

  it("events are coded by their id, else by their word; members of an organisation only may have come", () => {
    const events = [
      event("E1", "exercise", ["RUS", "KAZ"], "2010-09-09", "2010-09-25"),
      event("E2", "exercise", ["SCO"], "2021-09"),
      event("E3", "summit", ["RUS", "KAZ"], "2012"),
      event("E4", "rally", ["RUS", "KGZ"], "2012"),
      event("E5", "exercise", ["RUS", "KGZ"], "2013"),
      event("E6", "exercise", ["RUS", "CHN"], "2013"),
    ];
    const codes = [code("what", "exercise", "training"), code("what", "summit", "none"), code("event", "E5", "aid")];
    const membersOn = (organisation: string) => (organisation === "SCO" ? ["CHN", "KAZ"] : []);
    const { engagements, uncoded, none } = engagementsOfEvents(events, codes, { ...ASKED, membersOn });
    assert.deepEqual([uncoded, none], [["E4"], ["E3"]]);
    // The exercise of two powers is none with a state.
    assert.deepEqual(counted(engagements, 2010, 2013, 2021), [
      ["RUS", "KAZ", 2010, "training", 1, 0],
      ["RUS", "KGZ", 2013, "aid", 1, 0],
      ["CHN", "KAZ", 2021, "training", 0, 1],
    ]);
  });

  it("programmes that the coding calls none are told apart from those that it does not name", () => {
    const programme = (id: string) => ({
      id,
      name: id,
      donors: ["RUS"],
      countries: ["KAZ"],
      start: date("2010"),
      end: date("2010"),
      backing: {},
      source: "[S1]",
      confidence: "high" as const,
    });
    const { engagements, uncoded, none } = engagementsOfProgrammes(
      ["a", "b", "c"].map(programme),
      { a: "aid", b: "none" },
      ["RUS"],
    );
    assert.deepEqual([engagements.length, uncoded, none], [1, ["c"], ["b"]]);
  });

  it("what two belong to lasts from the later beginning to the earlier end", () => {
    const row = (party: string, from: string, to?: string, full = true): Belonging => ({
      of: "X",
      party,
      from: date(from),
      ...(to === undefined ? {} : { to: date(to) }),
      full,
      source: `[${party}]`,
    });
    const rows = [row("RUS", "2000"), row("KAZ", "2005", "2008-07-01"), row("KGZ", "2009", undefined, false)];
    const all = engagementsOfBelonging(rows, () => "treaty", { ...ASKED, seen: date("2010") });
    assert.deepEqual(
      all.map(({ id, from, to, doubtful }) => [id, from === undefined, to, doubtful]),
      [
        // The last day on which it held is the one before the first on which it did not.
        ["X:RUS:KAZ", false, civilDay(2008, 6, 30), undefined],
        ["X:RUS:KGZ", false, undefined, true],
      ],
    );
    assert.deepEqual(counted(all, 2004, 2005, 2008, 2009, 2011), [
      ["RUS", "KAZ", 2005, "treaty", 1, 0],
      ["RUS", "KAZ", 2008, "treaty", 1, 0],
      ["RUS", "KGZ", 2009, "treaty", 0, 1],
      ["RUS", "KGZ", 2011, "treaty", 0, 1],
    ]);
  });

  it("several rows on one engagement count once, in any order", () => {
    const row = (from: string, doubtful: boolean): Engagement => ({
      id: "organisation:X:RUS:KAZ",
      power: "RUS",
      state: "KAZ",
      kind: "dialogue",
      from: date(from),
      to: date("2012"),
      ...(doubtful ? { doubtful } : {}),
      source: "[S1]",
    });
    const rows = [row("2010", true), row("2010-05", false), row("2011", true)];
    fc.assert(
      fc.property(fc.shuffledSubarray(rows, { minLength: 3 }), (shuffled) => {
        assert.deepEqual(counted(shuffled, 2011), [["RUS", "KAZ", 2011, "dialogue", 1, 0]]);
      }),
    );
  });

  it("lines of training are summed by state and year; people that a line does not give are left out", () => {
    const cell = (party: string, rows: number, without: number, sum?: string) => ({
      by: { provider: "USA", party, year: 2012 },
      rows,
      without,
      ...(sum === undefined ? {} : { sum }),
    });
    const { value, exclusions } = trainingTotals([cell("KGZ", 3, 1, "7"), cell("KAZ", 2, 2)], []);
    assert.deepEqual(value, [
      { power: "USA", state: "KGZ", year: 2012, lines: 3, people: "7" },
      { power: "USA", state: "KAZ", year: 2012, lines: 2 },
    ]);
    assert.equal(exclusions[0]!.rows, 3);
  });
});
