import type { Between, Line as LineOf } from "@kelisim/api";
import { useNavigate } from "@tanstack/react-router";
import { Action } from "../../parts/action.tsx";
import { Empty } from "../../parts/empty.tsx";
import { Line } from "../../parts/line.tsx";
import { Panel } from "../../parts/panel.tsx";
import { useAddress, useChangeAddress } from "../../shell/desk-context.ts";
import { dayIn } from "../../state/days.ts";
import { writeDay } from "../../state/format.ts";
import { lineData } from "../../state/line-data.ts";
import { carried } from "../../state/standpoint.ts";
import { useText } from "../../texts/use-text.ts";
import styles from "./between.module.css";

/** What each of the two owes the other in the window: duties first, by date; principles, limits and rights closed. */
export function Lines({ data, everything }: { readonly data: Between; readonly everything?: boolean }) {
  const { t, locale } = useText();
  const { from, until, timeZone } = data.standpoint;
  const [a, b] = data.pair;
  const day = (moment: string) => writeDay(dayIn(moment, timeZone), locale);
  return (
    <Panel bare title={t("between.lines")} count={data.lines.there.length + data.lines.back.length}>
      <p className={`caption ${styles.lead}`}>{t("between.linesNote", { from: day(from), until: day(until) })}</p>
      <Direction
        title={t("between.there", { a: a.name, b: b.name })}
        lines={data.lines.there}
        everything={everything}
        data={data}
      />
      <Direction
        title={t("between.there", { a: b.name, b: a.name })}
        lines={data.lines.back}
        everything={everything}
        data={data}
      />
    </Panel>
  );
}

interface DirectionProps {
  readonly title: string;
  readonly lines: readonly LineOf[];
  readonly data: Between;
  readonly everything?: boolean;
}

function Direction({ title, lines, data, everything }: DirectionProps) {
  const { t } = useText();
  const duties = lines.filter(({ form }) => form === "duty");
  const rest = lines.filter(({ form }) => form !== "duty");
  return (
    <section className={styles.direction}>
      <h3>
        {title} <span className={styles.count}>{duties.length}</span>
      </h3>
      {duties.length === 0 ? <Empty>{t("between.noLines")}</Empty> : <Some lines={duties} data={data} />}
      {rest.length === 0 ? null : (
        <details className={styles.more} open={everything}>
          <summary>
            {t("between.showStanding")} <span>{rest.length}</span>
          </summary>
          <Some lines={rest} data={data} />
        </details>
      )}
    </section>
  );
}

function Some({ lines, data }: { readonly lines: readonly LineOf[]; readonly data: Between }) {
  const { t, locale } = useText();
  const address = useAddress();
  const changeAddress = useChangeAddress();
  const navigate = useNavigate();
  const wording = { t, locale, timeZone: data.standpoint.timeZone, today: data.standpoint.today };
  return (
    <ul>
      {lines.map((line) => (
        <Line
          key={line.key}
          line={lineData(line, wording, false)}
          chosen={line.key === address.line}
          onChoose={() => changeAddress({ line: line.key === address.line ? undefined : line.key }, true)}
          actions={
            <Action
              look="quiet"
              onClick={() =>
                void navigate({
                  to: "/explain",
                  search: { ...carried({ ...address, as: data.pair[0].id }), line: line.key } as never,
                })
              }
            >
              {t("today.explain")}
            </Action>
          }
        />
      ))}
    </ul>
  );
}
