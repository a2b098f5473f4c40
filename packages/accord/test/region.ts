import { readFileSync } from "node:fs";
import { type Compilation, type CompileContext, compile } from "../src/index.ts";

/** A made-up region for tests: four states, an organisation, an organ, one zone. */
export const REGION: CompileContext = {
  parties: [
    { id: "ALT", name: "Altland", kind: "state" },
    { id: "BER", name: "Berland", kind: "state" },
    { id: "CUR", name: "Curland", kind: "state" },
    { id: "DAL", name: "Dalland", kind: "state" },
    { id: "RIVERS", name: "Organisation of the Rivers", kind: "organisation" },
    { id: "REGISTRY", name: "Registry", kind: "organ" },
  ],
  zones: ["border-zone"],
  calendars: ["Altland"],
  memberships: ["RIVERS"],
  boundParties: () => ["ALT", "BER", "CUR", "DAL"],
  sampleInZone: (zone) => (zone === "border-zone" ? { lat: 43.2, lon: 80.1 } : undefined),
  boundSince: () => 12_000,
};

export function compileText(text: string, path = "test.accord.md"): Compilation {
  return compile([{ path, text }], REGION);
}

/** A vocabulary and an instrument for short examples. */
export const VOCABULARY = `\`\`\`accord
event Exercise by host {
  host: party required; live: yes/no; place: place; personnel: count max 100000; activity: one of (exercise, landing);
  volume: amount in million m3; start: date; end: date
}
notice Request { urgent: yes/no; about: text; place: place }
notice Answer { answers: Request; exercise: Exercise; year: period }
notice Report { year: period; personnel: count max 50 }

instrument TEST "Test"
  kind treaty
  signed 1996-04-26
  sides Upper = {ALT}, Lower = {BER, CUR}
  zone Zone = places "border-zone"
  source "test"
\`\`\`
`;

/** Compiles a clause (or several) of the instrument TEST. */
export function compileClause(clause: string): Compilation {
  return compileText(`${VOCABULARY}\n\`\`\`accord\n${clause}\n\`\`\`\n`);
}

/** The language reference of this project. */
export function languageReference(): string {
  return readFileSync(new URL("../../../docs/language.md", import.meta.url), "utf8");
}
