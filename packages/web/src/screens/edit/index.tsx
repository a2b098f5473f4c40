import { useText } from "../../texts/use-text.ts";

export function Screen() {
  const { t } = useText();
  return <p>{t("shell.beingBuilt")}</p>;
}
