import { SUBSCRIPTION_TOPICS, type Subscription, type SubscriptionBody } from "@kelisim/api";
import { Modal } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { apiPath } from "../api/client.ts";
import { changeSubscription, subscribe, subscriptionsQuery, unsubscribe } from "../api/node.ts";
import { useDesk, useStandpoint } from "../shell/desk-context.ts";
import { answersIn } from "../texts/answers.ts";
import type { MessageId } from "../texts/ids.ts";
import { LANGUAGES, WHOLE } from "../texts/languages.ts";
import { useText } from "../texts/use-text.ts";
import { Action } from "./action.tsx";
import { ErrorPanel } from "./error-panel.tsx";
import { Skeletons } from "./skeletons.tsx";
import styles from "./subscriptions.module.css";

type Topic = SubscriptionBody["topics"][number];

const TOPIC: Readonly<Record<Topic, MessageId>> = {
  overdue: "node.news.overdue",
  "due-soon": "node.news.dueSoon",
  "came-in": "node.news.cameIn",
};

export interface SubscriptionsDialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** News by e-mail, over the page that asked for it: the head of Today opens it. */
export function SubscriptionsDialog({ opened, onClose }: SubscriptionsDialogProps) {
  const { t } = useText();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t("node.news.title")}
      closeButtonProps={{ "aria-label": t("node.close") }}
    >
      {opened ? <Subscriptions /> : null}
    </Modal>
  );
}

/** What one is told by e-mail about the region at hand. Where the node sends none, it says so and offers the calendar. */
export function Subscriptions() {
  const { t } = useText();
  const { region } = useDesk();
  const { asked } = useStandpoint();
  const client = useQueryClient();
  const answer = useQuery(subscriptionsQuery(region.id));
  const [problem, setProblem] = useState<unknown>();
  const [said, setSaid] = useState<MessageId>();
  const act = async (work: () => Promise<unknown>, then: MessageId): Promise<boolean> => {
    setProblem(undefined);
    try {
      await work();
      setSaid(then);
      await client.invalidateQueries({ queryKey: ["region", region.id, "/subscriptions"] });
      return true;
    } catch (error) {
      setSaid(undefined);
      setProblem(error);
      return false;
    }
  };
  if (answer.error) return <ErrorPanel error={answer.error} onRetry={() => void answer.refetch()} />;
  if (!answer.data) return <Skeletons rows={2} />;
  const { mail, items, suggested } = answer.data;
  return (
    <div className={styles.box}>
      <p className="meta">{t(mail ? "node.news.lead" : "node.news.noMail", { region: region.name })}</p>
      {mail ? null : (
        <p>
          <Action href={apiPath(`/regions/${region.id}/calendar.ics`, asked)} download>
            {t("node.news.calendar")}
          </Action>
        </p>
      )}
      {items.map((item) => (
        <OneSubscription
          key={item.id}
          item={item}
          mail={mail}
          onChange={(body) => act(() => changeSubscription(region.id, item.id, body), "node.news.changed")}
          onRemove={() => act(() => unsubscribe(region.id, item.id), "node.news.removed")}
        />
      ))}
      {mail ? (
        <OneSubscription
          key={`new ${items.length}`}
          suggested={items.length === 0 ? suggested : undefined}
          mail
          onChange={(body) => act(() => subscribe(region.id, body), "node.news.added")}
        />
      ) : null}
      {problem === undefined ? null : <ErrorPanel error={problem} what={t("node.notDone")} />}
      <p role="status" className="meta">
        {said === undefined ? "" : t(said)}
      </p>
    </div>
  );
}

interface OneSubscriptionProps {
  readonly item?: Subscription;
  readonly suggested?: string;
  readonly mail: boolean;
  readonly onChange: (body: SubscriptionBody) => Promise<boolean>;
  readonly onRemove?: () => Promise<boolean>;
}

function OneSubscription({ item, suggested, mail, onChange, onRemove }: OneSubscriptionProps) {
  const { t } = useText();
  const [topics, setTopics] = useState<readonly Topic[]>(item?.topics ?? ["overdue", "due-soon"]);
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setBusy(true);
    await onChange({
      topics: [...topics],
      address: String(form.get("address")),
      language: form.get("language") === "ru" ? "ru" : "en",
    });
    setBusy(false);
  };
  const title = item === undefined ? t("node.news.new") : item.address;
  return (
    <form className={styles.form} aria-label={title} onSubmit={(event) => void submit(event)}>
      <label>
        {t("node.news.address")}
        <input name="address" type="email" required maxLength={200} defaultValue={item?.address ?? suggested} />
      </label>
      <fieldset>
        <legend>{t("node.news.topics")}</legend>
        {SUBSCRIPTION_TOPICS.map((topic) => (
          <label key={topic}>
            <input
              type="checkbox"
              checked={topics.includes(topic)}
              onChange={(event) =>
                setTopics(event.target.checked ? [...topics, topic] : topics.filter((each) => each !== topic))
              }
            />
            {t(TOPIC[topic])}
          </label>
        ))}
      </fieldset>
      <label>
        {t("node.news.language")}
        <select name="language" defaultValue={item?.language ?? answersIn()}>
          {WHOLE.map((code) => (
            <option key={code} value={code}>
              {LANGUAGES[code]}
            </option>
          ))}
        </select>
      </label>
      <div className={styles.acts}>
        {mail ? (
          <Action look={item === undefined ? "main" : "plain"} type="submit" disabled={busy || topics.length === 0}>
            {t(item === undefined ? "node.news.add" : "node.save")}
          </Action>
        ) : null}
        {onRemove === undefined ? null : (
          <Action look="quiet" disabled={busy} onClick={() => void onRemove()}>
            {t("node.remove")}
          </Action>
        )}
      </div>
    </form>
  );
}
