import { Link } from "@tanstack/react-router";
import { growthQuery } from "../../api/money.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { Empty } from "../../parts/empty.tsx";
import { ErrorPanel } from "../../parts/error-panel.tsx";
import { PageHead } from "../../parts/page-head.tsx";
import { Skeletons } from "../../parts/skeletons.tsx";
import { useAddress, useDesk } from "../../shell/desk-context.ts";
import { percent, sentenceMoney } from "../../state/money/amounts.ts";
import { MONEY_TABS, type MoneyTab, moneyTab } from "../../state/money/question.ts";
import { useText } from "../../texts/use-text.ts";
import tabStyles from "../agreement/tabs.module.css";
import { type Asked, useAsked } from "./asked.tsx";
import { Checks } from "./checks.tsx";
import { Delivery } from "./delivery.tsx";
import { Donors } from "./donors.tsx";
import { Files } from "./files.tsx";
import { FilterBar } from "./filter-bar.tsx";
import { Flows } from "./flows.tsx";
import { FrozenNote } from "./frozen.tsx";
import { MapTab } from "./map.tsx";
import styles from "./money.module.css";
import { Programmes } from "./programmes.tsx";
import { Share } from "./share.tsx";
import { Ties } from "./ties.tsx";
import { measureWords, namer, priceWords } from "./words.ts";

const OF_FILES: Partial<Record<MoneyTab, (props: { readonly asked: Asked }) => React.ReactNode>> = {
  flows: Flows,
  map: MapTab,
  ties: Ties,
  share: Share,
  donors: Donors,
  delivery: Delivery,
  checks: Checks,
};

/** Money for the region: who gives how much to whom and for what, by the files taken in and by the region's own table. */
export function Screen() {
  const { t } = useText();
  const address = useAddress();
  const state = useAsked();
  const tab = moneyTab(address.tab);
  const Part = OF_FILES[tab];
  return (
    <>
      <PageHead
        title={t("money.title")}
        answer={
          state.kind === "asked" ? (
            <AnswerSentence asked={state.asked} />
          ) : state.kind === "nothing" ? (
            t(state.named ? "money.answerNotHere" : "money.answerNothing")
          ) : undefined
        }
      />
      <nav className={tabStyles.tabs} aria-label={t("money.parts")}>
        {MONEY_TABS.map((each) => (
          <Link
            key={each}
            to="."
            search={{ ...address, tab: each === "flows" ? undefined : each } as never}
            aria-current={each === tab ? "page" : undefined}
            activeOptions={{ exact: true, includeSearch: true }}
            resetScroll={false}
          >
            {t(`money.tab.${each}`)}
          </Link>
        ))}
      </nav>
      {tab === "programmes" ? <Programmes /> : null}
      {tab === "files" ? <Files /> : null}
      {Part === undefined ? null : state.kind === "asked" ? (
        <>
          <FilterBar asked={state.asked} tab={tab} />
          <Part asked={state.asked} />
          <FrozenNote choices={state.asked.choices} dataset={state.asked.choice.dataset} />
        </>
      ) : state.kind === "failed" ? (
        <ErrorPanel error={state.error} onRetry={state.again} />
      ) : state.kind === "waiting" ? (
        <Skeletons rows={8} />
      ) : (
        <div className={styles.stack}>
          <Empty>{t("money.empty")}</Empty>
          <ul className={`${styles.list} ${styles.pad}`}>
            {(["crs", "iati", "undp", "other"] as const).map((each) => (
              <li key={each}>{t(`money.empty.${each}`)}</li>
            ))}
          </ul>
          <p className={styles.pad}>
            <Link to="." search={{ ...address, tab: "files" } as never}>
              {t("money.toFiles")}
            </Link>
          </p>
        </div>
      )}
    </>
  );
}

/** The newest year with an amount, how much, to whom, by which file; what it was the year before. */
function AnswerSentence({ asked }: { readonly asked: Asked }) {
  const { t, locale } = useText();
  const { region } = useDesk();
  const { question, basis, choice, choices, recipients } = asked;
  const { data } = useAnswer(growthQuery(region.id, { ...question, by: "year" }));
  const answer = data?.answers[0];
  if (answer === undefined) return null;
  const last = answer.result.value.filter(({ sum }) => sum !== undefined).toSorted((a, b) => b.year - a.year)[0];
  if (last?.sum === undefined) return t("money.nothingFound");
  const nameOf = namer(choices.names, "recipient", t);
  const change =
    last.change === undefined
      ? ""
      : t(Number(last.change) < 0 ? "money.less" : "money.more", {
          share: percent(Math.abs(Number(last.change)), locale),
          year: `${last.year - 1}`,
        });
  return (
    <>
      {t("money.answer", {
        year: `${last.year}`,
        sum: sentenceMoney(last.sum, basis.currency, locale),
        measure: measureWords(basis.measure, t).toLocaleLowerCase(locale),
        prices: priceWords(basis.priceYear, t),
        whom:
          recipients.length === 0
            ? t("money.everybody").toLocaleLowerCase(locale)
            : recipients.length === 1
              ? nameOf(recipients[0]!)
              : t("money.states", { count: recipients.length }),
        dataset: choice.name,
        vintage: [...new Set(answer.result.inputs.map(({ vintage }) => vintage))].sort().join(", "),
      })}{" "}
      {change}
    </>
  );
}
