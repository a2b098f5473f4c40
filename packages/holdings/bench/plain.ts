import { DuckDBInstance } from "@duckdb/node-api";
import { CRS_COLUMNS } from "./crs-file.ts";

const SUMS = [
  ["commitment", "USD_Commitment"],
  ["disbursement", "USD_Disbursement"],
  ["received", "USD_Received"],
] as const;

const KEPT = [
  "DonorCode",
  "DonorName",
  "AgencyName",
  "RecipientCode",
  "RecipientName",
  "PurposeCode",
  "PurposeName",
  "FlowName",
  "CrsID",
  "ProjectNumber",
  "ProjectTitle",
  "ChannelName",
];

/** A DuckDB as one would open it by hand; without `memory` it takes what it likes, which is most of the machine. */
export const openPlainly = (path: string, folder: string, memory?: string): Promise<DuckDBInstance> =>
  DuckDBInstance.create(path, {
    threads: "2",
    temp_directory: `${folder}/temporary`,
    ...(memory === undefined ? {} : { memory_limit: memory }),
  });

/**
 * What the bench compares with: DuckDB alone, asked to make the same kind of Parquet of the same file, as one would by hand. Gives the
 * rows that it made.
 */
export async function takePlainly(file: string, folder: string, memory?: string): Promise<number> {
  const instance = await openPlainly(`${folder}/plain.duckdb`, folder, memory);
  const connection = await instance.connect();
  const columns = CRS_COLUMNS.map((column) => `'${column}': 'VARCHAR'`).join(", ");
  const sums = SUMS.flatMap(([, column]) => [column, `${column}_Defl`]);
  await connection.run(
    `CREATE TABLE staged AS SELECT Year, ${[...KEPT, ...sums].join(", ")} FROM read_csv('${file}', columns = {${columns}},
       auto_detect = false, header = true, delim = '|', quote = '"', escape = '"', store_rejects = true, max_line_size = 8388608)`,
  );
  const selects = SUMS.flatMap(([measure, column]) =>
    [column, `${column}_Defl`].map(
      (from) =>
        `(SELECT rowid + 1 AS row, TRY_CAST(Year AS BIGINT) AS year, ${KEPT.join(", ")}, '${measure}' AS measure,
           CAST(TRY_CAST(${from} AS DECIMAL(18,6)) * 1000000 AS DECIMAL(38,6)) AS amount, 'USD' AS currency,
           ${from === column ? "NULL" : "0"}::BIGINT AS price_year
         FROM staged WHERE ${from} IS NOT NULL ORDER BY RecipientCode, year, row)`,
    ),
  );
  await connection.run(
    `COPY (${selects.join(" UNION ALL ")}) TO '${folder}/plain.parquet' (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 122880)`,
  );
  const counted = await connection.runAndReadAll(
    `SELECT count(*)::DOUBLE AS rows FROM read_parquet('${folder}/plain.parquet')`,
  );
  connection.closeSync();
  instance.closeSync();
  return Number(counted.getRowObjectsJS()[0]!.rows);
}
