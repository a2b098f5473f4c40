import type { Agreement } from "@kelisim/api";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { previewText } from "../../api/agreements.ts";
import { ErrorPanel } from "../../parts/error-panel.tsx";
import { Prose } from "../../parts/prose.tsx";
import { Skeletons } from "../../parts/skeletons.tsx";
import { useDesk, useStandpoint } from "../../shell/desk-context.ts";
import { headingParts } from "../../state/agreements/heading.ts";
import { keyed } from "../../state/keyed.ts";
import { useText } from "../../texts/use-text.ts";
import { EnglishNote } from "../agreement/english-note.tsx";
import { ProblemList } from "../agreement/problem-list.tsx";
import styles from "../agreement/summary.module.css";
import { DraftClause } from "./draft-clause.tsx";

/** The draft as its readers will see it: prose with cards. A clause with an error has none. */
export function Cards({ agreement, text }: { readonly agreement: Agreement; readonly text: string }) {
  const { t } = useText();
  const { region } = useDesk();
  const { asked } = useStandpoint();
  const { id } = agreement.head;
  const [quiet] = useDebouncedValue(text, 500);
  const preview = useQuery({
    queryKey: ["preview", region.id, id, asked.lang, quiet],
    queryFn: () => previewText(region.id, id, { lang: asked.lang }, quiet),
    placeholderData: keepPreviousData,
    gcTime: 60_000,
  });
  if (preview.error) return <ErrorPanel error={preview.error} onRetry={() => void preview.refetch()} />;
  if (preview.data === undefined) return <Skeletons rows={8} />;
  const { sections, problems } = preview.data;
  return (
    <>
      <ProblemList problems={problems.filter(({ severity }) => severity === "error")} />
      <EnglishNote text="agreements.summaryEnglish" />
      {sections.length === 0 ? <p>{t("editor.noInstrument", { id })}</p> : null}
      {sections.map((section) => (
        <section key={section.anchor} className={styles.section} aria-label={section.heading || t("agreements.about")}>
          {section.heading === "" ? null : (
            <div className={styles.heading} lang="en">
              <p className={styles.number}>{headingParts(section.heading).number}</p>
              <h2>{headingParts(section.heading).title}</h2>
            </div>
          )}
          {keyed(section.blocks).map(({ key, item: { prose, clauses } }) => (
            <div key={key} className={clauses.length > 0 ? styles.block : styles.alone}>
              <div lang="en">
                <Prose blocks={prose} />
              </div>
              {clauses.length > 0 ? (
                <div className={styles.cards}>
                  {clauses.map((clause) => (
                    <DraftClause key={clause.id} clause={clause} />
                  ))}
                </div>
              ) : null}
            </div>
          ))}
        </section>
      ))}
    </>
  );
}
