import { Modal } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useId, useState } from "react";
import { apiPath } from "../api/client.ts";
import { createFeed, feedsQuery, revokeFeed } from "../api/records.ts";
import { useDesk, useStandpoint } from "../shell/desk-context.ts";
import { writeMoment } from "../state/format.ts";
import { answersIn } from "../texts/answers.ts";
import { useText } from "../texts/use-text.ts";
import { Action } from "./action.tsx";
import { ErrorPanel } from "./error-panel.tsx";
import styles from "./feed-dialog.module.css";

/** Secret addresses under which a calendar program follows the due dates: made, shown once, revoked. */
export default function FeedDialog({ onClose }: { readonly onClose: () => void }) {
  const { t, locale } = useText();
  const { region, party } = useDesk();
  const { asked } = useStandpoint();
  const id = useId();
  const feeds = useQuery(feedsQuery(region.id));
  const [label, setLabel] = useState("");
  const [address, setAddress] = useState<string>();
  const [copied, setCopied] = useState(false);
  const [error, setError] = useState<unknown>();

  const act = async (work: () => Promise<void>) => {
    setError(undefined);
    try {
      await work();
      await feeds.refetch();
    } catch (problem) {
      setError(problem);
    }
  };
  const create = (event: FormEvent) => {
    event.preventDefault();
    void act(async () => {
      const made = await createFeed(region.id, label.trim());
      // The program that follows it asks in the same name and language.
      const query = new URLSearchParams({ lang: answersIn(), ...(party === undefined ? {} : { as: party }) });
      setAddress(`${made.address}?${query}`);
      setCopied(false);
      setLabel("");
    });
  };

  return (
    <Modal
      opened
      onClose={onClose}
      title={t("records.feed.title")}
      closeButtonProps={{ "aria-label": t("shell.close") }}
    >
      <div className={styles.dialog}>
        <p>{t("records.feed.why")}</p>
        <form onSubmit={create}>
          <label htmlFor={id}>{t("records.feed.label")}</label>
          <span className={styles.row}>
            <input id={id} required maxLength={100} value={label} onChange={(event) => setLabel(event.target.value)} />
            <Action look="main" type="submit" disabled={label.trim() === ""}>
              {t("records.feed.create")}
            </Action>
          </span>
        </form>
        {address === undefined ? null : (
          <div role="status" className={styles.made}>
            <code>{address}</code>
            <p>{t("records.feed.once")}</p>
            <Action onClick={() => void navigator.clipboard.writeText(address).then(() => setCopied(true))}>
              {t("records.feed.copy")}
            </Action>{" "}
            {copied ? t("records.feed.copied") : null}
          </div>
        )}
        {error === undefined ? null : <ErrorPanel error={error} what={t("records.feed.notDone")} />}
        <h3>{t("records.feed.yours")}</h3>
        {feeds.data?.feeds.length ? (
          <ul className={styles.list}>
            {feeds.data.feeds.map((feed) => (
              <li key={feed.id}>
                {t("records.feed.made", {
                  label: feed.label,
                  date: writeMoment(feed.created, locale, region.timeZone, { year: "auto" }),
                })}
                <Action look="quiet" onClick={() => void act(() => revokeFeed(region.id, feed.id))}>
                  {t("records.feed.revoke", { label: feed.label })}
                </Action>
              </li>
            ))}
          </ul>
        ) : (
          <p className="meta">{t("records.feed.none")}</p>
        )}
        <p>
          <Action href={apiPath(`/regions/${region.id}/calendar.ics`, asked)} download>
            {t("records.feed.download")}
          </Action>
        </p>
      </div>
    </Modal>
  );
}
