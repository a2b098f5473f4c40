import type { Line as LineOf, RecordPage } from "@kelisim/api";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { Action } from "../../parts/action.tsx";
import { Empty } from "../../parts/empty.tsx";
import { Line } from "../../parts/line.tsx";
import { Panel } from "../../parts/panel.tsx";
import { useAddress, useDesk } from "../../shell/desk-context.ts";
import { lineData } from "../../state/line-data.ts";
import { carried } from "../../state/standpoint.ts";
import { useText } from "../../texts/use-text.ts";
import styles from "./record.module.css";

/** What the record did: the lines it gave rise to, and those it discharged, each one click from its explanation. */
export function Did({ page }: { readonly page: RecordPage }) {
  const { t } = useText();
  return (
    <>
      <Panel bare title={t("records.arose")} count={page.arose.length}>
        {page.arose.length === 0 ? (
          <div className={styles.note}>
            <Empty>{t("records.aroseNone")}</Empty>
          </div>
        ) : (
          <Lines lines={page.arose} page={page} />
        )}
      </Panel>
      {page.discharged.length === 0 ? null : (
        <Panel bare title={t("records.discharged")} count={page.discharged.length}>
          <Lines lines={page.discharged} page={page} />
        </Panel>
      )}
    </>
  );
}

function Lines({ lines, page }: { readonly lines: readonly LineOf[]; readonly page: RecordPage }) {
  const { t, locale } = useText();
  const { region } = useDesk();
  const address = useAddress();
  const navigate = useNavigate();
  const [chosen, setChosen] = useState<string>();
  const wording = { t, locale, timeZone: page.standpoint.timeZone, today: page.standpoint.today };
  const nameOf = (id: string) => region.parties.find((each) => each.id === id)?.name ?? id;
  return (
    <ul className={styles.lines}>
      {lines.map((line) => (
        <Line
          key={line.key}
          line={lineData(line, wording, false)}
          chosen={line.key === chosen}
          nameOf={nameOf}
          onChoose={() => setChosen(line.key === chosen ? undefined : line.key)}
          actions={
            line.key === chosen ? (
              <>
                <span className="meta">{t("records.owedBy", { who: line.debtorName })}</span>
                <Action
                  look="quiet"
                  onClick={() =>
                    void navigate({
                      to: "/explain",
                      search: { ...carried(address), as: line.debtors[0], line: line.key } as never,
                    })
                  }
                >
                  {t("today.explain")}
                </Action>
              </>
            ) : undefined
          }
        />
      ))}
    </ul>
  );
}
