import type { Agreement } from "@kelisim/api";
import { Link, useParams } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { agreementQuery } from "../../api/agreements.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { Empty } from "../../parts/empty.tsx";
import { ErrorPanel } from "../../parts/error-panel.tsx";
import { Skeletons } from "../../parts/skeletons.tsx";
import { StandpointBar } from "../../parts/standpoint-bar.tsx";
import { useAddress, useDesk, useStandpoint } from "../../shell/desk-context.ts";
import { readTab } from "../../state/agreements/tabs.ts";
import { useText } from "../../texts/use-text.ts";
import { Head } from "./head.tsx";
import { Summary } from "./summary.tsx";
import { Tabs } from "./tabs.tsx";

const Official = lazy(() => import("./official.tsx"));
const Parties = lazy(() => import("./parties.tsx"));
const Overlaps = lazy(() => import("./overlaps.tsx"));
const Readings = lazy(() => import("./readings.tsx"));
const Code = lazy(() => import("./code.tsx"));
const Versions = lazy(() => import("./versions.tsx"));

/** One agreement: its text with the duties beside it, and all that is known about it. */
export function Screen() {
  const { id } = useParams({ strict: false }) as { readonly id: string };
  const { region } = useDesk();
  const { asked } = useStandpoint();
  const agreement = useAnswer(agreementQuery(region.id, id, asked));
  if (agreement.data) return <Page agreement={agreement.data} />;
  if (agreement.error) return <ErrorPanel error={agreement.error} onRetry={() => void agreement.refetch()} />;
  return <Skeletons rows={12} />;
}

function Page({ agreement }: { readonly agreement: Agreement }) {
  const { t } = useText();
  const tab = readTab(useAddress().tab);
  return (
    <>
      <StandpointBar standpoint={agreement.standpoint} paperOnly />
      <Head agreement={agreement} />
      <Tabs agreement={agreement} tab={tab} />
      <Suspense fallback={<Skeletons rows={6} />}>
        {tab === "summary" ? <Summary agreement={agreement} /> : null}
        {tab === "official" ? <Official agreement={agreement} /> : null}
        {tab === "parties" ? <Parties agreement={agreement} /> : null}
        {tab === "overlaps" ? <Overlaps agreement={agreement} /> : null}
        {tab === "readings" ? <Readings agreement={agreement} /> : null}
        {tab === "code" ? <Code agreement={agreement} /> : null}
        {tab === "versions" ? <Versions agreement={agreement} /> : null}
      </Suspense>
      {agreement.sections.length === 0 ? (
        <Empty>
          {t("agreements.noText")} <Link to="/agreements">{t("agreements.title")}</Link>
        </Empty>
      ) : null}
    </>
  );
}
