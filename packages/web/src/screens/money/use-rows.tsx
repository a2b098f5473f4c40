import { type ReactNode, useState } from "react";
import type { Address } from "../../state/standpoint.ts";
import { RowsBehind } from "./rows-behind.tsx";

interface Opened {
  readonly at: string;
  readonly query: Address;
  readonly what: string;
}

/** The rows behind a figure of a screen: one list at a time, below the chart or table that it was opened from. */
export function useRows(): {
  readonly open: (at: string, query: Address, what: string) => void;
  readonly below: (at: string) => ReactNode;
} {
  const [opened, setOpened] = useState<Opened>();
  return {
    open: (at, query, what) => setOpened({ at, query, what }),
    below: (at) =>
      opened?.at === at ? (
        <RowsBehind
          key={`${opened.what} ${JSON.stringify(opened.query)}`}
          query={opened.query}
          what={opened.what}
          onClose={() => setOpened(undefined)}
        />
      ) : null,
  };
}
