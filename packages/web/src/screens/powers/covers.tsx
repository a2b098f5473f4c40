import type { CoverageNote as Note } from "@kelisim/api";
import { CoverageNote } from "../../parts/coverage-note.tsx";
import { useText } from "../../texts/use-text.ts";
import own from "./powers.module.css";

/** What each table behind a figure covers; the first one always in sight. */
export function Covers({ coverage, first }: { readonly coverage: readonly Note[]; readonly first: string }) {
  const { t } = useText();
  const others = coverage.filter(({ table }) => table !== first);
  return (
    <>
      <CoverageNote coverage={coverage} table={first} />
      {others.length === 0 ? null : (
        <details className={own.covers}>
          <summary className="caption">{t("powers.covers", { count: others.length })}</summary>
          {others.map(({ table }) => (
            <CoverageNote key={table} coverage={coverage} table={table} />
          ))}
        </details>
      )}
    </>
  );
}
