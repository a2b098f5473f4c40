import type { Column } from "../../parts/data-table.tsx";
import { LinkButton } from "../../parts/link-button.tsx";
import { pairMark } from "../../state/cooperation/network-lines.ts";
import { useText } from "../../texts/use-text.ts";
import { useOpenCell } from "./use-open-cell.ts";

interface Pair {
  readonly a: string;
  readonly b: string;
}

/** The column of a table of pairs in which each opens its rows: what a mark of the drawing does by click. */
export function usePairColumn<Row extends Pair>(nameOf: (id: string) => string): Column<Row> {
  const { t } = useText();
  const { chosen, choose } = useOpenCell();
  const words = ({ a, b }: Pair) => `${nameOf(a)}, ${nameOf(b)}`;
  return {
    id: "pair",
    title: t("institutions.pair"),
    by: words,
    cell: (pair) => (
      <LinkButton
        isOpen={chosen === pairMark(pair)}
        onClick={() => choose(chosen === pairMark(pair) ? undefined : pairMark(pair))}
      >
        {words(pair)}
      </LinkButton>
    ),
  };
}
