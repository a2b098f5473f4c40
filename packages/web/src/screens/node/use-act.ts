import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";

/** Something that a person does to the node: under way, done, or answered with a problem. */
export interface Act {
  readonly busy: boolean;
  readonly problem: unknown;
  /** Does it, then reads the page's answers anew. Undefined: it was answered with a problem, which is kept. */
  readonly run: <T>(work: () => Promise<T>) => Promise<T | undefined>;
}

export function useAct(): Act {
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  return {
    busy,
    problem,
    async run(work) {
      setBusy(true);
      setProblem(undefined);
      try {
        const result = await work();
        await Promise.all([
          client.invalidateQueries({ queryKey: ["node"] }),
          client.invalidateQueries({ queryKey: ["session"] }),
        ]);
        return result;
      } catch (error) {
        setProblem(error);
        return undefined;
      } finally {
        setBusy(false);
      }
    },
  };
}
