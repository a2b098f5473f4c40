import { codeOf } from "../../codes/code-of.ts";
import { type JsonObject, listOf, textIn } from "./project.ts";

/** Short names of UNDP's donors that no list of the DAC has. */
const SHORT: Readonly<Record<string, string>> = { EU: "EU", EUCOMM: "EU", UNDP: "UNDP", JICA: "JPN" };
/** Those of them that are part of the state or of the Union that they stand for. */
const PARTS: readonly string[] = ["EUCOMM", "JICA"];

/** Who pays for an output. Of several donors the shares are not given, so that none of them is named as the one. */
export interface OutputDonor {
  readonly id: string | null;
  readonly code: string | null;
  readonly name: string | null;
  readonly agency: string | null;
  readonly said?: string;
}

export function donorOf(output: JsonObject): OutputDonor {
  const names = listOf(output.donor_name).map(textIn);
  const codes = listOf(output.donor_id).map(textIn);
  const shorts = listOf(output.donor_short).map(textIn);
  const join = (texts: readonly (string | undefined)[]) =>
    texts.filter((text) => text !== undefined).join("; ") || null;
  const count = Math.max(names.length, codes.length);
  const all = { code: join(codes), name: join(names) };
  if (count !== 1) {
    const none = { ...all, id: null, agency: null };
    return count === 0 ? none : { ...none, said: `${count} donors pay for the output: what each gives is not known` };
  }
  const [name] = names;
  const short = shorts[0] ?? "";
  const byName = codeOf("crs donors", "UNDP", name ?? "");
  const id = Object.hasOwn(SHORT, short)
    ? SHORT[short]!
    : !byName.startsWith("UNDP:")
      ? byName
      : (name ?? `UNDP:${codes[0]}`);
  return { ...all, id, agency: PARTS.includes(short) ? (name ?? short) : null };
}
