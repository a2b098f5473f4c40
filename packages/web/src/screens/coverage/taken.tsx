import type { Coverage, CoverageTaken } from "@kelisim/api";
import { apiPath } from "../../api/client.ts";
import { regionQuery } from "../../api/queries.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { Empty } from "../../parts/empty.tsx";
import { ErrorPanel } from "../../parts/error-panel.tsx";
import { ExportMenu } from "../../parts/export-menu.tsx";
import { Panel } from "../../parts/panel.tsx";
import { Proof } from "../../parts/proof.tsx";
import { Skeletons } from "../../parts/skeletons.tsx";
import { useAddress, useChangeAddress, useDesk, useStandpoint } from "../../shell/desk-context.ts";
import { takenRows } from "../../state/coverage/taken.ts";
import { NBSP, writeNumber } from "../../state/format.ts";
import { useText } from "../../texts/use-text.ts";
import { measureWords } from "../money/words.ts";
import styles from "./coverage.module.css";
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
  const { t, locale } = useText();
  const { region } = useDesk();
  const { asked } = useStandpoint();
  const address = useAddress();
  const { sets, basis, year, made } = taken;
  const rows = takenRows(data, taken);
  const short = (sum: string) => writeNumber(Number(sum), locale, { notation: "compact", maximumSignificantDigits: 3 });
  const file = (format: string) =>
    apiPath(`/regions/${region.id}/tables/coverage-taken.${format}`, { ...asked, ...takenQuery(address) });
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
          <ExportMenu hrefs={{ csv: file("csv"), xlsx: file("xlsx"), json: file("json") }} />
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
      {rows.length === 0 ? (
        <Empty>{t("coverage.taken.nothing")}</Empty>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls, and the keyboard must reach it
        // biome-ignore lint/a11y/useSemanticElements: no set of fields, but what scrolls needs a name
        <div className={styles.scroll} role="group" tabIndex={0} aria-label={t("coverage.taken")}>
          <table className={styles.taken}>
            <caption className="unseen">{t("coverage.taken")}</caption>
            <thead>
              <tr>
                <th scope="col">{t("coverage.threat")}</th>
                {data.countries.map(({ id, name }) => (
                  <th key={id} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ threat, cells }) => (
                <tr key={threat.id}>
                  <th scope="row">{threat.name}</th>
                  {cells.map(({ country, cell, budgets, shared }) => (
                    <td key={country}>
                      {cell?.sum === undefined ? (
                        <span className="caption">
                          {t(cell === undefined ? "coverage.taken.noRow" : "coverage.taken.noneDecided")}
                        </span>
                      ) : (
                        <b
                          title={`${writeNumber(cell.sum, locale, { maximumFractionDigits: 20 })} ${basis?.currency ?? ""}`}
                        >
                          {short(cell.sum)}
                          {NBSP}
                          {basis?.currency}
                        </b>
                      )}
                      {cell === undefined || cell.undecided.rows === 0 ? null : (
                        <small>
                          {t("coverage.taken.undecided", {
                            count: cell.undecided.rows,
                            sum:
                              cell.undecided.sum === undefined
                                ? "none"
                                : `${short(cell.undecided.sum)}${NBSP}${basis?.currency ?? ""}`,
                          })}
                        </small>
                      )}
                      {cell?.donors.length === 1 ? (
                        <small>{t("coverage.taken.oneDonor", { donor: cell.donors[0]!.name })}</small>
                      ) : null}
                      {budgets.length === 0 && shared === 0 ? null : (
                        <small>
                          {t("coverage.taken.budgets", {
                            sums: budgets.map(({ sum, currency }) => `${short(sum)}${NBSP}${currency}`).join(", "),
                            own: budgets.length,
                            shared,
                          })}
                        </small>
                      )}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
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
