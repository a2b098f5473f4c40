import type { Interview } from "@kelisim/api";
import { INTERVIEW_COLUMNS, type InterviewColumn } from "@kelisim/model";

/** Interviews as lines of the file in which they are taken in: one line a segment and coder. */
export function interviewRows(interviews: readonly Interview[]) {
  const rows = interviews.flatMap(({ label, city, country, sector, date, language = "", segments }) =>
    segments.flatMap(({ unit, excerpt = "", codes }) => {
      const coded = codes.length === 0 ? [{ coder: "", code: "" }] : codes;
      return coded.map(({ coder, code = "" }): readonly string[] => {
        const cells: Readonly<Record<InterviewColumn, string>> = {
          interview: label,
          city,
          country,
          sector,
          date,
          language,
          segment: unit,
          coder,
          code,
          excerpt,
        };
        return INTERVIEW_COLUMNS.map((column) => cells[column]);
      });
    }),
  );
  return { columns: INTERVIEW_COLUMNS, rows };
}
