import { compileBrief } from "@kelisim/brief/compile";
import type { PrintAsked, PrintTold } from "./printer.ts";

/** Prints briefs for its parent, one after the other: setting a paper takes seconds in which nobody else would be heard. */
process.on("message", async ({ id, bound, output }: PrintAsked) => {
  let told: PrintTold;
  try {
    const made = await compileBrief(bound, output);
    told = "problems" in made ? { id, problems: made.problems } : { id, file: made };
  } catch (error) {
    told = { id, failed: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
  process.send?.(told);
});
// Whoever asked is gone.
process.on("disconnect", () => process.exit(0));
