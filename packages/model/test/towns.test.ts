import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { readRegion } from "../src/index.ts";

const REGION = `format: kelisim-region
version: 1
id: x
name: X
fictional: yes
time_zone: UTC
tables:
  towns: { coverage: complete, of: towns, as_of: 2026-11 }
`;
const HEAD = "name,lat,lon,kind,source,confidence";
const read = (...rows: readonly string[]) =>
  readRegion(
    new Map([
      ["region.yaml", REGION],
      ["towns.csv", `${[HEAD, ...rows].join("\n")}\n`],
    ]),
  );

describe("towns of a region", () => {
  it("are read with their place and what they are", () => {
    const { region } = read("Low Ford,-48,-124,town,invented,high");
    assert.deepEqual(
      region?.towns.map(({ name, kind, place }) => ({ name, kind, place })),
      [{ name: "Low Ford", kind: "town", place: { lat: -48, lon: -124 } }],
    );
  });

  for (const [name, row, said] of [
    ["a kind that is none", "A,1,2,village,invented,high", /kind/],
    ["half a place", "A,1,,city,invented,high", /lat/],
    ["a place on no globe", "A,91,2,city,invented,high", /90/],
    ["no source", "A,1,2,city,,high", /source/],
  ] as const)
    it(`${name} is refused with its line`, () => {
      const { region, problems } = read(row);
      assert.deepEqual(region?.towns ?? [], []);
      assert.ok(
        problems.some(({ file, line, message }) => file === "towns.csv" && line === 2 && said.test(message)),
        JSON.stringify(problems),
      );
    });

  it("one name stands once", () => {
    const { problems } = read("A,1,2,city,invented,high", "A,1,2,city,invented,high");
    assert.ok(problems.some(({ line, code }) => line === 3 && code === "table/repeated-row"));
  });
});
