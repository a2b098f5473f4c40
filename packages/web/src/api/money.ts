import type {
  FileOptionsView,
  HoldingRows,
  HoldingsView,
  Job,
  MoneyChecks,
  MoneyChoices,
  MoneyConcentration,
  MoneyDelivery,
  MoneyFragmentation,
  MoneyGrowth,
  MoneyPrices,
  MoneyRows,
  MoneySeries,
  MoneyShare,
  MoneyVintages,
  Programmes,
  RefusedPage,
  Upload,
} from "@kelisim/api";
import { infiniteQueryOptions } from "@tanstack/react-query";
import type { Address } from "../state/standpoint.ts";
import { apiPath, get, send } from "./client.ts";
import { regionQuery } from "./queries.ts";
import { sendBytes } from "./send-bytes.ts";

const at = (region: string) => `/regions/${encodeURIComponent(region)}`;

export const choicesQuery = (region: string, query: Address) =>
  regionQuery<MoneyChoices>(region, "/money/choices", query);
export const seriesQuery = (region: string, query: Address) => regionQuery<MoneySeries>(region, "/money/series", query);
export const growthQuery = (region: string, query: Address) => regionQuery<MoneyGrowth>(region, "/money/growth", query);
export const shareQuery = (region: string, query: Address) => regionQuery<MoneyShare>(region, "/money/share", query);
export const concentrationQuery = (region: string, query: Address) =>
  regionQuery<MoneyConcentration>(region, "/money/concentration", query);
export const fragmentationQuery = (region: string, query: Address) =>
  regionQuery<MoneyFragmentation>(region, "/money/fragmentation", query);
export const deliveryQuery = (region: string, query: Address) =>
  regionQuery<MoneyDelivery>(region, "/money/delivery", query);
export const pricesQuery = (region: string, query: Address) => regionQuery<MoneyPrices>(region, "/money/prices", query);
export const checksQuery = (region: string, query: Address) => regionQuery<MoneyChecks>(region, "/money/checks", query);
export const vintagesQuery = (region: string, query: Address) =>
  regionQuery<MoneyVintages>(region, "/money/vintages", query);
export const programmesQuery = (region: string, query: Address) =>
  regionQuery<Programmes>(region, "/money/programmes", query);

const ROWS_OF_A_PAGE = 50;

/** The rows behind a figure, page by page. */
export const moneyRowsQuery = (region: string, query: Address) =>
  infiniteQueryOptions({
    queryKey: ["region", region, "/money/rows", query],
    queryFn: ({ pageParam, signal }) =>
      get<MoneyRows>(
        `${at(region)}/money/rows`,
        { ...query, start: `${pageParam}`, rows: `${ROWS_OF_A_PAGE}` },
        signal,
      ),
    initialPageParam: 0,
    getNextPageParam: ({ of }: MoneyRows, pages: readonly MoneyRows[]) => {
      const shown = pages.reduce((sum, { rows }) => sum + rows.length, 0);
      return shown < of ? shown : undefined;
    },
  });

export const holdingsQuery = (region: string, lang: string) => regionQuery<HoldingsView>(region, "/holdings", { lang });

/** What was taken of a file, page by page. */
export const holdingRowsQuery = (region: string, holding: string, query: Address) =>
  infiniteQueryOptions({
    queryKey: ["region", region, "/holdings", holding, "rows", query],
    queryFn: ({ pageParam, signal }) =>
      get<HoldingRows>(
        `${at(region)}/holdings/${encodeURIComponent(holding)}/rows`,
        { ...query, start: `${pageParam}`, rows: `${ROWS_OF_A_PAGE}` },
        signal,
      ),
    initialPageParam: 0,
    getNextPageParam: ({ of }: HoldingRows, pages: readonly HoldingRows[]) => {
      const shown = pages.reduce((sum, { rows }) => sum + rows.length, 0);
      return shown < of ? shown : undefined;
    },
  });

/** What was refused of a holding's file, page by page. */
export const refusedQuery = (region: string, holding: string, lang: string) =>
  infiniteQueryOptions({
    queryKey: ["region", region, "/holdings", holding, "refused", lang],
    queryFn: ({ pageParam, signal }) =>
      get<RefusedPage>(
        `${at(region)}/holdings/${encodeURIComponent(holding)}/refused`,
        { from: `${pageParam}`, rows: "100", lang },
        signal,
      ),
    initialPageParam: 0,
    getNextPageParam: ({ next }: RefusedPage) => next,
  });

/** Files that one is taking in or took in of late; asked again each second while one of them runs. */
export const jobsQuery = (region: string, lang: string) => ({
  ...regionQuery<{ readonly jobs: readonly Job[] }>(region, "/holdings/jobs", { lang }),
  placeholderData: undefined,
  staleTime: 0,
  refetchInterval: ({ state }: { readonly state: { readonly data?: { readonly jobs: readonly Job[] } } }) =>
    state.data?.jobs.some((job) => job.state === "running") === true ? 1000 : (false as const),
});

/** Sends a file of figures to be looked at; nothing of it is kept until it is taken. */
export const sendHolding = (
  region: string,
  file: File,
  lang: string,
  onSent: (share: number) => void,
  signal: AbortSignal,
) =>
  sendBytes<Upload>({
    address: apiPath(`${at(region)}/holdings/uploads`, { name: file.name, lang }),
    type: "application/octet-stream",
    file,
    onSent,
    signal,
  });

const uploadAt = (region: string, upload: string) => `${at(region)}/holdings/uploads/${encodeURIComponent(upload)}`;

/** The same file, read with other options. */
export const previewAgain = (region: string, upload: string, options: FileOptionsView, lang: string) =>
  send<Upload>("POST", `${uploadAt(region, upload)}/preview`, options, { query: { lang } });
export const sendAway = (region: string, upload: string) => send<void>("DELETE", uploadAt(region, upload));
export const takeIn = (region: string, upload: string, options: FileOptionsView, lang: string) =>
  send<Job>("POST", `${at(region)}/holdings/jobs`, { upload, ...options }, { query: { lang } });
export const cancelJob = (region: string, job: string) =>
  send<unknown>("DELETE", `${at(region)}/holdings/jobs/${encodeURIComponent(job)}`);

export const FORMATS = [
  ["CSV", "csv"],
  ["XLSX", "xlsx"],
  ["Parquet", "parquet"],
] as const;
type Files = readonly (readonly [format: string, href: string])[];

const filesOf = (hrefOf: (format: string) => string): Files =>
  FORMATS.map(([name, format]) => [name, hrefOf(format)] as const);

/** Answers that can be taken away as a file. */
export type MoneyFileName =
  | "flows"
  | "share"
  | "donors"
  | "small-donors"
  | "delivery"
  | "prices"
  | "growth"
  | "checks"
  | "vintages";

/** Addresses of an answer as files. */
export const moneyFiles = (region: string, name: MoneyFileName, query: Address): Files =>
  filesOf((format) => apiPath(`${at(region)}/money/files/${name}.${format}`, query));

export const programmesFiles = (
  region: string,
  name: "programmes" | "ends" | "phases" | "budgets",
  query: Address,
): Files => filesOf((format) => apiPath(`${at(region)}/money/programmes/files/${name}.${format}`, query));

export const holdingFiles = (region: string, holding: string, query: Address): Files =>
  filesOf((format) => apiPath(`${at(region)}/holdings/${encodeURIComponent(holding)}/files/rows.${format}`, query));
