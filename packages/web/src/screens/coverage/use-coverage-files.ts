import { apiPath } from "../../api/client.ts";
import type { ExportFormat } from "../../parts/export-menu.tsx";
import { useAddress, useDesk, useStandpoint } from "../../shell/desk-context.ts";

/** Addresses of a table of this screen as files, with its filters. */
export function useCoverageFiles(table: string): Partial<Record<ExportFormat, string>> {
  const { region } = useDesk();
  const { asked } = useStandpoint();
  const { category, country, aspect } = useAddress();
  const at = (format: ExportFormat) =>
    apiPath(`/regions/${region.id}/tables/${table}.${format}`, { ...asked, category, country, aspect });
  return { csv: at("csv"), xlsx: at("xlsx"), json: at("json") };
}
