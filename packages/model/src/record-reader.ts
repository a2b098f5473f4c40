import type { Fact } from "./facts.ts";
import { FACT_KINDS } from "./facts.ts";
import { formatInstant, type Instant, parseInstant } from "./instant.ts";
import { countKeys, LONGEST_LINE, parseJsonLine, parseKeepingDigits, repeatedKey } from "./json-line.ts";
import { cutHeader } from "./kept-header.ts";
import { propose } from "./nearest.ts";
import type { Party } from "./party.ts";
import type { Problem } from "./problem.ts";
import { isFactKind, readFact } from "./read-fact.ts";
import { isObject, readId, readValue, shown } from "./read-value.ts";
import type { KelisimRecord, Value } from "./record.ts";
import { checkFactHeader, checkLinks, checkSpeaker, checkWithdrawal, type Fault } from "./record-checks.ts";
import { FORBIDDEN_KEYS, type RecordHeader, readHeader } from "./record-header.ts";
import { isRefusal, type Refusal, refuse } from "./refusal.ts";
import { createSeenIds, hashJson } from "./seen-ids.ts";
import type { Attribute, Kind } from "./vocabulary.ts";

export interface RecordReaderOptions {
  /** Name of the file, for problems. */
  readonly file?: string;
  /** The present moment: a record known later than it is refused. Left out: none is. */
  readonly now?: Instant;
  /** Parties that may be named. Left out: any. */
  readonly parties?: readonly Party[];
  /** Instruments that `under` may name. Left out: any. */
  readonly instruments?: readonly string[];
}

export interface RecordCounts {
  /** All lines seen, empty ones too. */
  readonly lines: number;
  /** Records and facts taken. */
  readonly taken: number;
  /** Lines refused. */
  readonly refused: number;
  readonly empty: number;
  /** Of those taken: the same id with the same content as an earlier one. */
  readonly repeated: number;
}

/** What one line gave: at most one of record and fact; neither where the line was empty or refused. */
export interface LineResult {
  readonly record?: KelisimRecord;
  readonly fact?: Fact;
  readonly problems: readonly Problem[];
}

export interface RecordReader {
  /** Reads the next line (without its line end; a carriage return at the end is dropped). */
  line(text: string): LineResult;
  /** Reads a record that is parsed already (it counts as a line). Amounts are exact where they are written as texts. */
  written(record: unknown): LineResult;
  /**
   * Reads records out of a store, each as `written` would read it, many times faster: what headers have in common is
   * read once. The store keeps ids apart, so repetitions are not looked for.
   */
  kept(records: readonly KeptRecord[]): readonly LineResult[];
  /** Counts so far. */
  counts(): RecordCounts;
  /** Ends reading; gives the counts. */
  end(): RecordCounts;
}

/** A record as a store keeps it: two texts in canonical JSON (RFC 8785), and when it became known. */
export interface KeptRecord {
  /** Everything but `content` and `known`. */
  readonly header: string;
  readonly known: Instant;
  /** The content; "{}" where there is none. */
  readonly body: string;
}

/** What headers that differ in id and moments only have in common; `undefined`: such a record is read whole. */
type CommonHeader = { readonly header: RecordHeader; readonly plan: KindPlan } | undefined;

/** Stands in a common header where each record has a moment of its own. */
const SOME_MOMENT = "2000-01-01T00:00:00Z";
/** So many common headers are remembered; then they are collected anew. */
const MOST_COMMON = 10_000;

interface KindPlan {
  readonly kind: Kind;
  readonly attributes: ReadonlyMap<string, Attribute>;
  /** Whether exact decimals are among them. */
  readonly decimals: boolean;
}

const NONE: readonly Problem[] = [];
const EMPTY: LineResult = { problems: NONE };

/**
 * Reads records one line at a time, so that a file of any size can be streamed. A line is one JSON object as
 * `WrittenRecord` describes it, its content as its kind's attributes ask, or a fact (see `FACT_KINDS`).
 * Refused, with file, line and the path of the attribute: what is not JSON, unknown kinds, versions, attributes
 * and parties, missing or wrong values, and what claims to be known in the future. Nothing is converted by guess.
 */
