import type { Brief, BriefVersion, WithdrawBrief } from "@kelisim/api";
import { useQuery } from "@tanstack/react-query";
import { frozenQuery } from "../../api/briefs.ts";
import { Action } from "../../parts/action.tsx";
import { DataTable } from "../../parts/data-table.tsx";
import { ErrorPanel } from "../../parts/error-panel.tsx";
import { Panel } from "../../parts/panel.tsx";
import { Skeletons } from "../../parts/skeletons.tsx";
import { useAddress, useChangeAddress, useDesk } from "../../shell/desk-context.ts";
import { lineChanges, pieces } from "../../state/brief/line-changes.ts";
import { writeMoment } from "../../state/format.ts";
import { keyed } from "../../state/keyed.ts";
import { useText } from "../../texts/use-text.ts";
import styles from "./brief.module.css";
import { Withdraw, Withdrawn } from "./withdraw.tsx";

export interface VersionsProps {
  readonly brief: Brief;
  readonly busy: boolean;
  readonly onWithdraw: (withdraw: WithdrawBrief) => void;
}

/** All versions with who saved, reviewed, approved and withdrew them; the chosen one with what changed, and its figures as they were. */
export function Versions({ brief, busy, onWithdraw }: VersionsProps) {
  const { t, locale } = useText();
  const { region } = useDesk();
  const address = useAddress();
  const change = useChangeAddress();
  const chosen = brief.versions.find(({ number }) => `${number}` === address.version);
  return (
    <div className={styles.stack}>
      <Panel bare title={t("brief.versions")} count={brief.versions.length}>
        <ol className={styles.versions} reversed>
          {[...brief.versions].reverse().map((version) => (
            <li key={version.number}>
              <p>
                <b>{t("brief.version", { number: version.number })}</b> <span lang="und">{version.note}</span>
              </p>
              <p className="meta">
                {t("brief.versionLine", { date: writeMoment(version.at, locale, region.timeZone), by: version.by })}
              </p>
              {brief.signOffs
                .filter(({ number }) => number === version.number)
                .map(({ act, by, at, note }) => (
                  <p key={act + by} className="meta">
                    {t(`brief.${act}`, { by, date: writeMoment(at, locale, region.timeZone) })}
                    {note === undefined ? null : `: ${note}`}
                  </p>
                ))}
              {brief.withdrawals
                .filter(({ number }) => number === version.number)
                .map((withdrawal) => (
                  <Withdrawn key={withdrawal.number} withdrawal={withdrawal} />
                ))}
              <p className={styles.row}>
                <Action
                  look="quiet"
                  onClick={() => change({ version: `${version.number}`, show: undefined })}
                >{`${t("brief.compare")}: ${version.number}`}</Action>
                <Action
                  look="quiet"
                  onClick={() => change({ version: `${version.number}`, show: "frozen" })}
                >{`${t("brief.frozen")}: ${version.number}`}</Action>
              </p>
              {brief.mayWithdraw.includes(version.number) ? (
                <Withdraw number={version.number} busy={busy} onWithdraw={onWithdraw} />
              ) : null}
            </li>
          ))}
        </ol>
      </Panel>
      {chosen === undefined ? null : address.show === "frozen" ? (
        <Frozen brief={brief} version={chosen} />
      ) : (
        <Changes brief={brief} version={chosen} />
      )}
    </div>
  );
}

/** What a version changed of the one before it, line by line. */
function Changes({ brief, version }: { readonly brief: Brief; readonly version: BriefVersion }) {
  const { t } = useText();
  const { region } = useDesk();
  const { number } = version;
  const [after, before] = [
    useQuery(frozenQuery(region.id, brief.id, number)),
    useQuery({ ...frozenQuery(region.id, brief.id, Math.max(number - 1, 1)), enabled: number > 1 }),
  ];
  const title = `${t("brief.compare")}: ${t("brief.version", { number })}`;
  if (number === 1)
    return (
      <Panel title={title}>
        <p>{t("brief.compareFirst")}</p>
      </Panel>
    );
  const error = after.error ?? before.error;
  if (error) return <ErrorPanel error={error} onRetry={() => void Promise.all([after.refetch(), before.refetch()])} />;
  if (after.data?.version.number !== number || before.data?.version.number !== number - 1)
    return <Skeletons rows={4} />;
  const found = pieces(lineChanges(before.data.text, after.data.text));
  return (
    <Panel bare title={title}>
      {found.length === 0 ? (
        <p className={styles.told}>{t("brief.compareNone")}</p>
      ) : (
        <div className={styles.changes}>
          {keyed(found).map(({ key, item: { left, lines } }) => (
            <div key={key}>
              {left === 0 ? null : <p className="caption">{t("brief.left", { count: left })}</p>}
              {keyed(lines).map(({ key: at, item: { kind, text, line } }) => (
                <pre key={at} className={kind === "same" ? undefined : styles[kind]}>
                  <span aria-hidden="true">{`${line}`.padStart(4)} </span>
                  {kind === "same" ? text : kind === "gone" ? <del>{`\u2212 ${text}`}</del> : <ins>{`+ ${text}`}</ins>}
                </pre>
              ))}
            </div>
          ))}
        </div>
      )}
    </Panel>
  );
}

/** The figures of a version as they were on the day on which it was saved, with the vintages that they were made of. */
function Frozen({ brief, version: { number } }: { readonly brief: Brief; readonly version: BriefVersion }) {
  const { t } = useText();
  const { region } = useDesk();
  const frozen = useQuery(frozenQuery(region.id, brief.id, number));
  if (frozen.error) return <ErrorPanel error={frozen.error} onRetry={() => void frozen.refetch()} />;
  if (frozen.data?.version.number !== number) return <Skeletons rows={4} />;
  const title = t("brief.frozenTitle", { number });
  const rows = frozen.data.figures.map((figure, at) => ({ ...figure, key: `${at}` }));
  return (
    <Panel bare title={title} count={rows.length}>
      {frozen.data.withdrawal === undefined ? null : <Withdrawn withdrawal={frozen.data.withdrawal} />}
      <p className={styles.told}>{t("brief.frozenWhy")}</p>
      <DataTable
        caption={title}
        rows={rows}
        keyOf={({ key }) => key}
        columns={[
          {
            id: "asked",
            title: t("brief.figure"),
            by: ({ asked }) => asked,
            cell: ({ asked }) => <code>{asked}</code>,
          },
          { id: "now", title: t("brief.frozenValue"), cell: ({ now }) => now },
          {
            id: "made",
            title: t("brief.frozenData"),
            cell: ({ inputs }) => inputs.map((input) => t("brief.inputLine", { ...input })).join("; "),
          },
          { id: "method", title: t("brief.method"), by: ({ method }) => method, cell: ({ method }) => method },
        ]}
      />
    </Panel>
  );
}
