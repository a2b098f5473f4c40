import { type FormEvent, useState } from "react";
import { keepText } from "../../api/agreements.ts";
import { Action } from "../../parts/action.tsx";
import { DayField } from "../../parts/day-field.tsx";
import { ErrorPanel } from "../../parts/error-panel.tsx";
import { Panel } from "../../parts/panel.tsx";
import { useText } from "../../texts/use-text.ts";
import { languageName } from "./language-name.ts";
import styles from "./official.module.css";

/** Languages in which agreements of such regions are authentic; any other code can be written. */
const LANGUAGES = ["en", "ru", "zh", "kk", "ky", "tg", "tk", "uz", "fr", "ar", "es", "fa"];

export interface AddTextProps {
  readonly region: string;
  readonly id: string;
  readonly onDone: () => void;
}

/** Takes an official text in: pasted or read from a file of this computer, with where and when it was read. */
export function AddText({ region, id, onDone }: AddTextProps) {
  const { t, locale } = useText();
  const [text, setText] = useState("");
  const [problem, setProblem] = useState<unknown>();
  const [read, setRead] = useState("");
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setBusy(true);
    try {
      await keepText(region, id, String(form.get("language")), {
        text,
        source: String(form.get("source")),
        read,
        authentic: form.get("authentic") !== null,
      });
      onDone();
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Panel title={t("agreements.addText")}>
      <form className={styles.form} onSubmit={(event) => void submit(event)}>
        <div className={styles.pair}>
          <label>
            {t("agreements.text.language")}
            <select name="language" defaultValue="ru">
              {LANGUAGES.map((each) => (
                <option key={each} value={each}>
                  {languageName(each, locale)}
                </option>
              ))}
            </select>
          </label>
          <DayField label={t("agreements.text.read")} value={read} onChange={setRead} required />
        </div>
        <label>
          {t("agreements.text.source")}
          <input name="source" required minLength={3} maxLength={400} />
        </label>
        <label className={styles.check}>
          <input type="checkbox" name="authentic" defaultChecked />
          {t("agreements.text.authentic")}
        </label>
        <label>
          {t("agreements.text.file")}
          <input
            type="file"
            accept=".txt,.md,text/plain"
            onChange={(event) => void event.target.files?.[0]?.text().then(setText)}
          />
        </label>
        <label>
          {t("agreements.text.text")}
          <textarea rows={10} required value={text} onChange={(event) => setText(event.target.value)} />
          <span className={styles.hint}>{t("agreements.text.markers")}</span>
        </label>
        {problem === undefined ? null : <ErrorPanel error={problem} safe={t("agreements.text.safe")} />}
        <p>
          <Action look="main" type="submit" disabled={busy || text === ""}>
            {t("agreements.text.keep")}
          </Action>
        </p>
      </form>
    </Panel>
  );
}
