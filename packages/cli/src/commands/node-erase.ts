import { EXIT, type Io } from "../io.ts";
import { OPERATOR, withStoppedNode } from "../node/stopped-node.ts";
import type { Options } from "../program.ts";
import { isRefusal, refuse } from "../refusal.ts";
import type { Outcome } from "../run.ts";
import { texts } from "../texts/index.ts";

interface EraseOptions extends Options {
  readonly reason?: string;
  readonly yes?: boolean;
}

/** `kelisim node erase`: destroys the key of what a record says. Its header and hash stay. */
export async function nodeErase(io: Io, record: string, options: EraseOptions): Promise<Outcome> {
  const say = texts.node;
  const { reason, yes } = options;
  if (reason === undefined || reason.trim() === "") return refuse(say.eraseNeedsReason, say.eraseExample(record));
  if (yes !== true) return refuse(say.eraseIsForEver(record), say.eraseExample(record));
  const result = await withStoppedNode(io, options, false, async (store) => {
    const erased = await store.system.erase(record, reason, OPERATOR);
    if (erased.kind === "erased")
      await store.system.audit.append([
        { person: OPERATOR, action: "record.erase", about: record, detail: { reason } },
      ]);
    return erased.kind === "absent" ? refuse(say.noRecord(record)) : erased;
  });
  if (isRefusal(result)) return result;
  await io.print(`${result.kind === "erased" ? say.erased(record) : say.erasedBefore(record)}\n`);
  return EXIT.fine;
}
