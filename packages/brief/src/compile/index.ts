import type { Problem } from "@kelisim/model";
import type { BoundBrief } from "../bind.ts";
import { formatCitations } from "./citations.ts";
import { docxOf } from "./docx.ts";
import { htmlOf } from "./html.ts";
import { pdfOf } from "./pdf.ts";

export const OUTPUTS = ["html", "docx", "pdf"] as const;
export type Output = (typeof OUTPUTS)[number];

/** A bound brief as a file. Only PDF can be refused: its font may lack a letter. */
export async function compileBrief(
  brief: BoundBrief,
  output: Output,
): Promise<Buffer | { readonly problems: readonly Problem[] }> {
  const citations = formatCitations(brief);
  switch (output) {
    case "html":
      return Buffer.from(htmlOf(brief, citations));
    case "docx":
      return docxOf(brief, citations);
    case "pdf":
      return pdfOf(brief, citations);
  }
}
