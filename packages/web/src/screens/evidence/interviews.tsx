import type { Interviews as InterviewsData } from "@kelisim/api";
import { useState } from "react";
import { interviewsFile } from "../../api/evidence.ts";
import { regionQuery } from "../../api/queries.ts";
import { tableFiles } from "../../api/table-files.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { Action } from "../../parts/action.tsx";
import { type Column, DataTable } from "../../parts/data-table.tsx";
import { Empty } from "../../parts/empty.tsx";
import { ErrorPanel } from "../../parts/error-panel.tsx";
import type { ExportFormat } from "../../parts/export-menu.tsx";
import { LinkButton } from "../../parts/link-button.tsx";
import { Panel } from "../../parts/panel.tsx";
import { Proof } from "../../parts/proof.tsx";
import { Skeletons } from "../../parts/skeletons.tsx";
import { useAddress, useChangeAddress, useDesk, useStandpoint } from "../../shell/desk-context.ts";
import { useText } from "../../texts/use-text.ts";
import styles from "./evidence.module.css";
import { Choice } from "./filter-bar.tsx";
import { InterviewAgreement } from "./interview-agreement.tsx";
import { InterviewImport } from "./interview-import.tsx";
import { InterviewList } from "./interview-list.tsx";

/** What narrows interviews, in the address: sector, country, city, code. */
const FIELDS = [
  ["sector", "isector", "sectors"],
  ["country", "icountry", "countries"],
  ["city", "icity", "cities"],
  ["code", "icode", "codes"],
] as const;

/** Interviews that the own body has coded, without identities: codes, agreement of the coders, the interviews. */
export function Interviews() {
  const { region } = useDesk();
  const { asked } = useStandpoint();
  const address = useAddress();
  const filters = Object.fromEntries(FIELDS.map(([name, field]) => [name, address[field]]));
  const answer = useAnswer(
    regionQuery<InterviewsData>(region.id, "/evidence/interviews", { ...filters, lang: asked.lang }),
  );
  if (answer.data) return <Page data={answer.data} filters={filters} />;
  if (answer.error) return <ErrorPanel error={answer.error} onRetry={() => void answer.refetch()} />;
  return <Skeletons rows={6} />;
}

interface PageProps {
  readonly data: InterviewsData;
  readonly filters: Readonly<Record<string, string | undefined>>;
}

function Page({ data, filters }: PageProps) {
  const { t } = useText();
  const { region } = useDesk();
  const address = useAddress();
  const change = useChangeAddress();
  const { asked } = useStandpoint();
  const exports = (table: string) => tableFiles(region.id, table, { ...asked, ...filters });
  const [adding, setAdding] = useState(false);
  const { total, interviews, mayAdd, choices, keptDays } = data;
  const nameOf = (country: string) => region.parties.find(({ id }) => id === country)?.name ?? country;
  const isNarrowed = FIELDS.some(([, field]) => address[field] !== undefined);
  return (
    <div className={styles.stack}>
      <Panel
        bare
        title={
          interviews.length === total
            ? t("evidence.interviews.all", { count: total })
            : t("evidence.interviews.some", { found: interviews.length, total })
        }
        aside={
          <span className="screen-only">
            {mayAdd ? (
              <Action look="quiet" onClick={() => setAdding((was) => !was)}>
                {t(adding ? "evidence.close" : "evidence.interviews.add")}
              </Action>
            ) : null}
            {total === 0 ? null : (
              <Action look="quiet" href={interviewsFile(region.id, filters)} download>
                CSV
              </Action>
            )}
          </span>
        }
      >
        <p className={styles.note}>
          {t("evidence.interviews.note")}{" "}
          {keptDays === undefined ? null : t("evidence.interviews.kept", { count: keptDays })}
        </p>
        {adding ? <InterviewImport onTaken={() => setAdding(false)} /> : null}
        {total === 0 ? (
          <Empty>{t(mayAdd ? "evidence.interviews.none" : "evidence.interviews.notYours")}</Empty>
        ) : (
          <>
            <div className={styles.filter}>
              {FIELDS.map(([name, field, list]) => (
                <Choice
                  key={name}
                  label={t(`evidence.interviews.${name}`)}
                  value={address[field]}
                  choices={choices[list].map(({ value, count }) => ({
                    id: value,
                    name: name === "country" ? nameOf(value) : value,
                    count,
                  }))}
                  onChange={(next) => change({ [field]: next }, true)}
                />
              ))}
              {isNarrowed ? (
                <Action
                  look="quiet"
                  onClick={() => change(Object.fromEntries(FIELDS.map(([, field]) => [field, undefined])), true)}
                >
                  {t("evidence.clear")}
                </Action>
              ) : null}
            </div>
            <InterviewList interviews={interviews} mayErase={mayAdd} />
          </>
        )}
      </Panel>
      {total === 0 ? null : (
        <>
          <Codes data={data} exports={exports("interview-codes")} />
          <InterviewAgreement agreement={data.agreement} exports={exports("interview-differences")} />
        </>
      )}
    </div>
  );
}

type Exports = Partial<Readonly<Record<ExportFormat, string>>>;
type Code = InterviewsData["codes"]["items"][number];

/** How often each code was given, and where. */
function Codes({ data, exports }: { readonly data: InterviewsData; readonly exports: Exports }) {
  const { t } = useText();
  const { region } = useDesk();
  const address = useAddress();
  const change = useChangeAddress();
  const nameOf = (id: string) => region.parties.find((party) => party.id === id)?.name ?? id;
  const counts = (list: Code["bySector"]) => list.map(({ value, count }) => `${value}: ${count}`).join("; ");
  const columns: readonly Column<Code>[] = [
    {
      id: "code",
      title: t("evidence.interviews.code"),
      cell: ({ code }) => (
        <LinkButton
          label={t("evidence.interviews.openCode", { code })}
          isOpen={address.icode === code}
          onClick={() => change({ icode: address.icode === code ? undefined : code }, true)}
        >
          <b>{code}</b>
        </LinkButton>
      ),
      by: (row) => row.code,
    },
    {
      id: "segments",
      title: t("evidence.interviews.segments"),
      number: true,
      cell: (row) => row.segments,
      by: (row) => row.segments,
    },
    {
      id: "interviews",
      title: t("evidence.tab.interviews"),
      number: true,
      cell: (row) => row.interviews,
      by: (row) => row.interviews,
    },
    { id: "sector", title: t("evidence.interviews.bySector"), cell: (row) => counts(row.bySector) },
    {
      id: "country",
      title: t("evidence.interviews.byCountry"),
      cell: (row) => counts(row.byCountry.map((each) => ({ ...each, value: nameOf(each.value) }))),
    },
  ];
  return (
    <Panel bare title={t("evidence.interviews.codes")}>
      {data.codes.items.length === 0 ? (
        <Empty>{t("evidence.interviews.noCodes")}</Empty>
      ) : (
        <DataTable
          caption={t("evidence.interviews.codes")}
          columns={columns}
          rows={data.codes.items}
          keyOf={({ code }) => code}
          exports={exports}
        />
      )}
      <Proof proof={data.codes.made} />
    </Panel>
  );
}
