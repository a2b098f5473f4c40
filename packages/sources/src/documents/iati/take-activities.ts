import type { ObservationRow, RefusedRow } from "@kelisim/model";
import type { Taken } from "../../layout.ts";
import { ownCopy } from "../remembered.ts";
import { amountOf, millionths, splitBy } from "../shares.ts";
import { attributeOf, childOf, type Element } from "../xml/element.ts";
import type { RecordTaker } from "../xml/read-records.ts";
import { type Activity, agreementOf, humanitarianOf, readActivity } from "./activity.ts";
import { type Organisation, organisationOf } from "./organisations.ts";
import { purposesOf, recipientsOf } from "./purposes.ts";
import { periodOf, readSum, SUMS, type Sum } from "./sums.ts";
import { FLOW_TYPES } from "./words.ts";

/** Name under which money stands that an activity names nobody, or nothing, for. */
const UNALLOCATED = "unallocated";

/** Makes rows of flows of the activities of one document, in its order. `row` counts budgets, planned disbursements and transactions. */
export class ActivityTaker implements RecordTaker {
  #row = 0;
  /** Activities that another one above named as contained in it, with that one. */
  readonly #parents = new Map<string, string>();
  /** Activities of a lower level whose rows were given without a parent. */
  readonly #alone = new Set<string>();

  readonly nextRow = (): number => this.#row + 1;

