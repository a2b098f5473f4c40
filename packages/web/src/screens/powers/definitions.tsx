import type { Definitions as Data } from "@kelisim/api";
import { regionQuery } from "../../api/queries.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { CoverageNote } from "../../parts/coverage-note.tsx";
import { Empty } from "../../parts/empty.tsx";
import { ErrorPanel } from "../../parts/error-panel.tsx";
import { ExportMenu } from "../../parts/export-menu.tsx";
import { PageHead } from "../../parts/page-head.tsx";
import { Panel } from "../../parts/panel.tsx";
import { Proof } from "../../parts/proof.tsx";
import { Segments } from "../../parts/segments.tsx";
import { Skeletons } from "../../parts/skeletons.tsx";
import { Sourced } from "../../parts/sourced.tsx";
import { StandpointBar } from "../../parts/standpoint-bar.tsx";
import { useAddress, useChangeAddress, useDesk, useStandpoint } from "../../shell/desk-context.ts";
import { useTableFiles } from "../../shell/use-table-files.ts";
import { writeList } from "../../state/format.ts";
import { useText } from "../../texts/use-text.ts";
import { Neighbours } from "../cooperation/neighbours.tsx";
import styles from "../coverage/coverage.module.css";
import own from "./powers.module.css";
import { Tabs } from "./tabs.tsx";

type Term = Data["terms"]["value"][number];

/** What each says of a term, beside each other. */
export function Definitions() {
  const { region } = useDesk();
  const { asked } = useStandpoint();
  const answer = useAnswer(regionQuery<Data>(region.id, "/powers/definitions", asked));
  if (answer.data) return <Page data={answer.data} />;
  if (answer.error) return <ErrorPanel error={answer.error} onRetry={() => void answer.refetch()} />;
  return <Skeletons rows={8} />;
}

function Page({ data }: { readonly data: Data }) {
  const { t } = useText();
  const address = useAddress();
  const change = useChangeAddress();
  const terms = data.terms.value;
  const fullest = terms.toSorted((x, y) => y.definitions.length - x.definitions.length)[0];
  const term = terms.find(({ id }) => id === address.term) ?? fullest;
  const files = useTableFiles("definitions", { term: term?.id });
  if (term === undefined)
    return (
      <>
        <PageHead title={t("powers.definitions.title")} />
        <Tabs />
        <Empty>{t("powers.noTerms")}</Empty>
      </>
    );
  return (
    <>
      <StandpointBar standpoint={data.standpoint} paperOnly />
      <PageHead
        title={t("powers.definitions.title")}
        answer={t("powers.definitions.answer", {
          term: term.name,
          count: term.definitions.length,
          without: term.withoutOne.length,
        })}
        actions={<Neighbours />}
      />
      <Tabs />
      <div className={`${styles.filters} screen-only`}>
        <Segments
          label={t("powers.term")}
          value={term.id}
          choices={terms.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(value) => change({ term: value })}
        />
      </div>
      <div className={styles.stack}>
        <Panel
          bare
          title={t("powers.sideBySide", { term: term.name })}
          count={term.definitions.length}
          aside={
            <span className="screen-only">
              <ExportMenu hrefs={files} />
            </span>
          }
        >
          <SideBySide term={term} />
          <div className={styles.notes}>
            <p className="caption">{t("powers.wordsNote")}</p>
            <CoverageNote coverage={data.coverage} table="definitions" />
            <Proof proof={data.terms} />
          </div>
        </Panel>
        <Said term={term} />
      </div>
    </>
  );
}

function SideBySide({ term }: { readonly term: Term }) {
  const { t, locale } = useText();
  const list = (words: readonly string[]) => words.join(", ");
  return (
    <>
      <div className={own.terms}>
        {term.definitions.map(({ id, actor, text, location, source, confidence, unverified, note }, at) => {
          const words = term.onlyIn[at]?.words ?? [];
          return (
            <article key={id} className={own.term}>
              <h3>{actor.name}</h3>
              <blockquote>{text}</blockquote>
              {term.definitions.length < 2 ? null : (
                <small>
                  {words.length === 0 ? t("powers.onlyInNone") : t("powers.onlyIn", { words: list(words) })}
                </small>
              )}
              <small>
                {location === undefined ? null : `${location} · `}
                <Sourced source={source} confidence={confidence} unverified={unverified} />
              </small>
              {note === undefined ? null : <small>{note}</small>}
            </article>
          );
        })}
      </div>
      <div className={own.inside}>
        {term.definitions.length < 2 ? null : (
          <p>{term.inAll.length === 0 ? t("powers.inAllNone") : t("powers.inAll", { words: list(term.inAll) })}</p>
        )}
        {term.withoutOne.length === 0 ? null : (
          <p>
            {t("powers.withoutOne", {
              names: writeList(
                term.withoutOne.map(({ name }) => name),
                locale,
              ),
            })}
          </p>
        )}
      </div>
    </>
  );
}

/** Statements of papers that name the term. */
function Said({ term }: { readonly term: Term }) {
  const { t } = useText();
  if (term.claims.length === 0) return null;
  return (
    <Panel title={t("powers.claimsOn")} count={term.claims.length}>
      {term.claims.map(({ id, claim, source, confidence, unverified }) => (
        <div key={id} className={own.statement}>
          <b>{claim}</b>
          <small>
            <Sourced source={source} confidence={confidence} unverified={unverified} />
          </small>
        </div>
      ))}
    </Panel>
  );
}
