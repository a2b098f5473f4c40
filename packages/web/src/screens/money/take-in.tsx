import type { FileOptionsView, HoldingsView, Upload } from "@kelisim/api";
import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { previewAgain, sendAway, sendHolding, takeIn } from "../../api/money.ts";
import { Action } from "../../parts/action.tsx";
import { ErrorPanel } from "../../parts/error-panel.tsx";
import { Panel } from "../../parts/panel.tsx";
import { useDesk } from "../../shell/desk-context.ts";
import { writeNumber } from "../../state/format.ts";
import { useText } from "../../texts/use-text.ts";
import { Jobs } from "./jobs.tsx";
import styles from "./money.module.css";
import { UploadPreview } from "./upload-preview.tsx";

/** A file of a producer: sent, looked at, then taken in; each step can be stopped. */
export function TakeIn({ holdings }: { readonly holdings: HoldingsView }) {
  const { t, locale, language: lang } = useText();
  const { region } = useDesk();
  const [share, setShare] = useState<number>();
  const [upload, setUpload] = useState<Upload>();
  const client = useQueryClient();
  const [error, setError] = useState<unknown>();
  const stop = useRef<AbortController>(undefined);

  const attempt = async (act: () => Promise<void>) => {
    setError(undefined);
    try {
      await act();
    } catch (problem) {
      if (!(problem instanceof DOMException && problem.name === "AbortError")) setError(problem);
    } finally {
      setShare(undefined);
    }
  };
  const look = (file: File) =>
    attempt(async () => {
      stop.current?.abort();
      stop.current = new AbortController();
      setUpload(undefined);
      setShare(0);
      setUpload(await sendHolding(region.id, file, lang, setShare, stop.current.signal));
    });
  const again = (options: FileOptionsView) =>
    attempt(async () => {
      if (upload) setUpload(await previewAgain(region.id, upload.upload, options, lang));
    });
  const take = (options: FileOptionsView) =>
    attempt(async () => {
      if (!upload) return;
      await takeIn(region.id, upload.upload, options, lang);
      setUpload(undefined);
      await client.invalidateQueries({ queryKey: ["region", region.id, "/holdings/jobs"] });
    });
  const leave = () =>
    attempt(async () => {
      if (upload) await sendAway(region.id, upload.upload);
      setUpload(undefined);
    });

  return (
    <Panel title={t("money.takeIn")}>
      <p className="meta">{t("money.takeInWhy")}</p>
      {holdings.mayTake ? (
        <div className={styles.form}>
          <label>
            <span>{t("money.file", { most: writeNumber(Math.floor(holdings.mostBytes / 1_048_576), locale) })}</span>
            <input
              type="file"
              disabled={share !== undefined}
              onChange={({ target }) => {
                const file = target.files?.[0];
                target.value = "";
                if (file) void look(file);
              }}
            />
          </label>
        </div>
      ) : (
        <p>{t("money.mayNotTake")}</p>
      )}
      {share === undefined ? null : (
        <p role="status">
          <progress value={share} max={1} aria-label={t("money.sending")} />{" "}
          {share < 1
            ? t("money.sent", { share: writeNumber(share, locale, { style: "percent" }) })
            : t("money.looking")}{" "}
          <Action look="quiet" onClick={() => stop.current?.abort()}>
            {t("money.stop")}
          </Action>
        </p>
      )}
      {error === undefined ? null : <ErrorPanel error={error} what={t("money.notTaken")} safe={t("money.safe")} />}
      {upload ? (
        <UploadPreview
          key={upload.upload}
          upload={upload}
          layouts={holdings.layouts}
          onAgain={(options) => void again(options)}
          onTake={(options) => void take(options)}
          onLeave={() => void leave()}
        />
      ) : null}
      {holdings.mayTake ? <Jobs /> : null}
      <details>
        <summary className="meta">{t("money.recognised", { count: holdings.layouts.length })}</summary>
        <ul className={styles.list}>
          {[...new Set(holdings.layouts.map(({ producer }) => producer))].map((producer) => (
            <li key={producer}>{producer}</li>
          ))}
        </ul>
      </details>
    </Panel>
  );
}
