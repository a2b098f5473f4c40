import type { Situation } from "@kelisim/api";
import { useMemo } from "react";
import { tableFiles } from "../../api/table-files.ts";
import { BorderTable } from "../../map/border-table.tsx";
import type { useMapData } from "../../map/map-data.ts";
import { spotsOf } from "../../map/spots.ts";
import { Action } from "../../parts/action.tsx";
import { ErrorPanel } from "../../parts/error-panel.tsx";
import { ExportMenu } from "../../parts/export-menu.tsx";
import { PageHead } from "../../parts/page-head.tsx";
import { Panel } from "../../parts/panel.tsx";
import { Skeletons } from "../../parts/skeletons.tsx";
import { StandpointBar } from "../../parts/standpoint-bar.tsx";
import { useAddress, useChangeAddress, useDesk, useStandpoint } from "../../shell/desk-context.ts";
import type { Address } from "../../state/standpoint.ts";
import { useText } from "../../texts/use-text.ts";
import { Answer } from "./answer.tsx";
import { Events } from "./events.tsx";
import { FilterBar } from "./filter-bar.tsx";
import { MapPanel } from "./map-panel.tsx";
import styles from "./situation.module.css";
import { Threats } from "./threats.tsx";
import { TimeLine } from "./time-line.tsx";

export interface SituationPageProps {
  readonly situation: Situation;
  readonly map: ReturnType<typeof useMapData>;
  readonly filters: Address;
  readonly onMore: (() => void) | undefined;
}

/** The answer, the filters, then where, when, and the lists that say it all in words. */
export function SituationPage({ situation, map, filters, onMore }: SituationPageProps) {
  const { t, language } = useText();
  const { region } = useDesk();
  const { asked } = useStandpoint();
  const address = useAddress();
  const change = useChangeAddress();
  const spots = useMemo(() => spotsOf(situation.marks), [situation.marks]);
  const { as, on, known, lang } = asked;
  const files = (table: string) => tableFiles(region.id, table, { as, on, known, lang, ...filters });
  const tableNote = (name: "timeline" | "threats") => {
    const table = situation.tables.find((each) => each.table === name);
    if (table?.of === undefined) return null;
    const values = { table: t(`situation.table.${name}`), of: table.of };
    return <p className={styles.fine}>{t(table.partial ? "situation.partial" : "situation.complete", values)}</p>;
  };

  return (
    <>
      <StandpointBar standpoint={situation.standpoint} paperOnly />
      <PageHead
        title={t("situation.title")}
        answer={<Answer situation={situation} borders={map.borders} />}
        actions={<Action onClick={() => window.print()}>{t("situation.print")}</Action>}
      />
      <FilterBar situation={situation} filters={filters} />
      <div className={styles.columns}>
        <div className={styles.main}>
          {map.error ? (
            <ErrorPanel error={map.error} onRetry={map.retry} />
          ) : map.basemap && map.places && map.borders ? (
            <MapPanel
              basemap={map.basemap}
              places={map.places}
              borders={map.borders}
              spots={spots}
              situation={situation}
            />
          ) : (
            <Panel>
              <Skeletons rows={6} />
            </Panel>
          )}
          <TimeLine
            situation={situation}
            chosen={address.event}
            onTime={(time) => change({ from: time, to: time, spot: undefined })}
          />
        </div>
        <Threats
          situation={situation}
          chosen={filters.threat}
          onChoose={(threat) => change({ threat, spot: undefined, event: undefined })}
          note={tableNote("threats")}
          files={files("threats")}
        />
      </div>
      <Panel bare title={t("situation.list")} count={situation.total} aside={<ExportMenu hrefs={files("timeline")} />}>
        <Events situation={situation} onMore={onMore} />
        {tableNote("timeline")}
        {language === "en" ? null : <p className={styles.fine}>{t("situation.untranslated")}</p>}
      </Panel>
      {map.borders ? (
        <Panel bare title={t("map.borders")} className={styles.below} aside={<ExportMenu hrefs={files("borders")} />}>
          <BorderTable borders={map.borders} />
        </Panel>
      ) : null}
    </>
  );
}
