import { concentration, delivery, fragmentation, growth, moneySeries, pricePairs } from "@kelisim/analysis";
import type { FragmentationQuery, MoneyKey, MoneyQuery } from "@kelisim/api";
import { answersBySet, groupedBy, type MoneyNeeds, plain } from "./answers-by-set.ts";
import { keysOf } from "./money-question.ts";

const without = (keys: readonly MoneyKey[], ...left: readonly MoneyKey[]) => keys.filter((key) => !left.includes(key));

/** Sums by the asked columns. */
export function seriesAnswer(needs: MoneyNeeds, query: MoneyQuery) {
  const keys = keysOf(query, ["year"]);
  return answersBySet(needs, query, {
    method: "series",
    keys,
    cellsOf: groupedBy(needs, keys),
    calculate: (cells, from) => {
      const made = moneySeries(cells, keys, from);
      return { ...made, value: made.value.map(plain) };
    },
  });
}

/** How far the money of each group comes from few donors. */
export function concentrationAnswer(needs: MoneyNeeds, query: MoneyQuery) {
  const keys = without(keysOf(query, ["year"]), "donor");
  return answersBySet(needs, query, {
    method: "concentration",
    keys,
    named: [...keys, "donor"],
    cellsOf: groupedBy(needs, [...keys, "donor"]),
    calculate: (cells, from) => {
      const made = concentration(cells, keys, from);
      return { ...made, value: made.value.map((point) => ({ ...plain(point), donors: [...point.donors] })) };
    },
  });
}

/** Donors below this part of a group are small where the question names no other limit. */
const SMALL = "0.02";

/** How many donors of each group give little. */
export function fragmentationAnswer(needs: MoneyNeeds, query: FragmentationQuery) {
  const keys = without(keysOf(query, ["year"]), "donor");
  const limit = query.limit ?? SMALL;
  return answersBySet(needs, query, {
    method: `fragmentation ${limit}`,
    keys,
    named: [...keys, "donor"],
    cellsOf: groupedBy(needs, [...keys, "donor"]),
    calculate: (cells, from) => {
      const made = fragmentation(cells, keys, limit, from);
      return { ...made, value: made.value.map((point) => ({ ...plain(point), below: [...point.below] })) };
    },
  });
}

/** Change against the year before. */
export function growthAnswer(needs: MoneyNeeds, query: MoneyQuery) {
  const keys = without(keysOf(query, []), "year");
  return answersBySet(needs, query, {
    method: "growth",
    keys,
    cellsOf: groupedBy(needs, [...keys, "year"]),
    calculate: (cells, from) => {
      const made = growth(cells, keys, from);
      return { ...made, value: made.value.map(plain) };
    },
  });
}

/** Commitments against disbursements, whatever measure the question names. */
export function deliveryAnswer(needs: MoneyNeeds, query: MoneyQuery) {
  const keys = keysOf(query, ["year"]);
  const { measure: _, ...both } = query;
  return answersBySet(needs, both, {
    method: "delivery",
    keys,
    cellsOf: groupedBy(needs, keys),
    calculate: (cells, from) => {
      const made = delivery(cells, keys, from);
      return { ...made, value: made.value.map((point) => ({ ...point, keys: { ...point.keys } })) };
    },
  });
}

/** Prices of each year against constant ones, whatever prices the question names. */
export function pricesAnswer(needs: MoneyNeeds, query: MoneyQuery) {
  const keys = keysOf(query, ["year"]);
  const { price: _, ...both } = query;
  return answersBySet(needs, both, {
    method: "prices",
    keys,
    cellsOf: groupedBy(needs, keys),
    calculate: (cells, from) => {
      const made = pricePairs(cells, keys, from);
      return { ...made, value: made.value.map((point) => ({ ...point, keys: { ...point.keys } })) };
    },
  });
}
