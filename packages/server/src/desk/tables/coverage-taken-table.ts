import { coverageTaken } from "../coverage/taken.ts";
import { takenNeeds } from "../evidence/taken/sets.ts";
import type { TableDefinition } from "./table.ts";

/** Money taken in whose purpose was declared to speak to a threat; budgets of programmes stand in the table `coverage`. */
export const coverageTakenTable: TableDefinition = {
  id: "coverage-taken",
  title: { en: "Money taken in, by threat", ru: "Принятые средства по угрозам" },
  columns: [
    "threat",
    "threat_name",
    "country",
    "year",
    "dataset",
    "measure",
    "currency",
    "price_year",
    "amount",
    "rows",
    "undecided",
    "donors_count",
    "donors",
    "purpose",
    "source",
    "confidence",
  ],
  from: ["threats", "purposes"],
  obeys: ["dataset", "holdings", "year", "measure"],
  async rows({ node, view, words, filters }) {
    const { dataset, holdings, year, measure } = filters;
    const data = await coverageTaken(takenNeeds(node.holdings), view.desk, words, {
      ...(dataset ? { dataset } : {}),
      ...(holdings ? { holdings } : {}),
      ...(year && /^\d{4}$/.test(year) ? { year: Number(year) } : {}),
      ...(measure ? { measure } : {}),
    });
    const cells = data.cells.map(({ threat, country, sum, rows, undecided, donors }) => {
      const row = words.region.threats.find(({ id }) => id === threat);
      const rules = data.rules.filter((rule) => rule.threat === threat);
      return {
        threat,
        threat_name: row === undefined ? threat : words.names.threat(row),
        country,
        year: data.year,
        dataset: data.dataset,
        measure: data.basis?.measure,
        currency: data.basis?.currency,
        price_year: data.basis?.priceYear,
        amount: sum,
        rows,
        undecided: undecided.sum,
        donors_count: donors.length === 0 ? null : donors.length,
        donors: donors.map(({ id }) => id).join(" "),
        purpose: rules
          .map(({ codes, words: starts }) => [codes.join(" "), starts.join(" ")].filter(Boolean).join(": "))
          .join("; "),
        source: rules[0]?.source,
        confidence: rules[0]?.confidence,
      };
    });
    return { rows: cells, files: data.made?.inputs ?? [] };
  },
};
