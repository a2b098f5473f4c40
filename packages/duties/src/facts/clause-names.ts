/**
 * Whether a list of clause ids names a clause. Naming "VD2011-24" names its parts "VD2011-24a", "VD2011-24b" too;
 * an absent list names every clause.
 */
export function namesClause(list: readonly string[] | undefined, clause: string): boolean {
  if (!list) return true;
  return list.some((id) => id === clause || (clause.startsWith(id) && /^[a-z]$/.test(clause.slice(id.length))));
}
