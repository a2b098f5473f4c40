import { LinkButton } from "../../parts/link-button.tsx";
import { useText } from "../../texts/use-text.ts";

export interface OpenFigureProps {
  /** Of what it is, for those who hear it: "Uzbekistan, 2004". */
  readonly of: string;
  /** The figure in words; absent: nothing is known and nothing can be opened. */
  readonly figure: string | undefined;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
}

/** A figure of a table that opens its rows, as the mark of the drawing does. */
export function OpenFigure({ of, figure, isOpen, onOpen }: OpenFigureProps) {
  const { t } = useText();
  if (figure === undefined) return null;
  return (
    <LinkButton label={t("money.openRowsOf", { what: `${of}: ${figure}` })} isOpen={isOpen} onClick={onOpen}>
      {figure}
    </LinkButton>
  );
}
