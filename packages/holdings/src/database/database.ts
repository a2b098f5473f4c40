import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { text } from "./sql.ts";

/** How much of the machine a database may take. */
export interface Limits {
  readonly threads?: number;
  /** "600MB" */
  readonly memory?: string;
}

export type Row = Readonly<Record<string, unknown>>;

/** One DuckDB that sees the files it was opened with and nothing else. */
export interface Database {
  /** Runs a statement; a signal interrupts it, and then its reason is thrown. */
  run(sql: string, values?: readonly (string | null)[], control?: Control): Promise<readonly Row[]>;
  /** A connection of one's own, closed behind the work. */
  with<T>(work: (connection: DuckDBConnection) => Promise<T>): Promise<T>;
  close(): void;
}

export interface Control {
  readonly signal?: AbortSignal;
  /** Told now and then while a statement runs: rows that were looked at, and of how many, as far as DuckDB knows. */
  readonly onRows?: (done: number, of: number) => void;
}

export interface Doors {
  /** Path of a database file; absent: in memory. */
  readonly path?: string;
  /** Files that may be read. */
  readonly files?: readonly string[];
  /** Folders below which may be read and written. */
  readonly folders: readonly string[];
  /** Where what does not fit into memory goes. */
  readonly temporary: string;
}

const THREADS = 2;
const MEMORY = "400MB";

/**
 * Opens a DuckDB with nothing of the machine open but `doors`: no extension is loaded or fetched, no other file or address can
 * be read, and no statement can change that.
 */
export async function openDatabase(doors: Doors, limits: Limits = {}): Promise<Database> {
  const instance = await DuckDBInstance.create(doors.path ?? ":memory:", {
    threads: String(limits.threads ?? THREADS),
    memory_limit: limits.memory ?? MEMORY,
    temp_directory: doors.temporary,
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
    allow_community_extensions: "false",
  });
  const connection = await instance.connect();
  const list = (paths: readonly string[]) => `[${paths.map(text).join(", ")}]`;
  await connection.run(`SET allowed_directories = ${list(doors.folders.map((folder) => `${folder}/`))}`);
  await connection.run(`SET allowed_paths = ${list(doors.files ?? [])}`);
  await connection.run("SET enable_external_access = false");
  await connection.run("SET lock_configuration = true");

  const withConnection: Database["with"] = async (work) => {
    const own = await instance.connect();
    try {
      return await work(own);
    } finally {
      own.closeSync();
    }
  };
  const run: Database["run"] = (sql, values = [], control = {}) =>
    withConnection((own) => runOn(own, sql, values, control));
  return {
    run,
    with: withConnection,
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

const POLL_MS = 200;

/** Runs a statement on a connection. */
export async function runOn(
  connection: DuckDBConnection,
  sql: string,
  values: readonly (string | null)[] = [],
  { signal, onRows }: Control = {},
): Promise<readonly Row[]> {
  signal?.throwIfAborted();
  const interrupt = () => connection.interrupt();
  signal?.addEventListener("abort", interrupt, { once: true });
  const timer =
    onRows === undefined
      ? undefined
      : setInterval(() => {
          const { rows_processed: done, total_rows_to_process: of } = connection.progress;
          if (of > 0n) onRows(Number(done), Number(of));
        }, POLL_MS);
  try {
    const reader = await connection.runAndReadAll(sql, [...values]);
    return reader.getRowObjectsJS();
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  } finally {
    clearInterval(timer);
    signal?.removeEventListener("abort", interrupt);
  }
}