  readonly take = (element: Element): readonly Taken[] => {
    const activity = readActivity(element);
    const sums = element.children.filter(({ name }) => SUMS.includes(name));
    if (activity === undefined) return this.#refuseAll(element, sums);
    const links = this.#links(activity, element.line);
    if (sums.length === 0) return links.notes;
    const read = sums.map((sum) => ({ sum, read: readSum(sum, activity.currency) }));
    const revised = new Set<string>();
    for (const one of read)
      if (one.sum.name === "budget" && "year" in one.read && one.read.revised) revised.add(periodOf(one.read));
    const taken = read.flatMap((one): readonly Taken[] => {
      this.#row += 1;
      const place = { row: this.#row, line: one.sum.line };
      if ("refused" in one.read) return [refusal(place, one.read.refused)];
      if (one.sum.name === "budget" && !one.read.revised && revised.has(periodOf(one.read)))
        return [refusal(place, { text: one.read.amount, problem: "a revised budget of the same period replaces it" })];
      return rowsOf(activity, links, one.sum, one.read, place);
    });
    return [...links.notes, ...taken];
  };

  #refuseAll(element: Element, sums: readonly Element[]): readonly Taken[] {
    const problem = "its activity has no identifier";
    if (sums.length === 0)
      return [refusal({ row: this.#row + 1, line: element.line }, { problem: "an activity without identifier" })];
    return sums.map(({ line }) => {
      this.#row += 1;
      return refusal({ row: this.#row, line }, { column: "activity", problem });
    });
  }

  /** The activity that contains this one, by its own word or by that of the other. */
  #links({ id, parents, children, hierarchy }: Activity, line: number): Links {
    const parent = parents[0] ?? this.#parents.get(id);
    const below = hierarchy !== undefined && /^[2-9]$/.test(hierarchy);
    if (parent === undefined && below) this.#alone.add(ownCopy(id));
    const late = children.filter((child) => this.#alone.has(child));
    for (const child of children) if (!this.#parents.has(child)) this.#parents.set(ownCopy(child), ownCopy(id));
    const said =
      parents.length > 1
        ? `it names ${parents.length} parents: the first is taken`
        : parent === undefined && below
          ? `it is of hierarchy ${hierarchy} but names no parent: it may be counted again with one`
          : undefined;
    return {
      ...(parent === undefined ? {} : { parent }),
      ...(said === undefined ? {} : { said }),
      notes: late.map((child) =>
        refusal(
          { row: this.#row + 1, line },
          {
            column: "parent",
            text: child,
            problem: `${id} names it as its child, but it stood before and names no parent: both may be counted`,
          },
        ),
      ),
    };
  }
}

interface Links {
  readonly parent?: string;
  readonly said?: string;
  readonly notes: readonly Taken[];
}

interface Place {
  readonly row: number;
  readonly line: number;
}

function refusal({ row, line }: Place, refused: Omit<RefusedRow, "row">): { readonly refused: RefusedRow } {
  return { refused: { row, ...refused, problem: `line ${line}: ${refused.problem}` } };
}

/** Rows of one sum: one for each recipient and purpose, which sum to it exactly. */
function rowsOf(activity: Activity, links: Links, element: Element, sum: Sum, place: Place): readonly Taken[] {
  const transaction = element.name === "transaction";
  const own = transaction ? recipientsOf(element, "transaction") : undefined;
  const recipients = own ?? activity.recipients;
  const purposes = (transaction ? purposesOf(element) : undefined) ?? activity.purposes;
  const donors = donorsOf(activity, element, sum);
  const donor = donors.length > 1 ? `${donors.length} organisations fund it: what each gives is not known` : undefined;
  const without = sum.without.map((cell) => refusal(place, cell).refused);
  const say = (column: string, problem: string | undefined) => {
    if (problem !== undefined) without.push(refusal(place, { column, problem }).refused);
  };
  say("recipient", recipients.said);
  say("purpose", purposes.said);
  say("parent", links.said);
  say("donor", donor);
  const shared = sharedCells(activity, links.parent, element, sum, donors, place.row);
  const taken = divided(sum.amount, recipients, purposes).map(({ amount, recipient, purpose }) => ({
    row: withParts(shared, amount, recipient, purpose, own === undefined),
  }));
  return without.length === 0 ? taken : taken.map((one, at) => (at === 0 ? { ...one, without } : one));
}

/** A row of flows with all its columns, so that all rows have one shape: there are very many. */
function sharedCells(
  activity: Activity,
  parent: string | undefined,
  element: Element,
  sum: Sum,
  donors: readonly Organisation[],
  row: number,
) {
  const donor = donors.length === 1 ? donors[0] : undefined;
  const flow = attributeOf(childOf(element, "flow-type"), "code") ?? activity.flow;
  return {
    row,
    year: sum.year,
    from: sum.from ?? null,
    to: sum.to ?? null,
    donor: donor?.id ?? null,
    donor_code: donor?.code ?? null,
    donor_name: namesOf(donors) ?? null,
    agency: donor?.part === true ? (donor.name ?? donor.code ?? null) : null,
    flow: flow === undefined ? null : (FLOW_TYPES[flow] ?? flow),
    measure: sum.kind.measure,
    currency: sum.currency,
    activity: activity.id,
    parent: parent ?? null,
    agreement: agreementOf(element) ?? activity.agreement ?? null,
    title: activity.title ?? null,
    channel: channelOf(activity, element, sum) ?? null,
    humanitarian: humanitarianOf(element) ?? activity.humanitarian ?? null,
    value_date: sum.valueDate ?? null,
  };
}

/** The row of one part of a sum. `isShare`: whether the percentage is one of the activity. */
function withParts(
  shared: ReturnType<typeof sharedCells>,
  amount: string,
  recipient: RecipientPart | undefined,
  purpose: PurposePart | undefined,
  isShare: boolean,
): ObservationRow {
  const whom = recipient === undefined || recipient.of === UNALLOCATED ? undefined : recipient.of;
  const what = purpose === undefined || purpose.of === UNALLOCATED ? undefined : purpose.of;
  return {
    ...shared,
    recipient: whom?.id ?? (recipient === undefined ? null : UNALLOCATED),
    recipient_code: whom?.code ?? null,
    recipient_name: whom?.name ?? null,
    recipient_share: isShare ? (recipient?.percent ?? null) : null,
    purpose: what?.code ?? (purpose === undefined ? null : UNALLOCATED),
    purpose_name: what?.name ?? null,
    amount,
  };
}

const namesOf = (organisations: readonly Organisation[]): string | undefined => {
  const [first] = organisations;
  if (first === undefined) return undefined;
  if (organisations.length === 1) return first.name;
  return organisations.map(({ name, id }) => name ?? id).join("; ");
};

/**
 * Who gives. "If omitted on outgoing funds the reporting-org is assumed" (2.03, transaction/provider-org). A budget names nobody:
 * it is of those who fund the activity.
 */
function donorsOf({ funding, reporting }: Activity, element: Element, { kind }: Sum): readonly Organisation[] {
  const provider = element.name === "budget" ? undefined : organisationOf(childOf(element, "provider-org"));
  if (provider !== undefined) return [provider];
  const outgoing = element.name === "transaction" && !kind.incoming;
  if (!outgoing && funding.length > 0) return funding;
  return kind.incoming || reporting === undefined ? [] : [reporting];
}

/** Who carries it out: who receives the money, else those who implement the activity. */
function channelOf({ implementing, reporting }: Activity, element: Element, { kind }: Sum): string | undefined {
  const receiver = kind.incoming ? reporting : organisationOf(childOf(element, "receiver-org"));
  return receiver === undefined ? namesOf(implementing) : (receiver.name ?? receiver.id);
}

type RecipientPart = Activity["recipients"]["parts"][number];
type PurposePart = Activity["purposes"]["parts"][number];

interface DividedSum {
  readonly amount: string;
  readonly recipient?: RecipientPart | undefined;
  readonly purpose?: PurposePart | undefined;
}

/** An amount divided by recipient, and each of these parts by purpose. */
function divided(
  amount: string,
  recipients: Activity["recipients"],
  purposes: Activity["purposes"],
): readonly DividedSum[] {
  if (recipients.parts.length <= 1 && purposes.parts.length <= 1)
    return [{ amount, recipient: recipients.parts[0], purpose: purposes.parts[0] }];
  return partsOf(millionths(amount), recipients.parts).flatMap(({ part: recipient, units }) =>
    partsOf(units, purposes.parts).map(({ part: purpose, units: own }) => ({
      amount: amountOf(own),
      recipient,
      purpose,
    })),
  );
}

function partsOf<Part extends { readonly weight: bigint }>(
  units: bigint,
  parts: readonly Part[],
): readonly { readonly part?: Part; readonly units: bigint }[] {
  const [only] = parts;
  if (only === undefined) return [{ units }];
  if (parts.length === 1) return [{ part: only, units }];
  const weights = parts.map(({ weight }) => weight);
  return splitBy(units, weights).map((own, at) => ({ part: parts[at]!, units: own }));
}
