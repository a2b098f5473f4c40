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
  "ProjectTitle",
  "ChannelName",
];

/** What the bench compares with: DuckDB alone, asked to make the same kind of Parquet of the same file, as one would by hand. */
export async function takePlainly(file: string, folder: string): Promise<void> {
  const instance = await DuckDBInstance.create(`${folder}/plain.duckdb`, {
    threads: "2",
    memory_limit: "450MB",
    temp_directory: `${folder}/temporary`,
  });
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
  connection.closeSync();
  instance.closeSync();
}
