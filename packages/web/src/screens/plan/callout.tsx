import type { Places, PlanAnswer } from "@kelisim/api";
import { calloutZone } from "../../state/plan/callout.ts";
import { useText } from "../../texts/use-text.ts";
import { WHERE } from "./place-words.tsx";

export interface CalloutWordsProps {
  readonly title: string;
  readonly answer: PlanAnswer | undefined;
  readonly places: Places;
}

/** What is said on the map itself: what is planned there, how far from the border, and where to the zone. */
export function CalloutWords({ title, answer, places }: CalloutWordsProps) {
  const { t } = useText();
  const near = calloutZone(answer?.places[0]);
  const name = places.zones.find(({ id }) => id === near?.zone)?.name ?? near?.zone;
  return (
    <>
      <b>{t("plan.callout", { kind: title })}</b>
      {near === undefined ? null : (
        <>
          {near.km === 0 ? t("plan.callout.on") : t("plan.callout.km", { km: near.km })}
          <br />
          {t(WHERE[near.location] ?? "plan.zone.outside", { zone: name })}
        </>
      )}
    </>
  );
}
