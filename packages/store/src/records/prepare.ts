import { isRefusal, type Problem, parseInstant, type Refusal, refuse, type WrittenRecord } from "@kelisim/model";
import canonicalize from "canonicalize";
import { type Marking, parseMarking } from "../marking.ts";

/** A record ready to be kept: header and body as canonical text, and the columns by which it is found. */
export interface PreparedRecord {
  readonly id: string;
  readonly kind: string;
  readonly from: string | undefined;
  readonly to: readonly string[];
  readonly marking: string | undefined;
  readonly rule: Marking;
  readonly occurred: string;
  readonly recorded: string;
  /** As given, where it was; only an import keeps it. */
  readonly known: string | undefined;
  readonly corrects: string | undefined;
  readonly withdraws: string | undefined;
  /** Canonical JSON (RFC 8785) of everything but `content` and `known`. */
  readonly header: string;
  /** Canonical JSON of the content; `{}` where there is none. */
  readonly body: string;
}

const TEXTS = ["id", "kind", "from", "corrects", "withdraws", "marking"] as const;
const MAX_ID = 300;
const MAX_LIST = 500;
/** PostgreSQL's time line begins with year 1. */
const EARLIEST = "0001-01-01T00:00:00.000Z";

/**
 * Checks what the store itself depends on: ids, moments, addressees, marking, JSON that has a canonical form. What a
 * kind asks of its content is read before (`createRecordReader`). Gives a located problem where something is wrong.
 */
export function prepareRecord(written: WrittenRecord): PreparedRecord | Problem {
  const fault = (path: string, refusal: Refusal): Problem => ({
    code: refusal.code ?? "record/wrong-value",
    severity: "error",
    message: `${path}: ${refusal.refusal}`,
    ...(refusal.mend === undefined ? {} : { mend: refusal.mend }),
  });
  for (const name of TEXTS) {
    const value: unknown = written[name];
    if (value === undefined && name !== "id" && name !== "kind") continue;
    if (!isText(value)) return fault(name, refuse(`must be a text of 1 to ${MAX_ID} characters`));
  }
  const to: unknown = written.to ?? [];
  if (!Array.isArray(to) || to.length > MAX_LIST || !to.every(isText)) {
    return fault("to", refuse("must be a list of parties", 'write ["KAZ", "UZB"]'));
  }
  if (written.corrects !== undefined && written.withdraws !== undefined) {
    return fault("withdraws", refuse("stands beside corrects", "a record does one of the two"));
  }
  if (written.corrects === written.id || written.withdraws === written.id) {
    return fault("corrects", refuse("names the record itself", "name the earlier record"));
  }
  const moments = new Map<string, string>();
  for (const name of ["occurred", "recorded", "known"] as const) {
    const value: unknown = written[name];
    if (value === undefined && name === "known") continue;
    const instant = typeof value === "string" ? parseInstant(value) : refuse("must be a moment in quotes");
    if (isRefusal(instant)) return fault(name, instant);
    const moment = new Date(instant).toISOString();
    if (moment < EARLIEST) return fault(name, refuse("lies before the year 1", "correct the date"));
    moments.set(name, moment);
  }
  const rule = parseMarking(written.marking);
  if (isRefusal(rule)) return fault("marking", rule);
  if (to.includes("*") && (rule.label === "TLP:RED" || rule.label === "TLP:AMBER+STRICT")) {
    const mend = "name the parties it is for, or choose another label";
    return fault("to", refuse(`["*"] addresses everyone, which ${rule.label} forbids`, mend, "record/marking"));
  }
  const { content, known: _given, ...header } = written;
  const headerText = canonical(header);
  if (headerText === undefined) return fault("header", refuse("is not JSON that has one canonical form (RFC 8785)"));
  const body = canonical(content ?? {});
  if (body === undefined || !body.startsWith("{")) {
    return fault("content", refuse("is not an object that has one canonical form (RFC 8785)"));
  }
  return {
    id: written.id,
    kind: written.kind,
    from: written.from,
    to,
    marking: written.marking,
    rule,
    occurred: moments.get("occurred")!,
    recorded: moments.get("recorded")!,
    known: moments.get("known"),
    corrects: written.corrects,
    withdraws: written.withdraws,
    header: headerText,
    body,
  };
}

export function isPrepared(result: PreparedRecord | Problem): result is PreparedRecord {
  return "header" in result;
}

/** PostgreSQL keeps no NUL in a text; the separator is what lists are joined with on their way in. */
function isText(value: unknown): value is string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is refused
  return typeof value === "string" && value !== "" && value.length <= MAX_ID && !/[\u0000-\u001f]/.test(value);
}

function canonical(value: unknown): string | undefined {
  try {
    return canonicalize(value);
  } catch {
    return undefined;
  }
}
