import { Command } from "commander";
import type { BriefOptions } from "./commands/brief.ts";
import type { HoldingsOptions } from "./commands/holdings.ts";
import type { InterviewsOptions } from "./commands/interviews.ts";
import type { ImportOptions } from "./holdings/file-options.ts";
import type { Io } from "./io.ts";
import type { MoneyOptions } from "./money/ask.ts";
import type { Outcome } from "./run.ts";
import { texts } from "./texts/index.ts";

export const VERSION = "0.1.0";
export const DEFAULT_REGION = "central-asia";

/** Options as commander gives them; every command reads the ones it declares. */
export interface Options {
  readonly region: string;
  readonly records?: readonly string[];
  readonly us?: readonly string[];
  readonly asOf?: string;
  readonly knownAt?: string;
  readonly ifBound?: string;
  readonly days?: string;
  readonly back?: string;
  readonly party?: string;
  readonly port?: string;
  readonly data?: string;
  readonly owedTo?: boolean;
  readonly status?: readonly string[];
  readonly instrument?: string;
  readonly all?: boolean;
  readonly format?: string;
  readonly json?: boolean;
  readonly csv?: boolean;
  readonly ics?: boolean;
  readonly plain?: boolean;
  readonly ascii?: boolean;
  readonly words?: boolean;
  readonly check?: boolean;
  readonly publish?: boolean;
  readonly problems?: string;
  readonly on?: string;
  readonly between?: readonly string[];
  readonly why?: boolean;
  readonly from?: string;
  readonly to?: string;
  readonly under?: string;
  readonly set?: readonly string[];
}

const gather = (value: string, before: readonly string[] | undefined) => [...(before ?? []), value];
const h = texts.help;
const c = texts.compare.help;
const d = texts.draft.help;

