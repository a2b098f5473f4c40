import type { Session } from "@kelisim/api";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { createContext, useContext, useMemo } from "react";
import type { RegionHead } from "../state/session.ts";
import { type Address, askedOf, readStandpoint, type Standpoint, writeStandpoint } from "../state/standpoint.ts";
import { useText } from "../texts/use-text.ts";

export interface DeskState {
  readonly session: Session;
  readonly region: RegionHead;
  /** Party id the screens are read as; absent: a desk that speaks for nobody. */
  readonly party?: string;
}

export const DeskContext = createContext<DeskState | undefined>(undefined);

/** Who reads, which region: known to every screen inside the shell. */
export function useDesk(): DeskState {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error("useDesk is for screens inside the shell");
  return desk;
}

/** The rest of the address, for filters that one screen keeps there. */
export const useAddress = (): Address => useSearch({ strict: false }) as Address;

/**
 * The standpoint of the address, what the node is asked with, and a way to change it (a change is a step that
 * "back" undoes; `replace` for what is only looked at in passing).
 */
export function useStandpoint(): {
  readonly standpoint: Standpoint;
  readonly asked: Address;
  readonly change: (patch: Partial<Standpoint>, replace?: boolean) => void;
} {
  const address = useAddress();
  const { language } = useText();
  const { party } = useDesk();
  const navigate = useNavigate();
  return useMemo(() => {
    const standpoint = readStandpoint(address);
    return {
      standpoint,
      asked: askedOf({ ...standpoint, as: standpoint.as ?? party }, language),
      change: (patch, replace = false) => {
        const search = { ...address, ...blank(), ...writeStandpoint({ ...standpoint, ...patch }) };
        void navigate({ to: ".", search: search as never, replace, resetScroll: false });
      },
    };
  }, [address, language, party, navigate]);
}

/** Changes filters of one screen in the address; undefined takes one away. */
export function useChangeAddress(): (patch: Address, replace?: boolean) => void {
  const address = useAddress();
  const navigate = useNavigate();
  return (patch, replace = false) =>
    void navigate({ to: ".", search: { ...address, ...patch } as never, replace, resetScroll: false });
}

const blank = () => ({
  region: undefined,
  as: undefined,
  on: undefined,
  known: undefined,
  by: undefined,
  owes: undefined,
  days: undefined,
  line: undefined,
});
