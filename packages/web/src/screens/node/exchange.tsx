import type { NodeHead, PartyExport, PartyImport } from "@kelisim/api";
import { type FormEvent, useState } from "react";
import { bringIn, exportFileHref, exportHref, makeExport } from "../../api/node.ts";
import { Action } from "../../parts/action.tsx";
import { DataTable } from "../../parts/data-table.tsx";
import { Empty } from "../../parts/empty.tsx";
import { ErrorPanel } from "../../parts/error-panel.tsx";
import { Panel } from "../../parts/panel.tsx";
import { useDesk } from "../../shell/desk-context.ts";
import { writeMoment } from "../../state/format.ts";
import { Sentence } from "../../texts/sentence.tsx";
import { useText } from "../../texts/use-text.ts";
import styles from "./node.module.css";
import { useAct } from "./use-act.ts";

/** Everything a party owns, out of this node and into it. */
export function Exchange({ head }: { readonly head: NodeHead }) {
  return (
    <div className={styles.columns}>
      <TakeOut head={head} />
      <BringIn />
    </div>
  );
}

function TakeOut({ head }: { readonly head: NodeHead }) {
  const { t, locale } = useText();
  const { session, region: chosen } = useDesk();
  const act = useAct();
  const [made, setMade] = useState<PartyExport>();
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const places = head.administers.places.map((place) => {
    const region = session.regions.find(({ id }) => id === place.region);
    const party = region?.parties.find(({ id }) => id === place.party)?.name ?? place.party;
    return { ...place, name: `${party}, ${region?.name ?? place.region}` };
  });
  // The region at hand first.
  places.sort((a, b) => Number(b.region === chosen.id) - Number(a.region === chosen.id));
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const place = places[Number(new FormData(event.currentTarget).get("place"))]!;
    setMade(await act.run(() => makeExport({ region: place.region, party: place.party })));
  };
  return (
    <Panel title={t("node.exchange.out")} bare>
      <div className={styles.more}>
        <p className={styles.lead}>{t("node.exchange.outLead")}</p>
        {places.length === 0 ? (
          <Empty>{t("node.exchange.noParty")}</Empty>
        ) : (
          <form className={styles.form} onSubmit={(event) => void submit(event)}>
            <div className={styles.row}>
              <label>
                {t("node.exchange.whose")}
                <select name="place">
                  {places.map(({ name }, index) => (
                    <option key={name} value={index}>
                      {name}
                    </option>
                  ))}
                </select>
              </label>
              <Action look="main" type="submit" disabled={act.busy}>
                {t("node.exchange.make")}
              </Action>
            </div>
            {act.problem === undefined ? null : <ErrorPanel error={act.problem} what={t("node.notDone")} />}
          </form>
        )}
      </div>
      {made === undefined ? null : (
        <>
          <div className={styles.more}>
            <p role="status" className={styles.said}>
              <Sentence
                id="node.exchange.ready"
                values={{ files: made.files.length + 1, until: writeMoment(made.until, locale, zone) }}
              />
            </p>
            <p className={styles.archive}>
              <Action href={exportHref(made.id)} download>
                {t("node.exchange.archive")}
              </Action>
            </p>
          </div>
          <DataTable
            caption={t("node.exchange.files")}
            rows={[...made.files, { name: "manifest.json", holds: "manifest", lines: 0, sha256: "" }]}
            keyOf={({ name }) => name}
            columns={[
              {
                id: "name",
                title: t("node.exchange.file"),
                cell: ({ name }) => (
                  <a className={styles.id} href={exportFileHref(made.id, name)} download>
                    {name}
                  </a>
                ),
              },
              {
                id: "lines",
                title: t("node.exchange.lines"),
                cell: ({ name, lines }) => (name === "manifest.json" ? "" : lines),
                number: true,
              },
              {
                id: "sha256",
                title: "SHA-256",
                cell: ({ sha256 }) => <span className={styles.id}>{sha256}</span>,
              },
            ]}
          />
        </>
      )}
    </Panel>
  );
}

function BringIn() {
  const { t } = useText();
  const act = useAct();
  const [file, setFile] = useState<File>();
  const [report, setReport] = useState<PartyImport>();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (file === undefined) return;
    setReport(undefined);
    setReport(await act.run(() => bringIn(file)));
  };
  return (
    <Panel title={t("node.exchange.in")}>
      <p className={styles.lead}>{t("node.exchange.inLead")}</p>
      <form className={styles.form} onSubmit={(event) => void submit(event)}>
        <label>
          {t("node.exchange.archiveFile")}
          <input
            type="file"
            accept=".zip,application/zip"
            required
            onChange={(event) => setFile(event.target.files?.[0] ?? undefined)}
          />
        </label>
        {act.problem === undefined ? null : (
          <ErrorPanel error={act.problem} what={t("node.exchange.notTaken")} safe={t("node.exchange.againIsSafe")} />
        )}
        <p>
          <Action type="submit" disabled={act.busy || file === undefined}>
            {t(act.busy ? "node.exchange.taking" : "node.exchange.take")}
          </Action>
        </p>
      </form>
      <div role="status">{report === undefined ? null : <Report report={report} />}</div>
    </Panel>
  );
}

function Report({ report }: { readonly report: PartyImport }) {
  const { t } = useText();
  return (
    <>
      <dl className={styles.facts}>
        <dt>{t("node.exchange.taken")}</dt>
        <dd>{report.taken}</dd>
        <dt>{t("node.exchange.repeated")}</dt>
        <dd>{report.repeated}</dd>
        <dt>{t("node.exchange.erased")}</dt>
        <dd>{report.erased}</dd>
        <dt>{t("node.exchange.drafts")}</dt>
        <dd>{report.drafts}</dd>
        <dt>{t("node.exchange.refused")}</dt>
        <dd>{report.refused}</dd>
      </dl>
      <ul className={styles.list}>
        {report.problems.map(({ message, file, line, mend }) => (
          <li key={`${file} ${line} ${message}`}>
            <span className={styles.id}>
              {file}:{line}
            </span>{" "}
            {message} {mend}
          </li>
        ))}
      </ul>
    </>
  );
}
