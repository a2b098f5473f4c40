import type { Situation } from "@kelisim/api";
import { useState } from "react";
import { regionQuery } from "../../api/queries.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { useMapData } from "../../map/map-data.ts";
import { ErrorPanel } from "../../parts/error-panel.tsx";
import { Skeletons } from "../../parts/skeletons.tsx";
import { useAddress, useDesk, useStandpoint } from "../../shell/desk-context.ts";
import { readFilters } from "./filters.ts";
import { SituationPage } from "./page.tsx";

const PAGE = 40;
/** As many as the node gives at once. */
const MOST = 500;

/** What happened, where and when, and how the borders stand. */
export function Screen() {
  const { region } = useDesk();
  const { asked } = useStandpoint();
  const filters = readFilters(useAddress());
  const [limit, setLimit] = useState(PAGE);
  const { as, on, known, lang } = asked;
  const situation = useAnswer(
    regionQuery<Situation>(region.id, "/situation", { as, on, known, lang, ...filters, limit: String(limit) }),
  );
  const map = useMapData(region.id, asked);
  if (situation.data) {
    return (
      <SituationPage
        situation={situation.data}
        map={map}
        filters={filters}
        onMore={limit < MOST ? () => setLimit(Math.min(MOST, limit + PAGE * 2)) : undefined}
      />
    );
  }
  if (situation.error) return <ErrorPanel error={situation.error} onRetry={() => void situation.refetch()} />;
  return <Skeletons rows={8} />;
}
