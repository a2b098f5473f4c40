import type { Agreement, OfficialText } from "@kelisim/api";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { removeText, textsQuery } from "../../api/agreements.ts";
import { Action } from "../../parts/action.tsx";
import { Empty } from "../../parts/empty.tsx";
import { ErrorPanel } from "../../parts/error-panel.tsx";
import { Panel } from "../../parts/panel.tsx";
import { Prose } from "../../parts/prose.tsx";
import { Skeletons } from "../../parts/skeletons.tsx";
import { useDesk } from "../../shell/desk-context.ts";
import { headingParts } from "../../state/agreements/heading.ts";
import { alignTexts, span } from "../../state/agreements/official.ts";
import { mayAs } from "../../state/agreements/roles.ts";
import { writeDay } from "../../state/format.ts";
import { keyed } from "../../state/keyed.ts";
import { useText } from "../../texts/use-text.ts";
import { AddText } from "./add-text.tsx";
import { languageName } from "./language-name.ts";
import styles from "./official.module.css";

/** Official texts that this node holds, aligned by article, with our summary beside them, marked unofficial. */
export default function Official({ agreement }: { readonly agreement: Agreement }) {
  const { t, locale } = useText();
  const { region, session } = useDesk();
  const [adding, setAdding] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const { id } = agreement.head;
  const held = useQuery(textsQuery(region.id, id));
  if (held.error) return <ErrorPanel error={held.error} onRetry={() => void held.refetch()} />;
  if (held.data === undefined) return <Skeletons rows={6} />;
  const { texts } = held.data;
  const may = mayAs(session, region.id, "drafter") || mayAs(session, region.id, "administrator");
  const rows = alignTexts(agreement.sections, texts);
  const remove = async (text: OfficialText) => {
    try {
      await removeText(region.id, id, text.language);
      await held.refetch();
    } catch (error) {
      setProblem(error);
    }
  };
  const add = may ? (
    <Action onClick={() => setAdding((was) => !was)}>{t(adding ? "agreements.cancel" : "agreements.addText")}</Action>
  ) : null;
  return (
    <>
      <p className={styles.lead}>{t("agreements.officialLead")}</p>
      {problem === undefined ? null : <ErrorPanel error={problem} />}
      {texts.length === 0 ? <Empty>{t("agreements.noOfficial")}</Empty> : null}
      {texts.length === 0 ? null : (
        <Panel title={t("agreements.held")} count={texts.length}>
          <ul className={styles.held}>
            {texts.map((text) => {
              const articles = span(text);
              return (
                <li key={text.language}>
                  <b>{languageName(text.language, locale)}</b>
                  <span className={styles.second}>
                    {t(text.authentic ? "agreements.authentic" : "agreements.translation")}
                    {articles === undefined
                      ? `, ${t("agreements.noMarkers")}`
                      : `, ${t("agreements.articlesHeld", articles)}`}
                    {". "}
                    {t("agreements.textFrom", {
                      source: text.source,
                      date: writeDay(text.read, locale),
                      who: text.addedBy,
                      hash: text.sha256.slice(0, 12),
                    })}
                  </span>
                  {may ? (
                    <Action look="quiet" onClick={() => void remove(text)}>
                      {t("agreements.removeText", { language: languageName(text.language, locale) })}
                    </Action>
                  ) : null}
                </li>
              );
            })}
          </ul>
        </Panel>
      )}
      <p className={styles.add}>{add}</p>
      {adding ? (
        <AddText
          region={region.id}
          id={id}
          onDone={() => {
            setAdding(false);
            void held.refetch();
          }}
        />
      ) : null}
      {texts.length === 0
        ? null
        : keyed(rows).map(({ key, item: { article, section, texts: beside } }) => (
            <section key={key} className={styles.row} id={article === undefined ? undefined : `official-${article}`}>
              <div>
                <p className={styles.label}>{t("agreements.ourSummary")}</p>
                {section === undefined ? (
                  <p className={styles.gap}>
                    {t(article === undefined ? "agreements.beforeArticles" : "agreements.notSummarised")}
                  </p>
                ) : (
                  <>
                    <h3>{headingParts(section.heading).title}</h3>
                    <Prose blocks={section.blocks.flatMap(({ prose }) => prose)} />
                  </>
                )}
              </div>
              {texts.map((text, at) => (
                <div key={text.language} lang={text.language}>
                  <p className={styles.label} lang={locale}>
                    {languageName(text.language, locale)}
                  </p>
                  {(beside[at] ?? []).length === 0 ? (
                    <p className={styles.gap} lang={locale}>
                      {t("agreements.notInText")}
                    </p>
                  ) : null}
                  {(beside[at] ?? []).map((each) => (
                    <p key={each.heading + each.text.length} className={styles.official}>
                      {each.text}
                    </p>
                  ))}
                </div>
              ))}
            </section>
          ))}
    </>
  );
}
