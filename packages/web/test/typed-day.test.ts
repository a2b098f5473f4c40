import assert from "node:assert/strict";
import { it } from "node:test";
import { typedDay } from "../src/state/typed-day.ts";

for (const [text, locale, expected] of [
  ["2026-12-15", "en-GB", "2026-12-15"],
  ["2026-2-5", "en-GB", "2026-02-05"],
  ["15.12.2026", "ru", "2026-12-15"],
  ["15 Dec 2026", "en-GB", "2026-12-15"],
  ["15 dec. 2026", "en-GB", "2026-12-15"],
  ["15 December  2026", "en-GB", "2026-12-15"],
  ["15 декабря 2026 г.", "ru", "2026-12-15"],
  ["15 дек. 2026", "ru", "2026-12-15"],
  ["1 мая 2026", "ru", "2026-05-01"],
  ["1 марта 2026", "ru", "2026-03-01"],
  ["29.02.2026", "ru", undefined],
  ["12/11/2026", "en-GB", undefined],
  ["15 Xyz 2026", "en-GB", undefined],
  ["", "en-GB", undefined],
] as const)
  it(`"${text}" (${locale}) is ${expected ?? "no day"}`, () => assert.equal(typedDay(text, locale), expected));
