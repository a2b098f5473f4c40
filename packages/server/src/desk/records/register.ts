import type { Records, RecordsQuery } from "@kelisim/api";
import type { WrittenRecord } from "@kelisim/model";
import { endOfDay, firstDay, formatInstant, isRefusal, lastDay, parseDated, startOfDay } from "@kelisim/model";
import type { BodyStore, PageQuery } from "@kelisim/store";
import { readCursor, writeCursor } from "../../http/cursor.ts";
import { badRequest } from "../../http/problem.ts";
import type { Desk } from "../desk.ts";
import { readStandpoint } from "../standpoint.ts";
import { regionRecords } from "./held.ts";
import { recordRow } from "./record-row.ts";

const PAGE = 50;

/** What a request asks the register for. Throws 400 naming the parameter that cannot be read. */
export function readRegisterQuery(query: RecordsQuery, desk: Desk, now: number): PageQuery {
  const { timeZone, parties } = desk.region;
  const day = (name: "since" | "until") => {
    const text = query[name];
    if (text === undefined || text === "") return undefined;
    const date = parseDated(text);
    if (isRefusal(date)) throw badRequest(`/query/${name}`, date.refusal, date.mend);
    const instant = name === "since" ? startOfDay(firstDay(date), timeZone) : endOfDay(lastDay(date), timeZone) + 1;
    return formatInstant(instant);
  };
  for (const name of ["from", "to"] as const) {
    const id = query[name];
    if (id !== undefined && id !== "" && id !== "*" && !parties.some((party) => party.id === id))
      throw badRequest(`/query/${name}`, `"${id}" is no party of ${desk.region.name}`);
  }
  const [from, to] = [day("since"), day("until")];
  const { knownAt } = readStandpoint(query.known === undefined ? {} : { known: query.known }, desk, now);
  const kinds = kindsOf(query, desk);
  return {
    ...(kinds === undefined ? {} : { kinds }),
    ...(query.from ? { from: query.from } : {}),
    ...(query.to ? { to: query.to } : {}),
    ...(from === undefined && to === undefined
      ? {}
      : { between: { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) } }),
    ...(query.known === undefined ? {} : { known: { to: formatInstant(knownAt + 1) } }),
    ...(query.own === "1" ? { own: true } : {}),
    ...(query.q ? { text: query.q } : {}),
    order: query.order ?? "newest",
    limit: query.limit ?? PAGE,
    ...(query.after === undefined ? {} : { after: query.after }),
  };
}

function kindsOf({ kinds, form }: RecordsQuery, desk: Desk): readonly string[] | undefined {
  const named = kinds ? kinds.split(",") : undefined;
  if (form === undefined) return named;
  const ofForm = desk.program.vocabulary.filter((kind) => kind.form === form).map(({ name }) => name);
  return named === undefined ? [...new Set(ofForm)] : named.filter((name) => ofForm.includes(name));
}

/** How much each place holds that a body may read, and which of the two a question without `held` is about. */
export async function placesHeld(desk: Desk, store: BodyStore, wanted: RecordsQuery["held"]) {
  const held = { node: await store.records.count({}), region: (await regionRecords(desk)).length };
  const place = wanted ?? (held.node === 0 && held.region > 0 ? "region" : "node");
  return { held, place } as const;
}

/** A page of the register, as the body may read it. */
export async function registerOf(desk: Desk, store: BodyStore, query: RecordsQuery, now: number): Promise<Records> {
  const words = desk.words(query.lang ?? "en");
  const asked = readRegisterQuery(query, desk, now);
  const isFirst = query.after === undefined;
  const places = isFirst || query.held === undefined ? await placesHeld(desk, store, query.held) : undefined;
  const held = isFirst ? { ...places } : {};
  if ((query.held ?? places?.place) === "region") {
    const found = filterOwn(await regionRecords(desk), asked);
    const begin = query.after === undefined ? 0 : Number(readCursor(query.after, ["number"])[0]);
    const end = begin + asked.limit!;
    return {
      items: found.slice(begin, end).map((record) => recordRow({ record }, words)),
      ...(isFirst ? { total: found.length } : {}),
      ...(end < found.length ? { next: writeCursor([end]) } : {}),
      ...held,
    };
  }
  const page = await store.records.page(asked).catch((error: unknown) => {
    if (error instanceof Error && error.name === "WrongQuery") throw badRequest("/query", error.message);
    throw error;
  });
  const { after: _after, limit: _limit, order: _order, ...counted } = asked;
  return {
    items: page.records.map((stored) => recordRow(stored, words)),
    ...(isFirst ? { total: await store.records.count(counted) } : {}),
    ...(page.next === undefined ? {} : { next: page.next }),
    ...held,
  };
}

/** The same filters over the records of the region's folder, which no store holds. */
export function filterOwn(records: readonly WrittenRecord[], asked: PageQuery): readonly WrittenRecord[] {
  if (asked.own === true) return [];
  const parts = (asked.text ?? "")
    .toLocaleLowerCase("und")
    .split(/\s+/)
    .filter((part) => part !== "");
  const within = (moment: string, range: PageQuery["between"]) =>
    (range?.from === undefined || Date.parse(moment) >= Date.parse(range.from)) &&
    (range?.to === undefined || Date.parse(moment) < Date.parse(range.to));
  const found = records.filter((record) => {
    if (asked.kinds !== undefined && !asked.kinds.includes(record.kind)) return false;
    if (asked.from !== undefined && record.from !== asked.from) return false;
    if (asked.to !== undefined && record.to?.includes(asked.to) !== true) return false;
    if (!within(record.occurred, asked.between) || !within(record.known ?? record.recorded, asked.known)) return false;
    if (parts.length === 0) return true;
    const all = JSON.stringify(record).toLocaleLowerCase("und");
    return parts.every((part) => all.includes(part));
  });
  switch (asked.order) {
    case "oldest":
      return found.toReversed();
    case "occurred":
      return found.toSorted((a, b) => Date.parse(b.occurred) - Date.parse(a.occurred));
    case "occurred-oldest":
      return found.toSorted((a, b) => Date.parse(a.occurred) - Date.parse(b.occurred));
    default:
      return found;
  }
}
