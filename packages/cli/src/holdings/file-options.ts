import type { Encoding, FileOptions } from "@kelisim/holdings";
import { DOCUMENT_LAYOUTS, layoutsOfSource, TABLE_LAYOUTS } from "@kelisim/sources";
import { nearest } from "../arguments/nearest.ts";
import { type Answer, refuse } from "../refusal.ts";
import { texts } from "../texts/index.ts";

export interface ImportOptions {
  /** Whose file it is: a data set, a layout, or the beginning of either. */
  readonly source?: string;
  readonly layout?: string;
  readonly vintage?: string;
  readonly priceYear?: string;
  readonly entry?: string;
  readonly encoding?: string;
  readonly preview?: boolean;
  readonly data?: string;
  readonly json?: boolean;
  readonly plain?: boolean;
  readonly ascii?: boolean;
}

const ENCODINGS: readonly Encoding[] = ["utf-8", "utf-16le", "utf-16be", "windows-1252", "windows-1251"];

/** What is said of a file that it does not say of itself. */
export function readFileOptions(options: ImportOptions): Answer<FileOptions> {
  const t = texts.holdings;
  const { source, layout, vintage, priceYear, entry, encoding } = options;
  const all = [...DOCUMENT_LAYOUTS, ...TABLE_LAYOUTS];
  const layouts = all.map(({ id }) => id);
  const among = source === undefined ? undefined : layoutsOfSource(source, all).map(({ id }) => id);
  if (source !== undefined && among?.length === 0) {
    const sources = [...new Set(all.map(({ producer }) => producer.dataset))];
    const near = nearest(source, sources);
    return refuse(t.noSource(source), ...(near.length > 0 ? [texts.didYouMean(near)] : []), t.sourcesAre(sources));
  }
  if (layout !== undefined && !layouts.includes(layout)) {
    const near = nearest(layout, layouts);
    return refuse(t.noLayout(layout), ...(near.length > 0 ? [texts.didYouMean(near)] : []), t.layoutsAre(layouts));
  }
  if (priceYear !== undefined && !/^[12]\d{3}$/.test(priceYear)) return refuse(t.notAYear("--price-year", priceYear));
  const read = ENCODINGS.find((one) => one === encoding?.toLowerCase());
  if (encoding !== undefined && read === undefined) return refuse(t.noEncoding(encoding), t.encodingsAre(ENCODINGS));
  return {
    ...(layout !== undefined ? { layout } : among !== undefined ? { layout: among } : {}),
    ...(vintage === undefined ? {} : { vintage }),
    ...(priceYear === undefined ? {} : { priceYear: Number(priceYear) }),
    ...(entry === undefined ? {} : { entry }),
    ...(read === undefined ? {} : { encoding: read }),
  };
}