/** The command line: every command loads its own code only when it is called, which keeps the start short. */
export function createProgram(io: Io, done: (outcome: Outcome) => void): Command {
  const program = new Command("kelisim")
    .description(h.program)
    .version(VERSION)
    .exitOverride()
    .showHelpAfterError(false)
    .configureOutput({ writeOut: (text) => void io.print(text), writeErr: (text) => io.warn(text) })
    .configureHelp({ helpWidth: Math.min(io.columns || 100, 120) })
    .addHelpText("after", `\n${h.environment}`);

  const command = (name: string, description: string) => withLook(program.command(name).description(description));

  withRegion(command("check [files...]", h.check))
    .option("--all", h.checkAll)
    .option("--format <format>", h.formatTwo)
    .option("--json", h.json)
    .action(async (files: string[], options: Options) =>
      done(await (await import("./commands/check.ts")).check(io, files, options)),
    );

  withFormat(withQuestion(withRegion(command("board", h.board))))
    .option("--party <party>", h.party)
    .option("--owed-to", h.owedTo)
    .option("--status <status>", h.status, gather)
    .option("--instrument <id>", h.instrument)
    .option("--all", h.all)
    .action(async (options: Options) => done(await (await import("./commands/board.ts")).board(io, options)));

  withQuestion(withRegion(command("explain <duty> [party] [which]", h.explain)))
    .option("--format <format>", h.formatTwo)
    .option("--json", h.json)
    .action(async (duty: string, party: string | undefined, which: string | undefined, options: Options) =>
      done(await (await import("./commands/explain.ts")).explain(io, duty, party, which, options)),
    );

  withQuestion(withRegion(command("what-if <kind> [attributes...]", h.whatIf)))
    .option("--from <party>", h.whatIfFrom)
    .option("--to <parties>", h.whatIfTo)
    .option("--under <instrument>", h.whatIfUnder)
    .option("--set <name=value>", h.whatIfSet, gather)
    .option("--format <format>", h.formatTwo)
    .option("--json", h.json)
    .allowUnknownOption()
    .addHelpText("after", `\n${h.whatIfAttributes}`)
    .action(async (kind: string, attributes: string[], options: Options) =>
      done(await (await import("./commands/what-if.ts")).whatIf(io, kind, attributes, options)),
    );

  withComparison(command("between <party> <other>", c.between), false).action(
    async (party: string, other: string, options: Options) =>
      done(await (await import("./commands/between.ts")).between(io, party, other, options)),
  );
  withComparison(command("overlaps", c.overlaps)).action(async (options: Options) =>
    done(await (await import("./commands/overlaps.ts")).overlaps(io, options)),
  );
  withComparison(command("clashes", c.clashes)).action(async (options: Options) =>
    done(await (await import("./commands/clashes.ts")).clashes(io, options)),
  );
  withComparison(command("gaps", c.gaps), false).action(async (options: Options) =>
    done(await (await import("./commands/gaps.ts")).gaps(io, options)),
  );

  const records = program.command("records").description(h.records);
  withRegion(withLook(records.command("check <file>").description(h.recordsCheck)))
    .option("--problems <number>", h.problems, "20")
    .option("--format <format>", h.formatTwo)
    .option("--json", h.json)
    .action(async (file: string, options: Options) =>
      done(await (await import("./commands/records-check.ts")).recordsCheck(io, file, options)),
    );
  withRegion(records.command("schema [kind]").description(h.recordsSchema)).action(
    async (kind: string | undefined, options: Options) =>
      done(await (await import("./commands/records-schema.ts")).recordsSchema(io, kind, options)),
  );

  program
    .command("fmt [files...]")
    .description(h.fmt)
    .option("--check", h.fmtCheck)
    .action(async (files: string[], options: Options) =>
      done(await (await import("./commands/fmt.ts")).fmt(io, files, options)),
    );

  withQuestion(withRegion(command("diff <old> <new>", texts.diff.help.diff)))
    .option("--adopt-on <date>", texts.diff.help.adoptOn)
    .option("--format <format>", h.formatTwo)
    .option("--json", h.json)
    .action(async (before: string, now: string, options: Options) =>
      done(await (await import("./commands/diff.ts")).diff(io, before, now, options)),
    );

  withRegion(command("doc <instrument>", texts.doc.help.doc))
    .option("--html", texts.doc.help.html)
    .option("--md", texts.doc.help.md)
    .option("--out <file>", texts.doc.help.out)
    .option("--force", texts.doc.help.force)
    .action(async (instrument: string, options: Options) =>
      done(await (await import("./commands/doc.ts")).doc(io, instrument, options)),
    );

  const drafting = program.command("new").description(d.new);
  withRegion(withLook(drafting.command("instrument [name]").description(d.newInstrument)))
    .option("--title <title>", d.title)
    .option("--parties <parties>", d.parties)
    .option("--clauses <parts>", d.clauses)
    .option("--zone <id>", d.zone)
    .option("--kind <kind>", d.kind)
    .option("--set <name=value>", d.set, gather)
    .option("--out <file>", d.out)
    .option("--yes", d.yes)
    .option("--list", d.list)
    .option("--json", h.json)
    .action(async (name: string | undefined, options: Options) =>
      done(await (await import("./commands/new.ts")).newInstrument(io, name, options)),
    );

  withRegion(withLook(program.command("vocabulary").description(h.vocabulary)))
    .option("--publish", h.publish)
    .option("--json", h.json)
    .action(async (options: Options) => done(await (await import("./commands/vocabulary.ts")).vocabulary(io, options)));

  withLook(program.command("regions").description(h.regions))
    .option("--json", h.json)
    .action(async (options: Options) => done(await (await import("./commands/regions.ts")).regions(io, options)));

  const f = texts.holdings.help;
  withHeld(command("import <source-or-file> [file]", f.import))
    .option("--layout <id>", f.layout)
    .option("--vintage <vintage>", f.vintage)
    .option("--price-year <year>", f.priceYear)
    .option("--entry <name>", f.entry)
    .option("--encoding <encoding>", f.encoding)
    .option("--preview", f.preview)
    .action(async (first: string, second: string | undefined, options: ImportOptions) => {
      const [file, asked] = second === undefined ? [first, options] : [second, { ...options, source: first }];
      done(await (await import("./commands/import.ts")).importFile(io, file, asked));
    });
  const holdings = program.command("holdings").description(f.holdings);
  withHeld(withLook(holdings.command("list", { isDefault: true }).description(f.list))).action(
    async (options: HoldingsOptions) => done(await (await import("./commands/holdings.ts")).holdingsList(io, options)),
  );
  withHeld(withLook(holdings.command("show <id>").description(f.show)))
    .option("--refused <number>", f.refused, "20")
    .action(async (id: string, options: HoldingsOptions) =>
      done(await (await import("./commands/holdings.ts")).holdingsShow(io, id, options)),
    );
  withHeld(holdings.command("reconcile <id> <file>").description(f.reconcile)).action(
    async (id: string, file: string, options: HoldingsOptions) =>
      done(await (await import("./commands/holdings-reconcile.ts")).holdingsReconcile(io, id, file, options)),
  );
  withHeld(holdings.command("forget <id>").description(f.forget))
    .option("--why <reason>", f.why)
    .action(async (id: string, options: HoldingsOptions) =>
      done(await (await import("./commands/holdings.ts")).holdingsForget(io, id, options)),
    );
  withHeld(command("money", f.money))
    .option("--by <columns>", f.by, "year")
    .option("--share [set]", f.share)
    .option("--donor <names>", f.donor)
    .option("--recipient <names>", f.recipient)
    .option("--purpose <codes>", f.purpose)
    .option("--flow <name>", f.flow)
    .option("--from <year>", f.from)
    .option("--to <year>", f.to)
    .option("--measure <sum>", f.measure)
    .option("--prices <basis>", f.prices)
    .option("--dataset <id>", f.dataset)
    .option("--holding <ids>", f.holding)
    .option("--all", f.all)
    .option("--csv", f.csv)
    .option("--parquet <file>", f.parquet)
    .action(async (options: MoneyOptions) => done(await (await import("./commands/money.ts")).money(io, options)));

  const b = texts.brief.help;
  withRegion(command("brief <file>", b.brief))
    .option("--out <file>", b.out, gather)
    .option("--record", b.record)
    .option("--force", b.force)
    .option("--data <folder>", b.data)
    .option("--json", h.json)
    .action(async (file: string, options: BriefOptions) =>
      done(await (await import("./commands/brief.ts")).brief(io, file, options)),
    );

  command("interviews <file>", texts.interviews.help)
    .option("--json", h.json)
    .action(async (file: string, options: InterviewsOptions) =>
      done(await (await import("./commands/interviews.ts")).interviews(io, file, options)),
    );

  const n = texts.node.help;
  program
    .command("start")
    .description(n.start)
    .option("--port <port>", n.port)
    .option("--data <folder>", n.data)
    .option("--region <names>", h.region)
    .option("--party <parties>", n.party)
    .action(async (options: Options) => done(await (await import("./commands/start.ts")).start(io, options)));

  const node = program.command("node").description(n.node);
  withRegion(node.command("export").description(n.export))
    .option("--party <party>", n.exportOne)
    .option("--out <folder>", n.out)
    .option("--data <folder>", n.data)
    .option("--json", h.json)
    .action(async (options: Options) =>
      done(await (await import("./commands/node-export.ts")).nodeExport(io, options)),
    );
  node
    .command("import <folder>")
    .description(n.import)
    .option("--data <folder>", n.data)
    .option("--json", h.json)
    .action(async (folder: string, options: Options) =>
      done(await (await import("./commands/node-import.ts")).nodeImport(io, folder, options)),
    );
  node
    .command("erase <record>")
    .description(n.erase)
    .option("--reason <reason>", n.reason)
    .option("--yes", n.yes)
    .option("--data <folder>", n.data)
    .action(async (record: string, options: Options) =>
      done(await (await import("./commands/node-erase.ts")).nodeErase(io, record, options)),
    );

  withQuestion(withRegion(command("overview", h.overview)), true).action(async (options: Options) =>
    done(await (await import("./commands/overview.ts")).overview(io, options)),
  );

  for (const each of [
    ...program.commands,
    ...records.commands,
    ...drafting.commands,
    ...node.commands,
    ...holdings.commands,
  ])
    each.exitOverride();
  return program;
}

