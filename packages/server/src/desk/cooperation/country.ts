import type { Country, CountryAgreement, CountryProgramme, CountryThreat } from "@kelisim/api";
import type { World } from "@kelisim/compare";
import { dayOf, formatDated, type Party, type Programme, translationOf } from "@kelisim/model";
import { mutual, type Words } from "@kelisim/words";
import type { Desk } from "../desk.ts";
import { lineView } from "../line-view.ts";
import { type Asked, standpointData } from "../standpoint.ts";
import type { View } from "../views.ts";
import { actorNamed, instrumentNamed, organisationName } from "./names.ts";
import { membershipFacts, relationsOf, yearsOf } from "./relations.ts";
import { coverageOf, disputesOf, type GeneralKnowledge, generalKnowledge, sourcedData } from "./sourced.ts";
import { standingData } from "./standing.ts";
import { undertakingsData } from "./undertakings.ts";
import { worldOf } from "./world.ts";

/** Everything that this view holds about one party. What it does not hold is said by the coverage of each table. */
export function countryData(view: View, asked: Asked, party: Party, now: number): Country {
  const { desk } = view;
  const { region } = desk;
  const words = desk.words(asked.language);
  const general = generalKnowledge(region.sources);
  const rest = { general, words };
  const facts = membershipFacts(view.facts, asked.knownAt);
  const own = facts.filter((fact) => fact.party === party.id);
  const world = worldOf(view, asked);
  const agreements = agreementsOf(world, party.id, asked, words, general);
  const programmes = region.programmes.filter(({ countries }) => countries.includes(party.id));
  const indicators = region.indicators.filter((row) => row.party === party.id);
  const claims = region.claims.filter((row) => namesParty(party, [row.claim, row.subject, row.object]));
  return {
    standpoint: standpointData({ ...asked, party: party.id }, desk),
    party: {
      id: party.id,
      name: words.names.party(party.id),
      kind: party.kind,
      ...(party.iso === undefined ? {} : { iso: party.iso }),
    },
    years: yearsOf(facts, region.focus, asked.today, dayOf(now, region.timeZone)),
    memberships: relationsOf(own, region.organisations, asked.today, rest).map(({ organisation, spells }) => ({
      organisation: { id: organisation, name: organisationName(desk, words, organisation) },
      spells,
    })),
    ...linesOf(view, asked, party.id, words),
    agreements,
    programmes: programmes.map((row) => programmeData(row, desk, words, general)),
    threats: threatsOf(desk, words, general, agreements, programmes),
    indicators: indicators.map((row) => ({
      id: row.id,
      indicator: row.indicator,
      period: row.period.text,
      ...(row.value === undefined ? {} : { value: row.value }),
      ...(row.unit === undefined ? {} : { unit: row.unit }),
      ...sourcedData(row, general),
    })),
    claims: claims.map((row) => ({
      id: row.id,
      claim: row.claim,
      ...(row.location === undefined ? {} : { location: row.location }),
      ...(row.period === undefined ? {} : { period: row.period.text }),
      ...(row.assessment === undefined ? {} : { assessment: row.assessment }),
      contradicts: [...row.contradicts],
      ...(row.check === undefined ? {} : { check: row.check }),
      ...sourcedData(row, general),
    })),
    undertakings: undertakingsData(
      desk,
      words,
      general,
      ({ by, to }) => by.includes(party.id) || to.includes(party.id),
    ),
    disputes: disputesOf(desk, [
      ...own,
      ...agreements.flatMap(({ standing }) => standing.rows),
      ...programmes,
      ...indicators,
      ...claims,
    ]),
    covered: view.covered,
    coverage: coverageOf(desk, TABLES),
  };
}

const TABLES = ["memberships", "status", "programmes", "threats", "indicators", "claims", "undertakings", "disputes"];

/** Whether a statement names the party: by name or short name as a word of its own, or by its id. */
function namesParty({ id, name, shortName }: Party, texts: readonly (string | undefined)[]): boolean {
  const names = [id, name, ...(shortName === undefined ? [] : [shortName])].filter((each) => each.length > 2);
  return texts.some((text) => text !== undefined && names.some((each) => hasWord(text, each)));
}

