/** One visible part of an index. */
export interface IndexComponent {
  readonly id: string;
  /** What its raw figure counts, so that anybody can work it out. */
  readonly says: string;
  readonly unit: string;
  /** The raw figure that gives 0, and the one that gives 1; between them straight. A figure beyond an end counts as the end. */
  readonly worst: number;
  readonly best: number;
}

/** An index as plain data: its parts, and nothing else. */
export interface IndexDefinition {
  readonly id: string;
  readonly name: string;
  readonly components: readonly IndexComponent[];
}

const share = (id: string, says: string): IndexComponent => ({
  id,
  says,
  unit: "share from 0 to 1",
  worst: 0,
  best: 1,
});

/** What states have agreed on paper: bodies and duties among themselves, whether or not anybody uses them. */
export const FORMAL_REGIONALISM: IndexDefinition = {
  id: "formal-regionalism",
  name: "Formal regionalism",
  components: [
    share(
      "bodies",
      "pairs of states of the region with a common organisation that only states of the region belong to / all pairs",
    ),
    share("membership", "shared memberships of pairs / memberships of either, mean of all pairs (Jaccard)"),
    share("consultation", "pairs bound by a treaty to consult each other / all pairs"),
    share("non-aggression", "pairs bound by a treaty of non-aggression or defence / all pairs"),
    share("exchange", "pairs of which each owes the other notices or data under an agreement in force / all pairs"),
    share("settled", "borders between two states of the region on whose line both agreed in an act / all such borders"),
  ],
};

/** What is done across borders, whether or not anybody agreed on it. */
export const PRACTICAL_REGIONALISATION: IndexDefinition = {
  id: "practical-regionalisation",
  name: "Practical regionalisation",
  components: [
    share("trade", "trade with states of the region / all foreign trade, mean of the states"),
    share("crossings", "crossing points open to people of both sides / crossing points listed"),
    share("travel", "pairs whose citizens enter without a visa both ways / all pairs"),
    {
      id: "meetings",
      says: "meetings of heads of state or ministers of states of the region without outside powers, in the year",
      unit: "meetings a year",
      worst: 0,
      best: 12,
    },
    {
      id: "exercises",
      says: "joint exercises of at least two states of the region without outside powers, in the year",
      unit: "exercises a year",
      worst: 0,
      best: 6,
    },
    share("answers", "requests and notices between states of the region that were answered / those recorded"),
  ],
};
