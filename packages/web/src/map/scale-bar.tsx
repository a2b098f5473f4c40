import { writeNumber } from "../state/format.ts";
import { useText } from "../texts/use-text.ts";
import styles from "./map.module.css";
import { scaleOf } from "./mercator.ts";

const WIDEST = 110;

/** A length as it is in the middle of the map; elsewhere the projection draws it longer or shorter. */
export function ScaleBar({ kmPerPixel }: { readonly kmPerPixel: number }) {
  const { t, locale } = useText();
  const { km, pixels } = scaleOf(kmPerPixel, WIDEST);
  if (pixels === 0) return null;
  return (
    <div className={styles.scale} style={{ width: pixels }}>
      {t("map.km", { km: writeNumber(km, locale) })}
    </div>
  );
}
