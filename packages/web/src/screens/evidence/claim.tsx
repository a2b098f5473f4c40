import type { ClaimEvidence } from "@kelisim/api";
import { useEffect, useRef } from "react";
import { Differing } from "../../parts/differing.tsx";
import { Sourced } from "../../parts/sourced.tsx";
import { SUPPORT_WORDS, WEIGHT_WORDS } from "../../state/evidence/words.ts";
import { originalLanguage } from "../../state/money/original.ts";
import { useText } from "../../texts/use-text.ts";
import styles from "./evidence.module.css";
import { ShownState } from "./shown-state.tsx";

type Statement = ClaimEvidence["against"][number] | ClaimEvidence;

export interface ClaimProps {
  readonly claim: ClaimEvidence;
  readonly open: boolean;
  readonly onTurn: () => void;
}

/** One statement; opened, with all that stands behind it and against it. */
export function Claim({ claim, open, onTurn }: ClaimProps) {
  const { t, language } = useText();
  const item = useRef<HTMLLIElement>(null);
  const openAtFirst = useRef(open);
  // An address that names a statement shows it; opening one by hand moves nothing.
  useEffect(() => {
    if (openAtFirst.current) item.current?.scrollIntoView({ block: "start" });
  }, []);
  return (
    <li ref={item} className={styles.claim}>
      <button type="button" className={styles.turn} aria-expanded={open} onClick={onTurn}>
        <span className={styles.sentence} lang={originalLanguage(claim.claim, language)}>
          {claim.claim}
        </span>
        <span className={styles.who}>{t("evidence.saidBy", { sources: sourcesOf(claim) })}</span>
      </button>
      <ShownState state={SUPPORT_WORDS[claim.state]} values={{ count: claim.independent }} />
      {open ? <Proof claim={claim} /> : null}
    </li>
  );
}

function Proof({ claim }: { readonly claim: ClaimEvidence }) {
  const { t } = useText();
  return (
    <div className={styles.proof}>
      <Where statement={claim} />
      {claim.assessment === undefined ? null : <p>{t("evidence.assessment", { text: claim.assessment })}</p>}
      {claim.threats.length === 0 ? null : (
        <p>{t("evidence.threats", { names: claim.threats.map(({ name }) => name).join(", ") })}</p>
      )}
      {claim.against.length === 0 ? null : (
        <>
          <h3>{t("evidence.sideBySide")}</h3>
          <Differing
            values={[claim, ...claim.against].map((each) => ({ value: each.claim, source: <Side statement={each} /> }))}
          />
        </>
      )}
      <h3>{t("evidence.sources")}</h3>
      <ul>
        {claim.sources.map(({ id, title, kind, address, weight }) => (
          <li key={id}>
            {title} [{id}]{kind === undefined ? null : `, ${kind}`}: <b>{t(WEIGHT_WORDS[weight])}</b>
            {address === undefined ? null : <small>{address}</small>}
          </li>
        ))}
        {claim.same.map((each) => (
          <li key={each.id}>
            {t("evidence.same", { id: each.id, text: each.claim })}
            <small>
              <Sourced {...each} />
            </small>
          </li>
        ))}
      </ul>
      {claim.check === undefined ? null : <p>{t("evidence.check", { text: claim.check })}</p>}
      {claim.note === undefined ? null : <p className="caption">{claim.note}</p>}
    </div>
  );
}

/** Number, place in the source, period and confidence of a statement. */
function Where({ statement }: { readonly statement: Statement }) {
  const { t } = useText();
  const { id, location, period } = statement;
  return (
    <p>
      {[
        t("evidence.number", { id }),
        location === undefined ? t("evidence.noLocation") : t("evidence.location", { text: location }),
        ...(period === undefined ? [] : [t("evidence.period", { text: period })]),
      ].join("; ")}
      <br />
      <Sourced {...statement} />
    </p>
  );
}

function Side({ statement }: { readonly statement: Statement }) {
  const { t } = useText();
  return (
    <>
      <Where statement={statement} />
      <p>{t("evidence.independent", { count: statement.independent })}</p>
    </>
  );
}

const sourcesOf = ({ sources }: ClaimEvidence): string => sources.map(({ title, id }) => `${title} [${id}]`).join("; ");
