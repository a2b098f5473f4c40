import type { Problem } from "@kelisim/model";
import type { BoundBrief } from "../bind.ts";
import type { FormattedCitations } from "./citations.ts";
import { withFiles } from "./compiler.ts";
import { typstSource } from "./typst-source.ts";

/** Letters that the font of the compiler does not have. */
const NO_LETTER = /the text `(.*?)` could not be displayed/g;

/**
 * A brief as PDF/A-2a: tagged, with its font in it, the same bytes for the same brief. A letter that cannot be printed is a problem:
 * the standard forbids an empty box in its place.
 */
export function pdfOf(
  brief: BoundBrief,
  citations: FormattedCitations,
): Buffer | { readonly problems: readonly Problem[] } {
  return withFiles({ "main.typ": typstSource(brief, citations) }, (compiler, by) => {
    const { result } = compiler.compile(by);
    if (result === null) throw new Error("the compiler does not take the text made of a brief");
    const day = brief.front.versions.at(-1)?.date ?? "2000-01-01";
    try {
      return compiler.pdf(result, { pdfStandard: "a-2a", creationTimestamp: Date.parse(day) / 1000 });
    } catch (error) {
      const said = error instanceof Error ? error.message : String(error);
      const letters = [...said.matchAll(NO_LETTER)].map(([, text = ""]) => text.replaceAll(/[\\"]/g, ""));
      if (letters.length === 0) throw error;
      const message = `the font of the PDF has no letters for: ${[...new Set(letters)].join(", ")}`;
      return {
        problems: [
          {
            code: "brief/letter",
            severity: "error",
            message,
            mend: "write these in other letters, or ask for DOCX or HTML",
          },
        ],
      };
    }
  });
}
