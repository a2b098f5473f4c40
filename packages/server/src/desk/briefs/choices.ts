import type { BriefChoices } from "@kelisim/api";
import { CALCULATIONS } from "@kelisim/brief";
import type { Holdings } from "@kelisim/holdings";
import type { Region } from "@kelisim/model";

/** What can be put into a brief of a region: calculations, data sets held, claims and sources. */
export async function choicesOf(region: Region, holdings: Holdings): Promise<BriefChoices> {
  const { holdings: held } = await holdings.list();
  const datasets = new Map(
    held.map(({ producer, table }) => [
      `${table} ${producer.dataset}`,
      { id: producer.dataset, name: producer.name, table },
    ]),
  );
  const examples = examplesOf(region, [...datasets.values()]);
  return {
    calculations: Object.entries(CALCULATIONS)
      .filter(([id]) => id !== "evidence.claim")
      .map(([id, { takes }]) => ({
        id,
        takes: [...takes],
        ...(examples[id] === undefined ? {} : { example: examples[id] }),
      })),
    datasets: [...datasets.values()].sort((a, b) => (a.name < b.name ? -1 : 1)),
    claims: region.claims.map(({ id, claim }) => ({ id, text: claim })),
    sources: region.sources.map(({ id, title }) => ({ id, title })),
  };
}

/** Lines that can be asked here and now, made of the first rows of the region's tables. */
function examplesOf(
  region: Region,
  datasets: readonly { readonly id: string; readonly table: string }[],
): Readonly<Record<string, string>> {
  const flows = datasets.find(({ table }) => table === "flows");
  const trainings = datasets.find(({ table }) => table === "trainings");
  const [state, other] = region.focus;
  const programme = region.programmes.find(({ budget }) => budget !== undefined) ?? region.programmes[0];
  const [indicator] = region.indicators;
  const [threat] = region.threats;
  const [claim] = region.claims;
  const organisation = region.facts.find((fact) => fact.kind === "membership" && fact.party === state);
  const powers = region.powers.map(({ id }) => id).join(",");
  const money = flows === undefined ? undefined : `dataset=${flows.id} year=2019`;
  const all: Readonly<Record<string, string | undefined>> = {
    indicator: indicator && `indicator id=${indicator.id}`,
    "indicator.sum": indicator && `indicator.sum name="${indicator.indicator}" period=${indicator.period.text}`,
    "indicator.series": indicator && `indicator.series name="${indicator.indicator}" period=${indicator.period.text}`,
    "evidence.support": claim && `evidence.support id=${claim.id}`,
    "evidence.recommendations": claim && "evidence.recommendations",
    "evidence.printed": region.printed.length > 0 ? "evidence.printed" : undefined,
    "money.series": money && `money.series ${money} in=million digits=1`,
    "money.share": money && `money.share purpose=152 ${money}`,
    "money.delivery": money && `money.delivery ${money}`,
    "money.growth": money && `money.growth ${money}`,
    "money.concentration": money && `money.concentration ${money} top=10`,
    trainings: trainings && `trainings dataset=${trainings.id} by=year`,
    programmes: programme && `programmes donor=${programme.donors[0] ?? ""}`,
    "programmes.count": programme && `programmes.count donor=${programme.donors[0] ?? ""}`,
    "programmes.total": programme && `programmes.total ids=${programme.id}`,
    "programmes.budget": programme && `programmes.budget id=${programme.id}`,
    "programmes.ends": programme && "programmes.ends",
    coverage: threat && `coverage threat=${threat.id}`,
    "coverage.gaps": threat && `coverage.gaps threat=${threat.id}`,
    "institutions.membership":
      organisation?.kind === "membership"
        ? `institutions.membership organisation=${organisation.organisation} party=${state}`
        : undefined,
    "institutions.overlap": other && `institutions.overlap a=${state} b=${other}`,
    "institutions.centrality": state && `institutions.centrality party=${state}`,
    "powers.engagement": powers === "" ? undefined : `powers.engagement power=${powers} year=2024`,
  };
  return Object.fromEntries(Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined));
}
