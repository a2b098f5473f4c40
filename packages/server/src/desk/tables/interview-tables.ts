import type { Interviews } from "@kelisim/api";
import { interviewsAnswer } from "../evidence/interviews/answer.ts";
import type { TableDefinition, TableNeeds } from "./table.ts";

const OBEYS = ["sector", "country", "city", "code"];

/** The coded interviews of the asking body, as the screen narrows them; of a desk that speaks for nobody there are none. */
async function answerOf({ node, viewer, words, filters }: TableNeeds): Promise<Interviews> {
  const speaks = viewer.party !== "";
  const kept = speaks ? await node.store.as(viewer).interviews.list() : [];
  const by = speaks ? `${viewer.party}/${viewer.body}` : "";
  return interviewsAnswer(kept, filters, words, { mayAdd: false, by });
}

const counts = (list: Interviews["codes"]["items"][number]["bySector"]): string =>
  list.map(({ value, count }) => `${value}: ${count}`).join("; ");

/** How often each code was given, by sector and country. */
export const interviewCodesTable: TableDefinition = {
  id: "interview-codes",
  title: { en: "Codes of interviews", ru: "Коды интервью" },
  columns: ["code", "segments", "interviews", "by_sector", "by_country"],
  from: [],
  isOfBody: true,
  obeys: OBEYS,
  async rows(needs) {
    const { codes } = await answerOf(needs);
    return codes.items.map(({ code, segments, interviews, bySector, byCountry }) => ({
      code,
      segments,
      interviews,
      by_sector: counts(bySector),
      by_country: counts(byCountry),
    }));
  },
};

/** Segments on which coders differ. */
export const interviewDifferencesTable: TableDefinition = {
  id: "interview-differences",
  title: { en: "Segments on which coders differ", ru: "Отрывки, где кодировщики расходятся" },
  columns: ["interview", "segment", "coded", "excerpt"],
  from: [],
  isOfBody: true,
  obeys: OBEYS,
  async rows(needs) {
    const { agreement } = await answerOf(needs);
    return agreement.differences.map(({ interview, unit, codes, excerpt }) => ({
      interview,
      segment: unit,
      coded: codes.map(({ coder, code }) => `${coder}: ${code}`).join("; "),
      excerpt,
    }));
  },
};
