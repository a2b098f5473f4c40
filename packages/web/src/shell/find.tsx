import "@mantine/spotlight/styles.layer.css";
import type { Found } from "@kelisim/api";
import { Spotlight, type SpotlightActionGroupData, spotlight } from "@mantine/spotlight";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { regionQuery } from "../api/queries.ts";
import { Icon } from "../parts/icon.tsx";
import { carried } from "../state/standpoint.ts";
import type { MessageId } from "../texts/ids.ts";
import { useText } from "../texts/use-text.ts";
import { useAddress, useDesk, useStandpoint } from "./desk-context.ts";
import { PLACES } from "./places.ts";

const GROUPS: readonly (readonly [Found["results"][number]["kind"], MessageId])[] = [
  ["instrument", "shell.foundAgreements"],
  ["clause", "shell.foundClauses"],
  ["party", "shell.foundParties"],
  ["record", "shell.foundRecords"],
];

/** Find or go to: screens, then agreements, clauses, parties and records of the region by their names. */
export default function Find({ onClose }: { readonly onClose: () => void }) {
  const { t } = useText();
  const { region } = useDesk();
  const { asked } = useStandpoint();
  const address = useAddress();
  const navigate = useNavigate();
  const [query, setQuery] = useState("");
  const text = query.trim();
  const found = useQuery({
    ...regionQuery<Found>(region.id, "/find", { q: text, lang: asked.lang, as: asked.as }),
    enabled: text.length > 1,
  });
  useEffect(() => spotlight.open(), []);

  const go = (to: string) => void navigate({ to, search: carried(address) as never });
  const screens: SpotlightActionGroupData = {
    group: t("shell.screens"),
    actions: PLACES.map((place) => ({
      id: place.to,
      label: t(place.text),
      rightSection: <kbd>g {place.letter}</kbd>,
      onClick: () => go(place.to),
    })),
  };
  const rest = GROUPS.map(([kind, title]) => ({
    group: t(title),
    actions: (text.length > 1 ? (found.data?.results ?? []) : [])
      .filter((each) => each.kind === kind)
      .map((each) => ({
        id: `${kind}:${each.id}`,
        label: each.title,
        description: each.note,
        // Found by the node: it stays whatever the list's own filter thinks of its words.
        keywords: text,
        onClick: () => go(addressOf(each)),
      })),
  })).filter((each) => each.actions.length > 0);

  return (
    <Spotlight
      actions={[screens, ...rest]}
      query={query}
      onQueryChange={setQuery}
      onSpotlightClose={onClose}
      nothingFound={t("shell.nothingFound")}
      scrollable
      shortcut={null}
      searchProps={{
        leftSection: <Icon name="find" />,
        placeholder: t("shell.find"),
        "aria-label": t("shell.find"),
      }}
    />
  );
}

function addressOf(found: Found["results"][number]): string {
  const id = encodeURIComponent(found.id);
  if (found.kind === "party") return `/country/${id}`;
  if (found.kind === "record") return `/records/${id}`;
  if (found.kind === "clause") return `/agreements/${encodeURIComponent(found.instrument ?? "")}`;
  return `/agreements/${id}`;
}
