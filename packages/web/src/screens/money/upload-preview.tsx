import type { FileOptionsView, HoldingsView, Upload } from "@kelisim/api";
import { useState } from "react";
import { Action } from "../../parts/action.tsx";
import { DataTable } from "../../parts/data-table.tsx";
import { writeNumber } from "../../state/format.ts";
import { columnsInUse } from "../../state/money/preview.ts";
import type { MessageId } from "../../texts/ids.ts";
import { useText } from "../../texts/use-text.ts";
import { FileProblems, MappingTable, RefusedTable } from "./file-tables.tsx";
import styles from "./money.module.css";
import { ReadingFields } from "./reading-fields.tsx";

type PreviewRow = NonNullable<Upload["preview"]>["rows"][number];

export interface UploadPreviewProps {
  readonly upload: Upload;
  readonly layouts: HoldingsView["layouts"];
  readonly onAgain: (options: FileOptionsView) => void;
  readonly onTake: (options: FileOptionsView) => void;
  readonly onLeave: () => void;
}

/** What would be taken of a file and how, before anything is kept; what the file does not say of itself can be said. */
export function UploadPreview({ upload, layouts, onAgain, onTake, onLeave }: UploadPreviewProps) {
  const { t, locale } = useText();
  const [options, setOptions] = useState<FileOptionsView>({});
  const { preview, stopped, file } = upload;
  const cannot = preview?.warnings.some(({ severity }) => severity === "error") ?? true;
  return (
    <div className={styles.list}>
      <h3>{t("money.previewOf", { file: file.name })}</h3>
      {stopped === undefined ? null : (
        <>
          <p role="alert">{t("money.stopped")}</p>
          <FileProblems problems={stopped} />
        </>
      )}
      {preview === undefined ? null : (
        <>
          <p role="status">
            {t(preview.counts.whole ? "money.wouldTake" : "money.wouldTakeOfStart", {
              name: preview.producer.name,
              made: preview.counts.made,
              refused: preview.counts.refused,
            })}
          </p>
          <p className="meta">
            {t("money.previewVintage", { vintage: preview.vintage })}{" "}
            {t(`money.vintageFrom.${preview.vintageFrom.replaceAll(" ", "-")}` as MessageId)}.{" "}
            {t("money.recognisedBy", { why: preview.layout.why })}
          </p>
          <p className="meta">{preview.producer.licence ?? t("parts.proof.licenceUnknown")}</p>
          {preview.already === undefined ? null : <p>{t("money.jobAlready")}</p>}
          <FileProblems problems={preview.warnings} />
          <MappingTable columns={preview.columns} leftOut={preview.leftOut} />
          <details className={styles.fold}>
            <summary>{t("money.firstRows", { count: preview.rows.length })}</summary>
            <DataTable
              caption={t("money.firstRows", { count: preview.rows.length })}
              rows={preview.rows}
              keyOf={(row) => JSON.stringify(row)}
              columns={columnsInUse(preview.rows).map((id) => ({
                id,
                title: id,
                cell: (row: PreviewRow) => {
                  const value = row[id] ?? "";
                  return typeof value === "number" && id !== "year" ? writeNumber(value, locale) : value;
                },
              }))}
            />
          </details>
          {preview.refused.length === 0 ? null : <RefusedTable refused={preview.refused} />}
        </>
      )}
      <div className={styles.form}>
        <ReadingFields upload={upload} layouts={layouts} options={options} onChange={setOptions} />
        <Action onClick={() => onAgain(options)}>{t("money.lookAgain")}</Action>
        {cannot ? null : (
          <Action look="main" onClick={() => onTake(options)}>
            {t("money.take")}
          </Action>
        )}
        <Action look="quiet" onClick={onLeave}>
          {t("money.leave")}
        </Action>
      </div>
    </div>
  );
}
