import { jsonSchemas } from "@kelisim/model";
import { nearest } from "../arguments/nearest.ts";
import { EXIT, type Io } from "../io.ts";
import { json } from "../output/json.ts";
import type { Options } from "../program.ts";
import { isRefusal, refuse } from "../refusal.ts";
import { openRegion } from "../region/open.ts";
import type { Outcome } from "../run.ts";
import { texts } from "../texts/index.ts";

/** `kelisim records schema [KIND]`: the JSON Schema of one kind, or of all kinds and facts by name. */
export async function recordsSchema(io: Io, kind: string | undefined, options: Options): Promise<Outcome> {
  const open = await openRegion(io, options.region);
  if (isRefusal(open)) return open;
  const schemas = jsonSchemas(open.program.vocabulary);
  const names = Object.keys(schemas);
  if (kind === undefined) {
    await io.print(json("kelisim-record-schemas", { kinds: schemas }));
    return EXIT.fine;
  }
  const found = names.find((name) => name.toLowerCase() === kind.toLowerCase());
  if (found === undefined) {
    const close = nearest(kind, names);
    return refuse(
      texts.unknownKind(kind),
      ...(close.length > 0 ? [texts.didYouMean(close)] : []),
      texts.kindsAre(names),
    );
  }
  await io.print(`${JSON.stringify(schemas[found], null, 2)}\n`);
  return EXIT.fine;
}
