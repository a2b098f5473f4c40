import type { Interviews } from "@kelisim/api";
import { type Column, DataTable } from "../../parts/data-table.tsx";
import { Empty } from "../../parts/empty.tsx";
import type { ExportFormat } from "../../parts/export-menu.tsx";
import { Panel } from "../../parts/panel.tsx";
import { Proof } from "../../parts/proof.tsx";
import { writeNumber } from "../../state/format.ts";
import { useText } from "../../texts/use-text.ts";
import styles from "./evidence.module.css";

type Difference = Interviews["agreement"]["differences"][number];

export interface InterviewAgreementProps extends Pick<Interviews, "agreement"> {
  readonly exports: Partial<Readonly<Record<ExportFormat, string>>>;
}

/** How far the coders agree on what at least two of them coded, and where they do not. */
export function InterviewAgreement({ agreement, exports }: InterviewAgreementProps) {
  const { t, locale } = useText();
  const { coders, segments, compared, codedByOne, codedByNobody, differences, made } = agreement;
  const share = (value: number | undefined) =>
    value === undefined
      ? t("evidence.interviews.undefined")
      : writeNumber(value, locale, { style: "percent", maximumFractionDigits: 1 });
  const figure = (value: number | undefined) =>
    value === undefined ? t("evidence.interviews.undefined") : writeNumber(value, locale, { maximumFractionDigits: 2 });
  const columns: readonly Column<Difference>[] = [
    {
      id: "interview",
      title: t("evidence.interviews.interview"),
      cell: (row) => row.interview,
      by: (row) => row.interview,
    },
    { id: "unit", title: t("evidence.interviews.segment"), cell: (row) => row.unit, by: (row) => row.unit },
    ...coders.map(
      (coder): Column<Difference> => ({
        id: coder,
        title: t("evidence.interviews.coder", { coder }),
        cell: (row) => row.codes.find((each) => each.coder === coder)?.code ?? "",
      }),
    ),
    {
      id: "excerpt",
      title: t("evidence.interviews.excerpt"),
      cell: (row) => <small className={styles.small}>{row.excerpt ?? ""}</small>,
    },
  ];
  const figures = [
    [t("evidence.interviews.agreementShare"), share(agreement.agreement)],
    [t("evidence.interviews.agreementOfAll"), share(agreement.agreementOfAllCoded)],
    [t("evidence.interviews.kappa"), figure(agreement.kappa)],
    [t("evidence.interviews.alpha"), figure(agreement.alpha)],
  ] as const;
  return (
    <Panel bare title={t("evidence.interviews.agreement")}>
      <p className={styles.note}>
        {t("evidence.interviews.agreementNote", { segments, compared, one: codedByOne, nobody: codedByNobody })}
      </p>
      <dl className={styles.figures}>
        {figures.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {differences.length === 0 ? (
        <Empty>{t(compared === 0 ? "evidence.interviews.nothingCompared" : "evidence.interviews.noDifference")}</Empty>
      ) : (
        <DataTable
          caption={t("evidence.interviews.differences")}
          columns={columns}
          rows={differences}
          keyOf={({ interview, unit }) => `${interview} ${unit}`}
          exports={exports}
        />
      )}
      <Proof proof={made} />
    </Panel>
  );
}
