import type { Brief, SignBrief, WithdrawBrief } from "@kelisim/api";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import {
  archiveBrief,
  boundQuery,
  briefFile,
  createBrief,
  readBrief,
  recordBrief,
  removeBrief,
  saveBrief,
  signBrief,
  withdrawBrief,
} from "../../api/briefs.ts";
import { ApiProblem } from "../../api/problem.ts";
import { Action } from "../../parts/action.tsx";
import { ErrorPanel } from "../../parts/error-panel.tsx";
import { PageHead } from "../../parts/page-head.tsx";
import { Panel } from "../../parts/panel.tsx";
import { Segments } from "../../parts/segments.tsx";
import { useAddress, useChangeAddress, useDesk } from "../../shell/desk-context.ts";
import { insertInto, placeOf, type Wanted } from "../../state/brief/insert.ts";
import { carried } from "../../state/standpoint.ts";
import { useText } from "../../texts/use-text.ts";
import { Away } from "./away.tsx";
import styles from "./brief.module.css";
import { Conflict } from "./conflict.tsx";
import { FigureList, Stale } from "./figures.tsx";
import { InsertPanel } from "./insert-panel.tsx";
import { Preview } from "./preview.tsx";
import { Problems } from "./problems.tsx";
import { Sign } from "./sign.tsx";
import { Take } from "./take.tsx";
import { Versions } from "./versions.tsx";

const TABS = ["text", "printed", "insert", "figures", "versions"] as const;
type Tab = (typeof TABS)[number];

/** After so long without a key the text is set beside the data. */
const PAUSE_MS = 700;

