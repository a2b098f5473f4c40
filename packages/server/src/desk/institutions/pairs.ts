import { INDEX_COMPONENTS } from "@kelisim/model";
import { badRequest } from "../../http/problem.ts";

/**
 * Reads "bodies:2,trade:0" as components with numbers of at least 0. Throws 400 at `pointer` for a name that no index has, one that
 * stands twice, and what is no such number.
 */
export function readPairs(text: string | undefined, pointer: string): ReadonlyMap<string, number> {
  const read = new Map<string, number>();
  for (const part of (text ?? "").split(",").filter(Boolean)) {
    const [name = "", number = ""] = part.split(":");
    if (!(INDEX_COMPONENTS as readonly string[]).includes(name))
      throw badRequest(pointer, `no index has a component "${name.slice(0, 40)}"`, INDEX_COMPONENTS.join(", "));
    if (read.has(name)) throw badRequest(pointer, `"${name}" stands twice`, "give it once");
    if (!/^\d{1,9}(\.\d{1,9})?$/.test(number))
      throw badRequest(pointer, `"${part.slice(0, 60)}" gives no number of at least 0`, `such as ${name}:2`);
    read.set(name, Number(number));
  }
  return read;
}
