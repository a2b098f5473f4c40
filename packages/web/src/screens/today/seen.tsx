import type { Today } from "@kelisim/api";
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useState } from "react";
import { send } from "../../api/client.ts";
import { Action } from "../../parts/action.tsx";
import { announce } from "../../shell/live-region.tsx";
import { useText } from "../../texts/use-text.ts";

/** Tells the node that this person has seen what is there now, and asks for the page anew. */
export function useMarkSeen(region: string): () => Promise<void> {
  const client = useQueryClient();
  return useCallback(async () => {
    await send<void>("POST", `/regions/${encodeURIComponent(region)}/today/seen`);
    await client.invalidateQueries({ queryKey: ["region", region, "/today"] });
  }, [client, region]);
}

/** Regions whose first visit this page has told the node of. */
const begun = new Set<string>();

/**
 * The first visit is the moment from which changes are counted; every later one is marked by the person, as a page that
 * is opened in passing must not make them forget what they have not read.
 */
export function useFirstVisit(today: Today): void {
  const { region } = today.standpoint;
  const first = today.lastLooked === undefined;
  const mark = useMarkSeen(region);
  useEffect(() => {
    if (!first || begun.has(region)) return;
    begun.add(region);
    // Without a connection the next opening of the page is the first visit.
    mark().catch(() => begun.delete(region));
  }, [first, region, mark]);
}

/** From here on: what changed before this moment is no longer listed. */
export function MarkSeen({ region }: { readonly region: string }) {
  const { t } = useText();
  const mark = useMarkSeen(region);
  const [busy, setBusy] = useState(false);
  const press = async () => {
    setBusy(true);
    try {
      await mark();
      announce(t("today.seen"));
    } catch {
      // The banner says that there is no connection; the list stays as it is.
    } finally {
      setBusy(false);
    }
  };
  return (
    <Action look="quiet" disabled={busy} onClick={() => void press()}>
      {t("today.markSeen")}
    </Action>
  );
}
