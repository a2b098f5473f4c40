import type { FragmentationPoint } from "@kelisim/api";
import { fragmentationQuery, moneyFiles } from "../../api/money.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { type Column, DataTable } from "../../parts/data-table.tsx";
import { ErrorPanel } from "../../parts/error-panel.tsx";
import { Panel } from "../../parts/panel.tsx";
import { Proof } from "../../parts/proof.tsx";
import { Segments } from "../../parts/segments.tsx";
import { Skeletons } from "../../parts/skeletons.tsx";
import { useAddress, useChangeAddress, useDesk } from "../../shell/desk-context.ts";
import { percent } from "../../state/money/amounts.ts";
import { keyOf } from "../../state/money/points.ts";
import { LIMITS, limitOf } from "../../state/money/question.ts";
import { rowsOf } from "../../state/money/rows-of.ts";
import { useText } from "../../texts/use-text.ts";
import type { Asked } from "./asked.tsx";
import { FileLinks } from "./file-links.tsx";
import styles from "./money.module.css";
import { useRows } from "./use-rows.tsx";
import { basisWords, namer } from "./words.ts";

const MOST_NAMED = 8;

/** Donors that each give less than a limit, which the reader chooses: many of them are many to talk to. */
export function SmallDonors({ asked }: { readonly asked: Asked }) {
  const { t, locale } = useText();
  const { region } = useDesk();
  const address = useAddress();
  const change = useChangeAddress();
  const rows = useRows();
  const { question, basis } = asked;
  const limit = limitOf(address);
  const asks = { ...question, by: "recipient", limit };
  const { data, error, refetch } = useAnswer(fragmentationQuery(region.id, asks));
  if (error) return <ErrorPanel error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeletons rows={5} />;
  const result = data.answers[0]?.result;
  if (result === undefined || result.value.length === 0) return null;
  const donorOf = namer(data.names, "donor", t);
  const recipientOf = namer(data.names, "recipient", t);
  const open = (point: FragmentationPoint, donor: string) =>
    rows.open(
      "small",
      rowsOf(question, { ...point.keys, donor }),
      `${donorOf(donor)}, ${recipientOf(keyOf(point.keys.recipient))}`,
    );
  const columns: readonly Column<FragmentationPoint>[] = [
    {
      id: "recipient",
      title: t("money.column.recipient"),
      cell: ({ keys }) => recipientOf(keyOf(keys.recipient)),
      by: ({ keys }) => recipientOf(keyOf(keys.recipient)),
    },
    {
      id: "donors",
      title: t("money.column.donors"),
      number: true,
      cell: ({ donors }) => donors,
      by: ({ donors }) => donors,
    },
    {
      id: "below",
      title: t("money.column.below"),
      number: true,
      cell: ({ below }) => below.length,
      by: ({ below }) => below.length,
    },
    {
      id: "share",
      title: t("money.column.shareBelow"),
      number: true,
      cell: ({ shareBelow }) => percent(shareBelow, locale),
      by: ({ shareBelow }) => Number(shareBelow),
    },
    {
      id: "who",
      title: t("money.column.whoBelow"),
      wide: true,
      cell: (point) => (
        <>
          {point.below.slice(0, MOST_NAMED).map(({ donor, share }, at) => (
            <span key={donor}>
              {at > 0 ? ", " : ""}
              <button
                type="button"
                className={styles.link}
                aria-label={t("money.openRowsOf", {
                  what: `${donorOf(donor)}, ${recipientOf(keyOf(point.keys.recipient))}`,
                })}
                onClick={() => open(point, donor)}
              >
                {donorOf(donor)}
              </button>{" "}
              {percent(share, locale)}
            </span>
          ))}
          {point.below.length > MOST_NAMED ? (
            <span className={styles.second}>{t("money.notDrawn", { count: point.below.length - MOST_NAMED })}</span>
          ) : null}
        </>
      ),
    },
  ];
  return (
    <>
      <Panel
        bare
        title={t("money.smallDonors")}
        aside={
          <Segments
            label={t("money.limit")}
            value={limit}
            choices={LIMITS.map((value) => ({ value, label: percent(value, locale) }))}
            onChange={(value) => change({ limit: value }, true)}
          />
        }
      >
        <p className={`${styles.pad} caption`}>
          {basisWords(basis, t)}. {t("money.smallDonorsNote", { limit: percent(limit, locale) })}
        </p>
        <DataTable
          caption={t("money.smallDonors")}
          columns={columns}
          rows={result.value}
          keyOf={({ keys }) => JSON.stringify(keys)}
        />
        <FileLinks files={moneyFiles(region.id, "small-donors", asks)} />
        <Proof proof={result} />
      </Panel>
      {rows.below("small")}
    </>
  );
}
