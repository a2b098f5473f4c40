import type { Line as LineView } from "@kelisim/api";
import { formatDated, formatInstant } from "@kelisim/model";
import { citation, limitUnverified, type Row, stateCounted, type Words } from "@kelisim/words";
import { lineKey } from "./line-name.ts";

/** A row of the board as the screens take it, worded in the language of `words`. */
export function lineView(row: Row, words: Words): LineView {
  const { line, placed, debtors, creditors } = row;
  const { clause, instrument } = placed;
  const others = row.standpoint === "owed" ? debtors : creditors;
  const own = row.standpoint === "owed" ? creditors : debtors;
  return {
    key: lineKey(line, debtors[0] ?? "", creditors[0] ?? ""),
    form: line.form,
    state: stateCounted(row),
    ...(line.reason === undefined ? {} : { reason: words.names.engine(line.reason) }),
    unverified: line.unverified,
    unsureDate: row.unsureDate,
    act: words.act(row),
    instrument: instrument.id,
    instrumentName: words.names.instrument(instrument.id),
    clause: clause.id,
    article: citation(clause),
    articleUnverified: clause.articleAssumed !== undefined,
    version: line.version,
    debtors: [...debtors],
    creditors: [...creditors],
    who: words.names.actors(others, instrument),
    debtorName: words.names.actors(own, instrument),
    standpoint: row.standpoint,
    bothWays: row.bothWays === true,
    doubtful: [...row.doubtful],
    ...(row.day === undefined ? {} : { day: formatDated(row.day) }),
    ...(line.deadline === null ? {} : { deadline: formatInstant(line.deadline) }),
    deadlineIsDay: line.deadlineIsDay,
    ...(Number.isFinite(line.arises) ? { arises: formatInstant(line.arises) } : {}),
    ...(line.notBefore === undefined ? {} : { notBefore: formatInstant(line.notBefore) }),
    ...(clause.channel === undefined ? {} : { channel: clause.channel }),
    channelUnverified: clause.channelAssumed !== undefined,
    confidence: clause.confidence,
    ...(line.subject === undefined ? {} : { subject: line.subject }),
    ...(line.period === undefined ? {} : { period: line.period }),
    ...(line.group === undefined ? {} : { group: line.group }),
    ...(line.performedAt === undefined ? {} : { performedAt: formatInstant(line.performedAt) }),
    ...(line.performance === undefined ? {} : { performance: line.performance }),
    ...(line.value === undefined ? {} : { value: line.value }),
    ...(line.amount === undefined ? {} : { amount: line.amount }),
    ...(limitUnverified(clause) ? { amountUnverified: true } : {}),
  };
}
