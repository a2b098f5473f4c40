import type { MoneyChoices } from "@kelisim/api";
import { Link } from "@tanstack/react-router";
import { useAddress } from "../../shell/desk-context.ts";
import { useText } from "../../texts/use-text.ts";
import styles from "./money.module.css";

/** Which files answer, and the address by which the same files answer later. */
export function FrozenNote({ choices, dataset }: { readonly choices: MoneyChoices; readonly dataset: string }) {
  const { t } = useText();
  const address = useAddress();
  const { holdings, named } = choices;
  const own = holdings.filter((each) => each.dataset === dataset);
  const passedOver = choices.passedOver.filter((each) => own.some(({ id }) => id === each.for));
  return (
    <div className={`${styles.list} ${styles.asked} meta`}>
      <p>
        {t(named ? "money.askedNamed" : "money.askedNewest", {
          files: own.map(({ file, vintage }) => `${file} (${vintage})`).join(", "),
        })}{" "}
        {passedOver.length > 0 ? t("money.passedOver", { count: passedOver.length }) : null}
      </p>
      <p className="screen-only">
        {named ? (
          <Link to="." search={{ ...address, holdings: undefined } as never}>
            {t("money.unfreeze")}
          </Link>
        ) : (
          <Link to="." search={{ ...address, holdings: holdings.map(({ id }) => id).join(",") } as never}>
            {t("money.freeze")}
          </Link>
        )}
      </p>
    </div>
  );
}
