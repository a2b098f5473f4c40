import type { GapAnswer } from "@kelisim/compare";
import { type Compared, questionData, standingData } from "./data.ts";

/** The same as data; docs/command.md describes it. */
export function gapsData(answer: GapAnswer, comparison: Compared): object {
  const { between: _, ...question } = (questionData(comparison) as { question: { between: unknown } }).question;
  return {
    ...questionData(comparison),
    question,
    threats: answer.threats,
    channels: answer.channels,
    remedies: answer.remedies,
    members: {
      looked: answer.members.looked,
      outside: answer.members.outside.map(({ standing, ...each }) => ({ ...each, ...standingData(standing) })),
    },
  };
}
