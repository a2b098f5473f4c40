import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";

/** Virtual files of one compilation. Nothing of them touches the disk. */
export type TypstFiles = Readonly<Record<string, string>>;

const FOLDER = "/kelisim-brief";
let compiler: NodeCompiler | undefined;

/** The Typst compiler with `files` in place: one for the process, since its start costs more than a brief. */
export function withFiles<T>(
  files: TypstFiles,
  work: (compiler: NodeCompiler, main: { mainFilePath: string }) => T,
): T {
  compiler ??= NodeCompiler.create({ workspace: FOLDER });
  compiler.resetShadow();
  for (const [name, text] of Object.entries(files)) compiler.mapShadow(`${FOLDER}/${name}`, Buffer.from(text));
  try {
    return work(compiler, { mainFilePath: `${FOLDER}/main.typ` });
  } finally {
    compiler.resetShadow();
    compiler.evictCache(0);
  }
}

/** Text as Typst shows it literally. */
export const literal = (text: string): string => `#${quoted(text)};`;

/** Text as a string of Typst. */
export const quoted = (text: string): string =>
  `"${text.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n")}"`;
