const plural = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;
const figure = (value: number | undefined, percent: boolean) =>
  value === undefined ? "not defined" : percent ? `${(value * 100).toFixed(1)} %` : value.toFixed(3);

/** English of `kelisim interviews`. */
export const interviewsEnglish = {
  help: "Look at a file of coded interviews: what stands in the way, how far coders agree, which codes; keeps nothing",
  severalProblems: (file: string, count: number) =>
    `${file}: ${plural(count, "place stands", "places stand")} in the way; nothing was worked out.`,
  summary: (file: string, interviews: number, segments: number, coders: readonly string[]) =>
    `${file}: ${plural(interviews, "interview", "interviews")}, ${plural(segments, "segment", "segments")}, coders ${coders.join(", ") || "none"}.`,
  compared: (compared: number, one: number, nobody: number) =>
    `Coded by at least two: ${compared}. By one only: ${one}, by nobody: ${nobody}; these are no agreement and only counted.`,
  agreement: (value: number | undefined) => `Agreeing pairs of codes       ${figure(value, true)}`,
  ofAll: (value: number | undefined) => `Agreeing of all that is coded  ${figure(value, true)}`,
  kappa: (value: number | undefined) => `Cohen's kappa                  ${figure(value, false)}`,
  alpha: (value: number | undefined) => `Krippendorff's alpha           ${figure(value, false)}`,
  differences: "They differ on",
  difference: (interview: string, unit: string, codes: Readonly<Record<string, string>>) =>
    `${interview}, segment ${unit}: ${Object.entries(codes)
      .map(([coder, code]) => `${coder} ${code}`)
      .join(", ")}`,
  codes: "Codes",
  code: (code: string, segments: number, interviews: number) =>
    `${code}: ${plural(segments, "segment", "segments")} in ${plural(interviews, "interview", "interviews")}`,
  kept: "Nothing of the file was kept. A name that stands alone is not recognised: somebody reads the text first.",
};
