import { writeList } from "../../state/format.ts";
import { audienceOf, type Marking } from "../../state/records/marking.ts";
import { useText } from "../../texts/use-text.ts";
import { useReaderName } from "./use-readers.ts";

export interface AudienceWordsProps {
  readonly marking: Marking;
  readonly to: readonly string[];
  /** Name of the party whose body keeps the record, where it is not the own one. */
  readonly keeper?: string;
}

/** "Able to read it: China, and all bodies of our own party." */
export function AudienceWords({ marking, to, keeper }: AudienceWordsProps) {
  const { t, locale } = useText();
  const nameOf = useReaderName();
  const { everyone, ownParty, parties, bodies } = audienceOf(marking, to);
  if (everyone) return t("records.audience.everyone");
  const named = [...parties, ...bodies].map(nameOf);
  const own =
    keeper !== undefined
      ? t(ownParty ? "records.audience.theirParty" : "records.audience.theirBody", { party: keeper })
      : t(ownParty ? "records.audience.ownParty" : "records.audience.ownBody");
  return t("records.audience.named", { who: writeList([own, ...named], locale) });
}
