import type { Agreement, AgreementVersion } from "@kelisim/api";
import { useQuery } from "@tanstack/react-query";
import { compareQuery, draftsQuery, versionsQuery } from "../../api/agreements.ts";
import { Empty } from "../../parts/empty.tsx";
import { ErrorPanel } from "../../parts/error-panel.tsx";
import { Panel } from "../../parts/panel.tsx";
import { Skeletons } from "../../parts/skeletons.tsx";
import { useAddress, useChangeAddress, useDesk, useStandpoint } from "../../shell/desk-context.ts";
import { writeDay, writeMoment } from "../../state/format.ts";
import { useText } from "../../texts/use-text.ts";
import filters from "../agreements/filter-bar.module.css";
import { Difference } from "./difference.tsx";
import { ProblemList } from "./problem-list.tsx";
import styles from "./tab.module.css";

/** The versions of the text on this node, each with the decision behind it; two of them compared. */
export default function Versions({ agreement }: { readonly agreement: Agreement }) {
  const { t, locale } = useText();
  const { region } = useDesk();
  const { asked } = useStandpoint();
  const address = useAddress();
  const change = useChangeAddress();
  const { id } = agreement.head;
  const known = useQuery(versionsQuery(region.id, id));
  // A reader who may not draft sees no drafts; the versions are there all the same.
  const drafts = useQuery({ ...draftsQuery(region.id, id), retry: false });
  const versions = known.data?.versions ?? [];
  const choices = [
    ...versions.map((each) => ({ value: each.id, label: versionName(each) })),
    ...(drafts.data?.drafts ?? []).map((each) => ({
      value: `draft:${each.id}`,
      label: t("agreements.draftNamed", {
        title: each.title,
        date: writeMoment(each.changed, locale, region.timeZone),
      }),
    })),
  ];
  const inForce = versions.find((each) => each.inForce)?.id ?? "region";
  const before = choices.some(({ value }) => value === address.before) ? address.before : inForce;
  const now = choices.some(({ value }) => value === address.now)
    ? address.now
    : choices.findLast(({ value }) => value !== before)?.value;
  const compared = useQuery({
    ...compareQuery(region.id, id, { ...asked, before, now }),
    enabled: before !== undefined && now !== undefined && before !== now,
    placeholderData: undefined,
  });
  if (known.error) return <ErrorPanel error={known.error} onRetry={() => void known.refetch()} />;
  if (known.data === undefined) return <Skeletons rows={4} />;
  return (
    <>
      <Panel title={t("agreements.versionsHere")} count={versions.length}>
        <ol className={styles.list}>
          {versions.map((each) => (
            <li key={each.id}>
              <b>{versionName(each)}</b>
              {each.inForce ? ` · ${t("agreements.inForceNow")}` : null}
              <span className={styles.second}>
                {each.note} {t("agreements.versionIs", { version: each.version.slice(0, 12) })}{" "}
                {each.at === undefined
                  ? ""
                  : t("agreements.recordedAt", {
                      moment: writeMoment(each.at, locale, region.timeZone, { zone: true }),
                    })}
              </span>
            </li>
          ))}
        </ol>
      </Panel>
      {choices.length < 2 ? (
        <Empty>{t("agreements.oneVersion")}</Empty>
      ) : (
        <>
          <div className={`${filters.bar} ${styles.next}`}>
            <Pick
              label={t("agreements.compareFrom")}
              value={before}
              choices={choices}
              onChange={(value) => change({ before: value })}
            />
            <Pick
              label={t("agreements.compareTo")}
              value={now}
              choices={choices}
              onChange={(value) => change({ now: value })}
            />
          </div>
          {compared.error ? <ErrorPanel error={compared.error} onRetry={() => void compared.refetch()} /> : null}
          {compared.isLoading ? <Skeletons rows={6} /> : null}
          {compared.data === undefined ? null : (
            <>
              <ProblemList problems={compared.data.problems.filter(({ severity }) => severity === "error")} />
              <Difference diff={compared.data.diff} />
            </>
          )}
        </>
      )}
    </>
  );

  function versionName({ id: version, decidedBy, from }: AgreementVersion): string {
    if (version === "region") return t("agreements.regionText");
    return t("agreements.adoptedBy", { who: decidedBy, date: from === undefined ? "" : writeDay(from, locale) });
  }
}

interface PickProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
}

function Pick({ label, value, choices, onChange }: PickProps) {
  return (
    <label>
      <span>{label}</span>
      <select value={value} onChange={(event) => onChange(event.target.value)}>
        {choices.map((each) => (
          <option key={each.value} value={each.value}>
            {each.label}
          </option>
        ))}
      </select>
    </label>
  );
}
