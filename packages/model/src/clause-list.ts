import { isRefusal, type Refusal, refuse } from "./refusal.ts";

const RANGE = /^(.*?)(\d+) to (.*?)(\d+)$/;
/** A list that names more clauses than this is a mistake of typing. */
const LONGEST = 500;

/**
 * Reads a list of clauses as tables write it: "VD2011-01 to VD2011-04;VD2011-24" or "BREG-01 to -17".
 * Ranges count the last number up, with its leading zeros.
 */
export function parseClauseList(text: string): readonly string[] | Refusal {
  const clauses: string[] = [];
  for (const part of text.split(";")) {
    const item = part.trim();
    if (item === "") continue;
    const range = readRange(item);
    if (isRefusal(range)) return range;
    clauses.push(...range);
    if (clauses.length > LONGEST) return refuse(`"${text.slice(0, 60)}" names more than ${LONGEST} clauses`);
  }
  return clauses;
}

function readRange(item: string): readonly string[] | Refusal {
  if (!item.includes(" to ")) {
    return /\s/.test(item) ? refuse(`"${item.slice(0, 60)}" is not a clause`, 'write "A-01 to A-04;A-07"') : [item];
  }
  const match = RANGE.exec(item);
  const prefix = match?.[1] ?? "";
  const same = match !== null && (match[3] === prefix || match[3] === "-" || match[3] === "");
  const first = Number(match?.[2]);
  const last = Number(match?.[4]);
  if (!same || !(first <= last) || last - first > LONGEST) {
    return refuse(`"${item.slice(0, 60)}" is not a range of clauses`, 'write "A-01 to A-04"');
  }
  const width = match?.[2]?.length ?? 0;
  return Array.from({ length: last - first + 1 }, (_, index) => prefix + String(first + index).padStart(width, "0"));
}

/** Whether a listed clause id means a clause: itself, or a part made from it by a letter ("VD2011-24" → "VD2011-24a"). */
export function namesClause(listed: string, clause: string): boolean {
  return (
    clause === listed || (clause.length === listed.length + 1 && clause.startsWith(listed) && /[a-z]$/.test(clause))
  );
}
