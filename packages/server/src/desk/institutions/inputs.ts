import type { Result } from "@kelisim/analysis";
import type { Imported } from "./imported.ts";

/** An input with the file that it is, if it is one. */
interface FromFile {
  readonly source: { readonly id: string };
  readonly file?: Imported;
}

/** A result whose inputs carry the producers of the files among them: citation, licence and caveats go wherever the figure goes. */
export function withProducers<Value>(made: Result<Value>, sources: readonly FromFile[]): Result<Value> {
  const files = new Map(sources.map(({ source, file }) => [source.id, file]));
  return {
    ...made,
    inputs: made.inputs.map((input) => {
      const file = files.get(input.of);
      if (file === undefined) return input;
      const { dataset, name, citation, licence, caveats } = file;
      return {
        ...input,
        producer: { dataset, name, citation, ...(licence === undefined ? {} : { licence }), caveats },
      };
    }),
  };
}
