import type { Language } from "@kelisim/words";
import type { Turning } from "../timers/turnings.ts";
import { mailTexts } from "./texts.ts";

/** A message as it goes out: plain text, no contents of records. */
export interface Digest {
  readonly subject: string;
  readonly text: string;
}

/** Lines listed in one message; the others are a click away. */
const LISTED = 20;

/** What a subscriber is told: which dates come near or have passed, and how many records came in. */
export function digestOf(
  news: { readonly turnings: readonly Turning[]; readonly cameIn: number },
  setting: { readonly language: Language; readonly link: string; readonly regionName: string; readonly node: string },
): Digest {
  const say = mailTexts[setting.language];
  const soon = news.turnings.filter(({ what }) => what === "due-soon");
  const passed = news.turnings.filter(({ what }) => what === "passed");
  const lineOf = ({ line }: Turning) =>
    `- ${line.day ?? ""} ${line.act}${line.who === "" ? "" : `: ${line.who}`} (${line.clause})`;
  const section = (title: string, turnings: readonly Turning[]) =>
    turnings.length === 0
      ? []
      : [
          title,
          ...turnings.slice(0, LISTED).map(lineOf),
          ...(turnings.length > LISTED ? [say.more(turnings.length - LISTED)] : []),
          "",
        ];
  return {
    subject: say.subject(setting.regionName, soon.length, passed.length, news.cameIn),
    text: [
      ...section(say.soon, soon),
      ...section(say.passed, passed),
      ...(news.cameIn > 0 ? [say.cameIn(news.cameIn), ""] : []),
      setting.link,
      "",
      say.why(setting.node),
    ].join("\n"),
  };
}
