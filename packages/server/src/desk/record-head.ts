import type { RecordHead } from "@kelisim/api";
import { formatInstant, type KelisimRecord } from "@kelisim/model";
import type { StoredRecord } from "@kelisim/store";
import type { Words } from "@kelisim/words";

/** A record's header as lists show it. */
export function recordHead({ record, erased }: Pick<StoredRecord, "record" | "erased">, words: Words): RecordHead {
  const to = record.to ?? [];
  return {
    id: record.id,
    kind: record.kind,
    kindName: words.kind(record.kind),
    from: record.from ?? "",
    fromName: record.from === undefined ? "" : words.names.party(record.from),
    to: [...to],
    toName: to.map((id) => (id === "*" ? words.everyone : words.names.party(id))).join(", "),
    under: [...(record.under ?? [])],
    ...(record.channel === undefined ? {} : { channel: record.channel }),
    ...(record.marking === undefined ? {} : { marking: record.marking }),
    occurred: record.occurred,
    recorded: record.recorded,
    known: record.known ?? record.recorded,
    ...(record.corrects === undefined ? {} : { corrects: record.corrects }),
    ...(record.withdraws === undefined ? {} : { withdraws: record.withdraws }),
    erased: erased === true,
  };
}

/** The same of a record of the region's own folder, which the engine has read and the store does not hold. */
export function ownRecordHead(record: KelisimRecord, words: Words): RecordHead {
  const { id, kind, from, to, under, channel, marking, corrects, withdraws } = record;
  return recordHead(
    {
      record: {
        id,
        kind,
        ...(from === "" ? {} : { from }),
        to,
        ...(under === undefined ? {} : { under }),
        ...(channel === undefined ? {} : { channel }),
        ...(marking === undefined ? {} : { marking }),
        occurred: formatInstant(record.occurred),
        recorded: formatInstant(record.recorded),
        known: formatInstant(record.known),
        ...(corrects === undefined ? {} : { corrects }),
        ...(withdraws === undefined ? {} : { withdraws }),
      },
    },
    words,
  );
}
