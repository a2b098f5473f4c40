import { lazy, Suspense } from "react";
import { Action } from "../../parts/action.tsx";
import { PageHead } from "../../parts/page-head.tsx";
import { Segments } from "../../parts/segments.tsx";
import { Skeletons } from "../../parts/skeletons.tsx";
import { useAddress, useChangeAddress, useDesk } from "../../shell/desk-context.ts";
import { useKeys } from "../../shell/keys.ts";
import { holds } from "../../state/session.ts";
import { useText } from "../../texts/use-text.ts";
import { FORM_ADDRESS } from "./form-address.ts";
import { Register } from "./register.tsx";

const Enter = lazy(() => import("./enter.tsx"));
const Drafts = lazy(() => import("./drafts.tsx"));
const Import = lazy(() => import("./import.tsx"));

const VIEWS = ["register", "drafts", "import"] as const;

/** The register of records; drafts of the own body; a file taken in; one record being written. */
export function Screen() {
  const { t } = useText();
  const { region, session } = useDesk();
  const address = useAddress();
  const change = useChangeAddress();
  const writes = holds(session, region.id, "drafter") || holds(session, region.id, "releaser");
  const opened = (Object.keys(FORM_ADDRESS) as (keyof typeof FORM_ADDRESS)[]).some((name) => address[name]);
  const view = VIEWS.find((each) => each === address.view) ?? "register";
  useKeys({ n: writes && !opened ? () => change({ enter: "1" }) : undefined });
  if (opened)
    return (
      <Suspense fallback={<Skeletons rows={8} />}>
        <Enter />
      </Suspense>
    );
  return (
    <>
      <PageHead
        title={t("records.title")}
        answer={t("records.answer", { region: region.name })}
        actions={
          writes ? (
            <Action look="main" keys="n" onClick={() => change({ enter: "1" })}>
              {t("records.enter")}
            </Action>
          ) : null
        }
      />
      {writes ? (
        <Segments
          label={t("records.view")}
          value={view}
          choices={VIEWS.map((value) => ({ value, label: t(`records.view.${value}`) }))}
          onChange={(value) => change({ view: value === "register" ? undefined : value })}
        />
      ) : null}
      <Suspense fallback={<Skeletons rows={6} />}>
        {view === "register" || !writes ? <Register mayWrite={writes} /> : null}
        {view === "drafts" && writes ? <Drafts /> : null}
        {view === "import" && writes ? <Import /> : null}
      </Suspense>
    </>
  );
}
