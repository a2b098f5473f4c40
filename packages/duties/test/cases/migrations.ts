import type { Condition, Kind } from "@kelisim/accord/program";
import type { KelisimRecord } from "@kelisim/model";
import type { State } from "../../src/index.ts";
import { asOf, type Case, inputOf } from "../sketch/case.ts";
import { act, atLeast, by, duty, equal, role, term, when, within } from "../sketch/program.ts";
import { ask } from "../sketch/records.ts";
import { KINDS } from "../sketch/vocabulary.ts";

/** Records of an earlier version of their kind are read as the newest. */

const first = KINDS.find((kind) => kind.name === "Ask")!;
const attributes = (renamed: Readonly<Record<string, string>>, dropped: readonly string[], of?: readonly string[]) =>
  first.attributes
    .filter(({ name }) => !dropped.includes(name))
    .map((attribute) => ({
      ...attribute,
      name: renamed[attribute.name] ?? attribute.name,
      ...(attribute.type.type === "choice" && of !== undefined && { type: { type: "choice" as const, of } }),
    }));
const second: Kind = {
  ...first,
  version: 2,
  attributes: attributes({ about: "size" }, ["urgent"]),
  replaces: { version: 1, renamed: [{ from: "about", to: "size" }], dropped: ["urgent"], choices: [] },
};
const third: Kind = {
  ...second,
  version: 3,
  attributes: attributes({ about: "scale", topic: "matter" }, ["urgent"], ["weapons", "water"]),
  replaces: {
    version: 2,
    renamed: [
      { from: "size", to: "scale" },
      { from: "topic", to: "matter" },
    ],
    dropped: [],
    choices: [{ attribute: "matter", from: "arms", to: "weapons" }],
  },
};

const matter = (value: string): Condition => ({
  kind: "compare",
  op: "=",
  left: term("r.matter"),
  right: { kind: "constant", value: { type: "text", value } },
});
const clause = (where: Condition) =>
  duty("D", {
    trigger: when("Ask", "r", where),
    debtor: role("r.to"),
    creditor: role("r.from"),
    act: act("Answer", "a", equal(term("a.answers"), term("r"))),
    deadlines: by(within("7 days", term("r.sent"))),
  });

const of = (
  name: string,
  kinds: readonly Kind[],
  where: Condition,
  records: readonly KelisimRecord[],
  state: State | undefined,
  later: readonly Kind[] = [],
): Case => {
  const input = inputOf({ clauses: [clause(where)], records });
  const vocabulary = [...KINDS.filter((kind) => kind.name !== "Ask"), ...kinds];
  return {
    name,
    input: {
      ...input,
      programs: [
        ...input.programs.map((program) => ({ ...program, vocabulary })),
        ...(later.length > 0 ? [{ ...input.programs[0]!, instruments: [], vocabulary: later }] : []),
      ],
    },
    question: asOf("2026-03-02"),
    clause: "D",
    lines: state ? [{ debtor: "B", creditor: "A", state }] : [],
  };
};
const asked = (content: KelisimRecord["content"], version = 1, rest: Partial<KelisimRecord> = {}): KelisimRecord => ({
  ...ask("r1", "A", "B", "2026-03-01"),
  ...rest,
  version,
  content,
});

export const MIGRATION_CASES: readonly Case[] = [
  of(
    "a renamed attribute is read under its new name",
    [first, second],
    atLeast("r.size", 5),
    [asked({ about: 7 })],
    "open",
  ),
  of("and over two versions", [first, second, third], atLeast("r.scale", 5), [asked({ about: 7 })], "open"),
  of(
    "from wherever the record begins",
    [first, second, third],
    atLeast("r.scale", 5),
    [asked({ size: 4 }, 2)],
    undefined,
  ),
  of("an older text may still ask for the old name", [first], atLeast("r.about", 5), [asked({ about: 7 })], "open", [
    first,
    second,
  ]),
  of(
    "a renamed choice is read by its new name",
    [first, second, third],
    matter("weapons"),
    [asked({ topic: "arms" })],
    "open",
  ),
  of(
    "a choice that kept its name is kept",
    [first, second, third],
    matter("water"),
    [asked({ topic: "water" })],
    "open",
  ),
  of(
    "a correction may be of another version than what it corrects",
    [first, second],
    atLeast("r.size", 5),
    [asked({ about: 7 }), asked({ size: 2 }, 2, { id: "r2", corrects: "r1" })],
    "not applicable",
  ),
];
