/** How sure a statement is. "high" only where a primary or secondary source confirms it. */
export type Confidence = "high" | "medium" | "low";
