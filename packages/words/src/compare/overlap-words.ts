import type { DeadlineCase, Interval, Overlap, ThresholdGap } from "@kelisim/compare";
import { conditionWords, grouped } from "../condition.ts";
import { deadlineWords } from "../deadline.ts";
import type { Names } from "../names.ts";
import type { Texts } from "../texts/index.ts";

/** "By KAZ KGZ; to CHN": one circle of addressees, or each with its clauses. */
export function whoWords({ actors, samePair, clauses }: Overlap, { compare: t }: Texts): string {
  const debtors = t.parties(actors.debtors);
  if (samePair) return t.who(debtors, t.parties(actors.shared));
  const byParties = new Map<string, string[]>();
  for (const clause of clauses) {
    const parties = t.parties(actors.creditors.get(clause) ?? []);
    byParties.set(parties, [...(byParties.get(parties) ?? []), clause]);
  }
  return t.whoToAll(
    debtors,
    [...byParties].map(([parties, those]) => t.toWhom(those.join(", "), parties)),
  );
}

/** Each channel with the clauses that name it. */
export function channelWords({ channels }: Overlap, say: Texts): readonly string[] {
  const by = new Map<string, string[]>();
  for (const { clause, channel, assumed } of channels) {
    const words = channel === undefined ? say.compare.noChannel : assumed ? say.unsure(channel) : channel;
    by.set(words, [...(by.get(words) ?? []), clause]);
  }
  return [...by].map(([words, those]) => `${words} (${those.join(", ")})`);
}

/** Which deadline comes first, as far as that can be said. */
export function strictestWords({ strictest }: DeadlineCase, { compare: t }: Texts): string {
  if (strictest.kind === "first") return t.strictest(strictest.clauses, strictest.undated);
  return strictest.kind === "depends" ? t.depends(strictest.on, strictest.undated) : t.undated(strictest.undated);
}

/** "9,000 to 24,999", "from 25,000". */
export function rangeWords({ least, above, greatest, below }: Interval, say: Texts): string {
  const low = least === undefined ? undefined : grouped(least.toFixed(), say);
  const high = greatest === undefined ? undefined : grouped(greatest.toFixed(), say);
  if (low !== undefined && low === high) return say.compare.range.exactly(low);
  if (low !== undefined && high !== undefined && !above && !below) return say.compare.range.between(low, high);
  const parts = [
    ...(low === undefined ? [] : [above ? say.compare.range.above(low) : say.compare.range.from(low)]),
    ...(high === undefined ? [] : [below ? say.compare.range.below(high) : say.compare.range.upTo(high)]),
  ];
  return parts.length === 0 ? say.compare.range.any : parts.join(" ");
}

/** A case of guarded deadlines: in which case, what is strictest, and the rules with their clauses. */
export interface DeadlineCaseWords {
  readonly text: string;
  readonly rules: readonly string[];
}

/** All cases of an overlap's deadlines; empty where there are too many to list. */
export function deadlineCases({ deadlines }: Overlap, names: Names): readonly DeadlineCaseWords[] {
  const { say } = names;
  return deadlines.map((each) => {
    const guards = each.deadlines.flatMap(({ when }) => conditionWords(when, names) || []);
    const words = strictestWords(each, say);
    const text =
      deadlines.length === 1
        ? words
        : guards.length === 0
          ? say.compare.otherwise(words)
          : say.compare.inCase([...new Set(guards)].join(say.and), words);
    const rules = new Map<string, string[]>();
    for (const { clause, deadline } of each.deadlines) {
      const rule = deadlineWords(deadline, names);
      rules.set(rule, [...(rules.get(rule) ?? []), clause]);
    }
    return { text, rules: [...rules].map(([rule, those]) => `${those.join(", ")}: ${rule}`) };
  });
}

/** What one threshold catches and the other does not, range by range. */
export function thresholdWords(
  gap: ThresholdGap,
  names: Names,
): { readonly title: string; readonly lines: readonly string[] } {
  const { say } = names;
  const { compare: t } = say;
  const noun = gap.unit ?? names.quantity(gap.attribute);
  const lines = [
    ...gap.onlyFirst.map((range) => t.only(rangeWords(range, say), noun, gap.first.clauses)),
    ...gap.onlySecond.map((range) => t.only(rangeWords(range, say), noun, gap.second.clauses)),
    ...(gap.both === undefined
      ? []
      : [t.all(rangeWords(gap.both, say), noun, [...gap.first.clauses, ...gap.second.clauses])]),
    gap.othersDecide ? t.alone(noun) : t.exact,
  ];
  return { title: t.threshold(names.kind(gap.act), noun), lines };
}
