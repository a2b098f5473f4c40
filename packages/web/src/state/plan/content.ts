import type { Plan, PlanField } from "@kelisim/api";
import { momentOf } from "../records/moment.ts";
import { readPoints } from "./points.ts";
import type { PlanKind, PlanValues } from "./values.ts";

/** What the node is asked about, written from what was typed. What is empty is left out: unknown is not zero. */
export function planOf(
  kind: PlanKind,
  values: PlanValues,
  more: {
    readonly points: string;
    readonly party: string | undefined;
    readonly to: string;
    readonly under: string;
    readonly timeZone: string;
  },
): Plan {
  const content: Record<string, unknown> = {};
  for (const field of kind.fields) {
    if (field.name === kind.place) continue;
    const value = written(field, values[field.name] ?? "", more.timeZone);
    if (value !== undefined) content[field.name] = value;
  }
  const points = kind.place === undefined ? [] : (readPoints(more.points) ?? []);
  const actor = kind.fields.find((field) => field.actor);
  const from = (actor === undefined ? undefined : values[actor.name]) || more.party;
  const to = listed(more.to);
  return {
    kind: kind.kind,
    content,
    ...(points.length === 0 ? {} : { points: points.map((each) => ({ ...each })) }),
    ...(from === undefined ? {} : { from }),
    ...(kind.form === "event" || to.length === 0 ? {} : { to: [...to] }),
    ...(more.under === "" ? {} : { under: more.under }),
  };
}

/** Ids joined by commas: "KAZ,KGZ". */
export const listed = (text: string): readonly string[] =>
  text
    .split(",")
    .map((each) => each.trim())
    .filter((each) => each !== "");

/** What is no number stays the text it is, so that the node says what is wrong, and where. */
function written({ type }: PlanField, text: string, timeZone: string): unknown {
  const typed = text.trim();
  if (typed === "") return undefined;
  switch (type) {
    case "count": {
      const plain = plainFigure(typed);
      return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : typed;
    }
    case "amount":
      return plainFigure(typed);
    case "money": {
      const [, amount = typed, currency = ""] = /^([\d\s.,]+?)\s*([A-Za-z]{3})$/.exec(typed) ?? [];
      return { amount: plainFigure(amount), currency: currency.toUpperCase() };
    }
    case "yes/no":
      return typed === "yes" ? true : typed === "no" ? false : typed;
    case "parties":
      return listed(typed);
    case "place":
      return readPoints(typed)?.[0] ?? typed;
    case "instant":
      return momentOf(typed, timeZone) ?? typed;
    default:
      return typed;
  }
}

/**
 * Groups of three digits may be set apart by spaces or commas ("36 000", "36,000"); a comma anywhere else means two
 * things, stays, and is asked about.
 */
export function plainFigure(typed: string): string {
  const bare = typed.replaceAll(/[\s\u00a0\u202f]/g, "");
  return /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(bare) ? bare.replaceAll(",", "") : bare;
}
