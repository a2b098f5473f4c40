import { useEffect, useRef, useState } from "react";
import { useAddress, useChangeAddress } from "../../shell/desk-context.ts";
import type { Address } from "../../state/standpoint.ts";

/** Letters come faster than questions should. */
const PAUSE_MS = 350;

/**
 * What is being typed, before it stands in the address: shown at once, written after a pause, on leaving the field or at
 * once where it was chosen. Several fields may be under way at the same time.
 */
export function useTyped(): {
  readonly typed: Address;
  readonly type: (patch: Address, settled: boolean) => void;
  readonly flush: () => void;
} {
  const address = useAddress();
  const change = useChangeAddress();
  const latest = useRef(change);
  latest.current = change;
  const pending = useRef<Address>({});
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [typed, setTyped] = useState<Address>({});

  // biome-ignore lint/correctness/useExhaustiveDependencies: what has arrived in the address is no longer under way.
  useEffect(() => setTyped({ ...pending.current }), [address]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const flush = () => {
    clearTimeout(timer.current);
    if (Object.keys(pending.current).length === 0) return;
    const patch = pending.current;
    pending.current = {};
    latest.current(patch, true);
  };
  const type = (patch: Address, settled: boolean) => {
    pending.current = { ...pending.current, ...patch };
    setTyped((was) => ({ ...was, ...patch }));
    clearTimeout(timer.current);
    if (settled) flush();
    else timer.current = setTimeout(flush, PAUSE_MS);
  };
  return { typed, type, flush };
}
