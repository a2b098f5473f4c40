import type { HoldingView, MoneyVintages } from "@kelisim/api";
import { moneyFiles, vintagesQuery } from "../../api/money.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { type Column, DataTable } from "../../parts/data-table.tsx";
import { ErrorPanel } from "../../parts/error-panel.tsx";
import { Panel } from "../../parts/panel.tsx";
import { Proof } from "../../parts/proof.tsx";
import { Skeletons } from "../../parts/skeletons.tsx";
import { useAddress, useChangeAddress, useDesk } from "../../shell/desk-context.ts";
import { fullAmount, percent } from "../../state/money/amounts.ts";
import { keyOf } from "../../state/money/points.ts";
import { comparable } from "../../state/money/preview.ts";
import { rowsOf } from "../../state/money/rows-of.ts";
import type { MessageId } from "../../texts/ids.ts";
import { useText } from "../../texts/use-text.ts";
import { FileLinks } from "./file-links.tsx";
import styles from "./money.module.css";
import { useRows } from "./use-rows.tsx";
import { measureWords, namer, priceWords } from "./words.ts";

/** A table of more is for the file. */
const MOST_SHOWN = 60;

type Pair = MoneyVintages["result"]["value"]["pairs"][number];

/** Two states of one data set beside each other; which years moved. Neither is preferred. */
export function Vintages({ holdings }: { readonly holdings: readonly HoldingView[] }) {
  const { t } = useText();
  const address = useAddress();
  const change = useChangeAddress();
  const sets = comparable(holdings);
  const all = sets.flat();
  if (all.length === 0) return null;
  const later = all.find(({ id }) => id === address.later) ?? sets[0]!.at(-1)!;
  const same = all.filter(({ id, producer }) => id !== later.id && producer.dataset === later.producer.dataset);
  const earlier = same.find(({ id }) => id === address.earlier) ?? same.at(-1)!;
  const words = ({ producer, vintage, file }: HoldingView) => `${producer.name}, ${vintage} (${file.name})`;
  return (
    <Panel bare title={t("money.vintages")}>
      <div className={styles.pad}>
        <div className={styles.form}>
          {(
            [
              ["earlier", earlier, same],
              ["later", later, all],
            ] as const
          ).map(([name, chosen, choices]) => (
            <label key={name}>
              <span>{t(`money.${name}`)}</span>
              <select value={chosen.id} onChange={({ target }) => change({ [name]: target.value })}>
                {choices.map((each) => (
                  <option key={each.id} value={each.id}>
                    {words(each)}
                  </option>
                ))}
              </select>
            </label>
          ))}
        </div>
      </div>
      <Compared earlier={earlier.id} later={later.id} />
    </Panel>
  );
}

function Compared({ earlier, later }: { readonly earlier: string; readonly later: string }) {
  const { t, locale, language: lang } = useText();
  const { region } = useDesk();
  const rows = useRows();
  const question = { earlier, later, by: "year,recipient", lang };
  const { data, error, refetch } = useAnswer(vintagesQuery(region.id, question));
  if (error) return <ErrorPanel error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeletons rows={4} />;
  const { pairs, movedYears } = data.result.value;
  const moved = pairs.filter(({ state }) => state !== "same" && state !== "none");
  const nameOf = namer(data.names, "recipient", t);
  const open = ({ keys }: Pair, holding: string, which: string) => {
    const { year, recipient, measure, currency, price_year: price } = keys;
    const asked = {
      holdings: holding,
      measure: String(measure),
      currency: String(currency),
      price: price === null || price === undefined ? "current" : String(price),
      lang,
    };
    const what = [which, nameOf(keyOf(recipient)), `${year}`].join(", ");
    rows.open("vintages", rowsOf(asked, { year: year ?? null, recipient: recipient ?? null }), what);
  };
  const opened = (pair: Pair, sum: string | undefined, holding: string, which: string) =>
    sum === undefined ? (
      t(pair.state.startsWith("only") ? "money.notThere" : "money.noAmount")
    ) : (
      <button
        type="button"
        className={styles.link}
        aria-label={t("money.openRowsOf", {
          what: [which, nameOf(keyOf(pair.keys.recipient)), pair.keys.year, fullAmount(sum, locale)].join(", "),
        })}
        onClick={() => open(pair, holding, which)}
      >
        {fullAmount(sum, locale)}
      </button>
    );
  const basis = ({ keys }: Pair) =>
    [
      measureWords(String(keys.measure), t),
      keys.currency,
      priceWords(typeof keys.price_year === "number" ? keys.price_year : null, t),
    ].join(", ");
  const columns: readonly Column<Pair>[] = [
    { id: "year", title: t("money.column.year"), cell: ({ keys }) => keys.year, by: ({ keys }) => Number(keys.year) },
    {
      id: "recipient",
      title: t("money.column.recipient"),
      cell: ({ keys }) => nameOf(keyOf(keys.recipient)),
      by: ({ keys }) => nameOf(keyOf(keys.recipient)),
    },
    { id: "basis", title: t("money.basis"), cell: basis, by: basis },
    {
      id: "earlier",
      title: t("money.earlier"),
      number: true,
      cell: (pair) => opened(pair, pair.earlier, earlier, t("money.earlier")),
    },
    {
      id: "later",
      title: t("money.later"),
      number: true,
      cell: (pair) => opened(pair, pair.later, later, t("money.later")),
    },
    {
      id: "difference",
      title: t("money.column.difference"),
      number: true,
      cell: ({ difference, change }) =>
        difference === undefined ? (
          ""
        ) : (
          <>
            {fullAmount(difference, locale)}
            {change === undefined ? null : <span className={styles.second}>{percent(change, locale)}</span>}
          </>
        ),
      by: ({ difference }) => (difference === undefined ? undefined : Number(difference)),
    },
    {
      id: "state",
      title: t("money.column.state"),
      cell: ({ state }) => t(`money.pair.${state.replaceAll(" ", "-")}` as MessageId),
      by: ({ state }) => state,
    },
  ];
  return (
    <>
      <p className={styles.pad}>
        {t("money.movedAnswer", { count: moved.length, all: pairs.length })}{" "}
        {movedYears.length > 0 ? t("money.movedYears", { years: movedYears.join(", ") }) : null}
      </p>
      {moved.length === 0 ? null : (
        <DataTable
          caption={t("money.vintages")}
          columns={columns}
          rows={moved.slice(0, MOST_SHOWN)}
          keyOf={({ keys }) => JSON.stringify(keys)}
        />
      )}
      {moved.length > MOST_SHOWN ? (
        <p className={`${styles.pad} meta`}>{t("money.tableInPart", { shown: MOST_SHOWN, count: moved.length })}</p>
      ) : null}
      <FileLinks files={moneyFiles(region.id, "vintages", question)} />
      <Proof proof={data.result} />
      {rows.below("vintages")}
    </>
  );
}
