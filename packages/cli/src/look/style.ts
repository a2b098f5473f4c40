import type { Io } from "../io.ts";
import { harmless } from "./harmless.ts";

/** How a piece of text is set off. Colour only repeats what mark and words say. */
export type Style = "plain" | "bold" | "dim" | "blue" | "cyan" | "red" | "yellow" | "magenta" | "reverse";
export type Paint = (text: string, style: Style) => string;

export interface LookOptions {
  readonly plain?: boolean | undefined;
  readonly ascii?: boolean | undefined;
  readonly words?: boolean | undefined;
}

/** Everything that decides how the same content looks on this terminal. */
export interface Look {
  readonly paint: Paint;
  readonly ascii: boolean;
  /** States in full words before each act, for screen readers; no marks. */
  readonly words: boolean;
  readonly width: number;
  /** Under 72 columns: channel and clause stand under the act. */
  readonly narrow: boolean;
}

const WIDEST = 120;

/**
 * Reads the terminal: colour only on a terminal, never with NO_COLOR (https://no-color.org: any value that is
 * not empty), TERM=dumb or --plain; marks in ASCII with --ascii or in a locale that says it is not UTF-8.
 */
export async function lookOf(io: Io, options: LookOptions): Promise<Look> {
  const { NO_COLOR, TERM } = io.environment;
  const colour = io.terminal && options.plain !== true && (NO_COLOR ?? "") === "" && TERM !== "dumb";
  const given = io.columns ?? Number.parseInt(io.environment.COLUMNS ?? "", 10);
  const width = Number.isFinite(given) && given > 0 ? Math.max(32, Math.min(given, WIDEST)) : 100;
  return {
    paint: colour ? await colours() : harmless,
    ascii: options.ascii === true || !utf8Locale(io.environment),
    words: options.words === true,
    width,
    narrow: width < 72,
  };
}

async function colours(): Promise<Paint> {
  const { Chalk } = await import("chalk");
  // Level 1: the 16 basic colours, which follow the user's theme.
  const chalk = new Chalk({ level: 1 });
  return (text, style) => {
    const safe = harmless(text);
    return style === "plain" ? safe : style === "reverse" ? chalk.inverse(safe) : chalk[style](safe);
  };
}

/** POSIX: LC_ALL, else LC_CTYPE, else LANG. Nothing set (containers, Windows) counts as UTF-8. */
function utf8Locale(environment: Io["environment"]): boolean {
  const locale = [environment.LC_ALL, environment.LC_CTYPE, environment.LANG].find((each) => (each ?? "") !== "");
  return locale === undefined || /utf-?8/i.test(locale);
}
