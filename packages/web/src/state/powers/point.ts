/** What one power does with one state in one year: a bar of the drawing through the years. */
export interface Point {
  readonly power: string;
  readonly state: string;
  readonly year: number;
}

/** A bar as it stands in the address, and back; undefined: it names none. */
export const pointMark = ({ power, state, year }: Point): string => [power, state, year].join("~");

export function markedPoint(mark: string | undefined): Point | undefined {
  const [, power, state, year] = /^([^~]+)~([^~]+)~(\d{4})$/.exec(mark ?? "") ?? [];
  return power === undefined || state === undefined ? undefined : { power, state, year: Number(year) };
}
