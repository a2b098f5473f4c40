import { Link } from "@tanstack/react-router";
import { useText } from "../texts/use-text.ts";

export function NotFound() {
  const { t } = useText();
  return (
    <div style={{ padding: 28 }}>
      <h1>{t("shell.notFound")}</h1>
      <p>{t("shell.notFoundWhy")}</p>
      <p>
        <Link to="/today">{t("shell.today")}</Link>
      </p>
    </div>
  );
}
