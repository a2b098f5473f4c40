import type { Organisation, OrganisationCode } from "@kelisim/model";

/** Which of our organisations a code of a list stands for, and by what that is known. */
export interface Matched {
  /** Id here; of what is not ours `list:code`, which no id of ours can be. */
  readonly organisation: string;
  /** "table": a row of our table of codes; "id", "name": the list calls it as we do; "none": it is not ours. */
  readonly by: "table" | "id" | "name" | "none";
  readonly row?: OrganisationCode;
}

/**
 * Finds our organisation for a code of a list: by our table of codes, else where the code is an id of ours, else where the name that
 * the list gives is a name or short name of ours, letters of either case. Two of ours with one name are no match.
 */
export function codeMatcher(
  codes: readonly OrganisationCode[],
  organisations: readonly Organisation[],
): (list: string, code: string, name?: string) => Matched {
  const rows = new Map(codes.map((row) => [JSON.stringify([row.list, row.code]), row]));
  const ids = new Set(organisations.map(({ id }) => id));
  const names = new Map<string, string | undefined>();
  for (const { id, name, shortName } of organisations) {
    for (const each of new Set([name, shortName ?? name].map((text) => text.toLowerCase()))) {
      names.set(each, names.has(each) ? undefined : id);
    }
  }
  return (list, code, name) => {
    const row = rows.get(JSON.stringify([list, code]));
    if (row !== undefined) return { organisation: row.organisation, by: "table", row };
    if (ids.has(code)) return { organisation: code, by: "id" };
    const named = name === undefined ? undefined : names.get(name.toLowerCase());
    return named === undefined ? { organisation: `${list}:${code}`, by: "none" } : { organisation: named, by: "name" };
  };
}
