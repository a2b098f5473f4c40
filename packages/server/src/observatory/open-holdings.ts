import { join } from "node:path";
import { type Holdings, isStopped, openHoldings } from "@kelisim/holdings";

/** The folder of holdings cannot be used: the node does not start without it. */
export class HoldingsRefused extends Error {
  override readonly name = "HoldingsRefused";
}

/** Files of others that this node has taken in, in `holdings` of its data folder. Throws `HoldingsRefused`. */
export async function openHoldingsOf(dataFolder: string): Promise<Holdings> {
  const folder = join(dataFolder, "holdings");
  const opened = await openHoldings(folder);
  if (!isStopped(opened)) return opened;
  const said = opened.problems.flatMap(({ message, mend }) => [message, ...(mend === undefined ? [] : [mend])]);
  throw new HoldingsRefused(`${folder}: ${said.join("; ")}`);
}
