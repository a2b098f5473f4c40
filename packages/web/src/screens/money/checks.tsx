import type { MoneyFinding } from "@kelisim/api";
import { checksQuery, moneyFiles } from "../../api/money.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { Action } from "../../parts/action.tsx";
import { ErrorPanel } from "../../parts/error-panel.tsx";
import { Panel } from "../../parts/panel.tsx";
import { Proof } from "../../parts/proof.tsx";
import { Skeletons } from "../../parts/skeletons.tsx";
import { useDesk } from "../../shell/desk-context.ts";
import { shortMoney } from "../../state/money/amounts.ts";
import { keyOf } from "../../state/money/points.ts";
import { rowsOf } from "../../state/money/rows-of.ts";
import type { MessageId } from "../../texts/ids.ts";
import { useText } from "../../texts/use-text.ts";
import type { Asked } from "./asked.tsx";
import { FileLinks } from "./file-links.tsx";
import styles from "./money.module.css";
import { useRows } from "./use-rows.tsx";
import { basisWords, namer } from "./words.ts";

const MOST_SHOWN = 100;
const KINDS = ["out of line", "total among parts", "rows alike"] as const;

/** What looks like a misprint in the rows asked. A finding says that figures cannot all be right, never which of them is wrong. */
export function Checks({ asked }: { readonly asked: Asked }) {
  const { t } = useText();
  const { region } = useDesk();
  const { question } = asked;
  const { data, error, refetch } = useAnswer(checksQuery(region.id, question));
  if (error) return <ErrorPanel error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeletons rows={6} />;
  const result = data.answers[0]?.result;
  if (result === undefined) return null;
  const { value: findings } = result;
  return (
    <div className={styles.stack}>
      <Panel bare title={t("money.checks")} count={findings.length}>
        <p className={styles.pad}>
          {t("money.checksAnswer", { count: findings.length })} {t("money.checksCannot")}
        </p>
        <FileLinks files={moneyFiles(region.id, "checks", question)} />
        <Proof proof={result} />
      </Panel>
      {KINDS.map((kind) => {
        const own = findings.filter((finding) => finding.kind === kind);
        return own.length === 0 ? null : (
          <Findings key={kind} kind={kind} findings={own} asked={asked} names={data.names} />
        );
      })}
    </div>
  );
}

function Findings({
  kind,
  findings,
  asked,
  names,
}: {
  readonly kind: MoneyFinding["kind"];
  readonly findings: readonly MoneyFinding[];
  readonly asked: Asked;
  readonly names: Parameters<typeof namer>[0];
}) {
  const { t, locale } = useText();
  const rows = useRows();
  const { question } = asked;
  const recipientOf = namer(names, "recipient", t);
  const donorOf = namer(names, "donor", t);
  const id = kind.replaceAll(" ", "-");
  const whom = ({ keys }: MoneyFinding) =>
    [
      keys.donor === undefined ? undefined : donorOf(keyOf(keys.donor)),
      keys.recipient === undefined ? undefined : recipientOf(keyOf(keys.recipient)),
      keys.year === undefined ? undefined : `${keys.year}`,
    ]
      .filter((each) => each !== undefined)
      .join(", ");
  const amount = (sum: string | undefined, currency: string) =>
    sum === undefined ? t("money.noAmount") : shortMoney(sum, currency, locale);
  return (
    <>
      <Panel bare title={t(`money.finding.${id}` as MessageId)} count={findings.length}>
        {findings.slice(0, MOST_SHOWN).map((finding) => {
          const { basis, value, neighbours, factor, file, rows: places } = finding;
          return (
            <div key={JSON.stringify(finding)} className={styles.finding}>
              <b>{whom(finding)}</b>{" "}
              {t(`money.findingWords.${id}` as MessageId, {
                value: amount(value, basis.currency),
                neighbours: amount(neighbours, basis.currency),
                factor: factor === undefined ? "" : t(`money.factor.${factor.replace(".", "-")}` as MessageId),
                file: file ?? "",
                rows: places?.join(", ") ?? "",
                count: places?.length ?? 0,
              })}
              <span className={styles.second}>{basisWords(basis, t)}</span>
              <Action look="quiet" onClick={() => rows.open(kind, rowsOf(question, finding.keys), whom(finding))}>
                {t("money.showRows")}
              </Action>
            </div>
          );
        })}
        {findings.length > MOST_SHOWN ? (
          <p className={`${styles.pad} meta`}>
            {t("money.tableInPart", { shown: MOST_SHOWN, count: findings.length })}
          </p>
        ) : null}
      </Panel>
      {rows.below(kind)}
    </>
  );
}
