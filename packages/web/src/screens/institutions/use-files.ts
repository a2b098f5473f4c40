import { apiPath } from "../../api/client.ts";
import type { ExportFormat } from "../../parts/export-menu.tsx";
import { useAddress, useDesk, useStandpoint } from "../../shell/desk-context.ts";
import { FILE_FILTERS } from "../../state/institutions/tabs.ts";

/** Addresses of a table of this screen as files, with its filters. */
export function useInstitutionFiles(table: string): Readonly<Record<Exclude<ExportFormat, "ics">, string>> {
  const { region } = useDesk();
  const { asked } = useStandpoint();
  const address = useAddress();
  const filters = Object.fromEntries(FILE_FILTERS.map((name) => [name, address[name]]));
  const at = (format: ExportFormat) =>
    apiPath(`/regions/${region.id}/tables/${table}.${format}`, { ...asked, ...filters });
  return { csv: at("csv"), xlsx: at("xlsx"), json: at("json") };
}

/** The same as a chart lists them. */
export const chartFiles = (files: ReturnType<typeof useInstitutionFiles>) =>
  [
    ["CSV", files.csv],
    ["XLSX", files.xlsx],
    ["JSON", files.json],
  ] as const;
