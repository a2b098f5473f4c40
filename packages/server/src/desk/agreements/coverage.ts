import type { Clause, Instrument } from "@kelisim/accord/program";
import type { AgreementHead } from "@kelisim/api";
import { assumedIn } from "@kelisim/duties";

/** The sentence of a summary that says what of the text was read; every file of a region has it. */
const READ = /\*\*What was read\.\*\*\s+([\s\S]+?)(?=\n\s*\n|$)/;

/** Whether a clause rests on text that nobody read: its article, its deadline or one of its numbers is assumed. */
export function isUnread(clause: Clause): boolean {
  if (clause.articleAssumed !== undefined) return true;
  if ("deadlines" in clause && clause.deadlines.some(({ deadline }) => deadline.kind === "none" && deadline.unread))
    return true;
  // A channel is custom more often than text: it alone does not make the text unread.
  return assumedIn(clause).some(({ what }) => !what.startsWith("channel: "));
}

export const isUnverified = (clause: Clause): boolean => assumedIn(clause).length > 0;

/** What of an instrument's text was read, as the summary says it, and whether something in it rests on what was not. */
export function coverageOfText(instrument: Instrument, text: string): AgreementHead["coverage"] {
  const read = READ.exec(text.replaceAll("\r\n", "\n"))?.[1]?.replaceAll(/\s+/g, " ").replaceAll(/[`*]/g, "").trim();
  return {
    ...(read === undefined ? {} : { text: read }),
    partial: instrument.clauses.some(isUnread),
  };
}
