import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { findRecords } from "../../api/records.ts";
import { useDesk } from "../../shell/desk-context.ts";
import { writeMoment } from "../../state/format.ts";
import { useText } from "../../texts/use-text.ts";

export interface RecordSearchProps {
  readonly id: string;
  readonly kind: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly describedBy?: string;
  readonly invalid?: boolean;
}

const SHOWN = 12;

/** The id of another record, found by what it says: those of its kind are proposed as one types. */
export function RecordSearch({ id, kind, value, onChange, describedBy, invalid }: RecordSearchProps) {
  const { t, language, locale } = useText();
  const { region } = useDesk();
  const [words] = useDebouncedValue(value, 250);
  const ask = (held: "node" | "region") => ({
    queryKey: ["region", region.id, "/records", "find", held, kind, words, language],
    queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
      findRecords(region.id, { kinds: kind, q: words, limit: String(SHOWN), lang: language, held }, signal),
  });
  const here = useQuery(ask("node"));
  const told = useQuery(ask("region"));
  const items = [...(here.data?.items ?? []), ...(told.data?.items ?? [])].slice(0, SHOWN);
  return (
    <>
      <input
        id={id}
        list={`${id}-found`}
        value={value}
        maxLength={300}
        autoComplete="off"
        placeholder={t("records.searchRecord")}
        aria-describedby={describedBy}
        aria-invalid={invalid}
        onChange={(event) => onChange(event.target.value)}
      />
      <datalist id={`${id}-found`}>
        {items.map((record) => (
          <option key={record.id} value={record.id}>
            {[record.kindName, record.fromName, writeMoment(record.occurred, locale, region.timeZone), record.summary]
              .filter((part) => part !== "")
              .join(" · ")}
          </option>
        ))}
      </datalist>
    </>
  );
}
