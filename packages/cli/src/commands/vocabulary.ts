import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { readPublished, writePublished } from "@kelisim/accord";
import type { Kind } from "@kelisim/accord/program";
import { placedIn } from "@kelisim/region-files";
import { publishedProblems } from "@kelisim/region-files/compile";
import { fileRefusal } from "../files/read-text.ts";
import { EXIT, type Io } from "../io.ts";
import { Paper } from "../look/paper.ts";
import { drawProblem } from "../look/problems.ts";
import { lookOf } from "../look/style.ts";
import { json } from "../output/json.ts";
import type { Options } from "../program.ts";
import { isRefusal, refuse } from "../refusal.ts";
import { openRegion } from "../region/open.ts";
import type { Outcome } from "../run.ts";
import { texts } from "../texts/index.ts";

const LOCK = "vocabulary.lock.json";

/**
 * `kelisim vocabulary`: the kinds of a region and which of them are published. With --publish it writes down that
 * records may be kept under them from now on; refused where that would orphan records kept under an earlier one.
 */
export async function vocabulary(io: Io, options: Options): Promise<Outcome> {
  const open = await openRegion(io, options.region);
  if (isRefusal(open)) return open;
  const { vocabularyLock } = open.region;
  const published = vocabularyLock === undefined ? [] : readPublished(LOCK, vocabularyLock.text).kinds;
  const declared = open.program.vocabulary;
  const orphaned = placedIn(open.shown, publishedProblems(open.region, open.program));
  const paper = new Paper(await lookOf(io, options));
  if (options.publish === true) {
    if (open.problems.some((problem) => problem.severity === "error") || orphaned.length > 0) {
      for (const problem of orphaned) drawProblem(paper, problem);
      await io.print(paper.toString());
      return refuse(texts.notPublished);
    }
    try {
      await writeFile(join(open.folder.path, LOCK), writePublished(declared));
    } catch (error) {
      return refuse(texts.notWritten(`${open.shown}/${LOCK}`, fileRefusal(error, LOCK).message));
    }
    const before = new Set(published.map(keyOf));
    await io.print(
      `${texts.publishedKinds(declared.length, declared.filter((kind) => !before.has(keyOf(kind))).length)}\n`,
    );
    return EXIT.fine;
  }
  const kinds = [...declared].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.version - b.version));
  const locked = new Map(published.map((kind) => [keyOf(kind), JSON.stringify(kind)]));
  const stateOf = (kind: Kind) => {
    const text = locked.get(keyOf(kind));
    return text === undefined ? "new" : text === JSON.stringify(kind) ? "published" : "changed";
  };
  if (options.json === true) {
    const rows = kinds.map((kind) => ({ ...kind, state: stateOf(kind) }));
    await io.print(json("kelisim-vocabulary", { kinds: rows, problems: orphaned }));
  } else {
    const width = Math.max(...kinds.map((kind) => kind.name.length), 0) + 2;
    for (const kind of kinds) {
      const state = stateOf(kind);
      const said = state === "published" ? "" : `  ${texts.kindState(state)}`;
      const name = kind.name.padEnd(width, "\u00a0");
      paper.text(`${name}${kind.form.padEnd(7, "\u00a0")}${kind.version}  ${kind.title}${said}`, {
        indent: 0,
        hang: width,
      });
    }
    if (orphaned.length > 0) paper.gap();
    for (const problem of orphaned) drawProblem(paper, problem);
    await io.print(paper.toString());
  }
  return orphaned.length > 0 ? EXIT.problems : EXIT.fine;
}

const keyOf = (kind: Kind) => `${kind.name} ${kind.version}`;
