import type { PlanKinds } from "@kelisim/api";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { planQuery } from "../../api/plan.ts";
import { regionQuery } from "../../api/queries.ts";
import { Empty } from "../../parts/empty.tsx";
import { ErrorPanel } from "../../parts/error-panel.tsx";
import { Skeletons } from "../../parts/skeletons.tsx";
import { useAddress, useDesk, useStandpoint } from "../../shell/desk-context.ts";
import { planOf } from "../../state/plan/content.ts";
import { readPoints } from "../../state/plan/points.ts";
import { kindOf, type PlanKind, valuesOf } from "../../state/plan/values.ts";
import type { Address } from "../../state/standpoint.ts";
import { useText } from "../../texts/use-text.ts";
import { PlanPage } from "./page.tsx";

/** What would follow from an exercise, a patrol, a closure, a release or a visit, before it is announced. */
export function Screen() {
  const { t, language } = useText();
  const { region } = useDesk();
  const address = useAddress();
  const kinds = useQuery(regionQuery<PlanKinds>(region.id, "/plan/kinds", { lang: language }));
  if (kinds.error) return <ErrorPanel error={kinds.error} onRetry={() => void kinds.refetch()} />;
  if (!kinds.data) return <Skeletons rows={8} />;
  const kind = kindOf(kinds.data.kinds, address);
  if (kind === undefined) return <Empty>{t("plan.noKinds", { region: region.name })}</Empty>;
  return <Planned kinds={kinds.data.kinds} kind={kind} address={address} />;
}

interface PlannedProps {
  readonly kinds: readonly PlanKind[];
  readonly kind: PlanKind;
  readonly address: Address;
}

function Planned({ kinds, kind, address }: PlannedProps) {
  const { region, party } = useDesk();
  const { asked } = useStandpoint();
  const values = valuesOf(kind, address, asked.as ?? party);
  const plan = planOf(kind, values, {
    points: address.points ?? "",
    party: address.from ?? asked.as ?? party,
    to: address.to ?? "",
    under: address.under ?? "",
    timeZone: region.timeZone,
  });
  const { as, on, known, lang } = asked;
  const query = useQuery({
    ...planQuery(region.id, plan, { as, on, known, lang }),
    // The last answer stays while the next comes, unless it was about something else.
    placeholderData: (last, before) =>
      (before?.queryKey[4] as { readonly kind?: string } | undefined)?.kind === plan.kind
        ? keepPreviousData(last)
        : undefined,
  });
  return (
    <PlanPage
      kinds={kinds}
      kind={kind}
      values={values}
      points={readPoints(address.points ?? "") ?? []}
      plan={plan}
      answer={query.data}
      waiting={query.isPlaceholderData}
      error={query.error}
      onRetry={() => void query.refetch()}
    />
  );
}
