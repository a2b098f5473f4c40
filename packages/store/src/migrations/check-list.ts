import { MigrationGap } from "../errors.ts";
import type { Migration } from "./migration.ts";

/** Throws `MigrationGap`, naming the place, unless the ids are 1, 2, 3 ... and the names differ. */
export function checkList(migrations: readonly Migration[]): void {
  const names = new Set<string>();
  for (const [index, { id, name }] of migrations.entries()) {
    const due = index + 1;
    if (id !== due) {
      const before = index === 0 ? "the list begins" : `after migration ${index} "${migrations[index - 1]!.name}"`;
      throw new MigrationGap(
        `${before} with migration ${id} "${name}" where ${due} is due: give it the id ${due}, or add what is missing`,
      );
    }
    if (names.has(name)) throw new MigrationGap(`two migrations are called "${name}": name the later one otherwise`);
    names.add(name);
  }
}
