import { figuresOfIndicators, figuresSideBySide } from "@kelisim/analysis";
import type { Evidence } from "@kelisim/api";
import type { Indicator } from "@kelisim/model";
import { proofOf, wholeTables } from "../../proof.ts";
import { sourcedData } from "../cooperation/sourced.ts";
import type { EvidenceNeeds } from "./claims.ts";

/** The region's indicators, all figures of one indicator, state and period beside each other. */
export function figuresData(needs: EvidenceNeeds): Evidence["indicators"] {
  const { region, words } = needs;
  const inputs = wholeTables(region, ["indicators"]);
  const made = figuresSideBySide(figuresOfIndicators(region.indicators, inputs[0]!.vintage), {}, inputs);
  const items = made.value.map(({ indicator, party, period, state }) => ({
    indicator,
    party: { id: party, name: words.names.party(party) },
    period,
    state,
    figures: region.indicators
      .filter((row) => row.indicator === indicator && row.party === party && row.period.text === period)
      .map((row) => figureOf(row, needs)),
  }));
  return { items, made: proofOf(made, words.language) };
}

const figureOf = (row: Indicator, { general }: EvidenceNeeds) => ({
  id: row.id,
  ...(row.value === undefined ? {} : { value: row.value }),
  ...(row.unit === undefined ? {} : { unit: row.unit }),
  ...sourcedData(row, general),
});
