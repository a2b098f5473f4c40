import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { run } from "../src/index.ts";

/** The moment at which all tests stand: 21 November 2026, 09:12 in the fixture's time zone. */
export const NOW = "2026-11-21T04:12:00Z";
export const COMMAND = fileURLToPath(new URL("../bin/kelisim.mjs", import.meta.url));
export const ROOT = fileURLToPath(new URL("../../..", import.meta.url));

/** Change `fictional` for what holds in real regions only. */
export const REGION = `format: kelisim-region
version: 1
id: testland
name: Testland
fictional: yes
time_zone: Asia/Tashkent
us: []
focus: [ALT, BER]
note: Invented for tests.
tables:
  sources: { coverage: complete, of: tests }
  parties: { coverage: complete, of: tests }
  status: { coverage: complete, of: tests }
`;

const PARTIES = `id,name,short_name,kind,iso,source,confidence,note
ALT,Altland,,state,,S001,high,
BER,Republic of Berg,Berg,state,,S001,high,
CUR,Curonia,,state,,S001,high,
DAL,Dalia,,state,,S001,high,
EST,Estuary,,state,,S001,high,
BUREAU,Bureau,,organ,,S001,high,
`;

const SOURCES = `id,title,kind,address,note
S001,Invented for the tests,test,,
`;

const STATUS = `instrument,party,act,act_date,effect_date,provisional_from,clauses,source,confidence,note
${["ALT", "BER", "CUR", "DAL", "EST"].map((party) => `PACT,${party},ratification,2019-01-01,2020-01-01,,,S001,high,`).join("\n")}
`;

const VOCABULARY = `# Words

\`\`\`accord
event Exercise "Military exercise" by host {
  host: party required;
  live: yes/no;
  kind: one of (land, air);
  personnel: count;
  place: place;
  volume: amount in million m3;
  partners: parties;
  cost: money;
  start: date;
  end: date
}
notice YearlyReport "Yearly report" { year: period required }
notice Invitation "Invitation to observe" { exercise: Exercise required }
notice Request "Request for clarification" { urgent: yes/no; about: text }
notice Reply "Reply" { answers: Request required }
\`\`\`
`;

const PACT = `# The pact

\`\`\`accord
instrument PACT "Pact of Testland"
  kind treaty
  signed 2019-01-01 at Altstadt
  time zone Asia/Tashkent
  source "invented"
  confidence high

duty PACT-01 "Report of the year" article "Art 1"
  every year
  each party must send YearlyReport r to every other party where r.year = period
  by 15 December
  channel "post (registered); courier"

duty PACT-02 "Invite observers" article "Art 2(1)"
  when Exercise e where e.live and e.personnel >= assume 9000 source "general knowledge" confidence medium
  e.host must send Invitation i to every other party where i.exercise = e
  no later than assume 30 days source "general knowledge" confidence medium before e.start

duty PACT-03 "Answer a request" article "Art 3"
  when Request r under PACT
  r.to must send Reply a to r.from where a.answers = r
  within 2 days of r.sent if r.urgent
  within 7 days of r.sent otherwise

right PACT-04 "May ask for an explanation" article "Art 4"
  every year
  each party may send Request q to every other party

limit PACT-05 "Exercises a year" article "Art 5"
  at most 1 Exercise e each calendar year for each e.host where e.live

standing PACT-06 "Good neighbours" article "Art 6"
  each party owes every other party
\`\`\`
`;

/** A region in a temporary folder; removed with \`remove()\`. */
export interface Fixture {
  readonly folder: string;
  /** Writes a file into the folder and gives its path. */
  file(name: string, content: string | Uint8Array): string;
  remove(): void;
}

export function createFixture(changes: Readonly<Record<string, string>> = {}): Fixture {
  const folder = mkdtempSync(join(tmpdir(), "kelisim-cli-"));
  const file = (name: string, content: string | Uint8Array) => {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    return path;
  };
  const files: Record<string, string> = {
    "region.yaml": REGION,
    "parties.csv": PARTIES,
    "sources.csv": SOURCES,
    "status.csv": STATUS,
    "vocabulary.accord.md": VOCABULARY,
    "instruments/PACT.accord.md": PACT,
    ...changes,
  };
  for (const [name, content] of Object.entries(files)) file(name, content);
  return { folder, file, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** A record as a line of JSON. */
export function recordLine(id: string, kind: string, fields: Record<string, unknown>): string {
  const occurred = "2026-11-10T06:00:00Z";
  return JSON.stringify({ id, kind, occurred, recorded: fields.occurred ?? occurred, ...fields });
}

export interface Result {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

const ENVIRONMENT = { KELISIM_NOW: NOW, COLUMNS: "100", LANG: "C.UTF-8", NO_COLOR: "", TERM: "xterm" };

/** Runs the real command as a process of its own. */
export function kelisim(
  args: readonly string[],
  options: { env?: Record<string, string>; cwd?: string; input?: string | Uint8Array; node?: readonly string[] } = {},
): Promise<Result> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...(options.node ?? []), COMMAND, ...args], {
      cwd: options.cwd ?? ROOT,
      env: { PATH: process.env.PATH, HOME: process.env.HOME, ...ENVIRONMENT, ...options.env },
    });
    let out = "";
    let err = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      out += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      err += text;
    });
    child.on("error", reject);
    child.on("close", (status) => resolve({ status, out, err }));
    child.stdin.on("error", () => {});
    child.stdin.end(options.input ?? "");
  });
}

/** Runs the same code inside the test's own process: for the many small cases. */
export async function inside(
  args: readonly string[],
  options: {
    folder?: string;
    input?: Uint8Array;
    environment?: Record<string, string>;
    terminal?: boolean;
    columns?: number;
  } = {},
): Promise<Result> {
  let out = "";
  let err = "";
  const status = await run(args, {
    print: async (text) => {
      out += text;
    },
    warn: (text) => {
      err += text;
    },
    input: (async function* () {
      if (options.input !== undefined) yield options.input;
    })(),
    environment: { ...ENVIRONMENT, ...options.environment },
    folder: options.folder ?? ROOT,
    terminal: options.terminal ?? false,
    columns: options.columns,
    now: Date.parse(NOW),
  });
  return { status, out, err };
}
