import type { Institutions } from "@kelisim/api";
import { Link } from "@tanstack/react-router";
import { regionQuery } from "../../api/queries.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { useAddress, useDesk, useStandpoint } from "../../shell/desk-context.ts";
import { originalLanguage } from "../../state/money/original.ts";
import { carried } from "../../state/standpoint.ts";
import { useText } from "../../texts/use-text.ts";
import { citedWords, spellWords } from "../institutions/words.ts";
import styles from "./country.module.css";

/** What files that were taken in say of the same memberships, and the way to all sources side by side. */
export function FromFiles({ party }: { readonly party: string }) {
  const { t, locale, language } = useText();
  const { region } = useDesk();
  const { asked } = useStandpoint();
  const address = useAddress();
  const { data } = useAnswer(regionQuery<Institutions>(region.id, "/institutions", { ...asked, party }));
  const files = new Map(data?.sources.flatMap((source) => (source.kind === "file" ? [[source.id, source]] : [])));
  const names = new Map(data?.organisations.map(({ id, shortName }) => [id, shortName]));
  const rows = (data?.cells ?? []).flatMap(({ organisation, answers }) =>
    answers.flatMap(({ source, spells }) => {
      const file = files.get(source);
      return file === undefined ? [] : spells.map((spell) => ({ organisation, file, spell }));
    }),
  );
  const all = (
    <Link to="/institutions" search={{ ...carried(address), tab: "time", who: party } as never}>
      {t("institutions.importedAll")}
    </Link>
  );
  if (rows.length === 0) return <p className="meta">{all}</p>;
  return (
    <details className={styles.files}>
      <summary>{t("institutions.imported", { count: rows.length })}</summary>
      <p className="caption">{t("institutions.importedNote")}</p>
      <ul>
        {rows.map(({ organisation, file, spell }) => (
          <li key={`${organisation}~${file.id}~${spell.status}~${spell.from}`}>
            <b>{names.get(organisation) ?? organisation}</b>: {spellWords(spell, file, t, locale)}{" "}
            <span className="caption" lang={originalLanguage(file.name, language)}>
              {citedWords(file, undefined, t)} {file.vintage}
            </span>
          </li>
        ))}
      </ul>
      <p className="meta">{all}</p>
    </details>
  );
}