function withRegion(command: Command): Command {
  return command.option("--region <region>", h.region, DEFAULT_REGION);
}

function withHeld(command: Command): Command {
  return command.option("--data <folder>", texts.holdings.help.data).option("--json", texts.holdings.help.json);
}

function withLook(command: Command): Command {
  return command.option("--plain", h.plain).option("--ascii", h.ascii).option("--words", h.words);
}

function withQuestion(command: Command, brief = false): Command {
  command
    .option("--records <file>", h.recordsOption, gather)
    .option("--us <party>", h.us, gather)
    .option("--as-of <date>", h.asOf)
    .option("--known-at <date>", h.knownAt)
    .option("--days <number>", h.days, undefined);
  return brief ? command : command.option("--back <number>", h.back).option("--if-bound <instrument>", h.ifBound);
}

/** Agreements set side by side on one day. */
function withComparison(command: Command, ofPairs = true): Command {
  withRegion(command)
    .option("--on <date>", c.on)
    .option("--known-at <date>", h.knownAt)
    .option("--records <file>", h.recordsOption, gather)
    .option("--why", c.whyOption)
    .option("--all", c.allOption)
    .option("--format <format>", h.formatTwo)
    .option("--json", h.json);
  return ofPairs ? command.option("--between <parties...>", c.betweenOption) : command;
}

function withFormat(command: Command): Command {
  return command
    .option("--format <format>", h.format)
    .option("--json", h.json)
    .option("--csv", h.csv)
    .option("--ics", h.ics);
}
