import type { CoverageNote as Note } from "@kelisim/api";
import { writeDated } from "../state/dated.ts";
import { useText } from "../texts/use-text.ts";

/** What a table covers: what is not in a partial one is unknown, not absent. */
export function CoverageNote({ coverage, table }: { readonly coverage: readonly Note[]; readonly table: string }) {
  const { t, locale } = useText();
  const note = coverage.find((each) => each.table === table);
  if (!note) return null;
  const said =
    note.of === undefined
      ? t("cooperation.notListedPlain")
      : t(note.coverage === "complete" ? "cooperation.complete" : "cooperation.notListed", { of: note.of });
  return (
    <p className="caption">
      {said} {note.asOf ? t("cooperation.asOfTable", { date: writeDated(note.asOf, locale) }) : null}
    </p>
  );
}
