/**
 * A civil date as a whole number: days since 1970-01-01 in the proleptic Gregorian calendar.
 * It has no time zone; which instants it covers depends on the zone it is read in.
 */
export type CivilDay = number;

/**
 * A date as its source gives it. A coarse date ("2013", "2024-02") covers a stretch of days; what
 * depends on the missing part is unknown.
 */
export type Dated = CivilDay | CoarseDate;

export interface CoarseDate {
  readonly precision: "year" | "month";
  readonly text: string;
  /** First and last day that the text allows, both inclusive. */
  readonly first: CivilDay;
  readonly last: CivilDay;
}
