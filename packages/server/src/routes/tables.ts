import { RegionParams, TableParams, TableQuery, TablesSchema } from "@kelisim/api";
import { Type } from "typebox";
import type { Routes } from "../app.ts";
import { deskOf, viewerIn } from "../desk/asker.ts";
import { readStandpoint } from "../desk/standpoint.ts";
import { TABLES } from "../desk/tables/all-tables.ts";
import { columnsOf, makeTable } from "../desk/tables/make-table.ts";
import { csvMetadata, writeCsv } from "../desk/tables/write-csv.ts";
import { writeJson } from "../desk/tables/write-json.ts";
import { PARQUET, writeParquet } from "../desk/tables/write-parquet.ts";
import { writeXlsx, XLSX } from "../desk/tables/write-xlsx.ts";
import { notFound } from "../http/problem.ts";

const STANDPOINT = new Set(["as", "on", "known", "days", "back", "lang"]);

/** Tables of the screens as files, each with source, licence, caveats and standpoint in it. */
export const tableRoutes: Routes = (app, node) => {
  app.get(
    "/regions/:region/tables",
    { schema: { tags: ["tables"], params: RegionParams, response: { 200: TablesSchema } } },
    async (request) => {
      deskOf(node, request.params.region);
      return {
        tables: TABLES.map(({ id, title, columns }) => ({
          id,
          title: title.en,
          columns: [...columnsOf(columns, "en")],
        })),
      };
    },
  );

  app.get(
    "/regions/:region/tables/:file",
    {
      schema: {
        tags: ["tables"],
        description: "NAME.csv, NAME.json, NAME.xlsx, NAME.parquet, or NAME.csv-metadata.json (CSV on the Web).",
        params: TableParams,
        querystring: TableQuery,
        produces: ["text/csv", "application/json", XLSX, PARQUET],
        response: { 200: Type.Any() },
      },
    },
    async (request, reply) => {
      const desk = deskOf(node, request.params.region);
      const { file } = request.params;
      const dot = file.indexOf(".");
      const format = file.slice(dot + 1);
      const table = TABLES.find(({ id }) => id === file.slice(0, dot));
      if (table === undefined) throw notFound(`The table "${file.slice(0, dot)}"`);
      const viewer = viewerIn(request, desk);
      const asked = readStandpoint(request.query, desk, node.now());
      const made = await makeTable(table, {
        node,
        view: await node.views.of(desk, viewer),
        viewer,
        asked,
        words: desk.words(asked.language),
        filters: filtersOf(request.query),
      });
      const { person, region, party, body } = viewer;
      await node.store.system.audit.append([
        { person, region, party, body, action: "table.export", about: file, detail: { rows: made.rows.length } },
      ]);
      // A file of this name in the folder of downloads; the day tells two of them apart.
      const name = `${desk.id}-${table.id}-${made.standpoint.today}.${format}`;
      reply
        .header("content-disposition", `attachment; filename="${name}"`)
        .serializer((payload: unknown) => payload as string);
      switch (format) {
        case "json":
          return reply.type("application/json; charset=utf-8").send(writeJson(made));
        case "xlsx":
          return reply.type(XLSX).send(await writeXlsx(made, asked.language));
        case "parquet":
          return reply.type(PARQUET).send(await writeParquet(made, node.holdings));
        case "csv-metadata.json":
          return reply
            .type("application/csvm+json")
            .send(`${JSON.stringify(csvMetadata(made, asked.language), null, 2)}\n`);
        default:
          return reply
            .type("text/csv; charset=utf-8; header=present")
            .header("link", `<${file}-metadata.json>; rel="describedby"; type="application/csvm+json"`)
            .send(writeCsv(made));
      }
    },
  );
};

/** What the address says beside the standpoint: the filters of the screen. */
function filtersOf(query: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  const given = Object.entries(query).filter(([name, value]) => !STANDPOINT.has(name) && value !== undefined);
  return Object.fromEntries(given.map(([name, value]) => [name, String([value].flat()[0]).slice(0, 4000)]));
}
