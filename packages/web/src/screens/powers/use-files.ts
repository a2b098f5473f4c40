import { apiPath } from "../../api/client.ts";
import type { ExportFormat } from "../../parts/export-menu.tsx";
import { useDesk, useStandpoint } from "../../shell/desk-context.ts";
import type { Address } from "../../state/standpoint.ts";

/** Addresses of a table of this screen as files, narrowed as the list is. */
export function usePowerFiles(table: string, filters: Address = {}): Partial<Record<ExportFormat, string>> {
  const { region } = useDesk();
  const { asked } = useStandpoint();
  const at = (format: ExportFormat) =>
    apiPath(`/regions/${region.id}/tables/${table}.${format}`, { ...asked, ...filters });
  return { csv: at("csv"), xlsx: at("xlsx"), json: at("json") };
}
