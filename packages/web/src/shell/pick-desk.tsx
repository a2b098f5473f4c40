import { Select } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { forgetAnswers } from "../api/client.ts";
import { sessionQuery } from "../api/queries.ts";
import { bodyIn, bodyKey } from "../state/session.ts";
import { useText } from "../texts/use-text.ts";
import { bodyName } from "./body-name.ts";
import { useDesk, useStandpoint } from "./desk-context.ts";
import styles from "./pick.module.css";

/** The body one speaks for, and the party the screens are read as: reading as another is open to everyone. */
export default function PickDesk({ onDone }: { readonly onDone: () => void }) {
  const { t, language } = useText();
  const { session, region, party } = useDesk();
  const { change } = useStandpoint();
  const client = useQueryClient();
  const mine = session.memberships.filter((each) => each.region === region.id);

  const speakFor = async (body: string) => {
    // The node reads the body from this cookie; it grants nothing that the session does not hold.
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser
    document.cookie = `kelisim-body=${encodeURIComponent(body)}; path=/; samesite=strict; max-age=31536000`;
    forgetAnswers();
    await client.resetQueries();
    await client.fetchQuery({ ...sessionQuery(language), staleTime: 0 });
    onDone();
  };
  const group = (focus: boolean) =>
    region.parties.filter((each) => each.focus === focus).map((each) => ({ value: each.id, label: each.name }));

  return (
    <div className={styles.form}>
      {mine.length > 0 ? (
        <div>
          <h3 className={styles.group}>{t("shell.speakFor")}</h3>
          <ul className={styles.list}>
            {mine.map((each) => (
              <li key={bodyKey(each)}>
                <button
                  type="button"
                  className={styles.choice}
                  aria-current={each === bodyIn(session, region.id)}
                  onClick={() => void speakFor(bodyKey(each))}
                >
                  {bodyName(each, t)}
                </button>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      <Select
        label={t("shell.readAsParty")}
        description={t("shell.readAsWhy")}
        searchable
        value={party ?? null}
        allowDeselect={false}
        nothingFoundMessage={t("shell.noSuchParty")}
        comboboxProps={{ withinPortal: false }}
        data={[
          { group: t("shell.partiesOfRegion"), items: group(true) },
          { group: t("shell.otherParties"), items: group(false) },
        ].filter((each) => each.items.length > 0)}
        onChange={(as) => {
          if (as) change({ as, line: undefined });
          onDone();
        }}
      />
    </div>
  );
}
