import { useQuery } from "@tanstack/react-query";
import { regionBodiesQuery } from "../../api/records.ts";
import { bodyName } from "../../shell/body-name.ts";
import { useDesk } from "../../shell/desk-context.ts";
import { type BodyReader, readerName } from "../../state/records/readers.ts";
import { useText } from "../../texts/use-text.ts";

/** The bodies of this node to which a record can be released one by one, each by the name of its party and its own. */
export function useBodyReaders(): readonly BodyReader[] {
  const { t } = useText();
  const { region } = useDesk();
  const { data } = useQuery(regionBodiesQuery(region.id));
  return (data?.bodies ?? []).map((body) => ({ id: `${body.party}/${body.id}`, name: bodyName(body, t) }));
}

/** Names a party ("Kazakhstan"), or a body with its party ("Kazakhstan: customs"). */
export function useReaderName(): (id: string) => string {
  const { t } = useText();
  const { region } = useDesk();
  const bodies = useBodyReaders();
  return (id) => readerName(id, region.parties, bodies, (party, body) => t("records.audience.body", { party, body }));
}
