import type { Places, PlanAnswer } from "@kelisim/api";
import type { Point } from "../../state/plan/points.ts";
import type { MessageId } from "../../texts/ids.ts";
import { useText } from "../../texts/use-text.ts";
import styles from "./plan.module.css";

export interface PlaceWordsProps {
  readonly answer: PlanAnswer | undefined;
  readonly points: readonly Point[];
  readonly places: Places;
}

export const WHERE: Readonly<Record<string, MessageId>> = {
  inside: "plan.zone.inside",
  outside: "plan.zone.outside",
  "within map error": "plan.zone.error",
};

/** Where the place lies to each zone, in words: all that the map says of it. */
export function PlaceWords({ answer, points, places }: PlaceWordsProps) {
  const { t } = useText();
  const [judged] = answer?.places ?? [];
  if (points.length === 0 || judged === undefined) return <p className={styles.grow}>{t("plan.noPlaceYet")}</p>;
  const nameOf = (id: string) => places.zones.find((zone) => zone.id === id)?.name ?? id;
  return (
    <div className={styles.grow}>
      <p>
        {t(points.length > 1 ? "plan.judgedArea" : "plan.judged", {
          lat: String(judged.lat),
          lon: String(judged.lon),
          corners: points.length,
        })}
      </p>
      <ul>
        {judged.zones.map(({ zone, location, kmFromLine, mapErrorKm }) => (
          <li key={zone}>
            {t(WHERE[location] ?? "plan.zone.outside", { zone: nameOf(zone) })}
            {kmFromLine === null ? null : `, ${t("plan.zone.km", { km: Math.round(kmFromLine) })}`}
            {mapErrorKm === null ? null : ` (${t("plan.zone.mapError", { km: Math.round(mapErrorKm) })})`}
          </li>
        ))}
      </ul>
    </div>
  );
}
