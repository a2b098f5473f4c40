import type { Between, ComparedClause, PairClash, PairOverlap } from "@kelisim/api";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { Action } from "../../parts/action.tsx";
import { Icon } from "../../parts/icon.tsx";
import { Panel } from "../../parts/panel.tsx";
import { Unverified } from "../../parts/unverified.tsx";
import type { MessageId } from "../../texts/ids.ts";
import { useText } from "../../texts/use-text.ts";
import styles from "./between.module.css";

/** Shown before the rest is asked for. */
const FEW = 3;

const CLASHES: Readonly<Record<PairClash["kind"], MessageId>> = {
  share: "between.clash.share",
  do: "between.clash.do",
  windows: "between.clash.windows",
  "lead time": "between.clash.lead",
};

/** One act for several agreements, and texts that do not go together; each opens to both clauses. */
export function Compared({ data, everything }: { readonly data: Between; readonly everything?: boolean }) {
  const { t } = useText();
  const [all, setAll] = useState(false);
  const { overlaps, clashes, compared } = data;
  const whole = all || everything === true;
  const shown = whole ? overlaps : overlaps.slice(0, FEW);
  const clashing = whole ? clashes : clashes.slice(0, FEW);
  const left = overlaps.length - shown.length + clashes.length - clashing.length;
  return (
    <Panel
      bare
      title={t("between.overlapsAndClashes")}
      count={overlaps.length + clashes.length}
      className={styles.compared}
    >
      {clashing.map((clash) => (
        <Clash key={`${clash.first.id}-${clash.second.id}-${clash.kind}`} clash={clash} open={everything} />
      ))}
      {shown.map((overlap) => (
        <Overlap
          key={`${overlap.act}-${overlap.clauses.map(({ id }) => id).join()}`}
          overlap={overlap}
          open={everything}
        />
      ))}
      {left > 0 ? (
        <p className={styles.item}>
          <Action look="quiet" onClick={() => setAll(true)}>
            {t("between.moreOverlaps", { count: left })}
          </Action>
        </p>
      ) : null}
      {overlaps.length === 0 ? <p className={styles.item}>{t("between.noOverlaps")}</p> : null}
      {clashes.length === 0 ? <p className={styles.item}>{t("between.noClashes")}</p> : null}
      <p className={`caption ${styles.item}`}>{t("between.compared", compared)}</p>
    </Panel>
  );
}

function Overlap({ overlap, open }: { readonly overlap: PairOverlap; readonly open?: boolean }) {
  const { t } = useText();
  return (
    <Item
      title={t("between.overlap", {
        count: new Set(overlap.clauses.map((each) => each.instrument)).size,
        act: overlap.act,
      })}
      exactness={overlap.exactness}
      clauses={overlap.clauses}
      open={open}
    >
      <p>
        {t("between.overlapWhen", { cause: overlap.cause })}.{" "}
        {overlap.under.length > 1
          ? t("between.under", { names: overlap.under.map(({ name }) => name).join("; ") })
          : null}
      </p>
      {overlap.cases.map(({ text }) => (
        <p key={text}>{text}</p>
      ))}
      {overlap.unverified.length > 0 ? (
        <p>
          {t("between.bindingOpen", {
            names: overlap.unverified.map(({ instrument, party }) => `${instrument.name} (${party.name})`).join("; "),
          })}
        </p>
      ) : null}
    </Item>
  );
}

function Clash({ clash, open }: { readonly clash: PairClash; readonly open?: boolean }) {
  const { t } = useText();
  return (
    <Item
      title={t(clash.optional ? "between.clash.may" : CLASHES[clash.kind])}
      exactness={clash.exactness}
      clauses={[clash.first, clash.second]}
      open={open}
    >
      <p>
        {t("between.clash.pair", { first: clash.first.title, second: clash.second.title })}. {clash.when}
      </p>
      {clash.settledBy ? (
        <p>{t("between.settledBy", { clause: clash.settledBy })}</p>
      ) : clash.way ? (
        <p>{clash.way}</p>
      ) : null}
      {clash.under ? <p>{t("between.underBoth")}</p> : null}
      {clash.example.length > 0 ? <p>{t("between.example", { example: clash.example.join(", ") })}</p> : null}
    </Item>
  );
}

interface ItemProps {
  readonly title: string;
  readonly exactness: string;
  readonly clauses: readonly ComparedClause[];
  readonly open?: boolean;
  readonly children: ReactNode;
}

function Item({ title, exactness, clauses, open, children }: ItemProps) {
  const { t } = useText();
  const [both, setBoth] = useState(open === true);
  return (
    <div className={styles.item}>
      <h3>{title}</h3>
      {children}
      <p className="caption">{exactness}</p>
      <button
        type="button"
        className={`${styles.link} screen-only`}
        aria-expanded={both}
        onClick={() => setBoth(!both)}
      >
        {t(both ? "between.hideBoth" : "between.showBoth")}
      </button>
      {both ? clauses.map((clause) => <Clause key={clause.id} clause={clause} />) : null}
    </div>
  );
}

function Clause({ clause }: { readonly clause: ComparedClause }) {
  return (
    <div className={styles.clause}>
      <b>{clause.title}</b>
      <span>
        <Link to="/agreements/$id" params={{ id: clause.instrument }} hash={clause.id}>
          {clause.instrumentName}
        </Link>
        , {clause.articleUnverified ? <Unverified>{clause.article}</Unverified> : clause.article}{" "}
        <code>{clause.id}</code>
      </span>
      <dl>
        {clause.rules.map(({ label, text }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{withArrows(text)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

/** "A → B" with an arrow that is drawn: the fonts of the page have no letter for it. */
function withArrows(text: string): ReactNode {
  return text.split(" → ").map((part, index) => (
    <span key={part}>
      {index === 0 ? null : <Arrow />}
      {part}
    </span>
  ));
}

const Arrow = () => (
  <span className={styles.arrow}>
    <Icon name="right" size={11} />
  </span>
);
