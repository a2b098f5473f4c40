import type { RowMaker, RowTest, TableLayout } from "../layout.ts";
import { constant, date, iso3, precision, text } from "./cells.ts";
import { vintageInName } from "./vintage.ts";

/** An act of this name where all tests hold. */
const act = (name: string, ...when: RowTest[]): RowMaker => ({
  when,
  cells: {
    treaty: text("treaty_file"),
    treaty_name: text("treaty_name"),
    chapter: text("chapter_name"),
    party: iso3("iso3", "UN"),
    act: constant(name),
    date: date("value", "d mmm yyyy"),
    precision: precision("value", "d mmm yyyy"),
    written: text("value"),
  },
});

const head = (pattern: string): RowTest => ({ column: "column", matches: pattern });
const tail = (letters: string): RowTest => ({ column: "value", matches: `[0-9]{4} ${letters}$` });
const BARE: RowTest = { column: "value", matches: "[0-9]{4}$" };
/** A column of acts by which a state becomes bound; RE2 knows no "does not begin with". */
const NOT_SIGNATURE = head("^(?:[^S]|S[^i])");
/** "Ratification", "Ratification of the Convention as amended": the act of a date without a letter. */
const RATIFICATION = head("(?:^|, )Ratification[^(,]*(?:,|$)");

/**
 * The status lists print one date a state and a letter behind it for the act: the head of the column says which letter is what,
 * "Ratification, Accession(a), Succession(d)", and the act without a letter.
 */
export const unTreaties: TableLayout = {
  form: "table",
  id: "un-mtdsg",
  version: 1,
  table: "acts",
  producer: {
    dataset: "un-mtdsg",
    name: "United Nations, Multilateral Treaties Deposited with the Secretary-General, status lists",
    citation: "United Nations Treaty Collection, Multilateral Treaties Deposited with the Secretary-General.",
    licence: "Not seen.",
    caveats: [
      "Status of March 2015.",
      "The day of the act is that of the deposit; when it took effect for the state is not here.",
      "Reservations, objections and withdrawals are not here.",
    ],
  },
  header: ["treaty_file", "chapter_name", "treaty_name", "iso3", "column", "value"],
  makes: [
    act("signature", head("^Signature"), BARE),
    act("succession to signature", head("^Signature"), tail("d")),
    act("accession", NOT_SIGNATURE, tail("a")),
    act("acceptance", NOT_SIGNATURE, tail("A")),
    act("approval", NOT_SIGNATURE, tail("AA")),
    act("succession", NOT_SIGNATURE, tail("d")),
    act("formal confirmation", NOT_SIGNATURE, tail("c")),
    act("definitive signature", NOT_SIGNATURE, tail("s")),
    act("consent to be bound", head("Consent to be bound\\(P\\)"), tail("P")),
    act("participation", head("Participation.*\\(P\\)"), tail("P")),
    act("ratification", RATIFICATION, BARE),
    act("application", head("^Application$"), BARE),
    act("definitive signature or participation", head("^Definitive signature or participation"), BARE),
    act("participation", head("^Participation in the Convention by virtue"), BARE),
    act("admission by resolution of the General Assembly", head("^Date of Adoption$"), BARE),
  ],
  ignores: [
    {
      when: [head("^(?:Resolution|Registration Date|Registration Number|UNTS Volume|UNTS Page)$")],
      because: "says where the act is registered, not an act",
    },
  ],
  vintage: (sample) =>
    vintageInName(sample) ?? (/(?:^|[^0-9])2015(?:[^0-9]|$)/.test(sample.name) ? "2015-03" : undefined),
};
