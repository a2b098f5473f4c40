import { resolve } from "node:path";
import type { Instrument, Program } from "@kelisim/accord/program";
import { compileRegion, draftContext } from "@kelisim/region-files/compile";
import { ClauseIndex, Names } from "@kelisim/words";
import { nearest } from "../arguments/nearest.ts";
import { gatherPage } from "../doc/gather.ts";
import { htmlPage } from "../doc/html.ts";
import { markdownPage } from "../doc/markdown.ts";
import { readText } from "../files/read-text.ts";
import { writeNew } from "../files/write-new.ts";
import { EXIT, type Io } from "../io.ts";
import type { Options } from "../program.ts";
import { type Answer, isRefusal, refuse } from "../refusal.ts";
import { type OpenRegion, openRegion } from "../region/open.ts";
import type { Outcome } from "../run.ts";
import { texts } from "../texts/index.ts";

export interface DocOptions extends Options {
  readonly html?: boolean;
  readonly md?: boolean;
  readonly out?: string;
  readonly force?: boolean;
}

const say = texts.doc;

interface Found {
  readonly instrument: Instrument;
  readonly program: Program;
  readonly files: readonly { readonly path: string; readonly text: string }[];
  readonly errors: number;
}

/** `kelisim doc`: a page about an instrument of the region, or about a file with one, as HTML or Markdown. */
export async function doc(io: Io, wanted: string, options: DocOptions): Promise<Outcome> {
  if (options.html === true && options.md === true) return refuse(texts.twoFormats("--html", "--md"));
  const html = options.html === true || (options.md !== true && /\.html?$/i.test(options.out ?? ""));
  const open = await openRegion(io, options.region);
  if (isRefusal(open)) return open;
  const found = /[/\\]|\.md$/.test(wanted) ? await inFile(io, open, wanted) : inRegion(open, wanted);
  if (isRefusal(found)) return found;
  const { instrument, program, files, errors } = found;
  const names = new Names(texts, open.region.parties, new ClauseIndex(program).instruments);
  const page = gatherPage(open.region, files, instrument, program, names);
  const text = html ? htmlPage(page) : markdownPage(page);
  if (errors > 0) io.warn(`${say.leftOut(errors)}\n`);
  const status = errors > 0 ? EXIT.problems : EXIT.fine;
  if (options.out === undefined || options.out === "-") {
    await io.print(text);
    return status;
  }
  const failed = await writeNew(io, options.out, text, options.force === true);
  if (failed !== undefined)
    return failed.message === texts.draft.alreadyThere(options.out)
      ? { ...failed, mend: [texts.draft.forceMend] }
      : failed;
  await io.print(`${say.written(options.out, instrument.id, instrument.clauses.length)}\n`);
  return status;
}

function inRegion({ region, program, problems, shown }: OpenRegion, wanted: string): Answer<Found> {
  const instrument = program.instruments.find(({ id }) => id.toLowerCase() === wanted.toLowerCase());
  if (instrument === undefined) {
    const ids = program.instruments.map(({ id }) => id);
    const close = nearest(wanted, ids);
    return refuse(
      texts.unknownInstrument(wanted),
      ...(close.length > 0 ? [texts.didYouMean(close)] : []),
      texts.instrumentsAre(ids),
    );
  }
  const file = `${shown}/${instrument.file}`;
  const errors = problems.filter((problem) => problem.severity === "error" && problem.file === file).length;
  return { instrument, program, files: region.accordFiles, errors };
}

/** A file that is no part of the region, or a changed copy of one that is. */
async function inFile(io: Io, { region }: OpenRegion, path: string): Promise<Answer<Found>> {
  const text = await readText(resolve(io.folder, path), path);
  if (isRefusal(text)) return text;
  const declared = new Set(namesIn(text));
  const files = [
    ...region.accordFiles.filter((file) => !namesIn(file.text).some((name) => declared.has(name))),
    { path, text },
  ];
  const { program, problems } = compileRegion(region, files, draftContext(region));
  const [instrument, ...more] = program.instruments.filter(({ file }) => file === path);
  if (instrument === undefined) return refuse(say.noInstrument(path), say.checkIt(path));
  if (more.length > 0)
    return refuse(
      say.several(
        path,
        [instrument, ...more].map(({ id }) => id),
      ),
      say.severalMend,
    );
  const errors = problems.filter((problem) => problem.severity === "error" && problem.file === path).length;
  return { instrument, program, files, errors };
}

function namesIn(text: string): readonly string[] {
  return [...text.matchAll(/^[ \t]*(instrument|notice|event)[ \t]+([\w-]+)/gm)].map(
    (found) => `${found[1]} ${found[2]}`,
  );
}