/** A text that is written, beside what the data make of it; absent `brief`: nothing of it is saved yet. */
export function Editor({ brief, start }: { readonly brief?: Brief; readonly start: string }) {
  const { t } = useText();
  const { region } = useDesk();
  const address = useAddress();
  const change = useChangeAddress();
  const navigate = useNavigate();
  const client = useQueryClient();
  const area = useRef<HTMLTextAreaElement>(null);
  const caret = useRef(start.length);
  const [text, setText] = useState(start);
  const [base, setBase] = useState({ brief, text: start });
  const [note, setNote] = useState("");
  const [busy, setBusy] = useState(false);
  const [told, setTold] = useState("");
  const [problem, setProblem] = useState<{ readonly error: unknown; readonly what?: string }>();
  const [theirs, setTheirs] = useState<Brief>();
  const bound = useQuery(boundQuery(region.id, useLater(text)));
  const known = base.brief;
  const mayWrite = known?.mayWrite ?? true;
  const dirty = known === undefined || text !== base.text;
  const number = known?.versions.length ?? 0;
  const tab: Tab = TABS.find((each) => each === address.tab) ?? "text";
  useUnsaved(dirty && text !== start);

  const tabs = TABS.filter((each) => (each !== "insert" || mayWrite) && (each !== "versions" || known !== undefined));
  const show = (line: number, column: number) => {
    change({ tab: undefined }, true);
    const at = placeOf(text, line, column);
    // The tab of the text is drawn first where it was not.
    requestAnimationFrame(() => {
      area.current?.focus();
      area.current?.setSelectionRange(at, at);
      if (area.current) area.current.scrollTop = (line - 4) * LINE_HEIGHT;
    });
  };
  const act = async (work: () => Promise<string | undefined>, what?: string) => {
    setBusy(true);
    setProblem(undefined);
    try {
      setTold((await work()) ?? "");
      await client.invalidateQueries({ queryKey: ["region", region.id, "/briefs"] });
    } catch (error) {
      if (known && error instanceof ApiProblem && error.status === 412) setTheirs(await readBrief(region.id, known.id));
      else setProblem({ error, ...(what === undefined ? {} : { what }) });
    } finally {
      setBusy(false);
    }
  };
  const save = (onto: Brief | undefined) =>
    act(async () => {
      const words = note.trim();
      const saved = onto ? await saveBrief(region.id, onto, text, words) : await createBrief(region.id, text, words);
      setBase({ brief: saved, text });
      setNote("");
      setTheirs(undefined);
      if (onto === undefined)
        void navigate({ to: "/brief/$id", params: { id: saved.id }, search: carried(address) as never, replace: true });
      return t("brief.saved", { version: saved.versions.length });
    }, t("brief.notSaved"));
  const sign = (given: SignBrief) =>
    act(async () => {
      setBase({ brief: await signBrief(region.id, known!, given), text: base.text });
      return t("brief.signed", { number });
    }, t("brief.notSigned"));
  const withdraw = (given: WithdrawBrief) =>
    act(async () => {
      setBase({ brief: await withdrawBrief(region.id, known!, given), text: base.text });
      return t("brief.withdrawn", { number: given.number });
    }, t("brief.notWithdrawn"));
  const archive = (away: boolean) =>
    act(async () => {
      setBase({ brief: await archiveBrief(region.id, known!, away), text: base.text });
      return t(away ? "brief.archived" : "brief.restored");
    }, t("brief.notArchived"));
  const remove = () =>
    act(async () => {
      await removeBrief(region.id, known!);
      await navigate({ to: "/brief", search: carried(address) as never });
      return undefined;
    }, t("brief.notRemoved"));
  const accept = (figures: readonly number[]) =>
    act(async () => {
      setText((await recordBrief(region.id, text, figures)).text);
      return undefined;
    });
  const insert = (wanted: Wanted) => {
    const put = insertInto(text, caret.current, wanted);
    setText(put.text);
    caret.current = put.caret;
    change({ tab: undefined }, true);
    requestAnimationFrame(() => {
      area.current?.focus();
      area.current?.setSelectionRange(put.caret, put.caret);
    });
  };

  const title = bound.data?.title || known?.title || t("brief.newTitle");
  const isWorking = bound.isFetching || bound.isPlaceholderData;
  return (
    <>
      <PageHead
        above={
          <Link to="/brief" search={carried(address) as never}>
            {t("brief.place")}
          </Link>
        }
        title={<span lang={bound.data?.language}>{title}</span>}
        answer={
          known === undefined
            ? t("brief.newAnswer")
            : mayWrite
              ? t("brief.editorAnswer", {
                  version: number,
                  state: t(`brief.state.${known.state}`),
                  unsaved: dirty ? "yes" : "no",
                })
              : t(known.archived ? "brief.awayAnswer" : "brief.readAnswer", {
                  version: number,
                  state: t(`brief.state.${known.state}`),
                })
        }
      />
      {bound.data ? (
        <Stale
          figures={bound.data.figures}
          busy={busy || isWorking}
          onShow={show}
          {...(mayWrite ? { onAccept: (at) => void accept(at) } : {})}
        />
      ) : null}
      <div className={styles.tabs}>
        <Segments
          label={t("brief.tabs")}
          value={tab}
          choices={tabs.map((value) => ({ value, label: t(`brief.tab.${value}`) }))}
          onChange={(value) => change({ tab: value === "text" ? undefined : value })}
        />
      </div>
      {theirs ? (
        <Conflict
          mine={text}
          theirs={theirs}
          onMine={() => {
            setBase({ brief: theirs, text: theirs.text });
            setTheirs(undefined);
          }}
          onTheirs={() => {
            setBase({ brief: theirs, text: theirs.text });
            setText(theirs.text);
            setTheirs(undefined);
          }}
        />
      ) : null}
      <p className={styles.status} role="status">
        {told}
      </p>
      {problem ? <ErrorPanel error={problem.error} what={problem.what} safe={t("brief.safe")} /> : null}
      <div className={styles.desk} data-tab={tab}>
        <div className={styles.write} hidden={tab === "versions" || tab === "figures"}>
          <Panel
            bare
            title={<label htmlFor="brief-text">{t("brief.text")}</label>}
            foot={<span className="caption">{t("brief.textHint")}</span>}
          >
            <textarea
              id="brief-text"
              ref={area}
              className={styles.text}
              value={text}
              readOnly={!mayWrite}
              spellCheck={false}
              lang={bound.data?.language}
              onChange={({ target }) => setText(target.value)}
              onSelect={({ currentTarget }) => {
                caret.current = currentTarget.selectionStart;
              }}
            />
          </Panel>
          {mayWrite ? (
            <form
              className={styles.save}
              onSubmit={(event) => {
                event.preventDefault();
                void save(known);
              }}
            >
              <label>
                <span>{t("brief.note")}</span>
                <input value={note} maxLength={400} required onChange={({ target }) => setNote(target.value)} />
                <small>{t("brief.noteHint")}</small>
              </label>
              <Action look="main" type="submit" disabled={busy || !dirty || note.trim() === ""}>
                {t("brief.save")}
              </Action>
            </form>
          ) : null}
          {bound.data ? <Problems problems={bound.data.problems} onShow={show} /> : null}
        </div>
        <div className={styles.read}>
          {tab === "insert" && mayWrite ? <InsertPanel onInsert={insert} /> : null}
          {tab === "figures" ? <FigureList figures={bound.data?.figures ?? []} /> : null}
          {tab === "versions" && known ? (
            <Versions brief={known} busy={busy} onWithdraw={(given) => void withdraw(given)} />
          ) : null}
          {tab === "text" || tab === "printed" ? (
            <Preview bound={bound.data} error={bound.error} busy={isWorking} onRetry={() => void bound.refetch()} />
          ) : null}
          {known && (tab === "versions" || tab === "printed") ? (
            <Panel title={t("brief.take")}>
              <Take
                hrefOf={(format) => briefFile(region.id, known.id, number, format)}
                note={t("brief.takeNote", { number })}
              />
            </Panel>
          ) : null}
          {known && tab === "versions" ? (
            <>
              <Sign brief={known} dirty={dirty} busy={busy} onSign={(given) => void sign(given)} />
              <Away brief={known} busy={busy} onArchive={(away) => void archive(away)} onRemove={() => void remove()} />
            </>
          ) : null}
        </div>
      </div>
    </>
  );
}

/** Height of a line of the text, as its style has it. */
const LINE_HEIGHT = 20;

/** A value once it has stood still for a while. */
function useLater(value: string): string {
  const [later, setLater] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setLater(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return later;
}

/** Asks before the page is left with what is not saved. */
function useUnsaved(dirty: boolean): void {
  useEffect(() => {
    if (!dirty) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [dirty]);
}
