import { type TableFiles, tableFiles } from "../api/table-files.ts";
import type { Address } from "../state/standpoint.ts";
import { useDesk, useStandpoint } from "./desk-context.ts";

/** Addresses of one of the node's tables as files, from the desk's standpoint, narrowed as the list is. */
export function useTableFiles(table: string, filters: Address = {}): TableFiles {
  const { region } = useDesk();
  const { asked } = useStandpoint();
  return tableFiles(region.id, table, { ...asked, ...filters });
}
