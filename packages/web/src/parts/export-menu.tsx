import { Popover } from "@mantine/core";
import { useState } from "react";
import type { TableFormat } from "../api/table-files.ts";
import type { MessageId } from "../texts/ids.ts";
import { useText } from "../texts/use-text.ts";
import actionStyles from "./action.module.css";
import styles from "./export-menu.module.css";

export type ExportFormat = TableFormat | "ics";

const WORDS: Readonly<Record<ExportFormat, MessageId>> = {
  csv: "parts.export.csv",
  xlsx: "parts.export.xlsx",
  parquet: "parts.export.parquet",
  json: "parts.export.json",
  ics: "parts.export.ics",
};

export interface ExportMenuProps {
  /** Address of each format that the node gives; the file itself names source, licence and caveats. */
  readonly hrefs: Partial<Readonly<Record<ExportFormat, string>>>;
}

/** What is shown, as a file. */
export function ExportMenu({ hrefs }: ExportMenuProps) {
  const { t } = useText();
  const [open, setOpen] = useState(false);
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <button
          type="button"
          className={`${actionStyles.action} ${actionStyles.quiet}`}
          onClick={() => setOpen((was) => !was)}
        >
          {t("parts.export")}
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <ul className={styles.list}>
          {(Object.keys(WORDS) as ExportFormat[]).map((format) =>
            hrefs[format] === undefined ? null : (
              <li key={format}>
                <a href={hrefs[format]} download onClick={() => setOpen(false)}>
                  {t(WORDS[format])}
                </a>
              </li>
            ),
          )}
        </ul>
        <p className={styles.note}>{t("parts.export.note")}</p>
      </Popover.Dropdown>
    </Popover>
  );
}
