import { useText } from "../texts/use-text.ts";
import { useDesk, useStandpoint } from "./desk-context.ts";
import styles from "./pick.module.css";

/** The regions this node holds. Another region begins with its own party. */
export default function PickRegion({ onDone }: { readonly onDone: () => void }) {
  const { t } = useText();
  const { session, region } = useDesk();
  const { change } = useStandpoint();
  return (
    <ul className={styles.list}>
      {session.regions.map((each) => (
        <li key={each.id}>
          <button
            type="button"
            className={styles.choice}
            aria-current={each.id === region.id}
            onClick={() => {
              change({ region: each.id, as: undefined, line: undefined });
              onDone();
            }}
          >
            {each.name}
            {each.training || each.fictional ? <small>{t("shell.trainingRegion")}</small> : null}
          </button>
        </li>
      ))}
    </ul>
  );
}
