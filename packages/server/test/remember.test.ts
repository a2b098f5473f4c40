import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { BORDER_MANAGEMENT, evaluate, purposeShares } from "@kelisim/analysis";
import type { KeptHolding } from "@kelisim/holdings";
import { purposeCells } from "../src/observatory/purpose-cells.ts";
import { remember } from "../src/observatory/remember.ts";

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe("answers that hold for ever", () => {
  it("are worked out once, as long as there is room", async () => {
    const once = remember(100);
    let made = 0;
    const ask = (key: string, size: number) =>
      once(
        key,
        async () => {
          made += 1;
          return size;
        },
        (answer) => answer,
      );
    await Promise.all([ask("a", 40), ask("a", 40), ask("b", 40)]);
    await settled();
    assert.equal(made, 2);
    await ask("a", 40);
    await ask("c", 40);
    await settled();
    // b was asked for longest ago.
    await ask("a", 40);
    assert.equal(made, 3);
    await ask("b", 40);
    assert.equal(made, 4);
    // What would push out the others is not kept.
    await ask("large", 90);
    await settled();
    await ask("large", 90);
    await ask("b", 40);
    assert.equal(made, 6);
  });

  it("are asked again where they failed", async () => {
    const once = remember();
    let times = 0;
    const ask = () =>
      once(
        "x",
        async () => {
          times += 1;
          if (times === 1) throw new Error("away");
          return times;
        },
        () => 1,
      );
    await assert.rejects(ask(), /away/);
    await settled();
    assert.equal(await ask(), 2);
  });
});

describe("cells of a share", () => {
  it("have titles only where a rule needs them, and give the share that all titles give", async () => {
    const purposes = ["15110", "151", "15210", "12220", "998", "Health", null];
    const titles = ["Border posts", "Roads", null];
    const rows = purposes.flatMap((purpose, at) =>
      titles.map((title, place) => ({
        row: at * titles.length + place + 1,
        year: 2019,
        purpose,
        title,
        measure: "disbursement",
        currency: "USD",
        price_year: null,
        amount: String(2 ** (at * 3 + place)),
      })),
    );
    const selection = { table: "flows" as const, holdings: [] };
    const asked: string[][] = [];
    const cells = {
      async answer(question: { readonly where: readonly []; readonly by: readonly string[]; readonly sum?: string }) {
        asked.push([...question.by]);
        return { cells: evaluate({ ...selection, ...question }, rows), inputs: [], doubled: [] };
      },
      figure: (_key: unknown, _parts: unknown, make: () => Promise<never>) => make(),
    };
    const parts: readonly { readonly holding: KeptHolding }[] = [];
    const made = await purposeCells(cells as never, BORDER_MANAGEMENT, ["year"])([], parts);
    const share = (from: typeof made.cells) => purposeShares(from, BORDER_MANAGEMENT, ["year"], []).value;
    const whole = evaluate({ ...selection, where: [], by: ["year", "purpose", "title"], sum: "amount" }, rows);
    assert.deepEqual(share(made.cells), share(whole));
    assert.ok(made.cells.length < whole.length);
    assert.deepEqual(asked, [
      ["year", "purpose"],
      ["year", "purpose", "title"],
    ]);
  });
});
