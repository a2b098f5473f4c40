/** Another server works on this database: one server a database. `address` is where it answers, if it said so. */
export class StoreInUse extends Error {
  override readonly name = "StoreInUse";
  readonly address: string | undefined;
  constructor(address: string | undefined) {
    super(
      address === undefined
        ? "another Kelisim server works on this database; it has not said at which address"
        : `another Kelisim server works on this database: ${address}`,
    );
    this.address = address;
  }
}

/** The database does not answer now. Nothing is known to be lost; asking again later is safe. */
export class DatabaseAway extends Error {
  override readonly name = "DatabaseAway";
  constructor(cause?: unknown) {
    super("the database does not answer now; please try again in a moment", { cause });
  }
}

/** There is no room left where the database or the keys are kept. Nothing of what was asked has been taken. */
export class StorageFull extends Error {
  override readonly name = "StorageFull";
  constructor(cause: unknown) {
    super(`there is no room left on the disk (${cause instanceof Error ? cause.message : String(cause)})`, { cause });
  }
}

/** The database was last used by a newer Kelisim than this one. */
export class DatabaseIsNewer extends Error {
  override readonly name = "DatabaseIsNewer";
  readonly found: number;
  readonly known: number;
  constructor(found: number, known: number) {
    super(
      `the database stands at migration ${found}, this program knows ${known}: it was used by a newer Kelisim. ` +
        "Start that version, or restore a copy made before it ran",
    );
    this.found = found;
    this.known = known;
  }
}

/** A migration that ran on this database reads differently in this program. */
export class MigrationChanged extends Error {
  override readonly name = "MigrationChanged";
  constructor(id: number, name: string) {
    super(
      `migration ${id} "${name}" ran on this database with another text than this program has; ` +
        "a migration is never changed once it has run: write a new one",
    );
  }
}

/** The list of migrations has a gap, a repetition or is out of order: a fault of the program. */
export class MigrationGap extends Error {
  override readonly name = "MigrationGap";
}

/** A migration did not run to its end. The database stands as it was before it. */
export class MigrationStopped extends Error {
  override readonly name = "MigrationStopped";
  readonly id: number;
  constructor(id: number, name: string, cause: unknown) {
    const why = cause instanceof Error ? cause.message : String(cause);
    const mend = isFull(cause) ? ". Make room on its disk and start again" : "";
    super(`migration ${id} "${name}" stopped: ${why}. The database stands as it was before it${mend}`, { cause });
    this.id = id;
  }
}

/** Row-level security would not bind the role that answers requests: the store does not open. */
export class SecurityBypassed extends Error {
  override readonly name = "SecurityBypassed";
}

/** The database server is older than the SQL that is used here. */
export class DatabaseTooOld extends Error {
  override readonly name = "DatabaseTooOld";
  constructor(found: string) {
    super(`this is PostgreSQL ${found}; Kelisim needs 15 or later`);
  }
}

/** The embedded server cannot be started here; the message says why and what to do. */
export class EmbeddedServerRefused extends Error {
  override readonly name = "EmbeddedServerRefused";
}

/** The key folder is not as it must be (length, permissions, belongs to another store). */
export class KeyVaultDamaged extends Error {
  override readonly name = "KeyVaultDamaged";
}

/** The store was closed. */
export class StoreClosed extends Error {
  override readonly name = "StoreClosed";
  constructor() {
    super("the store is closed");
  }
}

/** SQLSTATE disk_full (PostgreSQL, appendix A), and what the system says where a file cannot grow. */
const FULL = new Set(["53100", "ENOSPC", "EDQUOT"]);

/** Whether an error says that there is no room left. */
export function isFull(error: unknown): boolean {
  return error instanceof StorageFull || FULL.has(String((error as { readonly code?: unknown } | null)?.code));
}
