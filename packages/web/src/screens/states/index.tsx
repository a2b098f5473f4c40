import { useText } from "../../texts/use-text.ts";

export function Screen() {
  const { t } = useText();
  return <h1>{t("gallery.title")}</h1>;
}
