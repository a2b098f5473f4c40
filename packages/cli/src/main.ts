import { cwd } from "node:process";
import { EXIT, type Io } from "./io.ts";
import { harmless } from "./look/harmless.ts";
import { run } from "./run.ts";
import { texts } from "./texts/index.ts";

/** A reader that closes early (`| head`) has what it wanted: end quietly. */
function quietOnClosedPipe(error: Error): void {
  if ("code" in error && error.code === "EPIPE") process.exit(EXIT.fine);
  throw error;
}

function reportBug(error: unknown): void {
  const what = error instanceof Error ? `${error.name}: ${error.message.split("\n")[0]}` : String(error);
  process.stderr.write(`kelisim: ${texts.internalError(what)}\n${texts.sendThis}\n`);
  if (process.env.KELISIM_DEBUG) process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(EXIT.bug);
}

process.stdout.on("error", quietOnClosedPipe);
process.stderr.on("error", quietOnClosedPipe);
process.on("uncaughtException", reportBug);

const pretended = Date.parse(process.env.KELISIM_NOW ?? "");

const io: Io = {
  print: (text) =>
    new Promise((resolve) => {
      if (process.stdout.write(text)) resolve();
      else process.stdout.once("drain", () => resolve());
    }),
  warn: (text) => {
    process.stderr.write(text);
  },
  ...(process.stderr.isTTY === true
    ? { progress: (line: string) => void process.stderr.write(`\r\u001b[K${harmless(line)}`) }
    : {}),
  input: process.stdin,
  environment: process.env,
  folder: cwd(),
  terminal: process.stdout.isTTY === true,
  columns: process.stdout.isTTY === true ? process.stdout.columns : undefined,
  now: Number.isFinite(pretended) ? pretended : Date.now(),
};

run(process.argv.slice(2), io).then((status) => {
  process.exitCode = status;
}, reportBug);