export function createRecordReader(kinds: readonly Kind[], options: RecordReaderOptions = {}): RecordReader {
  const plans = planKinds(kinds);
  const names = [...plans.keys(), ...FACT_KINDS, "withdrawal"];
  const context = {
    parties: options.parties && new Set(options.parties.map((party) => party.id)),
    instruments: options.instruments && new Set(options.instruments),
    now: options.now,
  };
  const seen = createSeenIds();
  let lines = 0;
  let taken = 0;
  let refused = 0;
  let empty = 0;
  let repeated = 0;

  /** `text` is the line as it was written; undefined where the record came parsed. `once`: its id comes once. */
  function read(text: string | undefined, given?: unknown, once = false): LineResult {
    const problems: Problem[] = [];
    let sound = true;
    const report = (severity: Problem["severity"], path: string, refusal: Refusal, column?: number) => {
      if (severity === "error") sound = false;
      problems.push({
        code: refusal.code ?? "record/wrong-value",
        severity,
        ...(options.file === undefined ? {} : { file: options.file }),
        line: lines,
        ...(column === undefined ? {} : { column }),
        message: path === "" ? refusal.refusal : `${path}: ${refusal.refusal}`,
        ...(refusal.mend === undefined ? {} : { mend: refusal.mend }),
      });
    };
    const fault: Fault = (path, refusal) => report("error", path, refusal);
    const warn: Fault = (path, refusal) => report("warning", path, refusal);

    if (text !== undefined && text.length > LONGEST_LINE) {
      fault("", refuse(`the line is longer than ${LONGEST_LINE} characters`, "one record a line", "record/too-long"));
      return { problems };
    }
    const parsed = text === undefined ? { value: given } : parseJsonLine(text);
    if (isRefusal(parsed)) {
      report("error", "", parsed, parsed.column);
      return { problems };
    }
    const written = parsed.value;
    if (!isObject(written)) {
      fault("", refuse(`the line is ${shown(written)}, not an object`, "one JSON object a line", "record/not-object"));
      return { problems };
    }
    const header = readHeader(written, context, fault);
    const hasContent = Object.hasOwn(written, "content");
    const content = hasContent ? written.content : {};
    if (!isObject(content)) {
      fault("content", refuse(`must be an object, not ${shown(content)}`));
      return { problems };
    }
    for (const key of Object.keys(content)) {
      if (FORBIDDEN_KEYS.has(key)) {
        fault(`content.${key}`, refuse("is a name that no record may use", "take it out", "record/forbidden-key"));
      }
    }
    let result: { record?: KelisimRecord; fact?: Fact } = {};
    if (isFactKind(header.kind)) {
      checkFactHeader(header, fault);
      const fact = readFact(header.kind, header, content, context.parties, fault);
      if (fact !== undefined) result = { fact };
    } else if (header.kind === "withdrawal") {
      checkWithdrawal(header, content, fault);
      result = { record: { ...header, content: {} } };
    } else if (header.kind !== "") {
      const plan = findPlan(header, fault);
      if (plan !== undefined) {
        const attributes = readAttributes(plan, content, text, fault);
        checkLinks(header, fault);
        checkSpeaker(plan.kind, header, fault, warn);
        result = { record: { ...header, content: attributes } };
      }
    }
    if (header.received !== undefined && header.received < header.occurred) {
      const mend = "the record is taken; the two clocks are shown as disputed";
      warn("received", refuse("is earlier than occurred", mend, "record/clock-disputed"));
    }
    if (sound && text !== undefined) {
      const twice = repeatedKey(text, countKeys(written));
      if (twice !== undefined) {
        const mend = "keep one: which of them counts would be a guess";
        fault(twice, refuse("stands twice in one object", mend, "record/repeated-key"));
      }
    }
    if (!sound) return { problems };
    if (once) return { ...result, problems };
    const { known: _given, ...said } = written;
    const earlier = seen.see(header.id, hashJson(said));
    if (earlier === "same") repeated += 1;
    if (earlier === "other") {
      const mend = "give a correction its own id, and name the record it corrects in corrects";
      warn("id", refuse(`"${header.id}" was read before with other content`, mend, "record/conflicting-id"));
    }
    return { ...result, problems };
  }

  const common = new Map<string, CommonHeader>();

  /** Reads what is common to headers; undefined where a check of it depends on more, or does not pass in silence. */
  function readCommon(rest: string): CommonHeader {
    let sound = true;
    const fault = () => {
      sound = false;
    };
    const written: Record<string, unknown> = JSON.parse(rest);
    for (const name of ["id", "occurred", "recorded", "received"]) {
      if (name === "received" && written.received === undefined) continue;
      if (written[name] !== "") return undefined;
      written[name] = name === "id" ? name : SOME_MOMENT;
    }
    const header = readHeader(written, { ...context, now: undefined }, fault);
    if (!sound || isFactKind(header.kind) || header.kind === "withdrawal") return undefined;
    const plan = findPlan(header, fault);
    if (plan === undefined) return undefined;
    checkSpeaker(plan.kind, header, fault, fault);
    return sound ? { header, plan } : undefined;
  }

  function commonOf(rest: string): CommonHeader {
    if (common.has(rest)) return common.get(rest);
    if (common.size >= MOST_COMMON) common.clear();
    const found = readCommon(rest);
    common.set(rest, found);
    return found;
  }

  const whole = ({ header, known, body }: KeptRecord): LineResult =>
    read(undefined, { ...JSON.parse(header), known: formatInstant(known), content: JSON.parse(body) }, true);

  function readKept(records: readonly KeptRecord[]): readonly LineResult[] {
    const cuts = records.map(({ header }) => cutHeader(header));
    // Parsed together: ids and contents are then texts of their own, and hold no long text in memory.
    const parsed: unknown[] = JSON.parse(
      `[${cuts.map((cut, index) => (cut === undefined ? "0,0" : `${cut.id},${records[index]!.body}`)).join(",")}]`,
    );
    return records.map((record, index) => {
      const cut = cuts[index];
      const shared = cut === undefined ? undefined : commonOf(cut.rest);
      if (cut === undefined || shared === undefined) return whole(record);
      const id = readId(parsed[index * 2], "an id");
      const content = parsed[index * 2 + 1];
      const occurred = parseInstant(cut.occurred);
      const recorded = parseInstant(cut.recorded);
      const received = cut.received === undefined ? undefined : parseInstant(cut.received);
      const plain =
        typeof id === "string" &&
        typeof occurred === "number" &&
        typeof recorded === "number" &&
        (received === undefined || (typeof received === "number" && received >= occurred)) &&
        (context.now === undefined || record.known <= context.now) &&
        isObject(content) &&
        !Object.keys(content).some((key) => FORBIDDEN_KEYS.has(key));
      if (!plain) return whole(record);
      let sound = true;
      const attributes = readAttributes(shared.plan, content, undefined, () => {
        sound = false;
      });
      if (!sound) return whole(record);
      const said = { ...shared.header, id, occurred, recorded, known: record.known, content: attributes };
      return { record: received === undefined ? said : { ...said, received: received as Instant }, problems: NONE };
    });
  }

  function findPlan(header: RecordHeader, fault: Fault): KindPlan | undefined {
    const versions = plans.get(header.kind);
    if (versions === undefined) {
      const refusal = `"${header.kind.slice(0, 60)}" is not a kind of this vocabulary`;
      fault("kind", refuse(refusal, propose(header.kind, names), "record/unknown-kind"));
      return undefined;
    }
    const plan = versions.get(header.version);
    if (plan === undefined) {
      const known = [...versions.keys()].join(", ");
      const refusal = `${header.kind} has no version ${header.version} here`;
      fault("version", refuse(refusal, `known: ${known}`, "record/unknown-version"));
    }
    return plan;
  }

  function readAttributes(
    plan: KindPlan,
    plain: Readonly<Record<string, unknown>>,
    text: string | undefined,
    fault: Fault,
  ): Readonly<Record<string, Value>> {
    const content = plan.decimals && text !== undefined ? keepDigits(text, plain) : plain;
    const values: Record<string, Value> = {};
    for (const name of Object.keys(content)) {
      const attribute = plan.attributes.get(name);
      if (attribute === undefined) {
        if (FORBIDDEN_KEYS.has(name)) continue; // already reported
        const mend = propose(name, plan.attributes.keys());
        const refusal = refuse(`${plan.kind.name} has no such attribute`, mend, "record/unknown-attribute");
        fault(`content.${name.slice(0, 60)}`, refusal);
        continue;
      }
      const value = readValue(attribute, content[name], context.parties);
      if (isRefusal(value)) fault(`content.${name}`, value);
      else values[name] = value;
    }
    for (const attribute of plan.kind.attributes) {
      if (!attribute.required || Object.hasOwn(content, attribute.name)) continue;
      const refusal = refuse("is missing", `every ${plan.kind.name} has it`, "record/missing-attribute");
      fault(`content.${attribute.name}`, refusal);
    }
    return values;
  }

  function counted(result: LineResult): LineResult {
    if (result.record === undefined && result.fact === undefined) refused += 1;
    else taken += 1;
    return result;
  }

  return {
    line(text) {
      lines += 1;
      const start = lines === 1 && text.charCodeAt(0) === 0xfeff ? 1 : 0;
      const end = text.endsWith("\r") ? text.length - 1 : text.length;
      const line = start === 0 && end === text.length ? text : text.slice(start, end);
      if (line.trim() === "") {
        empty += 1;
        return EMPTY;
      }
      return counted(read(line));
    },
    written(record) {
      lines += 1;
      return counted(read(undefined, record));
    },
    kept(records) {
      lines += records.length;
      return readKept(records).map(counted);
    },
    counts: () => ({ lines, taken, refused, empty, repeated }),
    end: () => ({ lines, taken, refused, empty, repeated }),
  };
}

function planKinds(kinds: readonly Kind[]): ReadonlyMap<string, ReadonlyMap<number, KindPlan>> {
  const plans = new Map<string, Map<number, KindPlan>>();
  for (const kind of kinds) {
    const attributes = new Map(kind.attributes.map((attribute) => [attribute.name, attribute]));
    const decimals = kind.attributes.some(({ type }) => type.type === "amount" || type.type === "money");
    const versions = plans.get(kind.name) ?? new Map<number, KindPlan>();
    versions.set(kind.version, { kind, attributes, decimals });
    plans.set(kind.name, versions);
  }
  return plans;
}

/** Parses the line a second time where numbers may be amounts; the common line without such pays nothing. */
function keepDigits(text: string, plain: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const numbers = Object.values(plain).some((value) => typeof value === "number" || isObject(value));
  if (!numbers) return plain;
  const written = parseKeepingDigits(text);
  return isObject(written) && isObject(written.content) ? written.content : plain;
}
