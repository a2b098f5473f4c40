import type { Line } from "@kelisim/api";
import { ApiProblem } from "../../api/problem.ts";
import type { LeadTime } from "../../parts/lead-times.tsx";
import type { PartyTrack } from "../../parts/party-strip.tsx";
import type { SourceData } from "../../parts/source-popover.tsx";

/** What the gallery draws: an invented region, like regions/four-rivers. Nothing in it is about a state. */
const line = (key: string, act: string, state: string, more: Partial<Line> = {}): Line => ({
  key,
  form: "duty",
  state,
  unverified: false,
  unsureDate: false,
  act,
  instrument: "RIVER",
  instrumentName: "River Accord",
  clause: key,
  article: "9",
  articleUnverified: false,
  version: "",
  debtors: ["AVE"],
  creditors: ["ORE"],
  who: "Oresta",
  debtorName: "Avelin",
  standpoint: "owes",
  bothWays: false,
  doubtful: [],
  deadlineIsDay: true,
  channel: "Border representatives",
  channelUnverified: false,
  confidence: "high",
  day: "2026-11-24",
  ...more,
});

export const SAMPLE = {
  region: "Four Rivers",
  today: "2026-11-21",
  dates: ["1999-08-06", "1999-05-07"] as const,
  other: "general knowledge",
  markings: ["TLP:CLEAR", "TLP:GREEN", "TLP:AMBER Oresta, Avelin", "TLP:RED Avelin/customs"],
  problem: new ApiProblem({
    type: "about:blank",
    title: "The note could not be stored",
    status: 507,
    detail: "The disk of the node is full. Free some space, then store again.",
    reference: "7F2C",
  }),
  source: {
    title: "River Accord",
    article: "Art 9",
    copy: "RIVER-2001-en",
    held: true,
    language: "English",
    read: "12 Nov 2026",
    supports: "seven days, two when urgent",
    notInIt: "the channel",
  } satisfies SourceData,
  lines: [
    line("RIVER-09", "Answer a request for clarification", "overdue", { day: "2026-11-20" }),
    line("RIVER-06", "Invite observers to the exercise at Low Ford", "open", { who: "Selmark", article: "6" }),
    line("WATER-03", "Monthly water figures, October", "met late", {
      who: "3 partners",
      creditors: ["A", "B", "C", "D"],
    }),
    line("WATER-05", "Notice of a flood release", "met", { who: "Taldor", performedAt: "2026-11-17T10:00:00Z" }),
    line("RIVER-11", "Patrol plan for December", "not received by us", { standpoint: "owed", day: "2026-11-15" }),
    line("RIVER-05", "Notify the night crossing", "lead time already passed", { articleUnverified: true }),
    line("RIVER-64", "Answer an invitation to observe", "closed by silence", { reason: "counts as declined" }),
    line("RIVER-10", "Report on the joint inspection", "waived by creditor", { confidence: "medium" }),
  ] as readonly Line[],
  tracks: [
    {
      id: "AVE",
      name: "Avelin",
      acts: [
        { kind: "signature", day: "1996-04-26" },
        { kind: "ratification", day: "1997-03-01" },
      ],
      spans: [{ kind: "effect", from: "1998-05-07", unverified: false }],
      words: "signed 26 Apr 1996, in effect since 7 May 1998",
    },
    {
      id: "ORE",
      name: "Oresta",
      acts: [{ kind: "signature", day: "1996-04-26" }],
      spans: [
        { kind: "effect", from: "1999-08-06", until: "2010-01-01", unverified: true },
        { kind: "suspended", from: "2010-01-01", until: "2014-06-01", unverified: false },
      ],
      words: "signed 26 Apr 1996, in effect since 6 Aug 1999 (not verified), suspended 2010 to 2014",
    },
  ] satisfies readonly PartyTrack[],
  leadTimes: [
    { id: "a", act: "Notify the exercise, to Oresta", day: "2026-11-10", unsure: false },
    { id: "b", act: "Invite observers, to Selmark", day: "2026-12-01", unsure: true },
    { id: "c", act: "Answer, to Taldor", day: "2026-12-12", unsure: false },
  ] satisfies readonly LeadTime[],
};
