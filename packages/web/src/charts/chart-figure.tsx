import { useElementSize, useMergedRef } from "@mantine/hooks";
import { type MouseEvent, type ReactNode, useRef } from "react";
import { Action } from "../parts/action.tsx";
import { Panel } from "../parts/panel.tsx";
import { useText } from "../texts/use-text.ts";
import styles from "./chart-figure.module.css";
import { savePicture } from "./save-picture.ts";

export interface ChartFigureProps {
  readonly title: string;
  /** What is measured: measure, currency, prices. */
  readonly unit?: string;
  /** Source, vintage and licence; they go along into the picture. */
  readonly lines: readonly string[];
  /** Name of the files without ending. */
  readonly name: string;
  /** Addresses of the figures as files, in the order shown. */
  readonly files?: readonly (readonly [format: string, href: string])[];
  readonly aside?: ReactNode;
  /** The same figures as a table. */
  readonly table: ReactNode;
  readonly children: (width: number) => ReactNode;
  /** What the drawing leaves out. */
  readonly note?: ReactNode;
  /** Method, inputs, exclusions. */
  readonly proof?: ReactNode;
  /** Above the drawing: what is chosen for it alone. */
  readonly above?: ReactNode;
  /** A mark of the drawing was clicked that names itself by `data-mark`; the table opens the same by the keyboard. */
  readonly onMark?: (mark: string) => void;
}

/** A drawing with what it measures, its table, its proof, and itself as a picture and as figures. */
export function ChartFigure(props: ChartFigureProps) {
  const { title, unit, lines, name, files = [], aside, table, children, note, proof, above, onMark } = props;
  const { t } = useText();
  const { ref, width } = useElementSize<HTMLDivElement>();
  const drawing = useRef<HTMLDivElement>(null);
  const merged = useMergedRef(ref, drawing);
  const save = (format: "svg" | "png") => {
    const svg = drawing.current?.querySelector("svg");
    if (svg) void savePicture(svg, format, { title: unit === undefined ? title : `${title}. ${unit}`, lines, name });
  };
  const click = (event: MouseEvent<HTMLDivElement>) => {
    const mark = (event.target as Element).closest("[data-mark]")?.getAttribute("data-mark");
    if (mark !== null && mark !== undefined) onMark?.(mark);
  };
  return (
    <Panel bare title={title} aside={aside}>
      {above}
      <figure className={styles.figure}>
        {unit === undefined ? null : <figcaption className="caption">{unit}</figcaption>}
        {/* biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/noStaticElementInteractions: each mark has its row in the table below */}
        <div
          ref={merged}
          className={`${styles.drawing} ${onMark === undefined ? "" : styles.marked}`}
          onClick={onMark === undefined ? undefined : click}
        >
          {width > 0 ? children(Math.floor(width)) : null}
        </div>
        {note === undefined ? null : <p className="caption">{note}</p>}
      </figure>
      <div className={`${styles.acts} screen-only`}>
        <span className="caption">{t("money.saveAs")}</span>
        <Action look="quiet" onClick={() => save("svg")}>
          SVG
        </Action>
        <Action look="quiet" onClick={() => save("png")}>
          PNG
        </Action>
        {files.map(([format, href]) => (
          <Action key={format} look="quiet" href={href} download>
            {format}
          </Action>
        ))}
      </div>
      <details className={styles.more}>
        <summary>{t("money.asTable")}</summary>
        {table}
      </details>
      {proof}
    </Panel>
  );
}
