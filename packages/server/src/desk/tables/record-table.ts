import type { RecordsQuery } from "@kelisim/api";
import type { StoredRecord } from "@kelisim/store";
import { summaryOf } from "../records/content-words.ts";
import { regionRecords } from "../records/held.ts";
import { filterOwn, placesHeld, readRegisterQuery } from "../records/register.ts";
import { listed, type TableDefinition, type TableRow } from "./table.ts";

/** Pages read at a time, and the most that one file holds: a larger register is taken in parts, by its filters. */
const PAGE = 1000;
const MOST = 100_000;

/** The register as the body may read it, with the filters of the screen. */
export const recordsTable: TableDefinition = {
  id: "records",
  title: { en: "Register of records", ru: "Реестр записей" },
  columns: [
    "id",
    "form",
    "kind",
    "kind_name",
    "sender",
    "addressees",
    "instruments",
    "says",
    "channel",
    "marking",
    "occurred",
    "recorded",
    "received",
    "corrects",
    "withdraws",
    "sha256",
  ],
  from: [],
  obeys: ["q", "kinds", "form", "from", "to", "since", "until", "own", "held", "order"],
  async rows({ node, view: { desk }, viewer, words, filters }) {
    const query = readRegisterQuery(filters as RecordsQuery, desk, node.now());
    const forms = new Map(desk.program.vocabulary.map(({ name, form }) => [name, form]));
    const rowOf = ({
      record,
      headerSha256,
      erased,
    }: Pick<StoredRecord, "record" | "erased"> & Partial<StoredRecord>): TableRow => ({
      id: record.id,
      form: forms.get(record.kind),
      kind: record.kind,
      kind_name: words.kind(record.kind),
      sender: record.from,
      addressees: listed(record.to),
      instruments: listed(record.under),
      says: erased === true ? null : summaryOf(record, words),
      channel: record.channel,
      marking: record.marking,
      occurred: record.occurred,
      recorded: record.recorded,
      received: record.known ?? record.recorded,
      corrects: record.corrects,
      withdraws: record.withdraws,
      sha256: headerSha256,
    });
    const { place } = await placesHeld(desk, node.store.as(viewer), filters.held as RecordsQuery["held"]);
    if (place === "region") return filterOwn(await regionRecords(desk), query).map((record) => rowOf({ record }));
    const rows: TableRow[] = [];
    const { records } = node.store.as(viewer);
    for (let after: string | undefined; rows.length < MOST; ) {
      const page = await records.page({ ...query, limit: PAGE, ...(after === undefined ? {} : { after }) });
      for (const stored of page.records) rows.push(rowOf(stored));
      if (page.next === undefined) break;
      after = page.next;
    }
    return rows;
  },
};
