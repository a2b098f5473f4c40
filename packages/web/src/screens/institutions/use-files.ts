import type { TableFiles } from "../../api/table-files.ts";
import { useAddress } from "../../shell/desk-context.ts";
import { useTableFiles } from "../../shell/use-table-files.ts";
import { FILE_FILTERS } from "../../state/institutions/tabs.ts";

/** Addresses of a table of this screen as files, with its filters. */
export function useInstitutionFiles(table: string): TableFiles {
  const address = useAddress();
  return useTableFiles(table, Object.fromEntries(FILE_FILTERS.map((name) => [name, address[name]])));
}
