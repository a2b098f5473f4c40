import type { KeptHolding } from "../folder/kept-holding.ts";

/** Said where nobody saw the terms of a producer: silence is no permission. */
export const TERMS_NOT_SEEN = "terms of the producer not seen";

/** Columns of a file in which each row says whose it is, of when, and on which terms. */
export const ABOUT_COLUMNS = ["dataset", "vintage", "holding", "citation", "licence", "caveats"] as const;
export type AboutHolding = Readonly<Record<(typeof ABOUT_COLUMNS)[number], string>>;

/** What stands in every row, so that it survives sorting, filtering and copying (docs/decisions, what a CSV says of itself). */
export function aboutHolding({
  id,
  producer,
  vintage,
}: Pick<KeptHolding, "id" | "producer" | "vintage">): AboutHolding {
  return {
    dataset: producer.name,
    vintage,
    holding: id,
    citation: producer.citation,
    licence: producer.licence ?? TERMS_NOT_SEEN,
    caveats: producer.caveats.join(" "),
  };
}
