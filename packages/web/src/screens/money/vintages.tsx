import type { HoldingView, MoneyVintages } from "@kelisim/api";
import { vintagesQuery } from "../../api/money.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { type Column, DataTable } from "../../parts/data-table.tsx";
import { ErrorPanel } from "../../parts/error-panel.tsx";
import { Panel } from "../../parts/panel.tsx";
import { Skeletons } from "../../parts/skeletons.tsx";
import { useAddress, useChangeAddress, useDesk } from "../../shell/desk-context.ts";
import { fullAmount, percent } from "../../state/money/amounts.ts";
import { keyOf } from "../../state/money/points.ts";
import { comparable } from "../../state/money/preview.ts";
import type { MessageId } from "../../texts/ids.ts";
import { useText } from "../../texts/use-text.ts";
import styles from "./money.module.css";
import { Proof } from "./proof.tsx";
import { measureWords, namer, priceWords } from "./words.ts";

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
  const { data, error, refetch } = useAnswer(vintagesQuery(region.id, { earlier, later, by: "year,recipient", lang }));
  if (error) return <ErrorPanel error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeletons rows={4} />;
  const { pairs, movedYears } = data.result.value;
  const moved = pairs.filter(({ state }) => state !== "same" && state !== "none");
  const nameOf = namer(data.names, "recipient", t);
  const amount = (sum: string | undefined) => (sum === undefined ? t("money.noAmount") : fullAmount(sum, locale));
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
    { id: "earlier", title: t("money.earlier"), number: true, cell: (pair) => amount(pair.earlier) },
    { id: "later", title: t("money.later"), number: true, cell: (pair) => amount(pair.later) },
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
          rows={moved.slice(0, 300)}
          keyOf={({ keys }) => JSON.stringify(keys)}
        />
      )}
      {moved.length > 300 ? (
        <p className={`${styles.pad} meta`}>{t("money.tableInPart", { shown: 300, count: moved.length })}</p>
      ) : null}
      <Proof figure={data.result} />
    </>
  );
}
