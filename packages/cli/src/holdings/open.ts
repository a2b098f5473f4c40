import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { type Holdings, isStopped, openHoldings, type Stopped } from "@kelisim/holdings";
import type { Io } from "../io.ts";
import { placeOf } from "../look/problems.ts";
import { type Refusal, refuse } from "../refusal.ts";

/** Who the command line is in what it keeps. */
export const COMMAND_LINE = "command line";

/** Where the holdings of a node's data are. */
export function holdingsFolder(io: Io, { data }: { readonly data?: string }): string {
  return join(resolve(io.folder, data ?? (io.environment.KELISIM_DATA || "data")), "holdings");
}

/** What stopped a file, with its place. */
export function stoppedRefusal({ problems }: Stopped): Refusal {
  const [first] = problems;
  const place = first === undefined ? "" : placeOf(first);
  return refuse(
    `${place === "" ? "" : `${place}: `}${first?.message ?? ""}`,
    ...(first?.mend === undefined ? [] : [first.mend]),
  );
}

/**
 * Opens the holdings, which a running node may have open too, does the work and closes them. `absent` is the answer where there
 * are none yet; without it the folder is made.
 */
export async function withHoldings<T>(
  io: Io,
  options: { readonly data?: string },
  work: (holdings: Holdings) => Promise<T | Refusal>,
  absent?: (folder: string) => Promise<T | Refusal>,
): Promise<T | Refusal> {
  const folder = holdingsFolder(io, options);
  if (absent !== undefined && !existsSync(folder)) return absent(folder);
  const holdings = await openHoldings(folder);
  if (isStopped(holdings)) return stoppedRefusal(holdings);
  try {
    return await work(holdings);
  } finally {
    await holdings.close();
  }
}
