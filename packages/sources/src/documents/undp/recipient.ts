import { codeOf } from "../../codes/code-of.ts";
import { type JsonObject, textIn } from "./project.ts";

/** For whom an output is, and by what that is known. */
export interface OutputRecipient {
  readonly id: string;
  readonly code: string | undefined;
  readonly name: string | undefined;
}

/** Under which money of a programme stands that is for no single state. */
const REGIONAL = "regional";

/**
 * For whom an output is. Regional programmes stand under the one office that runs them: there the title of the output names the
 * state after its last comma ("BOMCA 8, TAJIKISTAN"), or says that it is regional. Otherwise it is the state of the office.
 */
export function recipientOf(project: JsonObject, output: JsonObject): OutputRecipient | undefined {
  const ending = /,\s*([^,]+)$/.exec(textIn(output.output_title) ?? "")?.[1];
  if (ending !== undefined) {
    const state = codeOf("country names", "", ending);
    if (!state.startsWith(":")) return { id: state, code: undefined, name: ending };
    if (/^regional\b/i.test(ending)) {
      const region = textIn(project.region_id);
      return { id: region === undefined ? REGIONAL : `${region}, ${REGIONAL}`, code: region, name: ending };
    }
  }
  const code = textIn(project.operating_unit_id);
  const name = textIn(project.operating_unit);
  if (code === undefined && name === undefined) return undefined;
  return { id: code === undefined ? codeOf("country names", "UNDP", name!) : codeOf("iso3", "UNDP", code), code, name };
}
