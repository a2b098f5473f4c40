import type { Agreement, AgreementSection } from "@kelisim/api";
import { Link, useLocation } from "@tanstack/react-router";
import { useEffect, useMemo } from "react";
import { Prose } from "../../parts/prose.tsx";
import { useAddress } from "../../shell/desk-context.ts";
import { headingParts, shortNumber } from "../../state/agreements/heading.ts";
import { keyed } from "../../state/keyed.ts";
import { useText } from "../../texts/use-text.ts";
import { ClauseBox } from "./clause.tsx";
import { EnglishNote } from "./english-note.tsx";
import { OverlapNotes } from "./overlap-notes.tsx";
import { PartyPanel } from "./party-panel.tsx";
import styles from "./summary.module.css";

/** The literate text with the clauses beside each article and what stands under them now. */
export function Summary({ agreement }: { readonly agreement: Agreement }) {
  const { t } = useText();
  const { hash } = useLocation();
  const { sections, head } = agreement;
  // A deep link names a clause or a section; the page is drawn only once its answer is here.
  useEffect(() => {
    if (hash !== "") document.getElementById(hash)?.scrollIntoView({ block: "start" });
  }, [hash]);
  const contents = useMemo(() => sections.filter(({ heading }) => heading !== ""), [sections]);
  return (
    <>
      <PartyPanel agreement={agreement} />
      <EnglishNote text="agreements.summaryEnglish" />
      <div className={styles.page}>
        <nav className={styles.contents} aria-label={t("agreements.contents")}>
          {contents.map((section) => (
            <a
              key={section.anchor}
              href={`#${section.anchor}`}
              aria-current={hash === section.anchor ? "true" : undefined}
            >
              {shortOf(section, t("agreements.articleShort"))}
              <span>{clauseCount(section) || ""}</span>
            </a>
          ))}
        </nav>
        <div className={styles.text}>
          {sections.map((section) => (
            <Section key={section.anchor} section={section} agreement={agreement} />
          ))}
          <p className={styles.sources}>
            {t("agreements.sourcesAre", { source: agreement.source })} <span lang="en">{head.coverage.text}</span>
          </p>
        </div>
      </div>
    </>
  );
}

const clauseCount = ({ blocks }: AgreementSection) => blocks.reduce((sum, { clauses }) => sum + clauses.length, 0);

function shortOf({ heading }: AgreementSection, word: string): string {
  const { number, title } = headingParts(heading);
  return number === undefined ? title : shortNumber(number, word);
}

function Section({ section, agreement }: { readonly section: AgreementSection; readonly agreement: Agreement }) {
  const { t, language } = useText();
  const address = useAddress();
  const { hash } = useLocation();
  const { number, title } = headingParts(section.heading);
  const languages = agreement.head.texts;
  const clauses = section.blocks.flatMap((block) => block.clauses.map(({ id }) => id));
  return (
    <section className={styles.section} id={section.anchor} aria-label={section.heading || t("agreements.about")}>
      {section.heading === "" ? null : (
        <div className={styles.heading} lang="en">
          <p className={styles.number}>
            {number}
            {section.partial ? (
              <span className={styles.badge} lang={language}>
                {t("agreements.readInPart")}
              </span>
            ) : null}
            {section.article !== undefined && languages.length > 0 ? (
              <Link
                to="."
                search={{ ...address, tab: "official" } as never}
                hash={`official-${section.article}`}
                lang={language}
              >
                {t("agreements.officialText", { languages: languages.join(", ") })}
              </Link>
            ) : null}
          </p>
          <h2>{title}</h2>
        </div>
      )}
      {keyed(section.blocks).map(({ key, item: { prose, clauses: beside } }) => (
        <div key={key} className={beside.length > 0 ? styles.block : styles.alone}>
          <div lang="en">
            <Prose blocks={prose} />
          </div>
          {beside.length > 0 ? (
            <div className={styles.cards}>
              {beside.map((clause) => (
                <ClauseBox key={clause.id} clause={clause} agreement={agreement} chosen={hash === clause.id} />
              ))}
            </div>
          ) : null}
        </div>
      ))}
      {clauses.length > 0 ? <OverlapNotes agreement={agreement} clauses={clauses} /> : null}
    </section>
  );
}
