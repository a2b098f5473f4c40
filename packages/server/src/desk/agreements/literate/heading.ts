/** The articles that a heading names: "11-12" of "Articles 11 and 12: observers". */
export function articleOfHeading(heading: string): string | undefined {
  const found = /^(?:\d{4}, )?Art(?:icle|icles|\.)? ([\w()]+)(?:(?:, [\w()]+)*(?: (?:to|and) |-)([\w()]+))?/i.exec(
    heading,
  );
  if (found === null) return undefined;
  return found[2] === undefined ? found[1] : `${found[1]}-${found[2]}`;
}
