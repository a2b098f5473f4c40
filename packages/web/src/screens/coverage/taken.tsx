import type { Coverage, CoverageTaken } from "@kelisim/api";
import { regionQuery } from "../../api/queries.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { Empty } from "../../parts/empty.tsx";
import { ErrorPanel } from "../../parts/error-panel.tsx";
import { ExportMenu } from "../../parts/export-menu.tsx";
import { Panel } from "../../parts/panel.tsx";
import { Proof } from "../../parts/proof.tsx";
import { Skeletons } from "../../parts/skeletons.tsx";
import { StateTable } from "../../parts/state-table.tsx";
import { useAddress, useChangeAddress, useDesk, useStandpoint } from "../../shell/desk-context.ts";
import { useTableFiles } from "../../shell/use-table-files.ts";
import { takenRows } from "../../state/coverage/taken.ts";
import { useText } from "../../texts/use-text.ts";
import { useRows } from "../money/use-rows.tsx";
import { measureWords } from "../money/words.ts";
import styles from "./coverage.module.css";
import { TakenCell } from "./taken-cell.tsx";
import { TakenRules } from "./taken-rules.tsx";

/** What of the address chooses the money that is shown: data set, year, measure. */
const takenQuery = ({ mset, myear, measure }: Readonly<Record<string, string | undefined>>) => ({
  dataset: mset,
  year: /^\d{4}$/.test(myear ?? "") ? myear : undefined,
  measure,
});

/** Money that was taken in, by the threats to which its purposes were declared to speak, beside budgets of programmes. */
export function TakenMoney({ data }: { readonly data: Coverage }) {
  const { region } = useDesk();
  const { asked } = useStandpoint();
  const query = { ...takenQuery(useAddress()), lang: asked.lang };
  const answer = useAnswer(regionQuery<CoverageTaken>(region.id, "/coverage/taken", query));
  if (answer.data) return <Taken data={data} taken={answer.data} />;
  if (answer.error) return <ErrorPanel error={answer.error} onRetry={() => void answer.refetch()} />;
  return <Skeletons rows={4} />;
}

function Taken({ data, taken }: { readonly data: Coverage; readonly taken: CoverageTaken }) {
  const { t } = useText();
  const address = useAddress();
  const change = useChangeAddress();
  const rows = useRows();
  const { sets, basis, year, made } = taken;
  const shown = takenRows(data, taken);
  const files = useTableFiles("coverage-taken", takenQuery(address));
  if (sets.length === 0)
    return (
      <Panel bare title={t("coverage.taken")}>
        <Empty>{t("coverage.taken.none")}</Empty>
        <div className={styles.notes}>
          <TakenRules rules={taken.rules} threats={data.threats} />
        </div>
      </Panel>
    );
  return (
    <Panel
      bare
      title={t("coverage.taken")}
      aside={
        <span className="screen-only">
          <ExportMenu hrefs={files} />
        </span>
      }
    >
      <p className={`caption ${styles.lead}`}>
        {basis === undefined || year === undefined
          ? t("coverage.taken.noYear")
          : t("coverage.taken.what", {
              year: String(year),
              measure: measureWords(basis.measure, t),
              currency: basis.currency,
              prices: basis.priceYear === undefined ? "current" : "constant",
              base: String(basis.priceYear ?? ""),
            })}
      </p>
      <Choices taken={taken} />
      {shown.length === 0 ? (
        <Empty>{t("coverage.taken.nothing")}</Empty>
      ) : (
        <StateTable
          caption={t("coverage.taken")}
          rowsOf={t("coverage.threat")}
          states={data.countries}
          className={styles.scroll}
          tableClass={styles.taken}
        >
          {shown.map(({ threat, cells }) => (
            <tr key={threat.id}>
              <th scope="row">{threat.name}</th>
              {cells.map((row, column) => (
                <TakenCell
                  key={row.country}
                  taken={taken}
                  threat={threat}
                  country={data.countries[column]!}
                  row={row}
                  onRows={(query, what) => rows.open("taken", query, what)}
                  onBudgets={(cell) => change({ cell }, true)}
                />
              ))}
            </tr>
          ))}
        </StateTable>
      )}
      {rows.below("taken")}
      <div className={styles.notes}>
        <p className="caption">{t("coverage.taken.note")}</p>
        <TakenRules rules={taken.rules} threats={data.threats} />
        {made === undefined ? null : <Proof proof={made} />}
      </div>
    </Panel>
  );
}

/** Data set, year and measure. */
function Choices({ taken }: { readonly taken: CoverageTaken }) {
  const { t } = useText();
  const change = useChangeAddress();
  const { sets, dataset, years, year, measures, basis } = taken;
  const choices = [
    ["mset", t("coverage.taken.set"), dataset, sets.map(({ id, name }) => [id, name] as const)],
    ["myear", t("coverage.taken.year"), String(year ?? ""), years.map((each) => [String(each), String(each)] as const)],
    [
      "measure",
      t("coverage.taken.measure"),
      basis?.measure,
      measures.map((each) => [each, measureWords(each, t)] as const),
    ],
  ] as const;
  return (
    <div className={`${styles.filters} ${styles.inset}`}>
      {choices.map(([field, label, value, options]) => (
        <label key={field} className={styles.filter}>
          <span>{label}</span>
          <select
            value={value ?? ""}
            onChange={(event) =>
              change(
                field === "mset"
                  ? { mset: event.target.value, myear: undefined, measure: undefined }
                  : { [field]: event.target.value },
                true,
              )
            }
          >
            {options.map(([id, name]) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      ))}
    </div>
  );
}
