import type { AgreementHead, AgreementsQuery } from "@kelisim/api";
import type { Address } from "../standpoint.ts";

export type Sort = NonNullable<AgreementsQuery["sort"]>;
export const SORTS: readonly Sort[] = ["title", "signed", "clauses", "open"];
export const KINDS: readonly AgreementHead["kind"][] = ["treaty", "politically binding", "voluntary"];
export const STANDINGS = ["bound", "unverified", "suspended", "not yet", "signed", "ended", "no row"] as const;
export type Standing = (typeof STANDINGS)[number];

/** Filters of the list of agreements, as they stand in the address. */
export interface Filters {
  readonly q: string;
  readonly kind?: AgreementHead["kind"];
  readonly party?: string;
  readonly status?: Standing;
  readonly from?: number;
  readonly to?: number;
  readonly sort: Sort;
}

/** Reads filters; what an address typed by hand gets wrong is left out, never an error. */
export function readFilters(address: Address): Filters {
  const kind = KINDS.find((each) => each === address.kind);
  const status = STANDINGS.find((each) => each === address.status);
  const [from, to] = [yearOf(address.from), yearOf(address.to)];
  return {
    q: address.q ?? "",
    ...(kind === undefined ? {} : { kind }),
    ...(address.party ? { party: address.party } : {}),
    ...(status === undefined ? {} : { status }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    sort: SORTS.find((each) => each === address.sort) ?? "title",
  };
}

/** Writes filters; what is as by default is left out of the address. */
export function writeFilters({ q, kind, party, status, from, to, sort }: Filters): Address {
  return {
    q: q.trim() === "" ? undefined : q,
    kind,
    party,
    status,
    from: from === undefined ? undefined : String(from),
    to: to === undefined ? undefined : String(to),
    sort: sort === "title" ? undefined : sort,
  };
}

export const isFiltered = ({ q, kind, party, status, from, to }: Filters): boolean =>
  q.trim() !== "" || [kind, party, status, from, to].some((each) => each !== undefined);

function yearOf(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{4}$/.test(text) ? Number(text) : undefined;
}

/** How many instruments stand in each way to the asked party; what has no row is last. */
export function standingCounts(statuses: readonly { readonly value: Standing; readonly count: number }[]) {
  return STANDINGS.flatMap((value) => {
    const count = statuses.find((each) => each.value === value)?.count ?? 0;
    return count > 0 ? [{ value, count }] : [];
  });
}
