import { type Clause, MONTHS } from "@kelisim/accord/program";

const UNITS = ["minute", "hour", "day", "working day", "week", "month", "year"];
/**
 * The figures of a clause that no source we hold confirms, as the summary writes them: "25,000", "10 days",
 * "15 December". Found in the prose beside the clause they are marked there too.
 */
export function unverifiedFigures(clause: Clause): readonly string[] {
  const found = new Set<string>();
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) for (const each of value) walk(each);
    if (typeof value !== "object" || value === null) return;
    const holder = value as Readonly<Record<string, unknown>>;
    if ("assumed" in holder) for (const figure of figuresOf(holder)) found.add(figure);
    if ("amountAssumed" in holder) for (const figure of figuresOf({ value: holder.amount })) found.add(figure);
    for (const inner of Object.values(holder)) walk(inner);
  };
  walk(clause);
  return [...found];
}

function figuresOf(holder: Readonly<Record<string, unknown>>): readonly string[] {
  const { value, unit, month, day, amount } = holder;
  if (typeof unit === "string" && UNITS.includes(unit)) return [`${value} ${unit}s`, `${value} ${unit}`];
  if (typeof month === "number" && typeof day === "number") return [`${day} ${MONTHS[month - 1]}`];
  const scalar = (typeof value === "object" ? value : amount) as { readonly value?: unknown } | null | undefined;
  const number = Number(scalar?.value ?? Number.NaN);
  // A small number stands for too much else in a sentence to be marked wherever it is met.
  return Number.isFinite(number) && number >= 10 ? [number.toLocaleString("en")] : [];
}
