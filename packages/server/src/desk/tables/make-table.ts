import { standpointData } from "../standpoint.ts";
import { COLUMNS, type ColumnId } from "./columns.ts";
import type { MadeTable, TableDefinition, TableNeeds, TableRow } from "./table.ts";
import { tableTexts } from "./texts.ts";

/** Makes a table as one body sees it, with all that a reader of the file alone needs to know. */
export async function makeTable(table: TableDefinition, needs: TableNeeds): Promise<MadeTable> {
  const { view, asked, viewer } = needs;
  const { desk } = view;
  const { region } = desk;
  const say = tableTexts[asked.language];
  const answer = await table.rows(needs);
  const { rows: all, files } = "files" in answer ? answer : { rows: answer, files: [] };
  const rows = all.filter((row) => passes(row, table, needs.filters));
  const declared = region.tables
    .filter((each) => table.from.includes(each.table))
    .map(({ table: name, coverage, of }) => say.coverage(name, coverage, of));
  const caveats = [
    ...(region.disclaimer === undefined || table.isOfBody ? [] : [region.disclaimer]),
    ...new Set(files.flatMap((file) => file.caveats)),
    ...(region.fictional ? [say.invented] : []),
    ...declared,
    ...(table.columns.includes("title") && table.from.includes("status") ? [say.unofficial] : []),
    say.unknown,
    ...(table.id === "board" || table.id === "between" ? [say.states] : []),
  ];
  const used = new Set(
    rows.flatMap(({ source }) => [...String(source ?? "").matchAll(/\[([^\]]+)\]/g)].map((m) => m[1]!)),
  );
  return {
    id: table.id,
    title: table.title[asked.language],
    region: region.name,
    standpoint: standpointData(asked, desk),
    readAs: [asked.party, viewer.party === "" ? undefined : `${viewer.party}/${viewer.body}`]
      .filter(Boolean)
      .join(", "),
    licence: [table.isOfBody ? say.ofBody : say.licence, ...files.map(say.file)].join(" "),
    caveats,
    cite: say.cite,
    sources: region.sources
      .filter(({ id }) => used.has(id))
      .map(({ id, title, kind, address }) => ({ id, title, kind, ...(address === undefined ? {} : { address }) })),
    columns: columnsOf(table.columns, asked.language),
    rows,
  };
}

export function columnsOf(ids: readonly ColumnId[], language: "en" | "ru"): MadeTable["columns"] {
  return ids.map((id) => {
    const [title, description] = COLUMNS[id][language];
    return { id, title, description };
  });
}

/** A filter that the table itself does not know narrows by the column of its name; lists hold the value among others. */
function passes(row: TableRow, { columns, obeys = [] }: TableDefinition, filters: TableNeeds["filters"]): boolean {
  return Object.entries(filters).every(([name, wanted]) => {
    if (wanted === "" || obeys.includes(name) || !(columns as readonly string[]).includes(name)) return true;
    const value = String(row[name as ColumnId] ?? "");
    return value === wanted || value.split(" ").includes(wanted);
  });
}
