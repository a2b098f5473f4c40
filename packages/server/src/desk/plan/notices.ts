import type { Attribute, Kind } from "@kelisim/accord/program";
import type { PlanNotice } from "@kelisim/api";
import { formatInstant, type KelisimRecord, writeRecord } from "@kelisim/model";
import { mainChannel, type Row, type Together, type Words } from "@kelisim/words";
import { prefillOf } from "../records/prefill.ts";
import type { Asked } from "../standpoint.ts";

/** What drafts are made from: the plan as the record it would be, and the duties that would arise, strictest first. */
export interface NoticeNeeds {
  readonly record: KelisimRecord;
  readonly duties: readonly Row[];
  readonly words: Words;
  readonly asked: Asked;
}

/**
 * The act that a duty asks for, filled in from the plan, where whoever plans could do it. Undefined for a duty of others.
 * `number` is that of the duty, from 1.
 */
export function noticeOf(row: Row, number: number, needs: NoticeNeeds): PlanNotice | undefined {
  return noticeFor([{ row, number }], needs);
}

/**
 * As few notices as do for all duties of whoever plans: each duty in its order takes with it those that one record
 * discharges and that go by the same main channel. A duty done by an earlier notice needs none of its own.
 */
export function noticesOf(together: readonly Together[], needs: NoticeNeeds): readonly PlanNotice[] {
  const done = new Set<number>();
  return needs.duties.flatMap((row, index) => {
    const number = index + 1;
    if (done.has(number) || speakerOf(row, needs) === undefined) return [];
    const sets = together
      .filter(({ numbers }) => numbers.includes(number))
      .map(({ rows, numbers }) =>
        rows
          .map((each, at) => ({ row: each, number: numbers[at]! }))
          .filter((each) => !done.has(each.number) && channelOf(each.row) === channelOf(row)),
      );
    const widest = sets.toSorted((a, b) => b.length - a.length)[0] ?? [{ row, number }];
    for (const each of widest) done.add(each.number);
    return noticeFor(widest, needs) ?? [];
  });
}

interface Numbered {
  readonly row: Row;
  readonly number: number;
}

function noticeFor(rows: readonly Numbered[], needs: NoticeNeeds): PlanNotice | undefined {
  const { record, words, asked } = needs;
  const [first] = rows;
  const speaker = first === undefined ? undefined : speakerOf(first.row, needs);
  if (first === undefined || speaker === undefined) return undefined;
  const { clause } = first.row.placed;
  if (clause.kind !== "duty") return undefined;
  const kind = words.program.vocabulary.findLast((each) => each.name === clause.act.record);
  if (kind === undefined) return undefined;
  const asksOf = rows.flatMap(({ row }) => prefilled(row, speaker, needs) ?? []);
  const content = {
    ...fromPlan(kind, needs),
    ...Object.assign({}, ...asksOf.map((each) => each.content ?? {})),
  };
  const to = rows.flatMap(({ row }) => row.creditors.flatMap((actor) => words.names.membersOf(actor)));
  return {
    kind: kind.name,
    kindName: words.kind(kind.name),
    notice: kind.form === "notice",
    numbers: rows.map(({ number }) => number),
    from: speaker,
    to: kind.form === "event" ? [] : [...new Set(to)].filter((party) => party !== speaker && party !== ""),
    under: [...new Set(rows.map(({ row }) => row.placed.instrument.id))],
    ...(clause.channel === undefined ? {} : { channel: clause.channel }),
    channelUnverified: clause.channelAssumed !== undefined,
    // Nothing is sent later than the clock says.
    occurred: formatInstant(Math.min(asked.asOf, asked.knownAt)),
    content,
    refers: kind.attributes
      .filter(({ name, type }) => type.type === "record" && content[name] === record.id)
      .map(({ name }) => name),
  };
}

/** Who of the duty's debtors speaks in the plan: only for oneself can a notice be drafted. */
function speakerOf({ debtors }: Row, { record, words }: NoticeNeeds): string | undefined {
  return debtors.flatMap((debtor) => words.names.membersOf(debtor)).find((party) => party === record.from);
}

/** The channel of a row without its particulars. */
export const channelOf = ({ placed: { clause } }: Row): string | undefined =>
  clause.channel === undefined ? undefined : mainChannel(clause.channel);

/** What the clause itself says of the act's attributes. */
function prefilled(row: Row, speaker: string, { record, words, asked }: NoticeNeeds) {
  const { line, placed, debtors, creditors } = row;
  return prefillOf({
    words,
    asked: { ...asked, party: speaker },
    key: "",
    name: {
      clause: placed.clause.id,
      debtor: debtors[0] ?? "",
      creditor: creditors[0] ?? "",
      subject: line.subject ?? "",
      period: line.period ?? "",
      group: line.group ?? "",
    },
    trigger: writeRecord(record, words.program.vocabulary),
  })?.record as { readonly content?: Readonly<Record<string, unknown>> } | undefined;
}

/** What the plan says under the same name and type, and the plan itself where a record of its kind is asked for. */
function fromPlan(kind: Kind, { record, words }: NoticeNeeds): Readonly<Record<string, unknown>> {
  const { vocabulary } = words.program;
  const planned = vocabulary.find(({ name, version }) => name === record.kind && version === record.version);
  const written = writeRecord(record, vocabulary).content ?? {};
  return Object.fromEntries(
    kind.attributes.flatMap((attribute): readonly (readonly [string, unknown])[] => {
      const { name, type } = attribute;
      if (type.type === "record") return type.of === record.kind ? [[name, record.id]] : [];
      const same = planned?.attributes.find((each) => each.name === name);
      return same !== undefined && isSame(same, attribute) && written[name] !== undefined
        ? [[name, written[name]]]
        : [];
    }),
  );
}

const isSame = (a: Attribute, b: Attribute): boolean => JSON.stringify(a.type) === JSON.stringify(b.type);
