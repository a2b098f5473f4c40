import { type CompileContext, contextOf } from "@kelisim/accord";
import type { Region } from "@kelisim/model";
import { geographyOf } from "./geography.ts";

/** What the checker may know of a region, its places read once. */
export function compileContext(region: Region): CompileContext {
  return contextOf(region, geographyOf(region));
}

/**
 * The same for texts that are being drafted: of an instrument of which no row of the status table speaks at all, nobody
 * knows yet whom it will bind. Every state may be.
 */
export function draftContext(region: Region): CompileContext {
  const context = compileContext(region);
  const named = new Set(region.facts.flatMap((fact) => (fact.kind === "status" ? [fact.instrument] : [])));
  const states = region.parties.flatMap((party) => (party.kind === "state" ? [party.id] : []));
  return {
    ...context,
    boundParties: (instrument) => (named.has(instrument) ? (context.boundParties?.(instrument) ?? []) : states),
  };
}
