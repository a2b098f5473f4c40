import { useAddress, useChangeAddress } from "../../shell/desk-context.ts";

/** The cell, or the pair, whose rows are open: it stands in the address, so that a shared link shows the same. */
export function useOpenCell() {
  const { cell } = useAddress();
  const change = useChangeAddress();
  return { chosen: cell, choose: (key: string | undefined) => change({ cell: key }, true) };
}
