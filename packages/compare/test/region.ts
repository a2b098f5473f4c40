import { compile } from "@kelisim/accord";
import { ALWAYS, type Fact, type MembershipFact, type Party, parseDated, type StatusFact } from "@kelisim/model";
import { type ComparisonSetting, createWorld, type World } from "../src/index.ts";

/** A made-up region for tests: five states, an organisation, an organ, two zones. */
export const PARTIES: readonly Party[] = [
  { id: "ALT", name: "Altland", kind: "state" },
  { id: "BER", name: "Berland", kind: "state" },
  { id: "CUR", name: "Curland", kind: "state" },
  { id: "DAL", name: "Dalland", kind: "state" },
  { id: "EST", name: "Estland", kind: "state" },
  { id: "RIVERS", name: "Organisation of the Rivers", kind: "organisation" },
  { id: "REGISTRY", name: "Registry", kind: "organ" },
];

export const VOCABULARY = `
event Exercise by host {
  host: party required; live: yes/no; place: place; personnel: count; tanks: count;
  activity: one of (exercise, landing); volume: amount in km; start: date; end: date
}
notice Notification { exercise: Exercise required }
notice Request { urgent: yes/no }
notice Answer { answers: Request required; closed: yes/no; originator: party }
event Visit by host { host: party required; request: Request; start: date }
notice VisitNotice { visit: Visit required }
notice YearlyReport { year: period required }
event Shot by state { state: party required; place: place }
`;

const date = (text: string) => {
  const read = parseDated(text);
  if (typeof read === "object" && "refusal" in read) throw new Error(text);
  return read;
};

/** A row of the status table. */
export function status(
  instrument: string,
  party: string,
  effect: string | undefined,
  more: Partial<Pick<StatusFact, "act" | "source" | "confidence" | "clauses">> & { acted?: string } = {},
): StatusFact {
  const { acted, ...rest } = more;
  return {
    kind: "status",
    id: `${instrument}:${party}:${more.act ?? "ratification"}:${effect ?? acted ?? ""}`,
    known: ALWAYS,
    instrument,
    party,
    act: "ratification",
    source: "register of treaties [S1]",
    confidence: "high",
    ...(acted === undefined ? {} : { actDate: date(acted) }),
    ...(effect === undefined ? {} : { effectDate: date(effect) }),
    ...rest,
  };
}

export function member(organisation: string, party: string, from: string | undefined, to?: string): MembershipFact {
  return {
    kind: "membership",
    id: `${organisation}:${party}:${from ?? ""}`,
    known: ALWAYS,
    organisation,
    party,
    status: "member",
    source: "register [S1]",
    confidence: "high",
    ...(from === undefined ? {} : { from: date(from) }),
    ...(to === undefined ? {} : { to: date(to) }),
  };
}

/** ALT and BER bound by both of the instruments ONE and TWO since 2001. */
export const BOUND: readonly Fact[] = ["ONE", "TWO"].flatMap((instrument) =>
  ["ALT", "BER"].map((party) => status(instrument, party, "2001-01-01")),
);

const head = (id: string, lines = "") => `
instrument ${id} "Instrument ${id}"
  kind treaty
  signed 2000-01-01
  zone Zone = places "${id === "ONE" ? "east" : "west"}"
  zone Common = places "common"
  source "register"
  ${lines}
`;

export const ON = Date.parse("2026-11-21T12:00:00Z");

/** Clauses of the instruments ONE and TWO as a world on 21 November 2026. Errors of the texts fail the test. */
export function world(
  one: string,
  two: string,
  facts: readonly Fact[] = BOUND,
  more: Partial<ComparisonSetting> & { readonly lines?: string; readonly on?: number } = {},
): World {
  const { lines, on, ...setting } = more;
  const text = `\`\`\`accord\n${VOCABULARY}${head("ONE", lines)}${one}\n${head("TWO", lines)}${two}\n\`\`\`\n`;
  const { program, problems } = compile([{ path: "test.accord.md", text }], {
    parties: PARTIES,
    zones: ["east", "west", "common"],
    memberships: ["RIVERS"],
    boundParties: () => PARTIES.map(({ id }) => id),
  });
  const errors = problems.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new Error(errors.map(({ message, line }) => `${line}: ${message}`).join("\n"));
  const sources = [
    { id: "S1", title: "register of treaties", kind: "treaty collection" },
    { id: "GK", title: "General knowledge", kind: "general knowledge" },
  ];
  return createWorld({ program, parties: PARTIES, facts, sources, ...setting }, on ?? ON);
}
