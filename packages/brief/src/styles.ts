/** Styles of citation, by the names that a brief uses, and the style of the Typst compiler that formats each. */
const STYLES = {
  "author-date": "chicago-author-date",
  numeric: "ieee",
  apa: "apa",
  chicago: "chicago-author-date",
  harvard: "harvard-cite-them-right",
  ieee: "ieee",
  vancouver: "vancouver",
  gost: "gost-r-705-2008-numeric",
  "iso-690": "iso-690-author-date",
} as const;

export type CitationStyle = keyof typeof STYLES;

export const isCitationStyle = (name: string): name is CitationStyle => Object.hasOwn(STYLES, name);
export const styleNames = (): readonly string[] => Object.keys(STYLES);
/** The compiler's name of a style. */
export const compilerStyle = (style: CitationStyle): string => STYLES[style];
