import type { Circle } from "@kelisim/api";

/** The circles of states, from narrow to wide. Only types come from the interface: schemas stay out of the browser. */
export const CIRCLES = ["focus", "near", "all"] as const satisfies readonly Circle[];

/** As the node counts it: rows for at least so many organisations make a state "near". */
export const NEAR_ORGANISATIONS = 3;
