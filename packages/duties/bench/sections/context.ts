/** What every section of the benchmark is given. */
export interface Context {
  /** An empty folder that is taken away after the run. */
  readonly folder: string;
  readonly rounds: number;
  /** The shared workload; undefined where it is not beside this checkout. */
  readonly shared: string | undefined;
}

/** The place of one of our own scripts that run in a process of their own. */
export function script(name: string): string {
  return new URL(`../kelisim/${name}`, import.meta.url).pathname;
}
