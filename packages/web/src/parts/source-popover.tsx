import { Popover } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useText } from "../texts/use-text.ts";
import styles from "./source-popover.module.css";
import { Unverified } from "./unverified.tsx";

/** A source as it is shown: what it is, which copy was read, what it says and what it does not. */
export interface SourceData {
  readonly title: string;
  readonly article?: string;
  readonly language?: string;
  /** Name of the copy: "BWBV0001004". */
  readonly copy?: string;
  readonly held: boolean;
  /** Date on which it was read, in words. Absent: nobody has read it. */
  readonly read?: string;
  readonly supports?: string;
  readonly notInIt?: string;
  /** What another source says instead. */
  readonly differs?: string;
}

/** A figure or date with its source behind it: opens on a click, a key or a touch, never on hovering alone. */
export function SourcePopover({ source, children }: { readonly source: SourceData; readonly children: ReactNode }) {
  const [open, setOpen] = useState(false);
  return (
    <Popover opened={open} onChange={setOpen} width={400} position="bottom-start" trapFocus returnFocus>
      <Popover.Target>
        <button type="button" className={styles.figure} onClick={() => setOpen((was) => !was)}>
          {children}
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <SourceCard source={source} />
      </Popover.Dropdown>
    </Popover>
  );
}

/** The content of the popover, where it stands on the page itself. */
export function SourceCard({ source }: { readonly source: SourceData }) {
  const { t } = useText();
  const { title, article, language, copy, held, read, supports, notInIt, differs } = source;
  const copyWords = [copy, t(held ? "parts.source.held" : "parts.source.notHeld")].filter(Boolean).join(", ");
  return (
    <div className={styles.card}>
      <h3>{article ? `${title}, ${article}` : title}</h3>
      <dl>
        <dt>{t("parts.source.copy")}</dt>
        <dd>{read === undefined ? <Unverified>{copyWords}</Unverified> : copyWords}</dd>
        <Row term={t("parts.source.language")} text={language} />
        <Row term={t("parts.source.read")} text={read} />
        <Row term={t("parts.source.supports")} text={supports} />
        <Row term={t("parts.source.notInIt")} text={notInIt} />
        <dt>{t("parts.source.differs")}</dt>
        <dd>{differs ?? t("parts.source.noneDiffers")}</dd>
      </dl>
    </div>
  );
}

function Row({ term, text }: { readonly term: string; readonly text?: string }) {
  return text === undefined ? null : (
    <>
      <dt>{term}</dt>
      <dd>{text}</dd>
    </>
  );
}
