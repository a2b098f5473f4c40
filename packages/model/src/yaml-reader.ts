import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, type YAMLMap } from "yaml";
import { type Dated, parseDated } from "./dated.ts";
import { propose } from "./nearest.ts";
import type { Problem } from "./problem.ts";
import { isRefusal } from "./refusal.ts";

/** Reads keys of one YAML map; every fault is located at the value, else at the key's map. */
export interface YamlReader {
  text(key: string): string | undefined;
  need(key: string): string | undefined;
  flag(key: string): boolean | undefined;
  number(key: string): number | undefined;
  date(key: string): Dated | undefined;
  list(key: string): readonly string[];
  maps(key: string): readonly (readonly [string, YamlReader])[];
  onlyKeys(known: readonly string[]): void;
  /** `inner`: a key of the map that stands under `key`. */
  fault(key: string, message: string, mend?: string, inner?: string): void;
}

/**
 * Reads a YAML file (1.2, core schema) that holds keys and values, of which only `keys` are known. What is wrong goes
 * to `problems` with file, line and column; a file that is missing or broken gives a reader without values.
 */
export function readYaml(
  file: string,
  text: string | undefined,
  keys: readonly string[],
  problems: Problem[],
): YamlReader {
  const lines = new LineCounter();
  const report = (message: string, mend: string | undefined, offset: number | undefined) => {
    const place = offset === undefined ? { line: 1, col: 1 } : lines.linePos(offset);
    const mending = mend === undefined ? {} : { mend };
    const located = { file, line: Math.max(1, place.line), column: Math.max(1, place.col) };
    problems.push({ code: "region/yaml", severity: "error", ...located, message, ...mending });
  };
  if (text === undefined) {
    report(`there is no ${file}`, `a region is a folder with a ${file}`, undefined);
    return yamlReader(undefined, () => {});
  }
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  for (const error of [...document.errors, ...document.warnings])
    report(`not YAML: ${error.message}`, undefined, error.pos[0]);
  if (!isMap(document.contents)) {
    report(`${file} must hold keys and values`, `keys: ${keys.join(", ")}`, undefined);
    return yamlReader(undefined, () => {});
  }
  const reader = yamlReader(document.contents, report);
  reader.onlyKeys(keys);
  return reader;
}

function yamlReader(
  map: YAMLMap | undefined,
  report: (message: string, mend: string | undefined, offset: number | undefined) => void,
): YamlReader {
  const node = (key: string): Node | undefined => map?.get(key, true) as Node | undefined;
  const fault: YamlReader["fault"] = (key, message, mend, inner) => {
    const value = node(key);
    const deeper = inner !== undefined && isMap(value) ? (value.get(inner, true) as Node | undefined) : undefined;
    report(`${key}: ${message}`, mend, (deeper ?? value ?? map)?.range?.[0]);
  };
  const scalar = (key: string): unknown => {
    const value = node(key);
    if (value === undefined || value === null) return undefined;
    if (isScalar(value)) return value.value ?? undefined;
    fault(key, "must be one value");
    return undefined;
  };
  const text = (key: string): string | undefined => {
    const value = scalar(key);
    if (value === undefined) return undefined;
    if (typeof value === "string") return value.trim() === "" ? undefined : value.trim();
    // A bare year or number is meant as written.
    const source = (node(key) as { source?: string }).source;
    return source ?? String(value);
  };
  return {
    text,
    fault,
    need(key) {
      const value = text(key);
      if (value === undefined && map !== undefined) fault(key, "is missing");
      return value;
    },
    flag(key) {
      const value = scalar(key);
      if (value === true || value === "yes") return true;
      if (value === false || value === "no") return false;
      if (value !== undefined) fault(key, "must be yes or no");
      return undefined;
    },
    number(key) {
      const value = scalar(key);
      if (value === undefined || typeof value === "number") return value;
      fault(key, "must be a number");
      return undefined;
    },
    date(key) {
      const value = text(key);
      if (value === undefined) return undefined;
      const date = parseDated(value);
      if (!isRefusal(date)) return date;
      fault(key, date.refusal, date.mend);
      return undefined;
    },
    list(key) {
      const value = node(key);
      if (value === undefined || value === null || (isScalar(value) && value.value === null)) return [];
      if (isSeq(value) && value.items.every((item) => isScalar(item) && typeof item.value === "string")) {
        return value.items.map((item) => (isScalar(item) ? String(item.value) : ""));
      }
      fault(key, "must be a list of names", "write [A, B]");
      return [];
    },
    maps(key) {
      const value = node(key);
      if (value === undefined || value === null || (isScalar(value) && value.value === null)) return [];
      if (!isMap(value)) {
        fault(key, "must hold keys and values");
        return [];
      }
      return value.items.map((item) => {
        const name = isScalar(item.key) ? String(item.key.value) : "";
        if (item.value !== null && isMap(item.value)) return [name, yamlReader(item.value, report)] as const;
        fault(key, `${name} must hold keys and values`, "write {file: parties.csv, coverage: partial}", name);
        return [name, yamlReader(undefined, report)] as const;
      });
    },
    onlyKeys(known) {
      for (const item of map?.items ?? []) {
        const name = isScalar(item.key) ? String(item.key.value) : "";
        if (known.includes(name)) continue;
        const mend = propose(name, known) ?? `keys: ${known.join(", ")}`;
        const offset = isScalar(item.key) ? item.key.range?.[0] : map?.range?.[0];
        report(`there is no key "${name.slice(0, 60)}"`, mend, offset);
      }
    },
  };
}
