import type { AskedFigure, BriefChoices } from "@kelisim/api";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { askFigure, choicesQuery } from "../../api/briefs.ts";
import { Action } from "../../parts/action.tsx";
import { ErrorPanel } from "../../parts/error-panel.tsx";
import { Panel } from "../../parts/panel.tsx";
import { Segments } from "../../parts/segments.tsx";
import { useDesk } from "../../shell/desk-context.ts";
import { fits, INSERTS, type Insert, type Wanted } from "../../state/brief/insert.ts";
import { framed } from "../../state/brief/printed.ts";
import { answersIn } from "../../texts/answers.ts";
import { useText } from "../../texts/use-text.ts";
import { nonce } from "../../theme/nonce.ts";
import styles from "./brief.module.css";
import { englishOnly } from "./problems.tsx";

/** Chooses something of the data, shows what it gives now, and puts it into the text. */
export function InsertPanel({ onInsert }: { readonly onInsert: (wanted: Wanted) => void }) {
  const { t } = useText();
  const { region } = useDesk();
  const choices = useQuery(choicesQuery(region.id));
  const [kind, setKind] = useState<Insert>("figure");
  const [asked, setAsked] = useState("");
  const [title, setTitle] = useState("");
  const [form, setForm] = useState<"line" | "bar">("line");
  const [told, setTold] = useState<{ readonly asked: string; readonly answer: AskedFigure }>();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const answer = told?.asked === asked ? told.answer : undefined;
  const asks = kind === "citation" ? undefined : asked;
  const hasTitle = kind === "table" || kind === "chart";
  const ready = asked !== "" && (kind === "citation" || (answer !== undefined && fits(kind, answer)));

  async function ask() {
    setBusy(true);
    setProblem(undefined);
    try {
      setTold({ asked, answer: await askFigure(region.id, asked, answersIn() === "ru" ? "ru" : "en") });
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
    }
  }

  return (
    <Panel title={t("brief.insert.title")}>
      <div className={styles.form}>
        <Segments
          label={t("brief.insert.kind")}
          value={kind}
          choices={INSERTS.map((value) => ({ value, label: t(`brief.insert.${value}`) }))}
          onChange={(value) => {
            setKind(value);
            if (isPicked(value) !== isPicked(kind)) setAsked("");
          }}
        />
        {choices.data ? <Choice kind={kind} asked={asked} choices={choices.data} onAsked={setAsked} /> : null}
        {hasTitle ? (
          <label>
            <span>{t("brief.insert.heading")}</span>
            <input value={title} maxLength={200} onChange={({ target }) => setTitle(target.value)} />
          </label>
        ) : null}
        {kind === "chart" ? (
          <label>
            <span>{t("brief.insert.form")}</span>
            <select value={form} onChange={({ target }) => setForm(target.value === "bar" ? "bar" : "line")}>
              <option value="line">{t("brief.insert.line")}</option>
              <option value="bar">{t("brief.insert.bar")}</option>
            </select>
          </label>
        ) : null}
        <p className={styles.row}>
          {asks === undefined ? null : (
            <Action disabled={busy || asked === ""} onClick={() => void ask()}>
              {t("brief.insert.ask")}
            </Action>
          )}
          <Action
            look="main"
            disabled={!ready || (hasTitle && title.trim() === "")}
            onClick={() =>
              onInsert({
                kind,
                asked,
                title: title.trim(),
                form,
                ...(answer?.now === undefined ? {} : { now: answer.now }),
              })
            }
          >
            {t("brief.insert.put")}
          </Action>
        </p>
        <div aria-live="polite">
          {problem === undefined ? null : <ErrorPanel error={problem} onRetry={() => void ask()} />}
          {answer === undefined ? null : <Told kind={kind} answer={answer} />}
        </div>
      </div>
    </Panel>
  );
}

/** Picked from a list by its id. */
const isPicked = (kind: Insert) => kind === "claim" || kind === "citation";

function Choice({
  kind,
  asked,
  choices,
  onAsked,
}: {
  readonly kind: Insert;
  readonly asked: string;
  readonly choices: BriefChoices;
  readonly onAsked: (asked: string) => void;
}) {
  const { t } = useText();
  if (kind === "claim" || kind === "citation") {
    const options =
      kind === "claim"
        ? choices.claims.map(({ id, text }) => ({ id, text }))
        : choices.sources.map(({ id, title: text }) => ({ id, text }));
    return (
      <label>
        <span>{t(kind === "claim" ? "brief.insert.claims" : "brief.insert.sources")}</span>
        <select value={asked} onChange={({ target }) => onAsked(target.value)}>
          <option value="">{t("brief.insert.choose")}</option>
          {options.map(({ id, text }) => (
            <option key={id} value={id} lang="en">
              {`${id}: ${text}`}
            </option>
          ))}
        </select>
      </label>
    );
  }
  const name = asked.split(" ")[0] ?? "";
  const known = choices.calculations.find(({ id }) => id === name);
  return (
    <>
      <label>
        <span>{t("brief.insert.calculation")}</span>
        <select
          value={known?.id ?? ""}
          onChange={({ target }) => {
            const chosen = choices.calculations.find(({ id }) => id === target.value);
            onAsked(chosen?.example ?? chosen?.id ?? "");
          }}
        >
          <option value="">{t("brief.insert.choose")}</option>
          {choices.calculations.map(({ id }) => (
            <option key={id} value={id}>
              {id}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{t("brief.insert.asked")}</span>
        <textarea
          className={styles.call}
          rows={3}
          maxLength={1000}
          spellCheck={false}
          value={asked}
          onChange={({ target }) => onAsked(target.value.replaceAll("\n", " "))}
        />
        {known ? <small>{t("brief.insert.askedHint", { takes: known.takes.join(", ") })}</small> : null}
      </label>
    </>
  );
}

/** What the data give for it now. */
function Told({ kind, answer }: { readonly kind: Insert; readonly answer: AskedFigure }) {
  const { t } = useText();
  const { shape, now, method, formula, made = [], html, problem } = answer;
  if (problem)
    return (
      <div className={styles.misfit}>
        <b>{t("brief.insert.notGiven")}</b>
        <p lang={englishOnly(problem.message) ? "en" : undefined}>{problem.message}</p>
        {problem.mend === undefined ? null : (
          <p lang={englishOnly(problem.mend) ? "en" : undefined} className="meta">
            {problem.mend}
          </p>
        )}
      </div>
    );
  return (
    <div className={styles.gives}>
      <p className="caption">{t("brief.insert.gives")}</p>
      {html === undefined ? (
        <p className={styles.value}>{now}</p>
      ) : (
        <iframe title={t("brief.insert.gives")} className={styles.small} sandbox="" srcDoc={framed(html, nonce())} />
      )}
      <p className="meta" lang="en">
        {method}: {formula}
      </p>
      <p className="meta" lang="en">
        {t("brief.insert.made", { inputs: made.join("; ") })}
      </p>
      {fits(kind, answer) ? null : (
        <p className={styles.misfit}>{t("brief.insert.misfit", { shape: shape ?? "", kind })}</p>
      )}
    </div>
  );
}
