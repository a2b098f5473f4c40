import { englishTexts } from "@kelisim/words";

const UNSURE = "\u00a0?";

/** English of the commands that set agreements side by side, beside what the screens say of them too. */
export const compareEnglish = {
  ...englishTexts.compare,
  on: (day: string, clock: string) => `on ${day}, ${clock}`,
  ground: (region: string) =>
    `${region}. By the texts and tables held here: what they do not hold is unknown, and nothing below says that anybody did or did not act.`,
  more: (count: number) => `and ${count.toLocaleString("en")} more: --all`,
  why: "Facts, sources and an example for each line: --why      Data: --json",
  unsure: `${UNSURE} = rests on general knowledge, low confidence, or a date that is not known.`,
  unverifiedMany: (count: number) => `Binding not verified for ${count} of them (--why)`,
  clausesTitle: "clauses",
  onePartyTwice: (name: string) => `Both parties are ${name}.`,
  twoPartiesNeeded: "--between needs two parties, for example --between KAZ KGZ.",

  help: {
    between: "what binds two parties on a day: instruments, reservations, sides, common organisations",
    overlaps: "duties of several agreements that one act performs, which is strictest, where thresholds differ",
    clashes: "what one agreement asks and another forbids between the same parties, and dates that exclude each other",
    gaps: "threats nobody must tell of, duties without a channel, clauses nothing brings about, members not bound",
    on: "the day: a date (its last instant in the region's time zone) or a moment; default now",
    betweenOption: "only between these two parties: --between KAZ KGZ",
    whyOption: "the facts behind each line, with sources and confidence, and an example",
    allOption: "every line",
  },
};