const isLetter = (text: string) => /^[\p{L}\p{N}]$/u.test(text);

function hasWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    if (!isLetter(text.charAt(at - 1)) && !isLetter(text.charAt(at + word.length))) return true;
  }
  return false;
}

function linesOf(view: View, asked: Asked, party: string, words: Words): Pick<Country, "owes" | "owed"> {
  const { asOf, knownAt, from, until } = asked;
  const board = view.ledger.board({ asOf, knownAt, from, until, party });
  const rows = mutual(words.rowsOf(board.lines)).filter(({ line }) => line.form === "duty");
  const lines = (standpoint: "owes" | "owed") =>
    rows.filter((row) => row.standpoint === standpoint).map((row) => lineView(row, words));
  return { owes: lines("owes"), owed: lines("owed") };
}

function agreementsOf(
  world: World,
  party: string,
  asked: Asked,
  words: Words,
  general: GeneralKnowledge,
): CountryAgreement[] {
  const named = world.setting.facts.flatMap((fact) =>
    fact.kind === "status" && fact.party === party ? [fact.instrument] : [],
  );
  return [...new Set(named)]
    .map((id) => {
      const instrument = world.instruments.get(id);
      return {
        id,
        name: words.names.instrument(id),
        ...(instrument === undefined ? {} : { form: instrument.kind }),
        standing: standingData(world, id, party, asked.today, { general, words }),
      };
    })
    .filter(({ standing }) => standing.state !== "no row" && standing.rows.some((row) => row.party === party))
    .sort((a, b) => a.name.localeCompare(b.name, words.language));
}

/** A programme as screens take it; its amount is that of the whole. */
export function programmeData(row: Programme, desk: Desk, words: Words, general: GeneralKnowledge): CountryProgramme {
  const { budget, backing } = row;
  return {
    id: row.id,
    name: row.name,
    donors: row.donors.map((id) => actorNamed(desk, words, id)),
    ...(row.implementers === undefined ? {} : { implementers: row.implementers }),
    ...(row.start === undefined ? {} : { start: formatDated(row.start) }),
    ...(row.end === undefined ? {} : { end: formatDated(row.end) }),
    ...(budget === undefined ? {} : { amount: budget.amount.toFixed(), currency: budget.currency }),
    ...(backing.budget === undefined
      ? {}
      : { amountSource: backing.budget.source, amountConfidence: backing.budget.confidence }),
    countries: row.countries.map((id) => actorNamed(desk, words, id)),
    ...(row.themes === undefined ? {} : { themes: row.themes }),
    ...sourcedData(row, general),
  };
}

/**
 * Threats of the region that an agreement binding this party, or a programme in it, speaks to. The table of threats
 * names no state: that one does not stand here says nothing about the country.
 */
function threatsOf(
  desk: Desk,
  words: Words,
  general: GeneralKnowledge,
  agreements: readonly CountryAgreement[],
  programmes: readonly Programme[],
): CountryThreat[] {
  const held = new Set(
    agreements
      .filter(({ standing }) => standing.state === "bound" || standing.state === "unverified")
      .map(({ id }) => id),
  );
  const title = translationOf(desk.region, words.language);
  const here = new Map(programmes.map(({ id, name }) => [id, title("programme", id) ?? name]));
  return desk.region.threats.flatMap((row): CountryThreat[] => {
    const bound = row.instruments.filter((id) => held.has(id));
    const paid = row.programmes.filter((id) => here.has(id));
    if (bound.length + paid.length === 0) return [];
    return [
      {
        id: row.id,
        name: title("threat", row.id) ?? row.name,
        category: title("category", row.category) ?? row.category,
        ...(row.definition === undefined
          ? {}
          : { definition: title("threat", row.id, "definition") ?? row.definition }),
        agreements: bound.map((id) => instrumentNamed(words, id)),
        programmes: paid.map((id) => ({ id, name: here.get(id) ?? id })),
        duties: row.duties.filter((id) => {
          const instrument = words.clauses.get(id)?.instrument.id;
          return instrument !== undefined && held.has(instrument);
        }),
        ...sourcedData(row, general),
      },
    ];
  });
}
