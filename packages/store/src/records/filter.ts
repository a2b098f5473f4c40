import { isRefusal, parseInstant } from "@kelisim/model";
import { type Expression, type ExpressionBuilder, type SqlBool, sql } from "kysely";
import type { Tables } from "../tables.ts";
import type { Viewer } from "../viewer.ts";
import type { RecordQuery } from "./records.ts";

/** A query that cannot be asked: the message names the field. */
export class WrongQuery extends Error {
  override readonly name = "WrongQuery";
}

/**
 * The conditions of a query on the columns; `text` is looked for afterwards, in decrypted bodies. Who may read a row
 * is none of them: that is the policy's, in the database. `few`: the only numbers among which there is anything to find.
 */
export function conditionsOf(query: RecordQuery, viewer: Viewer, few?: readonly number[]) {
  const moment = (path: string, text: string): Date => {
    const instant = parseInstant(text);
    if (isRefusal(instant)) throw new WrongQuery(`${path}: ${instant.refusal}`);
    return new Date(instant);
  };
  const { between, known } = query;
  const occurredFrom = between?.from === undefined ? undefined : moment("between.from", between.from);
  const occurredTo = between?.to === undefined ? undefined : moment("between.to", between.to);
  const knownFrom = known?.from === undefined ? undefined : moment("known.from", known.from);
  const knownTo = known?.to === undefined ? undefined : moment("known.to", known.to);
  return (on: ExpressionBuilder<Tables, "kelisim.record">): Expression<SqlBool> => {
    const all: Expression<SqlBool>[] = [];
    if (few !== undefined) all.push(sql<SqlBool>`seq = any(${[...few]}::bigint[])`);
    if (query.kinds !== undefined) all.push(on("kind", "=", sql<string>`any(${[...query.kinds]}::text[])`));
    if (query.from !== undefined) all.push(on("from_party", "=", query.from));
    if (query.to !== undefined) all.push(sql<SqlBool>`to_parties && array[${query.to}]::text[]`);
    if (occurredFrom !== undefined) all.push(on("occurred", ">=", occurredFrom));
    if (occurredTo !== undefined) all.push(on("occurred", "<", occurredTo));
    if (knownFrom !== undefined) all.push(on("known", ">=", knownFrom));
    if (knownTo !== undefined) all.push(on("known", "<", knownTo));
    if (query.own === true) {
      all.push(
        on("region", "=", viewer.region),
        on("owner_party", "=", viewer.party),
        on("owner_body", "=", viewer.body),
      );
    }
    if (query.about !== undefined) all.push(sql<SqlBool>`coalesce(corrects, withdraws) = ${query.about}`);
    return on.and(all);
  };
}

/** Looks for words in text, in any case: all must stand somewhere. Undefined: nothing is looked for. */
export function wordFinder(text: string | undefined): ((header: string, body: string) => boolean) | undefined {
  const words = (text ?? "")
    .toLocaleLowerCase("und")
    .split(/\s+/)
    .filter((word) => word !== "");
  if (words.length === 0) return undefined;
  return (header, body) => {
    const all = `${header} ${body}`.toLocaleLowerCase("und");
    return words.every((word) => all.includes(word));
  };
}
