import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { before, describe, it } from "node:test";
import type { Board, Ledger } from "@kelisim/duties";
import { endOfDay, namesClause, parseDated, startOfDay, timelineRecords } from "@kelisim/model";
import {
  compareDated,
  compareInstruments,
  type GoldenBoard,
  readDated,
  shownDated,
  standings,
} from "./golden-boards/golden.ts";
import { groups } from "./golden-boards/groups.ts";
import { ledgerFor, type OpenRegion, openRegion } from "./open-region.ts";

/*
 * What a party owes on a day, against what was derived by hand from the fact base. Every file of golden-boards/ that
 * is named after a party holds its boards.
 */

const DAYS_AHEAD = 400;
const LAST_KNOWN = "2026-11-22";
const folder = new URL("./golden-boards/", import.meta.url);
const files = readdirSync(folder).filter((file) => file.endsWith(".ts") && !["golden.ts", "groups.ts"].includes(file));
const all: GoldenBoard[] = [];
for (const file of files) {
  const { boards } = (await import(new URL(file, folder).href)) as { readonly boards?: readonly GoldenBoard[] };
  assert.ok(boards !== undefined && boards.length > 0, `${file} exports no boards`);
  all.push(...boards);
}

/** What was found different, one a line under the title of the board. */
function assertSame(differences: readonly string[], title: string): void {
  if (differences.length > 0) assert.fail(`${title}\n  ${differences.join("\n  ")}`);
}

describe("the comparison of a golden board", () => {
  const row = "DRUG-01  2026-Q4  INCB  2027-01-31  upcoming";
  const exchange = "VD2011-01  2026  VD2011 -RUS (55)  2026-12-15  upcoming";
  const read = (text: string) => readDated(text, "UZB");

  it("says what is missing, what is too much, and which creditors differ", () => {
    assert.deepEqual(compareDated(read(`${row}\n${exchange}`), read(`${exchange}\n${row}`)), []);
    assert.deepEqual(compareDated(read(row), []), ["missing:   DRUG-01  2026-Q4  UZB  2027-01-31  upcoming  to INCB"]);
    assert.deepEqual(compareDated([], read(row)), ["too much:  DRUG-01  2026-Q4  UZB  2027-01-31  upcoming  to INCB"]);
    assert.deepEqual(compareDated(read(exchange), read(exchange.replace("-RUS (55)", "-KAZ"))), [
      "creditors: VD2011-01  2026  UZB  2026-12-15  upcoming  misses KAZ",
      "creditors: VD2011-01  2026  UZB  2026-12-15  upcoming  has too many: RUS",
    ]);
    for (const other of [row.replace("-31", "-30"), row.replace("upcoming", "open"), `${row}  unverified`])
      assert.equal(compareDated(read(row), read(other)).length, 2, other);
  });

  it("refuses a row that is written wrongly", () => {
    assert.throws(() => read("DRUG-01  2026-Q4  INCB  2027-01-31"), /cannot read the row/);
    assert.throws(() => read("DRUG-01  2026-Q4  INCB  31 January  upcoming"));
    assert.throws(() => read(exchange.replace("55", "56")), /are 55/);
    assert.throws(() => read(exchange.replace("-RUS", "-CHN")), /-CHN is in no group/);
  });

  it("says which instrument stands otherwise", () => {
    const golden: GoldenBoard = {
      party: "UZB",
      asOf: "2026-11-22",
      dated: "",
      bound: "CWC UNTOC",
      unverified: "",
      absent: {},
    };
    assert.deepEqual(
      compareInstruments(
        golden,
        new Map([
          ["CWC", "unverified"],
          ["ATT", "bound"],
        ]),
      ),
      [
        "CWC: bound expected, unverified shown",
        "UNTOC: bound expected, no line shown",
        "ATT: too much, shown as bound",
      ],
    );
  });
});

describe("golden boards of Central Asia", () => {
  let open: OpenRegion;
  let ledger: Ledger;
  before(async () => {
    open = await openRegion("central-asia");
    ledger = ledgerFor(open, open.region.us);
    ledger.appendFacts(open.facts);
    ledger.append([...timelineRecords(open.region.timeline, open.region.timeZone), ...open.records]);
  });

  const dayOf = (text: string): number => {
    const day = parseDated(text);
    assert.ok(typeof day === "number", `${text} is no day`);
    return day;
  };

  function boardOf({ party, asOf }: GoldenBoard): Board {
    const zone = open.region.timeZone;
    const day = dayOf(asOf);
    return ledger.board({
      asOf: endOfDay(day, zone),
      knownAt: endOfDay(dayOf(LAST_KNOWN), zone),
      from: startOfDay(day, zone),
      until: endOfDay(day + DAYS_AHEAD, zone),
      party,
    });
  }

  it("are told apart by party and day", () => {
    assert.ok(all.length >= 30, `only ${all.length} boards`);
    assert.equal(new Set(all.map(({ party, asOf }) => `${party} ${asOf}`)).size, all.length);
    assert.equal(groups.VD2011?.length, 57);
  });

  for (const golden of all) {
    const { party, asOf, absent, excluded } = golden;
    const title = `${party} on ${asOf}`;

    it(`${title}: every dated line, no more and no less`, () => {
      const { lines } = boardOf(golden);
      assertSame(compareDated(readDated(golden.dated, party), shownDated(lines)), title);
    });

    it(`${title}: which instruments bind it`, () => {
      const shown = standings(boardOf(golden).lines);
      assertSame(compareInstruments(golden, shown), title);
    });

    it(`${title}: what it does not owe`, () => {
      const { instruments } = open.compilation.program;
      const own = boardOf(golden).lines.filter((line) => line.standpoint === "owes");
      const differences = Object.entries(absent).flatMap(([id, why]) => {
        const clauses = instruments.flatMap((instrument) =>
          instrument.clauses.filter((clause) => instrument.id === id || clause.id === id),
        );
        if (clauses.length === 0) return [`${id} is no instrument or clause with anything to owe`];
        const ids = new Set(clauses.map((clause) => clause.id));
        const found = own.filter((line) => ids.has(line.clause));
        return found.map((line) => `too much: ${line.clause} ${line.period ?? ""} (${line.state}), though ${why}`);
      });
      assertSame(differences, title);
    });

    if (excluded)
      it(`${title}: what it took out itself`, () => {
        const day = dayOf(asOf);
        const reservations = open.facts.flatMap((fact) =>
          fact.kind === "reservation" && fact.party === party && typeof fact.from === "number" && fact.from <= day
            ? fact.clauses
            : [],
        );
        const missing = Object.entries(excluded).filter(
          ([id]) => !reservations.some((listed) => namesClause(listed, id)),
        );
        assertSame(
          missing.map(([id, why]) => `missing: ${id} is not taken out, though ${why}`),
          title,
        );
      });
  }
});
