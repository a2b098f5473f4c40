import type { Clause } from "@kelisim/accord/program";
import type { Scenario } from "./scenario.ts";

/** A failing scenario in a few lines: what every program, fact and record of these tests shares is left out. */
export function printed({ input, questions }: Scenario): string {
  const programs = input.programs.flatMap(({ instruments }, place) =>
    instruments.flatMap(({ id, timeZone, monthEnd, sides, clauses }) => [
      `program ${place}: ${id} in ${timeZone}, month end ${monthEnd}, ${sides.map((side) => `${side.name} = ${side.members}`).join(", ")}`,
      ...clauses.map((clause) => `  ${clause.id} ${compact(bare(clause))}`),
    ]),
  );
  const lines = [
    ...programs,
    `us: ${input.us?.join(", ") || "nobody"}`,
    ...input.facts.map(({ source, confidence, ...fact }) => `fact ${compact(fact)}`),
    ...input.records.map(({ version, ...record }) => `record ${compact(record)}`),
    ...questions.map((question) => `question ${compact(question)}`),
  ];
  return `\n${lines.join("\n")}\n`;
}

function bare(clause: Clause): unknown {
  const { id, title, article, confidence, ...rest } = clause;
  return rest;
}

const INSTANTS = ["occurred", "recorded", "received", "known", "from", "until", "asOf", "knownAt", "opens"];
const DAYS = ["start", "end", "arrival", "day", "effectDate", "actDate", "provisionalFrom"];

function compact(value: unknown): string {
  const text = JSON.stringify(value, (key, inner: unknown) => {
    if (typeof inner !== "number") return isCoarse(inner) ? inner.text : inner;
    if (INSTANTS.includes(key) && Math.abs(inner) > 1e8)
      return Math.abs(inner) > 8e15 ? (inner < 0 ? "always" : "never") : new Date(inner).toISOString();
    return (DAYS.includes(key) || key === "from" || key === "to") && inner > 1000
      ? new Date(inner * 86_400_000).toISOString().slice(0, 10)
      : inner;
  });
  return text
    .replaceAll(/"(\w+)":/g, "$1: ")
    .replaceAll('"', "")
    .replaceAll("T00:00:00.000Z", "");
}

const isCoarse = (value: unknown): value is { readonly text: string } =>
  typeof value === "object" && value !== null && "precision" in value;
