import type { Institutions, MembershipCell } from "@kelisim/api";
import { Link } from "@tanstack/react-router";
import { Action } from "../../parts/action.tsx";
import { Confidence } from "../../parts/confidence.tsx";
import { Panel } from "../../parts/panel.tsx";
import { Unverified } from "../../parts/unverified.tsx";
import { useAddress } from "../../shell/desk-context.ts";
import { originalLanguage } from "../../state/money/original.ts";
import { type Say, useText } from "../../texts/use-text.ts";
import styles from "./institutions.module.css";
import { sourceWords, spellWords } from "./words.ts";

export interface DetailProps {
  readonly data: Institutions;
  readonly cell: MembershipCell;
  readonly onClose: () => void;
}

/** A source that has no row and whose silence means nothing has no place beside the others. */
const saysSomething = ({ spells, standing }: MembershipCell["answers"][number]) =>
  spells.length > 0 || standing === "not listed";

type Named = Pick<DetailProps, "data" | "cell">;

const partyOf = ({ data, cell }: Named): string => data.parties.find(({ id }) => id === cell.party)?.name ?? cell.party;

const organisationOf = ({ data, cell }: Named): string =>
  data.organisations.find(({ id }) => id === cell.organisation)?.shortName ?? cell.organisation;

/** "Uzbekistan: CSTO". */
export const cellTitle = (named: Named, t: Say): string =>
  t("institutions.detail", { party: partyOf(named), organisation: organisationOf(named) });

/** One state and one organisation beside the matrix that it was chosen in. */
export function Detail({ data, cell, onClose }: DetailProps) {
  const { t } = useText();
  return (
    <Panel
      title={cellTitle({ data, cell }, t)}
      aside={
        <Action look="quiet" onClick={onClose}>
          {t("institutions.close")}
        </Action>
      }
    >
      <CellAnswers data={data} cell={cell} />
    </Panel>
  );
}

/** What each source says of a state and an organisation on the day, with all of its rows. */
export function CellAnswers({ data, cell }: Named) {
  const { t, locale, language } = useText();
  const address = useAddress();
  const sources = new Map(data.sources.map((source) => [source.id, source]));
  return (
    <>
      {cell.disagree ? <p className={styles.differ}>{t("institutions.differs")}</p> : null}
      {cell.answers.filter(saysSomething).map(({ source, cited, standing, spells }) => {
        const known = sources.get(source)!;
        return (
          <div key={`${source}~${cited ?? ""}`} className={styles.answer}>
            <p>
              <b>{t(`institutions.standing.${standing}`)}</b>
            </p>
            {spells.map((spell) => (
              <p key={`${spell.status}-${spell.from}-${spell.to}`}>
                {spell.unverified ? (
                  <Unverified>{spellWords(spell, known, t, locale)}</Unverified>
                ) : (
                  spellWords(spell, known, t, locale)
                )}
                {spell.confidence === undefined ? null : (
                  <>
                    {"\u00A0· "}
                    <Confidence level={spell.confidence} />
                  </>
                )}
                {spell.note ? (
                  <span className="caption" lang={originalLanguage(spell.note, language)}>
                    {" "}
                    {spell.note}
                  </span>
                ) : null}
              </p>
            ))}
            <p className="caption">
              <span lang={originalLanguage(sourceWords(known, t), language)}>{sourceWords(known, t)}</span>
              {cited === undefined ? null : (
                <>
                  {": "}
                  <span lang={originalLanguage(cited, language)}>{cited}</span>
                </>
              )}
              {known.vintage === undefined ? null : `, ${known.vintage}`}
            </p>
          </div>
        );
      })}
      <p className="meta">
        <Link to="." search={{ ...address, tab: "time", who: cell.party, body: undefined } as never}>
          {t("institutions.timeTitle", { name: partyOf({ data, cell }) })}
        </Link>
        {" · "}
        <Link to="." search={{ ...address, tab: "time", body: cell.organisation, who: undefined } as never}>
          {t("institutions.timeTitle", { name: organisationOf({ data, cell }) })}
        </Link>
      </p>
    </>
  );
}
