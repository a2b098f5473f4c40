import type { Call } from "./document.ts";

/** What tells two calculations apart. */
export const callKey = ({ calculation, arguments: given }: Call): string => JSON.stringify([calculation, given]);
