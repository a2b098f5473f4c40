import type { TableFiles } from "../../api/table-files.ts";
import { useAddress } from "../../shell/desk-context.ts";
import { useTableFiles } from "../../shell/use-table-files.ts";

/** Addresses of a table of this screen as files, with its filters. */
export function useCoverageFiles(table: string): TableFiles {
  const { category, country, aspect } = useAddress();
  return useTableFiles(table, { category, country, aspect });
}
