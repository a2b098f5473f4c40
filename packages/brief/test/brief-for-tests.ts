import { civilDay, type Indicator, type Source } from "@kelisim/model";
import {
  answerCall,
  type BoundBrief,
  bindBrief,
  callKey,
  callsOf,
  type FigureSources,
  readBrief,
} from "../src/index.ts";

const indicator = (id: string, value: string | undefined, unit = "million EUR"): Indicator => ({
  id,
  party: "KAZ",
  indicator: "EU funds",
  period: { text: "2007-2010" } as Indicator["period"],
  ...(value === undefined ? {} : { value }),
  unit,
  source: "S002",
  confidence: "high",
});

/** Invented figures: A is 44 million EUR, B 55 million EUR, C unknown, D a word, E of another unit. */
export const REGION: FigureSources["region"] = {
  id: "testland",
  name: "Testland",
  indicators: [
    indicator("A", "44"),
    indicator("B", "55"),
    indicator("C", undefined),
    indicator("D", "Not free", ""),
    indicator("E", "7", "rank"),
  ],
  claims: [],
  codings: [],
  decisions: [],
  disputes: [],
  facts: [],
  focus: ["KAZ"],
  organisations: [],
  parties: [],
  printed: [],
  programmes: [],
  sources: [],
  tables: [],
  threats: [],
  translations: new Map(),
  undertakings: [],
};

/** The day of tests: 22 November 2026. */
export const TODAY = civilDay(2026, 11, 22);

export const SOURCES: readonly Source[] = [
  { id: "S002", title: "SEnECA Policy Paper No. 10", kind: "policy paper", address: "https://doi.org/10.17185/48492" },
  { id: "S201", title: "TASS, item 687141 & more", kind: "press", address: "tass.com 687141" },
  { id: "S300", title: "Закон Республики Казахстан № 57-I", kind: "law" },
];

export const FRONT = "---\ntitle: Funds\n---\n";

/** A brief read and bound; problems in one line each, "line:column severity code message". */
export async function boundOf(
  text: string,
): Promise<{ readonly bound: BoundBrief; readonly problems: readonly string[] }> {
  const { brief, problems } = readBrief(text);
  const answers = new Map();
  for (const call of callsOf(brief))
    answers.set(callKey(call), await answerCall(call, { region: REGION, today: TODAY }));
  const { bound, problems: more } = bindBrief(brief, answers, SOURCES);
  const said = [...problems, ...more].map(
    ({ line, column, severity, code, message }) => `${line}:${column} ${severity} ${code} ${message}`,
  );
  return { bound, problems: said };
}
