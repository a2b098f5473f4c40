import { type Compilation, compilationOf, type SourceFile } from "./compile.ts";
import type { CompileContext } from "./lower/world.ts";
import { type ParsedFile, parseFile } from "./parse/file.ts";
import { noMemories, type Survey, survey } from "./survey.ts";

/**
 * Agreements that are being changed: an editor's files, or a server's. After each change it gives what `compile` would
 * give for all its files, and does again only what the change concerns: one changed clause costs a few milliseconds.
 */
export interface Workspace {
  readonly context: CompileContext;
  /** Adds a file, or gives it a new text. A new file comes last. */
  set(path: string, text: string): void;
  /** Takes a file out; nothing where there is none. */
  remove(path: string): void;
  /** The files, in the order in which they came. */
  files(): readonly SourceFile[];
  /** What `compile` gives for the files; the same object while nothing changes. */
  compilation(): Compilation;
}

/** What the package's own services see of a workspace: the syntax trees too. */
export interface OpenWorkspace extends Workspace {
  parsed(path: string): ParsedFile | undefined;
  allParsed(): readonly ParsedFile[];
  survey(): Survey;
}

/**
 * Makes an empty workspace for what a region knows. When that changes (another party, another zone), make a new one.
 *
 * @example
 * const workspace = createWorkspace({ parties, zones });
 * for (const { path, text } of files) workspace.set(path, text);
 * workspace.compilation().problems;
 */
export function createWorkspace(context: CompileContext): Workspace {
  return openWorkspace(context);
}

export function openWorkspace(context: CompileContext): OpenWorkspace {
  const memories = noMemories();
  const files = new Map<string, ParsedFile>();
  let surveyed: Survey | undefined;
  let compiled: Compilation | undefined;
  const changed = () => {
    surveyed = undefined;
    compiled = undefined;
  };
  const look = (): Survey => {
    surveyed ??= survey([...files.values()], context, memories);
    return surveyed;
  };
  return {
    context,
    set(path, text) {
      const earlier = files.get(path);
      if (earlier?.text === text) return;
      files.set(path, parseFile(path, text, earlier));
      changed();
    },
    remove(path) {
      if (files.delete(path)) changed();
    },
    files: () => [...files.values()],
    compilation() {
      compiled ??= compilationOf(look().world, [...files.keys()]);
      return compiled;
    },
    parsed: (path) => files.get(path),
    allParsed: () => [...files.values()],
    survey: look,
  };
}
