import { Link } from "@tanstack/react-router";
import { useAddress } from "../../shell/desk-context.ts";
import { POWER_TABS, tabOf } from "../../state/powers/address.ts";
import { carried } from "../../state/standpoint.ts";
import { useText } from "../../texts/use-text.ts";
import tabStyles from "../agreement/tabs.module.css";

/** The parts of this screen, below its head. */
export function Tabs() {
  const { t } = useText();
  const address = useAddress();
  const tab = tabOf(address);
  return (
    <nav className={tabStyles.tabs} aria-label={t("powers.tabs")}>
      {POWER_TABS.map((each) => (
        <Link
          key={each}
          to="/powers"
          search={{ ...carried(address), tab: each === "engagement" ? undefined : each } as never}
          aria-current={each === tab ? "page" : undefined}
          activeOptions={{ exact: true, includeSearch: true }}
          resetScroll={false}
        >
          {t(`powers.tab.${each}`)}
        </Link>
      ))}
    </nav>
  );
}
